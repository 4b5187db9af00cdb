"""Numbers and addresses that are dictated, however they are spelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.language.said_numbers import dictated, is_asked_for, said_twice


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("le dix-sept", "17"),
        ("un, sept", "17"),
        ("au trente-trois, sept cents", "33700"),
        ("trois, trois, sept, zéro, zéro", "33700"),
        ("trente et un, quatorze", "3114"),
        ("trois mille dix-huit", "3018"),
        ("trente, dix-huit", "3018"),
        ("cent dix-neuf", "119"),
        ("zéro huit, quatre-vingt-dix-sept", "0897"),
        ("soixante-dix, quatre-vingts", "7080"),
        ("septante, nonante-neuf", "7099"),
        ("au 116 006", "116006"),
        ("3018", "3018"),
    ],
)
def test_a_number_is_its_digits(words: str, digits: str) -> None:
    assert dictated(f"Faites le numéro, {words}.") == (digits,)


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("Notez : service, tiret, public, point, gouv, point, fr.", "servicepublicgouvfr"),
        ("Notez : un, sept, cyber, point, gouv, point, fr.", "unseptcybergouvfr"),
        ("Allez sur cnil.fr.", "cnilfr"),
        ("Écrivez : france, travail, tout attaché, point, fr.", "francetravailtoutattachefr"),
    ],
)
def test_an_address_is_its_letters(words: str, letters: str) -> None:
    assert dictated(words) == (letters,)


@pytest.mark.parametrize(
    "words",
    ["", "La fiche un, zéro, deux.", "Cela coûte 3,50 euros.", "Un site finit par un point."],
)
def test_what_is_not_dictated(words: str) -> None:
    assert not {each for each in dictated(words) if len(each) > 1}


def test_two_spellings_or_a_repetition_are_twice() -> None:
    assert said_twice("Le dix-sept : un, sept.") == {"17"}
    assert said_twice("Le trente, dix-huit. Je répète : trois, zéro, un, huit.") == {"3018"}
    assert said_twice("Notez : cnil, point, fr. Je vous le redis lentement.") == {"cnilfr"}
    assert said_twice("Le dix-sept. Le cent douze.") == frozenset()


def test_a_number_is_to_be_dialled_when_a_verb_says_so() -> None:
    assert is_asked_for("Les secours répondent jour et nuit au cent douze.")
    assert is_asked_for("Composez le dix-sept.")
    assert not is_asked_for("Vous lirez trente-trois, sept cents.")


@given(st.text(alphabet="un deux,.-zéro cent mille point fr 0123", max_size=80))
def test_anything_may_be_said(words: str) -> None:
    assert said_twice(words) <= {*dictated(words)}
