"""Writing a file: the old or the new, never half, whatever the disk does."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from grounding.base.failure import Failure
from grounding.base.files import write_whole, writing_whole, written_failure

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name != "posix", reason="wants POSIX signals and modes")


def test_the_new_stands_in_place_of_the_old_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "file"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_the_file_is_its_owners_alone_whatever_the_umask(tmp_path):
    write_whole(tmp_path / "new" / "file", b"x")
    assert (tmp_path / "new" / "file").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_a_file_where_a_folder_should_be_is_told_without_what_was_written(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Failure) as failure:
        write_whole(tmp_path / "file" / "inside", b"a secret line")
    assert failure.value.code == "not-written"
    assert "secret" not in str(failure.value) + repr(failure.value.facts)


def test_a_full_disk_is_told_and_the_old_file_stays(small_disk):
    told = small_disk(
        """
        from grounding.base.failure import Failure
        from grounding.base.files import write_whole
        write_whole(disk / "file", b"old")
        try:
            write_whole(disk / "file", b"new" * 100_000)
        except Failure as failure:
            print(failure.code, (disk / "file").read_bytes(), [each.name for each in disk.iterdir()])
        """
    )
    assert told == "disk-full b'old' ['file']\n"


@posix
def test_a_write_that_breaks_off_leaves_the_old_file_and_no_rest(tmp_path):
    script = f"""
import resource, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from grounding.base.files import write_whole
from grounding.base.failure import Failure
path = Path({str(tmp_path / "file")!r})
write_whole(path, b"old")
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(path, b"new" * 1000)
except Failure as failure:
    print(failure.code, path.read_bytes(), len([each for each in path.parent.iterdir() if each.is_file()]))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "not-written b'old' 1\n"


@posix
def test_killed_at_any_moment_the_file_is_one_of_the_two(tmp_path):
    path = tmp_path / "file"
    whole = {bytes([65 + n]) * 100_000 for n in range(4)}
    script = f"""
import itertools, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from grounding.base.files import write_whole
for n in itertools.count():
    write_whole(Path({str(path)!r}), bytes([65 + n % 4]) * 100_000)
    print(n, flush=True)
"""
    for rounds in range(1, 9):
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as writer:
            for _ in range(rounds):
                assert writer.stdout.readline()
            writer.send_signal(signal.SIGKILL)
        assert path.read_bytes() in whole


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "not-written"),
        (errno.EIO, "not-written"),
    ],
)
def test_only_want_of_room_is_told_as_such(number, code):
    assert written_failure(Path("file"), OSError(number, os.strerror(number))).code == code


UNSEEN = pytest.mark.parametrize("unseen", [True, False])


@UNSEEN
def test_written_piece_by_piece_the_new_stands_in_place_of_the_old(tmp_path, unseen):
    path = tmp_path / "file"
    for data in (b"old", b"new"):
        with writing_whole(path, unseen=unseen) as file:
            file.write(data)
            file.write(b" and more")
        assert path.read_bytes() == data + b" and more"
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o600


@UNSEEN
def test_a_block_that_breaks_off_leaves_the_old_file_and_no_rest(tmp_path, unseen):
    write_whole(tmp_path / "file", b"old")
    with pytest.raises(ZeroDivisionError), writing_whole(tmp_path / "file", unseen=unseen) as file:
        file.write(b"new" * (1 // 0))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", b"old")]


@UNSEEN
def test_where_it_cannot_be_written_that_is_told(tmp_path, unseen):
    with pytest.raises(Failure) as failure, writing_whole(tmp_path / "nowhere" / "file", unseen=unseen):
        pass
    assert failure.value.code == "not-written"


def test_unseen_on_a_full_disk_is_told_and_the_old_file_stays(small_disk):
    told = small_disk(
        """
        from grounding.base.failure import Failure
        from grounding.base.files import write_whole, writing_whole
        write_whole(disk / "file", b"old")
        try:
            with writing_whole(disk / "file", unseen=True) as file:
                file.write(b"new" * 100_000)
        except Failure as failure:
            print(failure.code, (disk / "file").read_bytes(), [each.name for each in disk.iterdir()])
        """
    )
    assert told == "disk-full b'old' ['file']\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can write a file without a name")
def test_killed_while_it_is_written_unseen_nothing_of_it_is_there(tmp_path):
    script = f"""
import sys
from pathlib import Path
from grounding.base.files import writing_whole
with writing_whole(Path({str(tmp_path / "file")!r}), unseen=True) as file:
    file.write(b"a secret line" * 100_000)
    file.flush()
    print("written", flush=True)
    sys.stdin.read()
"""
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"written\n"
        assert list(tmp_path.iterdir()) == []
        process.kill()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("way", ["seen", "unseen"])
def test_ended_at_any_step_it_leaves_the_old_or_the_new_and_nothing_else(tmp_path, way):
    script = Path(__file__).with_name("interrupted.py")
    told = subprocess.check_output([sys.executable, script, tmp_path, way], cwd=ROOT, text=True, timeout=60)
    steps, *left = told.splitlines()
    assert left == []
    assert int(steps) > 15
