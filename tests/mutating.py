"""Opens one mutated `.practice` file after the other, in the memory such a process has, and sees what came of each.

`python tests/mutating.py FOLDER SEED SECONDS COUNT` goes on until either is over; the last line is what was seen.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # of its own folder it knows

from mutants import mutant

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.practice.giving.shelving import Opened, put_on_shelf
from grounding.practice.giving.wrapping import wrap
from grounding.practice.reading import read_practice
from grounding.sound.giving import be_small, open_given

SLOW_S = 5.0
_TOLD_EVERY_S = 5.0
_FAULTS = 20


def main():
    folder, seed, seconds, count = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
    careless = sys.argv[5:] == ["careless"]
    if not careless:
        be_small()
    place = folder / "a" / "b" / "c"
    place.mkdir(parents=True)
    watch = Watch(folder, place, careless=careless)
    begun_s = told_s = time.monotonic()
    for number in range(count):
        now_s = time.monotonic()
        if now_s - begun_s > seconds or len(watch.faults) >= _FAULTS:
            break
        if now_s - told_s > _TOLD_EVERY_S:
            told_s = now_s
            print(json.dumps({"at": number, "faults": len(watch.faults)}), flush=True)
        watch.see(number, mutant(seed, number))
    print(json.dumps(watch.told()), flush=True)


class Watch:
    """What has come of the files so far."""

    def __init__(self, folder, place, *, careless):
        self._folder, self._place, self._careless = folder, place, careless
        self._file, self._into = place / "it.practice", place / "opened"
        self._wording = Wording("en")
        self._codes, self._slowest_s = Counter(), 0.0
        self.faults = []

    def told(self):
        return {
            "files": self._codes.total(),
            "read": self._codes["read"],
            "codes": dict(self._codes.most_common()),
            "slowest_s": round(self._slowest_s, 3),
            "most_mib": most_mib(),
            "faults": self.faults,
        }

    def see(self, number, data):
        self._file.write_bytes(data)
        before_s = time.monotonic()
        try:
            code = self._opened()
        except Failure as failure:
            code = failure.code
            sentence = self._wording.sentence(failure)
            if not sentence.isprintable() or "it.practice" not in sentence:
                self._fault(number, f"no sentence: {sentence!a}")
        except Exception:
            code = "bug"
            self._fault(number, traceback.format_exc(limit=-3))
        seconds = time.monotonic() - before_s
        self._codes[code] += 1
        self._slowest_s = max(self._slowest_s, seconds)
        if seconds > SLOW_S:
            self._fault(number, f"took {seconds:.1f} s")
        left = {str(path.relative_to(self._folder)) for path in self._folder.rglob("*")}
        if left != {"a", "a/b", "a/b/c", "a/b/c/it.practice"}:
            self._fault(number, f"left {sorted(left)[:5]} after {code}")
            shutil.rmtree(self._folder / "a")
            self._place.mkdir(parents=True)

    def _opened(self):
        if self._careless:
            return self._careless_opened()
        told = open_given({"file": str(self._file), "into": str(self._into)})
        file = put_on_shelf(Opened(folder=self._into, voices=told["voices"]), self._place, "shelved")
        assert file.read_bytes() == told["text"].encode()
        again, same = self._place / "again.practice", self._place / "same.practice"
        wrap(read_practice(file), again, giver=told["giver"])
        there = open_given({"file": str(again), "into": str(self._into)})
        assert [there[name] for name in ("giver", "text")] == [told[name] for name in ("giver", "text")]
        shutil.rmtree(file.parent)
        file = put_on_shelf(Opened(folder=self._into, voices=there["voices"]), self._place, "shelved")
        wrap(read_practice(file), same, giver=told["giver"])
        assert same.read_bytes() == again.read_bytes()
        again.unlink()
        same.unlink()
        shutil.rmtree(file.parent)
        return "read"

    def _careless_opened(self):
        """What somebody might have written who trusts the file."""
        import zipfile

        try:
            with zipfile.ZipFile(self._file) as whole:
                whole.extractall(self._into)
            read_practice(self._into / "practice.toml")
        except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
            raise Failure("given-not-one", file=self._file) from error
        shutil.rmtree(self._into)
        return "read"

    def _fault(self, number, what):
        self.faults.append([number, what])


def most_mib():
    """The most memory this process has had at a time."""
    if os.name != "posix":
        return 0
    import resource

    status = Path("/proc/self/status")
    if status.exists():  # what `getrusage` tells on Linux has the peak of whoever started this process in it
        told = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return round(int(told.split()[1]) / 1024)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (1 << 20 if sys.platform == "darwin" else 1024))


if __name__ == "__main__":
    main()
