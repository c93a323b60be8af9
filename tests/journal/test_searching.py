"""A search finds every entry in which each of its words begins a word, without minding case and accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said import said

from grounding.body.region import Region
from grounding.journal.folding import folded, runs
from grounding.journal.wanted import Wanted

SCRIPTS = {
    "French": ("le cœur serré, l’angoisse déjà", ("coeur", "SERRE", "serré", "angoisse", "deja d"), ("œurs", "gois")),
    "German": ("Müde Füße, große Straße", ("mude", "FUSSE", "füße", "strasse", "groß"), ("use", "straßen")),
    "Polish": ("łagodny ból żołądka", ("lagodny", "Łagodny", "bol", "zoladka"), ("agodny",)),
    "Turkish": ("ılık İçim", ("ilik", "ILIK", "icim", "içim"), ("lik",)),
    "Danish": ("ø æble på", ("o", "aeble", "Æble", "pa"), ("ble",)),
    "Vietnamese": ("đau ngực nhẹ", ("dau nguc", "nhe", "ngực"), ("guc",)),
    "Cyrillic": ("Тёплая грудь, йод", ("теплая", "ТЁПЛ", "грудь", "иод", "йод"), ("плая",)),
    "Greek": ("Η καρδιά μου, ήσυχος", ("καρδια", "ΚΑΡΔΙΆ", "ησυχοσ", "ησυχος", "μου"), ("δια",)),
    "Arabic": ("قَلْبِي دافِئ ومـــرتاح", ("قلبي", "دافئ", "ومرتاح", "قَلْبِي"), ("لبي",)),
    "Persian": ("می‌خواهم آرام باشم", ("میخواهم", "می‌خواهم", "ارام", "آرام"), ("خواهم",)),
    "Hebrew": ("הַלֵּב שָׁקֵט", ("הלב", "שקט", "הַלֵּב"), ("לב",)),
    "Devanagari": ("मेरा हृदय क्षण शांत है", ("हृदय", "हृ", "क्", "क्षण", "शांत"), ("दय", "शत")),
    "Tamil": ("என் இதயம்", ("இதயம்", "இத"), ("தயம்",)),
    "Chinese": ("胸口很紧，呼吸慢。", ("胸口", "口很紧", "呼吸", "慢", "胸 慢"), ("胸很", "口胸")),
    "Japanese": (
        "胸がドキドキする。手がｶﾀｲ",
        ("胸が", "ドキ", "キド", "する", "カタイ", "手が 胸"),
        ("胸す", "がが"),
    ),
    "Thai": ("ใจสั่นมาก", ("ใจ", "สั่น", "สั", "มาก", "จสั่น"), ("ใจมาก",)),
    "Lao": ("ໃຈສັ່ນ", ("ໃຈ", "ສັ່ນ"), ("ໃສ",)),
    "Khmer": ("បេះដូងញ័រ", ("បេះដូង", "ដូង", "ញ័រ"), ("បេះញ័រ",)),
    "Burmese": ("နှလုံးခုန်", ("နှလုံး", "ခုန်"), ("နှခုန်",)),
    "Korean": ("가슴이 답답해", ("가슴", "가", "가슴이", "답답", "ㄱ"), ("슴이", "각")),
    "Georgian": ("გული მშვიდია", ("გული", "მშვ"), ("ული",)),
    "emoji": ("ok ❤️‍🩹 then 👍🏽 🇪🇸", ("❤", "❤️", "❤️‍🩹", "👍", "👍🏽", "🇪🇸", "then 👍"), ("🩷", "👍🏿", "🇸🇪")),
    "signs": ("5 < 6, C++, 100% = ½ €", ("5 <", "c++", "100", "=", "½", "€", "<"), ("6<", "$", ">")),
    "wide": ("ｔｉｇｈｔ ﬁne Ⅳ", ("tight", "fine", "iv"), ("ight",)),
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_searched_as_its_people_type_it(journal, script):
    text, found, not_found = SCRIPTS[script]
    entry = said(text)
    journal.add(entry)
    for search in found:
        assert journal.list(wanted=Wanted(text=search)) == (entry,), search
    for search in not_found:
        assert journal.list(wanted=Wanted(text=search)) == (), search


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_is_found_is_found_already_while_it_is_typed(journal, script):
    text, found, _ = SCRIPTS[script]
    entry = said(text)
    journal.add(entry)
    for word in (*text.split(), *found):
        for end in range(1, len(word) + 1):
            assert journal.list(wanted=Wanted(text=word[:end])) == (entry,), word[:end]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("dull ache", True),
        ("ACHE dull", True),
        ("dull-ache", True),
        ("hands", True),
        ("somewhere", False),
        ("moved throat", False),
        ("cant te", True),
        ("own", True),
        ("softly", True),
        ("now not", True),
        ("dull chest", False),
        ("  ", True),
        ("", True),
        ("…", True),
        ("rhands", False),
        ("khands", False),
        ("kdullache", False),
        ("bsession", False),
        ('" OR 1', False),
        ("tags : rhands", False),
        ("hands NOT dull", True),
        ("hands NOT NEAR", False),
        ("(", True),
    ],
)
def test_a_search_looks_for_words_in_all_that_was_said_and_for_nothing_else(journal, search, found):
    from grounding.body.report import Report
    from grounding.body.sensation import After, Change, Sensation
    from grounding.journal.entry import new_entry

    after = After(change=Change.CANT_TELL, words=("my own",))
    sensation = Sensation(region=Region.HANDS, words=("dull-ache",), note="Softly\nnow", after=after)
    entry = new_entry("slow-down", Report(sensations=(sensation,), underneath="not heard"))
    journal.add(entry)
    journal.bring(entry.id, True)
    assert [each.id for each in journal.list(wanted=Wanted(text=search))] == ([entry.id] if found else [])


def test_a_search_of_any_length_or_kind_is_answered(journal):
    journal.add(said("a \ud800 b \0 c"))
    assert len(journal.list(wanted=Wanted(text="a b c \ud801 \0"))) == 1
    assert journal.list(wanted=Wanted(text=" ".join(map(str, range(5000))))) == ()
    assert journal.list(wanted=Wanted(text="胸" * 5000)) == ()
    assert journal.list(wanted=Wanted(text="a" * 100_000)) == ()


@given(st.text(st.characters(exclude_categories=())))
def test_folding_is_done_once_and_for_all_and_leaves_words_the_index_keeps_apart(text):
    words = folded(text)
    assert folded(words) == words
    assert words.split(" ") == (words.split() or [""])
    assert [word for run in runs(text) for word in run] == words.split()
    words.encode()
    assert "\0" not in words
    assert '"' not in words
