"""What lies at the top of the project, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP = {"grounding", "assets", "tests", "pyproject.toml", "README.md"}


def kept_files():
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("wants a git checkout")
    told = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [Path(name) for name in told.stdout.split("\0") if name]


def test_the_top_level_is_as_planned():
    top = {path.parts[0] for path in kept_files()}
    assert {name for name in top if not name.startswith(".")} == TOP


def test_nothing_that_is_made_is_kept():
    made = {"__pycache__", ".venv", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache", "build", "dist"}
    assert [path for path in kept_files() if made & set(path.parts) or path.suffix in (".pyc", ".qmlc", ".whl")] == []
