"""A tutorial is asked to be as plain as its level says; no more, and never on a few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boutdufil.check.reading import hard_reading
from boutdufil.check.review import agreed_in, under_review
from boutdufil.kinds.content import Content
from boutdufil.kinds.folder import ContentReader
from boutdufil.language.readability import Measure
from boutdufil.model.finding import Code, Finding, Severity
from boutdufil.model.reading import Readability, Sentence
from tests.conftest import WriteTree
from tests.published import published_content


@pytest.fixture
def content(write_tree: WriteTree, tmp_path: Path, today: date) -> Content:
    write_tree(tmp_path, "--- fiche: tutoriels/cyber-hygiene/exemple.md\n")
    return ContentReader(tmp_path).read(today)


def told(content: Content, readability: Readability, level: int = 1) -> list[Finding]:
    document = next(each for each in content.documents if each.tutorial is not None)
    assert document.tutorial is not None
    body = replace(document.tutorial.body, readability=readability)
    changed = replace(document, value=replace(document.tutorial, level=level, body=body))
    return judged(replace(content, documents=(changed,)))


def judged(content: Content) -> list[Finding]:
    files = under_review(content, agreed_in(content), lambda _path: True)
    return [found for each in files for found in hard_reading(each)]


def scored(score: float, words: int = 1000) -> Readability:
    """Return a text of ten words a sentence with about this score."""
    syllables = round((207 - 10.15 - score) / 73.6 * words)
    return Readability(public=Measure(words, words // 10, syllables, 12))


@pytest.mark.parametrize(
    ("level", "score", "hard"),
    [(1, 81, False), (1, 79, True), (2, 79, False), (2, 69, True), (3, 61, False), (3, 59, True)],
)
def test_the_level_says_how_plain(content: Content, level: int, score: float, hard: bool) -> None:
    codes = [found.code for found in told(content, scored(score), level)]
    assert codes == ([Code.HARD_TEXT] if hard else [])


def test_a_few_words_are_not_judged(content: Content) -> None:
    assert told(content, scored(10, words=90)) == []


def test_the_advice_is_at_the_level(content: Content) -> None:
    (found,) = told(content, scored(50))
    assert (found.line, found.severity) == (7, Severity.ADVICE)
    assert found.found == "lisibilité 50 (assez difficile), 10,0 mots par phrase"


def test_only_what_is_read_is_held_to_twenty_words(content: Content) -> None:
    read, said = Sentence("Je lis…", 21, 30, 24), Sentence("Lisez…", 30, 40, 26, said=True)
    long = replace(read, words=20, line=27)
    (found,) = told(content, Readability(sentences=(said, read, long)))
    assert (found.code, found.line, found.severity) == (Code.LONG_SENTENCE, 24, Severity.WARNING)


def test_a_very_long_sentence_is_cut_to_a_line(content: Content) -> None:
    (found,) = told(content, Readability(sentences=(Sentence("mot " * 500, 500, 500, 24),)))
    assert len(found.found) == 120


def test_the_real_tutorials_are_plain() -> None:
    assert judged(published_content()) == []


def test_a_page_that_is_wrong_is_not_judged(content: Content) -> None:
    document = next(each for each in content.documents if each.tutorial is not None)
    wrong = replace(document, value=None)
    assert judged(replace(content, documents=(wrong,))) == []
