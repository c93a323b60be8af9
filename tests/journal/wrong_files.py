"""Files that are no journal to take in, each with the code of its refusal and a part of the sentence that says why."""

from __future__ import annotations

import copy
import json

from along import ONE, another, document


def changed(path, value):
    """Return the plain entry with one value changed."""
    plain = copy.deepcopy(ONE)
    *above, last = path
    holder = plain
    for key in above:
        holder = holder[key]
    holder[last] = value
    return document(another(), plain)


SENSATION = ("report", "sensations", 0)
TEXT = json.dumps(ONE, ensure_ascii=False).encode()
HEAD = b'{"schema": "grounding-journal", "version": 1, "entries": ['

FILES = {
    "nothing": (b"", "import-other-kind", ""),
    "spaces": (b" \n ", "import-other-kind", ""),
    "a letter": (b"Dear Ana, it was", "import-other-kind", ""),
    "a text": (b'"journal"', "import-other-kind", ""),
    "a number": (b"7", "import-other-kind", ""),
    "a list": (b"[" + TEXT + b"]", "import-other-kind", ""),
    "another form": (b'{"profiles": []}', "import-other-kind", ""),
    "another schema": (document(schema="other"), "import-other-kind", ""),
    "no schema": (b'{"version": 1, "entries": []}', "import-other-kind", ""),
    "an older version": (document(version=0), "import-other-kind", ""),
    "a version that is none": (document(version="1"), "import-other-kind", ""),
    "a version that is true": (document(version=True), "import-other-kind", ""),
    "a newer version": (document(ONE, version=2, chapters=[]), "import-newer", "version 2"),
    "no version": (b'{"schema": "grounding-journal", "entries": []}', "import-missing-field", "“version”"),
    "no entries": (b'{"schema": "grounding-journal", "version": 1}', "import-missing-field", "“entries”"),
    "entries that are no list": (document(entries={"a": ONE}), "import-wants-list", "“entries”"),
    "entries that are a text": (document(entries="none"), "import-wants-list", "“entries”"),
    "a field of its own": (document(ONE, colour="red"), "import-unknown-field", "“colour”"),
    "a field twice": (HEAD + b'], "version": 1}', "import-field-twice", "version"),
    "entries twice": (HEAD + TEXT + b'], "entries": []}', "import-field-twice", "entries"),
    "a field of an entry twice": (HEAD + b'{"id": "", "id": ""}]}', "import-field-twice", "entry 1 › id"),
    "a field of an entry in words": (changed(["I am so tired"], 1), "import-unknown-field", "entry 2 › …"),
    "a field of an entry": (changed(["mood"], 1), "import-unknown-field", "entry 2 › mood"),
    "a field of a report": (changed(["report", "mood"], 1), "import-unknown-field", "entry 2 › report › mood"),
    "a field missing": (document({"id": ONE["id"]}), "import-missing-field", "entry 1 › at"),
    "an entry that is a text": (document(another(), "chest"), "import-wants-object", "“entry 2”"),
    "an entry that is null": (document(None), "import-wants-object", "“entry 1”"),
    "an entry that is a list": (document([]), "import-wants-object", "“entry 1”"),
    "cut off in a text": (document(ONE)[:300], "import-cut-off", "entry 1"),
    "cut off after an entry": (HEAD + TEXT, "import-cut-off", "entry 2"),
    "cut off after its head": (HEAD, "import-cut-off", "entry 1"),
    "a comma too many": (HEAD + TEXT + b",]}", "import-not-json", "entry 2"),
    "two files in one": (document(ONE) + document(ONE), "import-not-json", "entry 2"),
    "not a number": (changed([*SENSATION, "strength"], float("nan")), "import-not-json", "entry 2"),
    "no end of a number": (changed([*SENSATION, "strength"], float("inf")), "import-not-json", "entry 2"),
    "a comment": (b"// mine\n" + document(ONE), "import-other-kind", ""),
    "single quotes": (b"{'schema': 1}", "import-not-json", "entry 1"),
    "a line break in a text": (HEAD + b'"a\nb"]}', "import-not-json", "entry 1"),
    "Latin-1": (HEAD + b'"\xe9"]}', "import-not-text", f"byte {len(HEAD) + 1}"),
    "halves as bytes": (HEAD + b'"\xed\xa0\x80"]}', "import-not-text", f"byte {len(HEAD) + 1}"),
    "UTF-16": (document(ONE).decode().encode("utf-16"), "import-not-text", "byte 0"),
    "cut off in a character": (HEAD + b'"\xf0\x9f', "import-not-text", f"byte {len(HEAD) + 1}"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "import-not-text", "byte 0"),
    "zeros": (bytes(5000), "import-other-kind", ""),
    "an id in capitals": (changed(["id"], ONE["id"].upper()), "import-wants-id", "entry 2 › id"),
    "an id without hyphens": (changed(["id"], ONE["id"].replace("-", "")), "import-wants-id", "entry 2 › id"),
    "an id and more": (changed(["id"], ONE["id"] + "\n"), "import-wants-id", "entry 2 › id"),
    "an id that is a path": (changed(["id"], "../../keys.json"), "import-wants-id", "entry 2 › id"),
    "an id that is a number": (changed(["id"], 7), "import-wants-text", "entry 2 › id"),
    "a day there was not": (changed(["at"], "2026-02-30T00:00:00.000+01:00"), "import-wants-moment", "entry 2 › at"),
    "an hour there is not": (changed(["at"], "2026-02-03T24:00:00.000+01:00"), "import-wants-moment", "entry 2 › at"),
    "the year 0": (changed(["at"], "0000-01-01T00:00:00.000+01:00"), "import-wants-moment", "entry 2 › at"),
    "before all time": (changed(["at"], "0001-01-01T00:00:00.000+01:00"), "import-wants-moment", "entry 2 › at"),
    "after all time": (changed(["at"], "9999-12-31T23:59:00.000-01:00"), "import-wants-moment", "entry 2 › at"),
    "no offset": (changed(["at"], "2026-02-03T10:00:00.000"), "import-wants-moment", "entry 2 › at"),
    "an offset of a day": (changed(["at"], "2026-02-03T10:00:00.000+24:00"), "import-wants-moment", "entry 2 › at"),
    "a moment in Arabic digits": (
        changed(["at"], "٢٠٢٦-02-03T10:00:00.000+01:00"), "import-wants-moment", "entry 2 › at",
    ),
    "a moment that is a number": (changed(["at"], 1_795_388_340_000), "import-wants-text", "entry 2 › at"),
    "a zone that is a path": (changed(["zone"], "../etc"), "import-wants-zone", "entry 2 › zone"),
    "a mark that is 1": (changed(["brought"], 1), "import-wants-yes-or-no", "entry 2 › brought"),
    "a strength of 11": (
        changed([*SENSATION, "strength"], 11), "import-wants-whole-number", "entry 2 › report › sensation 1 › strength",
    ),
    "a strength that is true": (changed([*SENSATION, "strength"], True), "import-wants-whole-number", "strength"),
    "a strength between": (changed([*SENSATION, "strength"], 6.5), "import-wants-whole-number", "strength"),
    "a strength of many digits": (
        HEAD + TEXT.replace(b": 7,", b": " + b"7" * 5000 + b",") + b"]}", "import-not-json", "entry 1",
    ),
    "a place there is not": (changed([*SENSATION, "region"], "knee"), "import-wants-one-of", "hands, eyes, chest"),
    "a place that is a list": (changed([*SENSATION, "region"], ["chest"]), "import-wants-one-of", "region"),
    "a change there is not": (
        changed([*SENSATION, "after", "change"], "better"), "import-wants-one-of", "after › change",
    ),
    "words that are one text": (changed([*SENSATION, "words"], "tight"), "import-wants-texts", "words"),
    "words that are numbers": (changed([*SENSATION, "words"], [1]), "import-wants-texts", "words"),
    "sensations that are no list": (changed(["report", "sensations"], {}), "import-wants-list", "sensations"),
    "a report that is a text": (changed(["report"], "tired"), "import-wants-object", "entry 2 › report"),
    "an earlier wording without its moment": (
        changed(["earlier", 0], {"zone": "", "report": {}}), "import-missing-field", "earlier wording 1 › until",
    ),
    "deep": (HEAD + b"[" * 100_000, "import-too-deep", "entry 1"),
    "deep in objects": (HEAD + b'{"a":' * 100_000, "import-too-deep", "entry 1"),
    "many values": (HEAD + b"[" + b"0," * 300_000, "import-too-much", "entry 1"),
    "many fields": (
        HEAD + b"{" + b",".join(b'"%d":0' % each for each in range(150_000)), "import-too-much", "entry 1",
    ),
}  # fmt: skip
"""Each as (bytes, code, what its sentence says)."""
