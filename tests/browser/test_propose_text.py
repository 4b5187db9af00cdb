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
from tests.browser.story import PATIENCE, reading

TODAY = date.today()
# What fails is not made smaller: each try asks the page, and it would take minutes.
QUICK = settings(phases=[Phase.explicit, Phase.generate])

PIECES = st.sampled_from(
    [
        *(" : ", ": ", "# ", " #", "## ", "### ", "- ", "-", "---", "* ", "+ ", "1. ", "2) ", "> "),
        *("/// ", "/// dire", "///", "//// appareil | mac", "//", "| a | b |", "|", "[x] ", "[ ] "),
        *("**", "**gras**", "*", "_", "__a__", "`", "```", "~~~", "\\", "{", "}", "{a|b}", "{a/b}"),
        *("{Appuyez|Cliquez}", "<b>", "</p>", "<!--", "<https://a.fr>", "![i](j)", "[l](x.md)"),
        *("[l]: x", "https://www.cnil.fr/a_b", "http://a", "javascript:x", "&amp;", "&#47;", "&"),
        *("« ", " »", "«", "»", "“", '"', "'", "’", "%", "@", "!", "?", "...", "…", "=", "$", "^"),
        *(
            "\t",
            "\u00a0",
            "\u202f",
            "\u200b",
            "\u2028",
            "\x00",
            "\x0c",
            "\x85",
            "\ufeff",
            "e\u0301",
        ),
        *(
            "true",
            "null",
            "12:30",
            "&a",
            "*a",
            "- - -",
            "***",
            "===",
            "é",
            "œ",
            "👵",
            "😀",
            "Étapes",
        ),
        *("mot", "anticonstitutionnellement" * 4, "J’ouvre", "   ", "    code", "&lt;", "a@b.fr"),
    ]
)
TYPED = st.lists(PIECES | st.text(max_size=3), min_size=1, max_size=7).map("".join)
ONE_LINE = TYPED.map(lambda text: text.replace("\n", " "))
WHATEVER = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | TYPED
LINES = st.lists(TYPED, max_size=4).map("\n".join)
WORDED = st.builds(
    lambda text, word: f"{text}{word}", ONE_LINE, st.sampled_from(["a", "Oui", " x."])
)
SHORT = WORDED.map(lambda text: text[-60:])
SOME_DEVICES = st.lists(st.sampled_from(["android", "iphone", "ordinateur"]), unique=True)
ADDRESS = st.sampled_from(
    ["https://www.cnil.fr/", "https://a.fr", "https://a.fr/x?y=#z", "https://a.fr:8/b:"]
)


def many(strategy: st.SearchStrategy[object], least: int, most: int) -> st.SearchStrategy[object]:
    return st.lists(strategy, min_size=least, max_size=most)


TROUBLES = many(st.fixed_dictionaries({"situation": WORDED, "texte": LINES, "mots": WORDED}), 0, 2)
STEP = st.fixed_dictionaries(
    {
        "titre": WORDED,
        "texte": LINES,
        "dires": many(st.fixed_dictionaries({"texte": LINES, "appareils": SOME_DEVICES}), 0, 2),
        "autrement": LINES,
        "demandes": many(
            st.fixed_dictionaries(
                {
                    "question": WORDED,
                    "reponses": many(
                        st.fixed_dictionaries({"reponse": WORDED, "mots": WORDED}), 2, 3
                    ),
                }
            ),
            0,
            1,
        ),
        "soucis": TROUBLES,
        "arrets": TROUBLES,
        "ecrans": many(
            st.fixed_dictionaries(
                {
                    "legende": st.just("Un message"),
                    "dessin": st.just("  cadre: telephone\n\n  corps:\n    - texte: Bonjour\n"),
                }
            ),
            0,
            1,
        ),
    }
)
QUIZ = st.fixed_dictionaries(
    {
        "question": WORDED,
        "options": many(st.fixed_dictionaries({"texte": WORDED, "juste": st.just(True)}), 2, 3),
        "explication": WORDED,
    }
)
ANSWERS = st.fixed_dictionaries(
    {
        "titre": SHORT,
        "resume": SHORT,
        "theme": st.sampled_from(["cyber-hygiene", "messagerie"]),
        "publics": st.just(["seniors", "tpe"]),
        "niveau": st.sampled_from(["1", "2", "3"]),
        "appareils": SOME_DEVICES,
        "appels": many(st.fixed_dictionaries({"phrase": WORDED}), 2, 3),
        "recap": st.text(alphabet="abé ’:#'\"-«»?!.{}[]|>&*œ€\n", max_size=80).map("J’".__add__),
        "sources": many(st.fixed_dictionaries({"nom": SHORT, "url": ADDRESS}), 1, 2),
        "relu_le": st.just("2024-02-29"),
        "introduction": LINES,
        "avant": LINES,
        "etapes": many(STEP, 1, 2),
        "questions": many(QUIZ, 0, 1),
        "raconter": LINES,
        "choisir": LINES,
        "plusloin": LINES,
    }
)


@pytest.fixture(scope="module")
def writer(browser: Browser, host: str) -> Iterator[Page]:
    """The page, whose scripts are called as its form calls them."""
    with reading(browser, host) as contributor:
        contributor.opens("contribuer/proposer/")
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


def test_most_of_what_is_generated_is_tried(writer: Page) -> None:
    """The property above would say nothing if the page refused everything."""
    tried: list[bool] = []

    @given(answers=ANSWERS)
    @settings(max_examples=25)
    def count(answers: dict[str, object]) -> None:
        tried.append(not writer.evaluate("answers => filPropose.check(answers)", answers))

    count()
    assert sum(tried) > len(tried) / 2


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
