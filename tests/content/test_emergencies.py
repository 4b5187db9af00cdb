"""What cannot wait begins with what saves, in words that one takes in at a glance."""

from __future__ import annotations

from boutdufil.language.readability import words
from tests.published import published_content

CONTENT = published_content()
MOST_WORDS = 20


def test_each_emergency_of_the_home_page_says_first_what_saves() -> None:
    urgent = {each.reference for each in CONTENT.tutorials if each.urgent}
    emergencies = {each.tutorial for each in CONTENT.home.emergencies}
    assert emergencies
    assert emergencies - urgent == set()


def test_what_saves_is_short_and_in_the_first_person() -> None:
    told = {each.number: each.urgent for each in CONTENT.tutorials if each.urgent}
    assert {number: text for number, text in told.items() if len(words(text)) > MOST_WORDS} == {}
    assert all(("Je " in text) or ("’appelle" in text) for text in told.values()), told
