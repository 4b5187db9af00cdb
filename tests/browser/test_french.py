"""The pages’ scripts know the French of the build: same tables, same answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from boutdufil.language import message
from boutdufil.language.sentences import ends, sentences
from boutdufil.language.text import fold, slugify
from boutdufil.language.typography import typeset
from tests.browser.scripts import empty_page
from tests.language.test_sentences import TEXTS, cases

WRITTEN = st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=40)
FRENCH = st.text(alphabet="ÀÉÈÊÇŒÆaeiouœæ ’'-«»?!…\t\n\x1c\x85\u00a0\u202f\u2028ß^€[", max_size=40)
MANY = st.lists(WRITTEN | FRENCH | TEXTS, min_size=20, max_size=20)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with empty_page(browser) as opened:
        yield opened


def test_each_case_of_the_table_is_cut_in_the_same_way(page: Page) -> None:
    texts = [text.replace(" ", space) for text, _cut in cases() for space in (" ", "\u202f")]
    cut = page.evaluate("texts => texts.map(filFrench.sentences)", texts)
    assert [tuple(each) for each in cut] == [sentences(text) for text in texts]


@given(MANY)
@settings(max_examples=40)
def test_sentences_end_at_the_same_places(page: Page, texts: list[str]) -> None:
    # The browser counts in UTF-16, where a rare sign takes two.
    plain = ["".join(sign for sign in text if sign < "\U00010000") for text in texts]
    assert page.evaluate("texts => texts.map(filFrench.ends)", plain) == [
        [*ends(text)] for text in plain
    ]
    assert page.evaluate("texts => texts.map(filFrench.sentences)", plain) == [
        [*sentences(text)] for text in plain
    ]


@given(MANY)
@settings(max_examples=40)
def test_texts_are_compared_and_named_in_the_same_way(page: Page, texts: list[str]) -> None:
    assert page.evaluate("texts => texts.map(filFrench.fold)", texts) == [*map(fold, texts)]
    assert page.evaluate("texts => texts.map(filFrench.slug)", texts) == [*map(slugify, texts)]


@given(MANY)
@settings(max_examples=40)
def test_a_message_is_written_and_counted_in_the_same_way(page: Page, texts: list[str]) -> None:
    sent = page.evaluate("texts => texts.map(filMessage.written)", texts)
    assert sent == [message.to_gsm(text) for text in texts]
    assert page.evaluate("texts => texts.map(filMessage.length)", sent) == [
        message.length(text) for text in sent
    ]
    assert page.evaluate("texts => texts.map(text => filMessage.segments(text))", sent) == [
        message.segments(text) for text in sent
    ]


def test_every_sign_of_the_alphabet_is_known_to_both(page: Page) -> None:
    signs = [chr(code) for code in range(0x2500) if not 0xD800 <= code < 0xE000]
    sent = page.evaluate("signs => signs.map(filMessage.written)", signs)
    assert sent == [message.to_gsm(sign) for sign in signs]


@given(st.lists(st.text(alphabet="ab :;!?»«%", max_size=20), min_size=20, max_size=20))
@settings(max_examples=40)
def test_a_sentence_gets_the_same_spaces(page: Page, texts: list[str]) -> None:
    set_here = page.evaluate("texts => texts.map(filFrench.typeset)", texts)
    assert set_here == [*map(typeset, texts)]
