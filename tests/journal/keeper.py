"""Somebody who keeps a journal, makes backups of it and restores them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from said import said

from grounding.journal.backup.backups import make_backup
from grounding.journal.backup.restoring import restore
from grounding.journal.journal import Journal
from grounding.journal.keyring.key_file import read_envelope
from grounding.journal.vault import Vault

NOW = datetime(2026, 11, 25, 16, 8, 5, 123456, tzinfo=UTC)
LATER, LATEST = NOW + timedelta(minutes=1), NOW + timedelta(minutes=2)


class Keeper:
    """Somebody with a journal in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.journal = Journal(folder)

    @property
    def keys(self):
        return read_envelope(self.folder).unlock()

    def says(self, *notes):
        for note in notes:
            self.journal.add(said(note))
        self.journal.close()
        return self

    def backs_up(self, now=NOW):
        vault = Vault.open(self.folder / "journal.db", self.keys)
        made = make_backup(vault, self.folder, self.keys, now)
        vault.close()
        return made

    def restores(self, source, now=LATER, **more):
        self.journal.close()
        return restore(self.folder, source, now=now, **{"keys": self.keys} | more)

    def has(self):
        """Return the notes of all that is in the journal, which is sound."""
        journal = Journal(self.folder)
        journal.check()
        notes = {entry.report.sensations[0].note for entry in journal.list()}
        journal.close()
        return notes

    def files(self):
        """Return every file in the folder, by its name in it, with what is in it."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }
