"""A digest of every row of a file: two files with the same digest say the same."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from grounding.journal.vault import Vault

_TABLES = """
SELECT name FROM pragma_table_list WHERE schema = '{schema}' AND type IN ('table', 'shadow') AND name != 'sqlite_schema'
ORDER BY name
"""
_SHAPES = "SELECT type, name, tbl_name, sql FROM {schema}.sqlite_schema ORDER BY name"
"""Where each of them begins is another matter in a copy."""


def row_digest(vault: Vault) -> bytes:
    """Return the digest, read row by row, each table in its own order: that of a file and of its copy."""
    return digest_of(vault.each)


def digest_of(each: Callable[[str], Iterable[tuple[Any, ...]]], schema: str = "main") -> bytes:
    """Return the same of a file that is attached as `schema`, where `each` yields what a query selects."""
    digest = blake2b(repr(list(each(_SHAPES.format(schema=schema)))).encode())
    for (name,) in list(each(_TABLES.format(schema=schema))):
        digest.update(repr(name).encode())
        for row in each(f'SELECT * FROM {schema}."{name}" NOT INDEXED'):
            digest.update(repr(row).encode())
    return digest.digest()
