"""French spaces: only spaces change, and only in what is read."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boutdufil.language.typography import NARROW, WIDE, typeset

TEXT = st.text(alphabet="ab1230 :;!?»«%€.\n\u00a0\u202f&", max_size=40)
WORDS = st.text(alphabet="ab :;!?»«%10", max_size=20)
MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<br>",
        '<a title="Quoi ?" href="x ! y">',
        "<pre>10 000 « a » ?</pre>",
        "<code>a ; b : c</code>",
        "<textarea>« a » 5 km</textarea>",
        "<script>a ? b : c</script>",
        "<style>a : b ; c !</style>",
        "<title>Quoi ?</title>",
        '<span data-x="« a »">',
    ]
)
PAGES = st.lists(TEXT | MARKUP).map("".join)
UNTOUCHED = re.compile(r"<(pre|code|textarea|script|style|title)\b.*?</\1>|<[^>]+>", re.DOTALL)
SPACES = re.compile(r"[ \u00a0\u202f]+")


def shown(text: str) -> str:
    """Make visible what no eye tells apart."""
    return text.replace(NARROW, "_").replace(WIDE, "~")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Quoi ?", "Quoi_?"),
        ("Non ! Oui ; 5 % et 2 €", "Non_! Oui_; 5_% et 2_€"),
        ("Il dit : « oui »", "Il dit~: «_oui_»"),
        ("12:30 et a :b", "12:30 et a :b"),
        ("10 000 km et 1 234 567", "10~000~km et 1~234~567"),
        ("5 min, 5 minutes, 2 h, 82 ans", "5~min, 5~minutes, 2~h, 82~ans"),
        ("5 minuscules, 2 hommes", "5 minuscules, 2 hommes"),
        ("06 12", "06 12"),
        ("un mot", "un mot"),
    ],
)
def test_each_sign_has_its_space(written: str, read: str) -> None:
    assert shown(typeset(written)) == read


def test_text_between_tags_is_set_and_the_tags_are_not() -> None:
    page = '<p title="Quoi ?">Quoi ? <code>a ? b : c</code> Oui !</p>'
    assert shown(typeset(page)) == '<p title="Quoi ?">Quoi_? <code>a ? b : c</code> Oui_!</p>'


@given(PAGES)
def test_only_spaces_change(page: str) -> None:
    assert SPACES.sub(" ", typeset(page)) == SPACES.sub(" ", page)


@given(PAGES)
@example("<code>a ? b</code> Quoi ?")
def test_tags_and_code_are_left_alone(page: str) -> None:
    before = [match[0] for match in UNTOUCHED.finditer(page)]
    assert [match[0] for match in UNTOUCHED.finditer(typeset(page))] == before


@given(PAGES)
def test_a_page_set_twice_is_set_once(page: str) -> None:
    once = typeset(page)
    assert typeset(once) == once


@given(WORDS)
def test_a_sign_never_begins_a_line(words: str) -> None:
    assert not re.search(r" [;!?»%€]|« ", typeset(words))
