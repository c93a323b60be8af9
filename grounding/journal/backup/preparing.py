"""What comes before a journal takes the place of another: the keys of both, and that nothing deleted comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from grounding.journal.journal import Journal
    from grounding.journal.keyring.envelope import Envelope
    from grounding.journal.keyring.keys import Keys

KEYS_TROUBLE = ("journal-keys-damaged", "journal-keys-missing")
"""After these nobody can open the journal that is there, and a backup brings its own keys."""
TROUBLES = ("journal-damaged", "journal-gone", "journal-keys-foreign", "journal-not-encrypted", *KEYS_TROUBLE)
"""What does not pass by itself."""


def keys_of_today(journal: Journal) -> Keys | None:
    """Return the keys of the journal, None where nobody can open it.

    Raises:
        Failure: `journal-locked`, or what the disk says.
    """
    try:
        return journal.keys()
    except Failure as failure:
        if failure.code in KEYS_TROUBLE:
            return None
        raise


def keys_within(envelope: Envelope, *, typed: str) -> Keys:
    """Return the keys that came with a backup.

    Raises:
        Failure: `backup-locked` where it has a passphrase and nothing was typed, `backup-passphrase-other`; as
            `open_envelope`.
    """
    from grounding.journal.keyring.locking import open_envelope  # noqa: PLC0415 - cryptography only once needed

    if envelope.locked and not typed:
        raise Failure("backup-locked")
    try:
        return open_envelope(envelope, typed)
    except Failure as failure:
        if failure.code == "passphrase-other":
            raise Failure("backup-passphrase-other") from failure
        raise


def forget_first(journal: Journal) -> None:
    """Erase from every backup what was deleted for good, lest one bring it back; what cannot be read is let be.

    Raises:
        Failure: `journal-busy`, or what the disk says.
    """
    from grounding.journal.tending import forget  # noqa: PLC0415 - as above

    try:
        forget(journal)
    except Failure as failure:
        if failure.code not in TROUBLES:
            raise
