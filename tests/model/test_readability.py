from __future__ import annotations

import pytest

from boutdufil.model.readability import sentences, words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Je lis. J’attends !", ("Je lis.", "J’attends !")),
        ("Vous voyez « Transférer » ? Parfait.", ("Vous voyez « Transférer » ?", "Parfait.")),
        ("Il dit : « Oui. » Je note.", ("Il dit : « Oui. »", "Je note.")),
        ("J’ouvre impots.gouv.fr. Je lis.", ("J’ouvre impots.gouv.fr.", "Je lis.")),
        ("Attendez… Voilà.", ("Attendez…", "Voilà.")),
        ("…", ()),
        ("", ()),
    ],
)
def test_a_text_is_cut_where_one_breathes(text: str, cut: tuple[str, ...]) -> None:
    assert sentences(text) == cut
    assert sentences(text.replace(" »", "\u202f»").replace(" ?", "\u202f?")) == tuple(
        part.replace(" »", "\u202f»").replace(" ?", "\u202f?") for part in cut
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [("J’ouvre l’écran", 2), ("33,50 euros", 2), ("Qu’est-ce que c’est ?", 3), ("« ! »", 0)],
)
def test_a_word_is_what_one_counts_on_fingers(text: str, count: int) -> None:
    assert len(words(text)) == count
