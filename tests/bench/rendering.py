"""Writes one sound file; tells how long that took, how memory grew, and how much too long another decoder finds it.

`rendering.py real|floor ENDING SECONDS`: the floor is the encoder alone, given the same samples, made beforehand, and
its file as safe on the disk. There is no program on the path that could help.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main():
    sys.path.insert(0, str(ROOT))
    import numpy as np
    import soundfile

    from grounding.base.assets import assets
    from grounding.base.files import writing_whole
    from grounding.base.settings import Voice
    from grounding.practice.reading import read_practice
    from grounding.sitting.score import lay_out
    from grounding.sound.recording import recording_of
    from grounding.sound.renderer import Renderer
    from grounding.sound.samples import pcm
    from grounding.sound.sound_file import FORMS, write_sound

    kind, ending, seconds = sys.argv[1:]
    os.environ["PATH"] = "/nowhere"
    practice = read_practice(assets() / "practices" / "breathe" / "practice.toml")
    timeline = lay_out(practice, seconds=float(seconds)).flat()
    recording = recording_of(timeline, title="Breathe", voice=Voice.TONE)
    form, rate = FORMS[f".{ending}"], 48_000
    renderer, at_once = Renderer(), 10 * rate
    blocks = [
        np.frombuffer(pcm(renderer.block(recording, start, at_once)), np.int16)
        for start in range(0, round(timeline.seconds * rate) if kind == "floor" else 1, at_once)
    ]
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"out.{ending}"
        before_kib, begun_s = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
        if kind == "real":
            write_sound(path, recording)
        else:
            with (
                writing_whole(path) as file,
                soundfile.SoundFile(
                    file.fileno(),
                    "w",
                    rate,
                    1,
                    format=form.format,
                    subtype=form.subtype,
                    closefd=False,
                    **form.choices,
                ) as sound,
            ):
                for block in blocks:
                    sound.write(block)
        took_s = time.perf_counter() - begun_s
        grown_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kib) / 1024
        decode = [sys.executable, ROOT / "tests" / "sound" / "decoding.py", path]
        frames = int(subprocess.check_output(decode, text=True, stderr=subprocess.DEVNULL))
    over_ms = (frames - round(timeline.seconds * rate)) / rate * 1000
    print(json.dumps({"seconds": took_s, "grown_mb": grown_mb, "over_ms": over_ms}))


if __name__ == "__main__":
    main()
