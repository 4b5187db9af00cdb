"""What a page shows is looked at for numbers and links: few fragments have any, none is missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from boutdufil.markup.seen import may_be_telling, seen

PIECES = st.sampled_from(
    (
        *("<p>", "</p>", "<b>", "</b>", '<a href="tel:3018">', "</a>", "&nbsp;", "&#48;", "&amp;"),
        *("plus", " ", "un", "ze", "ro", "ZÉRO", "cent", "-dix", "neuf", ".", "fr", "٣", "ſ", "Ÿ"),
    )
)


@given(st.lists(PIECES).map("".join))
def test_no_number_is_missed_for_looking_sooner(fragment: str) -> None:
    assert may_be_telling(fragment) or not seen(fragment, 1).is_telling


@pytest.mark.parametrize("fragment", ["2 points", "<p>Appelez le 3018.</p>", "z&eacute;ro"])
def test_what_may_tell_a_number_is_looked_at(fragment: str) -> None:
    assert may_be_telling(fragment)
    assert seen(fragment, 1).is_telling


@pytest.mark.parametrize("fragment", ["Je lis.", "<p>Je lis, plus&nbsp;bas&nbsp;!</p>"])
def test_words_alone_are_not(fragment: str) -> None:
    assert not may_be_telling(fragment)


def test_what_is_shown_is_plain_text() -> None:
    assert type(seen(Markup("2 points"), 1).text) is str
