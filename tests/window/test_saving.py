"""`Save as sound…`: what is heard in it, where it goes, how far it is; cancelled, it leaves nothing."""

from __future__ import annotations

import pytest
import soundfile
from person import until
from PySide6.QtCore import Qt

Key = Qt.Key


@pytest.fixture
def saver(person):
    """Somebody who has opened the page for Hands, eyes, chest."""
    person.shelf.choose("scan-3")
    person.press("push button", "Save as sound…")
    return person


def place(person, where):
    """Say where it goes, as an assistive tool does."""
    field = person.find("text", "Where it goes")
    field.interface.editableTextInterface().deleteText(0, len(field.typed))
    person.write("Where it goes", str(where))


def ended(person):
    until(lambda: not person.saving.writing, "the end of the writing")


@pytest.mark.parametrize("kind", ["OGG: small", "FLAC: exact"])
def test_the_chosen_practice_is_saved_where_and_as_it_is_said(saver, tmp_path, kind):
    place(saver, str(tmp_path / "for Ana 日.mp3"))
    saver.press("radio button", kind)
    saver.press("push button", "Save")
    assert saver.saving.writing
    ended(saver)
    path = tmp_path / f"for Ana 日.{kind[:4].strip(': ').lower()}"
    assert f"Saved: {path}" in saver.texts()
    assert soundfile.info(path).duration == pytest.approx(180, abs=1e-3)
    with soundfile.SoundFile(path) as file:
        assert file.copy_metadata()["title"] == "Hands, eyes, chest: 3 minutes"


def test_what_is_heard_in_it_can_be_chosen(saver, tmp_path):
    place(saver, str(tmp_path / "quiet.flac"))
    saver.press("radio button", "Silent")
    saver.press("check box", "A bowl at the beginning, each change of place, and the end")
    saver.press("push button", "Save")
    ended(saver)
    assert not soundfile.read(tmp_path / "quiet.flac")[0].any()


def test_places_left_out_and_the_chosen_length_hold_in_the_file_too(person, tmp_path):
    person.preferences.leaveOut("chest", True)
    person.shelf.choose("scan-3")
    person.press("push button", "Save as sound…")
    place(person, str(tmp_path / "without.flac"))
    person.press("push button", "Save")
    ended(person)
    assert soundfile.info(tmp_path / "without.flac").duration < 180


def test_cancelled_it_leaves_nothing_and_may_begin_anew(saver, tmp_path):
    saver.shelf.choose("scan-15")
    saver.flow.saveAsSound()
    folder = tmp_path / "files"
    folder.mkdir()
    place(saver, str(folder / "long.mp3"))
    saver.press("push button", "Save")
    until(lambda: saver.saving.part > 0, "the first part")
    assert [each for each in saver.everything() if each.role == "ProgressBar" and each.name.endswith(" of 100 saved")]
    saver.key(Key.Key_Escape)
    ended(saver)
    assert list(folder.iterdir()) == []
    assert saver.flow.page == "save"
    assert saver.find("push button", "Save")


def test_the_keyboard_goes_from_save_to_cancel_and_back(saver, tmp_path):
    place(saver, tmp_path / "slow.mp3")
    saver.tab_to("push button", "Save")
    saver.key(Key.Key_Space)
    until(lambda: saver.focused_name() == "push button “Cancel”", "Cancel")
    saver.key(Key.Key_Space)
    ended(saver)
    until(lambda: saver.focused_name() == "push button “Save”", "Save")
    assert not (tmp_path / "slow.mp3").exists()


def test_what_cannot_be_written_is_told_in_a_sentence(saver, tmp_path):
    place(saver, str(tmp_path / "nowhere" / "a.mp3"))
    saver.press("push button", "Save")
    ended(saver)
    assert any("could not be written (No such file or directory)" in text for text in saver.texts())
    place(saver, str(tmp_path / "a.txt"))
    assert saver.saving.kind == ""
    assert not any("could not be written" in text for text in saver.texts())


def test_a_file_that_is_there_already_is_replaced_only_after_a_yes(saver, tmp_path):
    path = tmp_path / "there.wav"
    path.write_bytes(b"something dear")
    place(saver, str(path))
    saver.press("push button", "Save")
    assert "There is a file of this name. Replace it?" in saver.texts()
    until(lambda: saver.focused_name() == "push button “No, keep it”", "the keyboard on the safer answer")
    saver.press("push button", "No, keep it")
    assert path.read_bytes() == b"something dear"
    saver.press("push button", "Save")
    saver.press("push button", "Yes, replace it")
    ended(saver)
    assert soundfile.info(path).duration == pytest.approx(180, abs=1e-3)


def test_the_page_is_left_by_keyboard_and_leads_back(saver):
    saver.tab_to("push button", "Back")
    saver.key(Key.Key_Return)
    assert saver.flow.page == "home"


def test_closed_while_it_writes_nothing_half_stays(start, tmp_path):
    person = start()
    person.shelf.choose("scan-15")
    person.flow.saveAsSound()
    folder = tmp_path / "files"
    folder.mkdir()
    person.saving.typeWhere(str(folder / "long.mp3"))
    person.saving.write()
    until(lambda: list(folder.iterdir()), "the file beside")
    person.grounding.close()
    until(lambda: not list(folder.iterdir()), "its end")


def test_it_suggests_the_music_folder_and_a_name_any_system_takes(saver):
    assert saver.saving.path.name == "Hands, eyes, chest 3 minutes.mp3"
    assert saver.saving.path.parent.is_dir()


def test_while_one_is_written_its_page_tells_of_that_one_whatever_is_chosen(saver, tmp_path):
    place(saver, str(tmp_path / "scan.mp3"))
    saver.press("push button", "Save")
    saver.press("push button", "Back to the room")
    saver.press("push button", "End")
    saver.shelf.choose("stay")
    assert saver.saving.writing
    saver.flow.saveAsSound()
    assert saver.saving.title == "Hands, eyes, chest: 3 minutes"
    ended(saver)
    assert f"Saved: {tmp_path / 'scan.mp3'}" in saver.texts()
