"""The recovery code: chance in letters that can be copied by hand, and a check that tells a slip from another code."""

from __future__ import annotations

import secrets
import unicodedata
from hashlib import blake2b

from grounding.base.failure import Failure

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Those of Crockford's base 32: none of I, L, O and U, which are read as others."""
CHANCE_LETTERS = 26
"""130 bits."""
CHECK_LETTERS = 4
"""A slip passes for another code once in a million times."""
GROUP = 5
_READ_AS = str.maketrans("ILOU", "110V")


def new_code() -> str:
    """Return a new code, in groups as it is printed."""
    return in_groups(_checked("".join(secrets.choice(LETTERS) for _ in range(CHANCE_LETTERS))))


def in_groups(code: str) -> str:
    """Return a code as it is printed."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_code(typed: str) -> str:
    """Return a typed code without its groups, whatever its case, spaces and hyphens.

    Raises:
        Failure: `recovery-code-mistyped`.
    """
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_READ_AS)
    code = "".join(each for each in plain if not each.isspace() and unicodedata.category(each) not in ("Pd", "Cf"))
    if not set(code) <= set(LETTERS) or code != _checked(code[:CHANCE_LETTERS]):
        raise Failure("recovery-code-mistyped")
    return code


def is_code(typed: str) -> bool:
    """Return whether what is typed is a whole recovery code, of this journal or another."""
    try:
        read_code(typed)
    except Failure:
        return False
    return True


def _checked(chance: str) -> str:
    check = int.from_bytes(blake2b(chance.encode(), digest_size=8, person=b"grounding check").digest(), "big")
    return chance + "".join(LETTERS[check >> 5 * at & 31] for at in range(CHECK_LETTERS))
