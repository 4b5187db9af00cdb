"""The maintainers' pages, on a few tutorials of which every number is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from markupsafe import Markup

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.published import Published
from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.values import Trial
from boutdufil.language.readability import Measure
from boutdufil.model.reading import Readability, Sentence
from boutdufil.model.script import Prose, Quiz, Say, Script, Step, Trouble
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages import board
from boutdufil.pages.board import FEATURES, BoardPage, Cell, Coverage, Ease, ThemeRow, board_page
from boutdufil.pages.jargon import technical_words, unexplained
from boutdufil.pages.page import Bar, Head, bars
from boutdufil.pages.readability import (
    MOST_SENTENCES,
    MOST_TUTORIALS,
    HardTutorial,
    ReadabilityPage,
    readability_page,
)
from boutdufil.pages.terms import by_name
from tests.conftest import make_tutorial

LINK = Term(
    path="glossaire/lien.md",
    name="lien internet",
    definition="Ce qui ouvre une page.",
    synonyms=("lien", "le truc bleu", "LNK"),
)


def scored(score: int, lengths: tuple[int, ...] = (1, 2, 3, 4, 0)) -> Readability:
    """Return a text of 730 words, ten a sentence, with about this score."""
    return Readability(
        public=Measure(730, 73, round((207 - 10.15 - score) / 73.6 * 730), 19),
        said=Measure(300, 50, 400, 12),
        lengths=lengths,
    )


def prose(text: str) -> Script:
    return Script(introduction=(Prose(Markup(f"<p>{text}</p>")),))


COMPLETE = Script(
    steps=(Step(1, Markup("Je lis"), (Say(Markup("Lisez.")),)),),
    understanding=(
        Quiz(Markup("?"), (), Markup("Oui.")),
        Trouble(Markup("Rien"), Markup("J’attends."), Markup()),
    ),
)
HALF = Script(steps=(*COMPLETE.steps, Step(2, Markup("J’écris"), ())))

FIRST = make_tutorial(
    "cyber-hygiene/un",
    number="101",
    themes=("cyber-hygiene", "messagerie"),
    audiences=("seniors", "jeunes"),
    reviewed=date(2024, 1, 15),
    script=COMPLETE,
    trials=(Trial(device="android", version="14", on=date(2024, 1, 10)),),
)
SECOND = make_tutorial(
    "cyber-hygiene/deux", number="102", reviewed=date(2024, 1, 31), script=HALF, level=1
)
THIRD = make_tutorial("ecole/trois", number="901", reviewed=date(2025, 3, 2))
SCORES = {FIRST.path: scored(95), SECOND.path: scored(75), THIRD.path: Readability()}


@pytest.fixture
def catalog(taxonomy: Taxonomy) -> Catalog:
    return Catalog.of(taxonomy, (FIRST, SECOND, THIRD), (LINK,))


def content_of(catalog: Catalog, measured: Mapping[str, Readability] = SCORES) -> Content:
    return Content(
        catalog.taxonomy,
        tuple(
            Document(
                each.path,
                (),
                replace(each, body=replace(each.body, readability=measured[each.path])),
            )
            for each in catalog.tutorials
        ),
    )


HEAD = Head(address="ici/", title="Ici", kind="contribuer", description="", crumbs=())


def board_of(catalog: Catalog, content: Content) -> BoardPage:
    return board_page(HEAD, Published(catalog=catalog, content=content, written={}))


def readability_of(catalog: Catalog, content: Content) -> ReadabilityPage:
    return readability_page(HEAD, Published(catalog=catalog, content=content, written={}))


@pytest.fixture
def shown(catalog: Catalog) -> BoardPage:
    return board_of(catalog, content_of(catalog))


Row = TypeVar("Row", ThemeRow, Ease, Coverage)


def row_of(rows: Sequence[Row], key: str) -> Row:
    (row,) = (each for each in rows if each.theme.address == f"themes/{key}/")
    return row


def test_the_matrix_counts_each_theme_and_audience(shown: BoardPage) -> None:
    row = row_of(shown.matrix, "cyber-hygiene")
    assert row.theme.count == 2
    assert row.cells == (
        Cell("Senior", 2, 1, "publics/seniors/cyber-hygiene/"),
        Cell("Jeune", 1, 1, "publics/jeunes/cyber-hygiene/"),
        Cell("Petite entreprise", 0, 0, ""),
        Cell("En recherche d’emploi", 0, 0, ""),
        Cell("Parent", 0, 0, ""),
    )
    # 12 themes of 5 audiences; cyber-hygiene and messagerie have two each, ecole one.
    assert (shown.cells, shown.holes, shown.total) == (60, 55, 3)


@pytest.mark.parametrize(("count", "shade"), [(1, 1), (2, 1), (3, 2), (6, 3), (12, 4), (99, 4)])
def test_the_shades_are_few(taxonomy: Taxonomy, count: int, shade: int) -> None:
    tutorials = [make_tutorial(f"ecole/n{n}", number=str(100 + n)) for n in range(count)]
    catalog = Catalog.of(taxonomy, tutorials)
    row = row_of(board_of(catalog, Content(taxonomy, ())).matrix, "ecole")
    assert (row.cells[0].count, row.cells[0].shade) == (count, shade)


def test_reviews_are_counted_by_month(shown: BoardPage) -> None:
    assert shown.months == (
        (date(2024, 1, 1), Bar("", 2, 100)),
        (date(2025, 3, 1), Bar("", 1, 50)),
    )
    assert shown.oldest == (FIRST.card, SECOND.card, THIRD.card)


def test_months_and_old_tutorials_are_bounded(
    taxonomy: Taxonomy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "MOST_MONTHS", 1)
    monkeypatch.setattr(board, "OLDEST", 2)
    catalog = Catalog.of(taxonomy, (FIRST, SECOND, THIRD))
    shown = board_of(catalog, content_of(catalog))
    assert shown.months == (
        (date(2024, 1, 1), Bar("", 2, 100)),
        (None, Bar("", 1, 50)),
    )
    assert shown.oldest == (FIRST.card, SECOND.card)


def test_each_theme_has_its_mean_and_its_worst(shown: BoardPage) -> None:
    ease = row_of(shown.ease, "cyber-hygiene")
    assert ease.mean == pytest.approx(85, abs=0.1)
    assert ease.worst == SECOND.card
    assert ease.worst_score == pytest.approx(75, abs=0.1)
    short = row_of(shown.ease, "ecole")
    assert (short.mean, short.worst) == (None, None)


def test_what_tutorials_contain_is_counted(shown: BoardPage) -> None:
    row = row_of(shown.coverage, "cyber-hygiene")
    assert row.total == 2
    assert row.bars == (
        Bar("Script complet", 1, 50),  # the second has a step without a script
        Bar("Écran dessiné", 0, 0),
        Bar("Question « J’ai compris ? »", 1, 50),
        Bar("Souci prévu", 1, 50),
        Bar("Essai sur un appareil", 1, 50),
    )
    assert shown.features == tuple(FEATURES)


def test_an_empty_site_has_only_holes(taxonomy: Taxonomy) -> None:
    shown = board_of(Catalog.of(taxonomy, ()), Content(taxonomy, ()))
    assert (shown.total, shown.months, shown.oldest) == (0, (), ())
    assert shown.holes == shown.cells


def test_the_hardest_tutorial_comes_first(catalog: Catalog) -> None:
    shown = readability_of(catalog, content_of(catalog))
    rows = shown.rows
    assert [row.tutorial for row in rows] == [SECOND.card, FIRST.card, THIRD.card]
    assert [row.is_too_hard for row in rows] == [True, False, False]
    assert shown.total == 3
    assert shown.lengths == (
        Bar("1 à 5 mots", 2, 25),
        Bar("6 à 10 mots", 4, 50),
        Bar("11 à 15 mots", 6, 75),
        Bar("16 à 20 mots", 8, 100),
        Bar("21 mots ou plus", 0, 0),
    )


def test_the_level_decides_what_is_too_hard() -> None:
    at_ease = HardTutorial(replace(SECOND, level=2), scored(75), ())
    assert not at_ease.is_too_hard
    assert HardTutorial(replace(SECOND, level=1), scored(75), ()).is_too_hard


def test_the_page_does_not_grow_with_the_site(taxonomy: Taxonomy) -> None:
    tutorials = [make_tutorial(f"ecole/n{n}", number=str(100 + n)) for n in range(120)]
    sentence = Sentence("Je lis…", 18, 30, 24)
    measured = {
        each.path: replace(scored(90), sentences=(replace(sentence, words=16 + rank % 9),) * 8)
        for rank, each in enumerate(tutorials)
    }
    catalog = Catalog.of(taxonomy, tutorials)
    shown = readability_of(catalog, content_of(catalog, measured))
    rows, sentences = shown.rows, shown.sentences
    assert (len(rows), shown.total) == (MOST_TUTORIALS, 120)
    assert (len(sentences), shown.sentence_total) == (MOST_SENTENCES, 960)
    assert {each.sentence.words for each in sentences} == {24}
    assert all(len(row.sentences) == 5 for row in rows)


def test_a_draft_is_not_counted(taxonomy: Taxonomy, catalog: Catalog) -> None:
    published = Catalog.of(taxonomy, (FIRST,))
    shown = readability_of(published, content_of(catalog))
    assert shown.total == 1


def test_the_callers_words_are_no_jargon() -> None:
    assert technical_words(LINK) == ("lien internet", "lien", "LNK")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("J’ouvre le lien.", ["lien"]),
        ("J’ouvre les Liens du LNK.", ["lien"]),
        ("Le truc bleu s’ouvre.", []),
        ("J’aime bien.", []),
        # The build links the whole name; the author links the short one.
        ("Un lien internet est bleu. J’ouvre le lien.", []),
        ('J’ouvre le <a href="site:glossaire/lien/">lien</a>.', []),
        ('J’ouvre le <a href="site:glossaire/onglet/">lien</a>.', ["lien"]),
        # What follows explains it, wherever it is in the page.
        ("J’ouvre le lien. Un lien, c’est un mot bleu.", []),
        ("J’ouvre le lien (un mot bleu).", []),
        ("J’ouvre le « lien » : un mot bleu.", []),
        ("J’ouvre le lien, puis la page.", ["lien"]),
    ],
)
def test_a_word_is_jargon_until_it_is_explained(text: str, found: list[str]) -> None:
    told = unexplained(prose(text), by_name((LINK,)))
    assert [each.word for each in told] == found


def test_what_is_said_is_not_what_is_read() -> None:
    said = Script(steps=(Step(1, Markup("Je lis"), (Say(Markup("Le lien est bleu.")),)),))
    assert unexplained(said, by_name((LINK,))) == ()


def test_bars_share_a_scale() -> None:
    assert bars([("a", 1), ("b", 4)]) == (Bar("a", 1, 25), Bar("b", 4, 100))
    assert bars([("a", 1)], whole=3) == (Bar("a", 1, 33.3),)
    assert bars([("a", 0)]) == (Bar("a", 0, 0),)
    assert bars([]) == ()
