"""What a fragment prints is kept from one body to the next, and depends on nothing else."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.markup.markdown import Renderer
from boutdufil.markup.written import printed_page


def test_a_link_is_told_to_each_file_that_holds_it() -> None:
    told: list[str] = []

    def resolve(target: str) -> str:
        told.append(target)
        return f"site:{len(told)}/"

    renderer = Renderer()
    printed = [renderer.inline("Voir [la suite](autre.md).", resolve) for _file in range(2)]
    assert told == ["autre.md", "autre.md"]
    assert printed == [f'Voir <a href="site:{rank}/">la suite</a>.' for rank in (1, 2)]


def test_what_a_body_defines_is_unknown_to_the_others() -> None:
    def resolve(target: str) -> str:
        return target

    text = "Je lis [le guide]."
    renderer, other = Renderer(), Renderer()
    renderer.begin(["[le guide]: https://exemple.fr/"])
    defined = renderer.blocks(text, resolve)
    assert defined == '<p>Je lis <a href="https://exemple.fr/">le guide</a>.</p>'
    for each in (other, renderer):
        each.begin([])
        for _again in range(2):
            assert each.blocks(text, resolve) == "<p>Je lis [le guide].</p>"


def test_a_text_prints_as_a_paragraph_or_within_a_line() -> None:
    renderer = Renderer()
    for _again in range(2):
        assert renderer.blocks("Un *mot*", str) == "<p>Un <em>mot</em></p>"
        assert renderer.inline("Un *mot*", str) == "Un <em>mot</em>"


WORDS = st.text("aéŒ7٣ ,.;:!?'’…«»“”()%€/–—\u00a0\u202f-", min_size=1).map(str.strip).filter(bool)
"""What is printed as it is written, without asking Markdown."""


@given(WORDS)
def test_words_without_a_sign_print_as_beside_one(words: str) -> None:
    renderer = Renderer()
    assert renderer.inline(f"{words} *x*", str) == f"{renderer.inline(words, str)} <em>x</em>"
    begun = f"J{words}"
    paragraph = renderer.blocks(begun, str).removesuffix("</p>")
    assert renderer.blocks(f"{begun} *x*", str) == f"{paragraph} <em>x</em></p>"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("J’ai a < b.", "<p>J’ai a &lt; b.</p>"),
        ("7. Ouvrez.", '<ol start="7">\n<li>Ouvrez.</li>\n</ol>'),
        ("- Un mot", "<ul>\n<li>Un mot</li>\n</ul>"),
        ("    Un mot", "<pre><code>Un mot\n</code></pre>"),
        ("Un mot\n\nUn autre", "<p>Un mot</p>\n<p>Un autre</p>"),
        ("Un _mot_", "<p>Un <em>mot</em></p>"),
    ],
)
def test_a_sign_is_read_by_markdown(text: str, printed: str) -> None:
    found = Renderer().blocks(text, str)
    assert found.replace("\n", "") == printed.replace("\n", "")


TABLE = "| signe | veut dire |\n| --- | --- |\n| une roue | les réglages |"


@pytest.mark.parametrize(
    "print_table",
    [lambda: Renderer().blocks(TABLE, str), lambda: printed_page(TABLE, str)],
    ids=["fiche", "page"],
)
def test_a_table_scrolls_by_the_keyboard(print_table: Callable[[], str]) -> None:
    label = 'aria-label="Tableau : signe, veut dire"'
    box = f'<div {label} class="fil-table" role="group" tabindex="0">'
    told = html.unescape(print_table())
    assert told.count("<table>") == 1
    assert re.sub(r"\s*(?=<)", "", told).startswith(box + "<table>")
