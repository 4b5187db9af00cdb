"""The figures of the bench, from the file to the page: what was measured, and no other figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.performances.declaration import PERFORMANCES, PERFORMANCES_FILE
from boutdufil.kinds.performances.pages import performances_page
from boutdufil.kinds.performances.values import Figures, Measured, Performances
from boutdufil.kinds.published import Published
from boutdufil.kinds.reading import read_data
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.page import Head
from boutdufil.tools.html_tree import Element, parse
from tests.conftest import TODAY
from tests.pages.rendering import environment, rendered

SMALL = """\
mesures:
- fiches: 100
  tours: 1
  le: '2026-11-20'
  machine: Une petite machine, 2 cœurs
  outils:
  - nom: Le nôtre
    version: 1.0.0
    secondes: 20.5
    calcul: 30
    memoire: 400.4
    poids: 80.25
    fichiers: 4000
    pages: 900
    premiere_page: 58.7
    premiere_recherche: 52.3
  - nom: Un autre
    version: 2.1
    secondes: 10.25
    calcul: 9.9
    memoire: 76
    poids: 18
    fichiers: 160
    pages: 115
    premiere_page: 696.2
    premiere_recherche: 0
- fiches: 1000
  tours: 3
  le: '2026-11-21'
  machine: Une petite machine, 2 cœurs
  outils:
  - nom: Le nôtre
    version: 1.0.0
    secondes: 200
    calcul: 300
    memoire: 900
    poids: 800
    fichiers: 40000
    pages: 9000
"""


def read(text: str) -> Document:
    return read_data(text.encode(), PERFORMANCES_FILE, PERFORMANCES, TODAY, Taxonomy())


def small() -> Performances:
    document = read(SMALL)
    assert document.findings == ()
    assert isinstance(document.value, Performances)
    return document.value


def page_of(taxonomy: Taxonomy, *documents: Document) -> Element:
    content = Content(taxonomy, (), data=documents)
    published = Published(catalog=Catalog.of(taxonomy, ()), content=content, written={})
    head = Head(
        address="contribuer/performances/",
        title="Les performances",
        kind="contribuer",
        description="",
        crumbs=(),
    )
    return parse(rendered(performances_page(head, published), environment(taxonomy))).one("main")


def rows(table: Element) -> list[str]:
    return [
        "|".join(cell.text for cell in row.children if isinstance(cell, Element)).replace(
            "\u202f", " "
        )
        for row in table.one("tbody").all("tr")
    ]


def test_what_is_written_is_read() -> None:
    first, second = small().measured
    assert (first.size, first.rounds, first.day) == (100, 1, date(2026, 11, 20))
    assert first.tools[0] == Figures(
        name="Le nôtre",
        version="1.0.0",
        seconds=20.5,
        cpu_seconds=30,
        peak_megabytes=400.4,
        megabytes=80.25,
        files=4000,
        pages=900,
        first_page=58.7,
        first_search=52.3,
    )
    assert first.times(first.tools[1]) == 0.5
    assert second.tools[0].first_page is None


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("secondes: 20.5", "secondes: 20,5", "« secondes » n’est pas un nombre attendu ici"),
        ("secondes: 20.5", "secondes: -1", "« secondes » n’est pas un nombre attendu ici"),
        ("secondes: 20.5", "secondes: environ 20", "« secondes » n’est pas un nombre attendu ici"),
        ("secondes: 20.5", "secondes: 0", "« secondes » est nul"),
        ("fichiers: 4000\n", "fichiers: 4000.5\n", "« fichiers » n’est pas un nombre attendu ici"),
        ("tours: 1", "tours: 0", "« tours » n’est pas un nombre attendu ici"),
        ("2026-11-20", "2036-11-20", "« le » est dans le futur"),
        ("  machine: Une petite machine, 2 cœurs\n", "", "il manque « machine »"),
        ("    secondes: 20.5\n", "", "il manque « secondes »"),
    ],
)
def test_what_is_no_measure_is_refused(right: str, wrong: str, told: str) -> None:
    document = read(SMALL.replace(right, wrong, 1))
    assert document.value is None
    assert [finding.problem for finding in document.findings] == [told]


def test_the_page_shows_what_was_measured(taxonomy: Taxonomy) -> None:
    page = page_of(taxonomy, read(SMALL))
    of_hundred, of_thousand, growth = page.all("table")
    assert rows(of_hundred) == [
        "Le nôtre 1.0.0|20,5 s|–|30,0 s|400 Mo|80,2 Mo|4000|900|59 ko|52 ko",
        "Un autre 2.1|10,2 s|× 0,50|9,9 s|76 Mo|18,0 Mo|160|115|696 ko|0 ko",
    ]
    assert rows(of_thousand) == [
        "Le nôtre 1.0.0|200,0 s|–|300,0 s|900 Mo|800,0 Mo|40000|9000|pas mesuré|pas mesuré"
    ]
    assert rows(growth) == ["1. Le nôtre|20,5|200,0", "2. Un autre|10,2|pas mesuré"]
    counts = [each.text for each in page.all("p", class_="fil-count")]
    assert "le 20 novembre 2026, en un seul tour : " in counts[0]
    assert "le 21 novembre 2026, en 3 tours ; " in counts[1]
    assert page.one("figure", class_="fil-plot").one("svg")


def test_without_a_measure_no_figure_is_shown(taxonomy: Taxonomy) -> None:
    page = page_of(taxonomy)
    assert page.all("table") == []
    assert page.all("svg") == []
    assert "Aucune mesure n’est encore gardée." in page.text


def test_a_tool_that_was_not_measured_has_no_time() -> None:
    known = small()
    assert known.names == ("Le nôtre", "Un autre")
    assert known.seconds("Un autre", 100) == 10.25
    assert known.seconds("Un autre", 1000) is None
    assert replace(known, measured=()).names == ()
    assert isinstance(known.measured[0], Measured)
