from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.kinds.tutorial.values import LEVELS
from boutdufil.language.readability import (
    LEAST_SCORES,
    Measure,
    counts,
    level_of,
    measure,
    syllables,
    words,
)
from boutdufil.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [("J’ouvre l’écran", 2), ("33,50 euros", 2), ("Qu’est-ce que c’est ?", 3), ("« ! »", 0)],
)
def test_a_word_is_what_one_counts_on_fingers(text: str, count: int) -> None:
    assert len(words(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # The mute e, at the end of a word and after a vowel; alone, it is the whole word.
        ("page", 1),
        ("pages", 1),
        ("vie", 1),
        ("cliquent", 1),
        ("parlent", 1),
        ("envoient", 2),
        ("paiement", 2),
        ("le", 1),
        ("que", 1),
        ("laisse-les", 2),
        # Inside a word it is read with care.
        ("maintenant", 3),
        ("télécharger", 4),
        # « ent », heard or mute.
        ("souvent", 2),
        ("client", 2),
        ("argent", 2),
        ("document", 3),
        ("impriment", 2),
        ("vent", 1),
        # Vowels that make one sound, and those that make two.
        ("eau", 1),
        ("réseau", 2),
        ("lien", 1),
        ("bien", 1),
        ("crier", 2),
        ("oublier", 3),
        ("triangle", 2),
        ("création", 3),
        ("huit", 1),
        ("pluie", 1),
        ("oui", 1),
        ("naïf", 2),
        ("poêle", 1),
        ("œil", 1),
        ("accueil", 2),
        ("feuille", 1),
        ("travaille", 2),
        ("août", 1),
        # y between vowels, y first, y alone.
        ("envoyer", 3),
        ("yeux", 1),
        ("système", 2),
        # u after q and g.
        ("question", 2),
        ("guide", 1),
        ("mangeons", 2),
        # The words of this site.
        ("ordinateur", 4),
        ("numérique", 3),
        ("sécurité", 4),
        ("confidentialité", 6),
        ("e-mail", 2),
        ("Facebook", 2),
        ("aujourd’hui", 3),
        # An elided word has no syllable of its own.
        ("l’écran", 2),
        ("c’est", 1),
        ("qu’on", 1),
        # A digit, one; capitals, one a letter unless they make a word.
        ("33700", 5),
        ("33,50", 4),
        ("SMS", 3),
        ("PDF", 3),
        ("TPE", 3),
        ("CV", 2),
        ("CAF", 1),
        ("SIM", 1),
        ("17Cyber", 4),
    ],
)
def test_a_syllable_is_what_one_beats_with_the_hand(text: str, count: int) -> None:
    assert syllables(text) == count
    assert syllables(unicodedata.normalize("NFD", text)) == count


@given(st.text(min_size=1, max_size=40))
def test_any_word_has_a_syllable(text: str) -> None:
    assert all(1 <= syllables(word) <= max(3, len(word)) for word in words(text))


def cut(*texts: str) -> list[tuple[int, int]]:
    return [counts(sentence) for text in texts for sentence in sentences(text)]


def test_a_text_is_measured_by_hand() -> None:
    told = measure(cut("Je lis le message. Je ne touche à rien.", "J’attends"))
    assert told == Measure(words=10, sentences=3, syllables=12, longest=5)
    assert told.mean == pytest.approx(10 / 3)


def test_the_formula_is_that_of_kandel_and_moles() -> None:
    told = Measure(words=200, sentences=20, syllables=300, longest=15)
    assert told.score == pytest.approx(207 - 1.015 * 10 - 73.6 * 1.5)
    assert told.score == pytest.approx(86.45)
    assert told.level == "facile"


def test_under_a_hundred_words_a_score_says_nothing() -> None:
    short = Measure(words=99, sentences=10, syllables=150, longest=12)
    assert short.score is None
    assert short.level == "texte trop court"
    assert replace(short, words=100, syllables=150).score is not None
    assert Measure().score is None
    assert Measure().mean == 0


@pytest.mark.parametrize(
    ("score", "level"),
    [
        (103.0, "très facile"),
        (90.0, "très facile"),
        (89.9, "facile"),
        (70.0, "assez facile"),
        (60.0, "moyen"),
        (50.0, "assez difficile"),
        (49.9, "difficile"),
        (29.9, "très difficile"),
        (-40.0, "très difficile"),
    ],
)
def test_a_score_has_a_name(score: float, level: str) -> None:
    assert level_of(score) == level


def test_a_beginner_is_asked_less_than_someone_at_ease() -> None:
    assert set(LEAST_SCORES) == set(LEVELS)
    assert sorted(LEAST_SCORES.values(), reverse=True) == [LEAST_SCORES[n] for n in sorted(LEVELS)]
