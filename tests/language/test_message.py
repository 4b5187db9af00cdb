"""A text message, counted as the network counts it (3GPP TS 23.038)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.language import message


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("fenêtre", "fenetre"),
        ("reçu, Ça", "recu, Ça"),
        ("cœur Œuvre", "coeur OEuvre"),
        ("l’été à Noël, où ?", "l'été à Noel, où ?"),
        ("e\u0301te\u0301", "été"),
        ("dit « oui » et “non”", 'dit "oui" et "non"'),
        ("dit «\u00a0oui\u202f»", 'dit "oui"'),
        ("attendez… – non", "attendez... - non"),
        ("1\u202f000 € [ok] {a}", "1 000 € [ok] {a}"),
        ("un ★", "un ?"),
    ],
)
def test_a_letter_outside_the_alphabet_is_replaced(written: str, sent: str) -> None:
    assert message.to_gsm(written) == sent


@pytest.mark.parametrize(
    ("text", "septets"), [("", 0), ("été", 3), ("2 €", 4), ("[x]", 5), ("a|b~^\\{}", 14)]
)
def test_an_extended_character_counts_two(text: str, septets: int) -> None:
    assert message.length(text) == septets


@pytest.mark.parametrize(
    ("septets", "carried_by"), [(0, 1), (160, 1), (161, 2), (306, 2), (307, 3), (459, 3), (460, 4)]
)
def test_joined_messages_lose_seven_characters_each(septets: int, carried_by: int) -> None:
    assert message.segments("a" * septets) == carried_by


def test_the_longest_recap_is_two_messages() -> None:
    assert message.LONGEST == 306


def test_the_number_of_the_tutorial_is_sent() -> None:
    assert (
        message.recap_message("  Je vérifie d’abord.\n", "101") == "Je vérifie d'abord. Fiche 101."
    )


@given(st.text())
def test_whatever_is_written_can_be_sent(text: str) -> None:
    sent = message.to_gsm(text)
    assert message.to_gsm(sent) == sent
    assert message.length(sent) >= len(sent)
