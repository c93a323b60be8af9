"""One table of a practice file: its fields changed where they stand, a new one written, a list on a line unfolded."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from grounding.practice.editing.blocks import TOKEN, Block, blocks_of, is_aside, is_header, statements

if TYPE_CHECKING:
    from collections.abc import Mapping

Fields = dict[str, Any]
"""Names and values in the order in which they are written; a list of such is tables of that name."""


def with_fields(block: Block, values: Mapping[str, Any]) -> Block:
    """Return a table with these fields; a field that is None goes."""
    import tomlkit  # noqa: PLC0415 - only where a practice is written; 30 ms

    head, body = _parted(block.own)
    document: Any = tomlkit.parse(lined(body) if body else body)
    for name, value in values.items():
        if value is None:
            document.pop(name, None)
        elif name not in document:
            document.add(name, value)
            document.item(name).trivia.indent = _indent(body)
        elif isinstance(value, list | tuple):
            _set_list(document, name, list(value))
        elif document[name] != value or type(document.item(name).unwrap()) is not type(value):
            document[name] = value
    return replace(block, own=as_in(block.own, head + tomlkit.dumps(document)))


def new_table(key: tuple[str, ...], fields: Fields, *, like: str) -> Block:
    """Return a table as it is written by hand, with its ends of lines and indents `like` what stands beside it."""
    written = as_in(like, f"\n{_written(key, fields, _indent(like))}")
    return blocks_of(written).inner[0]


def new_text(fields: Fields) -> str:
    """Return a whole file as it is written by hand."""
    return _written((), fields, "")


def _written(key: tuple[str, ...], fields: Fields, indent: str) -> str:
    import tomlkit  # noqa: PLC0415 - as above

    plain = {name: value for name, value in fields.items() if not _is_tables(value)}
    lines = [tomlkit.dumps({name: value}).rstrip("\n") for name, value in plain.items()]
    header = [f"[[{'.'.join(key)}]]"] if key else []
    inner = [
        f"\n{_written((*key, name), each, indent)}"
        for name, value in fields.items()
        if _is_tables(value)
        for each in value
    ]
    return "".join(f"{indent}{line}\n" for line in [*header, *lines]) + "".join(inner)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def unfolded(block: Block, name: str) -> Block:
    """Return a table in which the tables of this name, if they stand in brackets on a line, stand by themselves."""
    if block.places(name) or name not in block.own:
        return block
    head, body = _parted(block.own)
    kept, inner = head, list(block.inner)
    for line in statements(body):
        if is_aside(line) or not re.match(rf"""\s*["']?{name}["']?\s*=""", line):
            kept += line
            continue
        comments, tables = _taken_apart(line, (*block.key, name))
        kept += "".join(as_in(block.own, f"{each}\n") for each in comments)
        inner = [*(replace(each, own=as_in(block.own, each.own)) for each in tables), *inner]
    return replace(block, own=kept, inner=tuple(inner))


def with_each(line: str, values: list[Fields]) -> str:
    """Return a list of as many tables on a line with these fields; what has them already stays as it is written."""
    import tomlkit  # noqa: PLC0415 - as above

    document: Any = tomlkit.parse(line)
    (tables,) = document.values()
    for table, fields in zip(tables, values, strict=True):
        for name, value in fields.items():
            if table[name] != value:
                table[name] = value
    return tomlkit.dumps(document)


def _taken_apart(line: str, key: tuple[str, ...]) -> tuple[list[str], list[Block]]:
    """Return the comments of a list of tables that belong to none of them, and the tables, each with its own."""
    import tomlkit  # noqa: PLC0415 - as above

    (values,) = tomlkit.parse(lined(line)).values()
    comments = comments_in(line, len(values))
    tables = []
    for index, value in enumerate(values):
        fields = "".join(f"{name} = {item.as_string()}\n" for name, item in value.items())
        above = "".join(f"{each}\n" for each in comments[index])
        tables.append(Block(key=key, own=f"\n{above}[[{'.'.join(key)}]]\n{fields}"))
    return ([] if values else comments[0]), tables


def comments_in(line: str, count: int) -> list[list[str]]:
    """Return the comments in a list of tables, each with the table on its line, or else with the next one."""
    found: list[list[str]] = [[] for _ in range(max(1, count))]
    depth, done, fresh = 0, 0, True
    for part in TOKEN.finditer(line):
        if part[0] in "[{":
            depth += 1
            fresh = False if part[0] == "{" else fresh
        elif part[0] in "]}":
            depth -= 1
            done += part[0] == "}" and depth == 1
        elif part[0] == "\n":
            fresh = True
        elif part[0].startswith("#"):
            found[min(done if fresh else max(0, done - 1), len(found) - 1)].append(part[0].rstrip())
    return found


def _set_list(document: Any, name: str, values: list[Any]) -> None:
    """Change a list where it stands; only where its order is another, it is written anew."""
    there = document[name]
    for each in [each for each in there if each not in values]:
        there.remove(each)
    for each in [each for each in values if each not in there]:
        there.append(each)
    if list(there) != values:
        document[name] = values


def _parted(own: str) -> tuple[str, str]:
    """Return what stands up to the line in brackets, with it, and what stands below."""
    head = ""
    lines = list(statements(own))
    for index, line in enumerate(lines):
        if is_header(line):
            head = "".join(lines[: index + 1])
            return lined(head), "".join(lines[index + 1 :])
    return head, own


def _indent(own: str) -> str:
    """Return how far in the first line with something on it stands."""
    line = next((each for each in own.splitlines() if not is_aside(each)), "")
    return line[: len(line) - len(line.lstrip())]


def lined(text: str) -> str:
    """Return a text that ends with the end of a line."""
    if not text or text.endswith("\n"):
        return text
    return text + ("\r\n" if "\r\n" in text else "\n")


def as_in(like: str, text: str) -> str:
    """Return a text with its lines ended as they are in `like`."""
    return re.sub(r"(?<!\r)\n", "\r\n", text) if "\r\n" in like else text
