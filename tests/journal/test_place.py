"""A new file comes into its place only where none is, on disks with hard links and on those without."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from grounding.journal.place import place_new


class OnAStick(type(Path())):
    """A path on a disk that knows no hard links."""

    def hardlink_to(self, _target):
        raise PermissionError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize("kind", [Path, OnAStick])
def test_a_new_file_is_placed_once_and_never_over_another(tmp_path, kind):
    path = kind(tmp_path / "there")
    for text, placed in (("first", True), ("second", False)):
        ready = tmp_path / "ready"
        ready.write_text(text)
        assert place_new(ready, path) is placed
        assert [each.name for each in tmp_path.iterdir()] == ["there"]
        assert path.read_text() == "first"
