"""Every page as a picture: in each theme, in each size, with each size of the text; what it shows can be read."""

from __future__ import annotations

import pages
import pytest
from PySide6.QtCore import QRectF
from readable import pixels, shown_texts, unreadable
from test_colours import THEMES
from test_fit import SLACK, above_of, cut, drawn, panel, rect, seen, start_afresh, told, unit

from grounding.base.settings import Look, Motion, Settings, Theme

SIZES = {"as it is": (1120, 720), "small": (800, 600)}
TEXT, TEXT_IN_HIGH_CONTRAST = 4.5, 7.0


@pytest.mark.parametrize("percent", [100, 200])
def test_whatever_a_page_shows_can_be_read_in_every_theme_and_size(start, percent, tmp_path):
    person = start(Settings(welcomed=True, text_percent=percent, motion=Motion.REDUCED))
    wrong = []
    for name, page in pages.EVERY.items():
        person.window.resize(*SIZES["as it is"])
        page(person)
        for size, how in SIZES.items():
            person.window.resize(*how)
            drawn(person)
            texts = shown_texts(person, panel(person))
            found = [*whole(person, texts)]
            for theme in THEMES:
                found += pictured(person, theme, texts, tmp_path)
            wrong += [f"{name}, {size}: {each}" for each in found]
        start_afresh(person)
    assert "\n".join(wrong) == ""


def whole(person, texts):
    """Yield what is not there whole: a text that is cut, and what the keyboard is on."""
    window = QRectF(0, 0, person.window.width(), person.window.height())
    for item, _where in texts:
        yield from cut(item, window)
    focused = person.focused
    if focused is None or not unit(focused) or any(above.inherits("QQuickItemView") for above in above_of(focused)):
        return  # the list of entries has tests of its own: a card may be higher than what there is of it
    if seen(focused, window).height() < rect(focused).height() - SLACK:
        yield f"{told(focused)} has the keyboard and is not seen whole"


def pictured(person, theme, texts, folder):
    """Yield what cannot be read in the picture of the page in one theme; the picture then stays."""
    person.preferences.chooseTheme(theme.value)
    picture = person.window.grabWindow()
    rows = pixels(picture)
    dim = person.preferences.settings.look is Look.DIM  # as dark in every theme
    least = TEXT_IN_HIGH_CONTRAST if theme is Theme.HIGH_CONTRAST and not dim else TEXT
    faults = [] if rows[::8, ::8].std() > 2 else ["nothing is to be seen"]
    shown = [each for each in texts if each[0].isVisible()]  # the tick of the theme before has gone
    faults += unreadable(shown, rows, least)
    for fault in faults:
        path = folder / f"{len(list(folder.iterdir()))}.png"
        picture.save(str(path))
        yield f"{theme.value}: {fault} ({path})"
