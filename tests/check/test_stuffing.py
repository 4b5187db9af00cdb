"""A tutorial stuffed with the words of others, or with their phrases, is told to who reviews it."""

from __future__ import annotations

import pytest

from boutdufil.model.finding import Code
from tests.check.strangers import LISTS, TUTORIAL, Told, changed

CALL = "  - Ma banque veut mon code"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
STRANGE = [f"zo{one}{other}t" for one in _LETTERS[:4] for other in _LETTERS[:13]]


def _calls(*phrases: str) -> str:
    return changed(CALL, "\n".join(f"  - {phrase}" for phrase in phrases))


def test_a_phrase_is_said_in_one_breath(told: Told) -> None:
    assert Code.STUFFED in told(_calls(" ".join(["code"] * 26)))


def test_phrases_are_about_the_tutorial(told: Told) -> None:
    phrases = [" ".join(STRANGE[rank : rank + 10]) for rank in range(0, 50, 10)]
    assert Code.STUFFED in told(_calls(*phrases))


def test_phrases_are_not_endless_together(told: Told) -> None:
    assert Code.STUFFED in told(_calls(*["Mon message bizarre de ma banque " * 3] * 18))


@pytest.mark.parametrize(("borrowed", "is_told"), [(5, True), (3, False)])
def test_phrases_are_its_own(told: Told, borrowed: int, is_told: bool) -> None:
    phrases = [f"Mon message numéro {word} est bizarre" for word in STRANGE[:borrowed]]
    other = _calls(*phrases).replace(TUTORIAL, "--- fiche: tutoriels/messagerie/autre.md\n")
    other += "\n< numero: 101\n> numero: 102\n\n< themes: [cyber-hygiene]\n> themes: [messagerie]\n"
    assert (Code.STUFFED in told(_calls(*phrases) + other)) is is_told


def test_a_synonym_takes_no_word_from_the_others(told: Told) -> None:
    tree = ""
    for rank, word in enumerate(("un", "deux", "trois", "quatre")):
        tree += (
            f"--- fiche: tutoriels/messagerie/{word}.md\n< numero: 101\n> numero: {201 + rank}\n"
        )
        tree += "\n< themes: [cyber-hygiene]\n> themes: [messagerie]\n"
    trap = changed("Je lis le message en entier.", "Je lis zzpiege en entier.")
    lists = f"{LISTS}--- fichier: synonymes.yml\nproches:\n  - [banque, zzpiege]\n"
    assert Code.STUFFED in told(tree + trap + lists)


def test_an_honest_tutorial_is_let_be(told: Told) -> None:
    assert Code.STUFFED not in told(TUTORIAL)
