"""A digest of every row of a file: two files with the same digest say the same."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grounding.journal.vault import Vault

_TABLES = """
SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name != 'sqlite_schema'
ORDER BY name
"""
_SHAPES = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
"""Where each of them begins is another matter in a copy."""


def row_digest(vault: Vault) -> bytes:
    """Return the digest, read row by row, each table in its own order: that of a file and of its copy."""
    digest = blake2b(repr(vault.read(_SHAPES)).encode())
    for (name,) in vault.read(_TABLES):
        digest.update(repr(name).encode())
        for row in vault.each(f'SELECT * FROM "{name}" NOT INDEXED'):
            digest.update(repr(row).encode())
    return digest.digest()
