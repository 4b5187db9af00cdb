"""The guides and the gestures, as the desk receives them: one file, the same for every call."""

from __future__ import annotations

import json
from dataclasses import replace

from boutdufil.kinds.gesture.values import Gesture
from boutdufil.pages.guides import common_answers, guides_among, guides_script, key_of, name_of
from tests.published import published_content

CONTENT = published_content()
NUMBERS = {tutorial.reference: tutorial.number for tutorial in CONTENT.tutorials}
GUIDES = guides_among(CONTENT.pages)


def told() -> dict[str, dict[str, dict[str, object]]]:
    script = guides_script(
        GUIDES,
        CONTENT.of(Gesture),
        CONTENT.screen_words,
        lambda reference: NUMBERS.get(reference, ""),
    )
    assert script.startswith("window.filGuides={")
    assert script.endswith("};\n")
    read: dict[str, dict[str, dict[str, object]]] = json.loads(script[17:-2])
    return read


def test_every_guide_and_every_gesture_is_there_with_its_names() -> None:
    graphs = told()["graphes"]
    gestures = {f"geste-{gesture.slug}" for gesture in CONTENT.of(Gesture)}
    assert {"ouvrir", "secours", "fermer", "reponses"} <= GUIDES.keys()
    assert graphs.keys() == GUIDES.keys() | gestures
    assert all(graph["titre"] and graph["depart"] for graph in graphs.values())
    assert "Il y a un silence" in graphs["secours"]["titres"]  # type: ignore[operator]
    assert graphs["geste-eteindre-un-portable"]["ecrans"]


def test_a_tutorial_that_they_lead_to_has_its_address() -> None:
    guides = told()
    opening = json.dumps(guides["graphes"])
    fiches = {number: str(address) for number, address in guides["fiches"].items()}
    assert fiches["102"] == "tutoriels/cyber-hygiene/j-ai-clique/"
    for number in fiches:
        assert f'"fiche:{number}"' in opening


def test_what_says_nothing_is_left_out() -> None:
    def empty(value: object) -> bool:
        if isinstance(value, dict):
            return any(each in ("", [], None) or empty(each) for each in value.values())
        return isinstance(value, list) and any(map(empty, value))

    assert not empty(told())


def test_a_word_of_a_screen_comes_in_the_languages_that_have_it() -> None:
    guides = told()
    assert guides["mots"]["Répondre"]["en"] == "Reply"
    assert "tr" in guides["langues"]


def test_five_answers_hold_under_every_question() -> None:
    assert common_answers(GUIDES)[:2] == ("Je ne sais pas", "Je ne vois pas ça")
    assert len(common_answers(GUIDES)) == 5
    assert common_answers({}) == ()


def test_a_situation_may_have_a_key() -> None:
    assert (key_of("b – Il y a un silence"), name_of("b – Il y a un silence")) == (
        "b",
        "Il y a un silence",
    )
    assert (key_of("Je dis au revoir"), name_of("Je dis au revoir")) == ("", "Je dis au revoir")


def test_a_page_elsewhere_takes_the_place_of_no_guide() -> None:
    """« ailleurs/secours.md » replaced the rescue phrases on every desk."""
    rescue = GUIDES["secours"]
    stranger = replace(rescue, path="ailleurs/secours.md")
    assert guides_among([rescue, stranger])["secours"] == rescue
    assert "secours" not in guides_among([stranger])
