"""Which ways to breathe hold the breath is told where they are chosen."""

from __future__ import annotations


def test_a_way_to_breathe_with_holds_says_so_and_the_others_do_not(person):
    person.shelf.choose("breathe")
    person.press("push button", "Other ways to breathe: Gentle")
    told = {said.name for said in person.every("radio button") if said.description == "with holds"}
    assert told == {"Box", "Four, seven, eight"}
    shown = {item.property("text") for item in person.items() if "with holds" in str(item.property("text"))}
    assert shown == {"Box · with holds", "Four, seven, eight · with holds"}
