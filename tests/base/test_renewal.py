"""The program begins anew as it was started, with words of its own in place of those it was given."""

from __future__ import annotations

import subprocess
import sys

from grounding.base.renewal import started_as

BEGINS = """
import os, sys
sys.path.insert(0, {root!r})
from grounding.base.renewal import begin_anew
secret = "quince" + "jelly"
if "--again" in sys.argv:
    print(os.getpid(), sys.argv[1:], sys.flags.dev_mode, "secret" in dir())
else:
    print(os.getpid())
    begin_anew(["--again", "yes or no"])
"""


def test_pythons_own_options_stay_and_the_words_of_the_program_go():
    whole = ["python3", "-X", "dev", "-m", "grounding", "--begin", "--practice", "hands"]
    assert started_as(whole, 3) == [sys.executable, "-X", "dev", "-m", "grounding"]
    assert started_as(["python", "/usr/bin/grounding"], 0) == [sys.executable, "/usr/bin/grounding"]


def test_it_begins_anew_in_the_same_process_with_what_it_tells_itself(request):
    script = BEGINS.format(root=str(request.config.rootpath))
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", script, "--begin", "--sound", "tone"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()
    assert second == f"{first} ['--again', 'yes or no'] True True"
