"""What comes with the program is found."""

from __future__ import annotations

from grounding.base.assets import assets


def test_assets_are_beside_the_package_in_a_checkout():
    assert {"practices", "words", "languages", "icons"} <= {path.name for path in assets().iterdir()}
