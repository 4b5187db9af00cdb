"""Letters twice as large cut no word, on the narrowest phones and over every kind of page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from boutdufil.tools.page_kinds import KINDS, PLAIN
from tests.browser.access import look
from tests.browser.comfort import settled
from tests.browser.story import Reader, reading
from tests.browser.test_every_kind import resize
from tests.browser.words import WIDTHS, cut_words

LARGEST = {"texte": "200"}
LONGEST = "tutoriels/ordinateur/retrouver-un-fichier/"
"""A tutorial whose words are long: « téléchargements », « confidentialité »."""


def cut_at_each_width(reader: Reader) -> dict[int, list[str]]:
    found = {}
    for width in WIDTHS:
        resize(reader.page, width)
        wrong = cut_words(reader.page) + look(reader.page, "overflowing")
        if wrong:
            found[width] = wrong
    return found


@pytest.mark.parametrize("kind", [*KINDS, PLAIN])
def test_no_word_is_cut(
    browser: Browser, host: str, one_page_a_kind: dict[str, str], kind: str
) -> None:
    with reading(browser, host, width=WIDTHS[0]) as reader:
        settled(reader, LARGEST)
        reader.opens(one_page_a_kind[kind])
        assert cut_at_each_width(reader) == {}


@pytest.mark.parametrize("step", ["#etape-1", "#etape-2", "#fin", "#lecture"])
def test_no_word_is_cut_as_one_walks(browser: Browser, host: str, step: str) -> None:
    with reading(browser, host, width=WIDTHS[0]) as reader:
        settled(reader, LARGEST)
        reader.opens(f"{LONGEST}{step}")
        assert cut_at_each_width(reader) == {}


def test_a_cut_word_would_be_seen(browser: Browser, host: str) -> None:
    """« toucherai » in a box of six letters is; with a hyphen, an address, a giant are not."""
    with reading(browser, host, width=320) as reader:
        reader.opens("")
        page = reader.page
        page.evaluate(
            "document.body.replaceChildren(document.createElement('p')),"
            " document.querySelector('p').append('toucherai')"
        )
        page.evaluate("document.querySelector('p').style.width = '6ch'")
        assert cut_words(page) == ["toucherai, in p."]
        for text in ("touche-rai", "touche\u00adrai", "17cyber.gouv.fr", "e" * 60, "une clé"):
            page.evaluate("text => document.querySelector('p').textContent = text", text)
            assert cut_words(page) == [], text
