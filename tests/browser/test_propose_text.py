"""Whatever a person types in the page that proposes a tutorial, the file that comes out is right.

The page's own script writes the Markdown, in a browser; the verifier reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from boutdufil.kinds.tutorial.reading import read_tutorial
from boutdufil.language.text import slugify
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import has_errors
from boutdufil.model.script import plain
from boutdufil.model.taxonomy import Taxonomy
from tests.browser.propose import begins
from tests.browser.story import PATIENCE, reading
from tests.browser.typed import ANSWERS, WHATEVER

TODAY = date.today()
# What fails is not made smaller: each try asks the page, and it would take minutes.
QUICK = settings(phases=[Phase.explicit, Phase.generate])


@pytest.fixture(scope="module")
def writer(browser: Browser, host: str) -> Iterator[Page]:
    """The page, whose scripts are called as its form calls them."""
    with reading(browser, host) as contributor:
        begins(contributor)
        contributor.page.set_default_timeout(PATIENCE)
        yield contributor.page


@given(answers=ANSWERS)
@settings(QUICK, max_examples=120)
def test_what_the_page_accepts_the_verifier_accepts(
    writer: Page, reader: Reader, answers: dict[str, object]
) -> None:
    found, text, name, lines = writer.evaluate(
        "answers => [filPropose.check(answers), filPropose.write(answers),"
        " filPropose.slug(answers.titre), [answers.titre, answers.resume,"
        " ...answers.etapes.map(step => step.titre)].map(filPropose.line)]",
        answers,
    )
    assume(not found)
    theme = str(answers["theme"])
    document = read_tutorial(text.encode(), f"tutoriels/{theme}/{name}.md", reader, TODAY)
    assert not has_errors(document.findings), (document.findings, text)
    tutorial = document.tutorial
    assert tutorial is not None
    assert [tutorial.title, tutorial.summary] == lines[:2]
    assert len(tutorial.script.steps) == len(lines) - 2
    for step, typed in zip(tutorial.script.steps, lines[2:], strict=True):
        if "{" not in typed:
            # What is plain sets its own spaces around « : » and « … ».
            assert plain(step.title).replace(" ", "") == typed.replace(" ", "")


def test_enough_of_what_is_generated_is_tried(writer: Page) -> None:
    """The property above would say nothing if the page refused everything."""
    tried: list[bool] = []

    @given(answers=ANSWERS)
    @settings(max_examples=25)
    def count(answers: dict[str, object]) -> None:
        tried.append(not writer.evaluate("answers => filPropose.check(answers)", answers))

    count()
    assert sum(tried) > len(tried) / 3


@given(typed=st.lists(WHATEVER, min_size=10, max_size=10))
@settings(max_examples=20)
def test_a_title_gives_a_file_name_that_makes_an_address(writer: Page, typed: list[str]) -> None:
    for name in writer.evaluate("texts => texts.map(filPropose.slug)", typed):
        assert name
        assert name == slugify(name)
        assert len(name) <= 66


def test_the_taxonomy_of_the_generator_is_the_real_one(taxonomy: Taxonomy) -> None:
    assert {"cyber-hygiene", "messagerie"} <= taxonomy.themes.keys()
    assert {"seniors", "tpe"} <= taxonomy.audiences.keys()
