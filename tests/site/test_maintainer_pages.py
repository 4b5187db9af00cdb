"""The pages of the maintainers, as published: their tables say what the files say."""

from __future__ import annotations

import re

import pytest

from boutdufil.kinds.performances.declaration import PERFORMANCES_FILE
from boutdufil.language.text import decimal
from boutdufil.pages.readability import MOST_TUTORIALS
from boutdufil.tools.html_tree import Element
from tests.peers.record import recorded
from tests.site.builds import Built, words

BOARD = "contribuer/tableau/"
READABILITY = "contribuer/lisibilite/"
PERFORMANCES = "contribuer/performances/"


def table(page: Element, caption: str) -> Element:
    (found,) = (each for each in page.all("table") if caption in each.one("caption").text)
    return found


def rows(found: Element) -> list[list[str]]:
    """Return the texts of the body of a table, the heading of each row first."""
    body = found.one("tbody")
    return [
        [cell.text for cell in row.children if isinstance(cell, Element)] for row in body.all("tr")
    ]


def test_the_matrix_counts_the_front_matters(real_site: Built) -> None:
    found = table(real_site.page(BOARD), "par thème et par public")
    taxonomy = real_site.taxonomy
    expected = []
    for theme, declared in taxonomy["themes"].items():
        in_theme = [
            front for front in real_site.tutorials.values() if theme in words(front["themes"])
        ]
        counts = [
            sum(audience in words(front["publics"]) for front in in_theme)
            for audience in taxonomy["publics"]
        ]
        expected.append([str(declared["nom"]), *map(str, counts), str(len(in_theme))])
    told = [
        [name, *(re.split(r"\D", cell, maxsplit=1)[0] for cell in cells)]
        for name, *cells in rows(found)
    ]
    assert told == expected


def test_a_hole_proposes_to_write(real_site: Built) -> None:
    found = table(real_site.page(BOARD), "par thème et par public")
    cells = [cell for cell in found.all("td") if "class" in cell]
    for cell in cells:
        link = cell.one("a")
        hole = link.text.startswith("0 ")
        assert (cell["class"] == "fil-shade-0") == hole
        if hole:
            assert link["href"] == "../../contribuer/proposer/"
            assert "proposer une fiche" in link.text
        else:
            assert link["href"].startswith("../../publics/")


@pytest.mark.parametrize("address", [BOARD, READABILITY])
def test_every_table_is_a_real_one(real_site: Built, address: str) -> None:
    page = real_site.page(address)
    tables = page.all("table")
    assert tables
    for found in tables:
        assert found.one("caption").text
        assert all(each["scope"] in {"col", "row"} for each in found.all("th"))
        columns = len(found.one("thead").all("th"))
        assert all(
            len([cell for cell in row.children if isinstance(cell, Element)]) == columns
            for row in found.one("tbody").all("tr")
        )
    hidden = {id(svg) for each in page.all(aria_hidden="true") for svg in (each, *each.all("svg"))}
    assert [each for each in page.all("svg") if id(each) not in hidden] == []


def test_the_hardest_tutorials_have_their_row_and_their_details(real_site: Built) -> None:
    page = real_site.page(READABILITY)
    found = rows(table(page, "Lisibilité de chaque fiche"))
    numbers = {str(front["numero"]) for front in real_site.tutorials.values()}
    shown = {row[0].split()[0] for row in found}
    assert shown <= numbers
    assert len(shown) == min(MOST_TUTORIALS, len(numbers))
    scores = [int(row[1].split()[0]) for row in found]
    assert scores == sorted(scores)
    assert {each["id"] for each in page.all("details") if "id" in each} == {
        f"fiche-{number}" for number in shown
    }


def test_a_hard_sentence_is_where_the_page_says(real_site: Built) -> None:
    first = real_site.page(READABILITY).all("ol", class_="fil-sentences")[0]
    listed = first.all("li")
    assert listed
    for item in listed:
        path, sentence = item.one("code").text, item.one("q").text
        place = re.search(r"ligne (\d+) de", item.text)
        assert place
        line = (real_site.docs / path).read_text().splitlines()[int(place[1]) - 1]
        assert re.findall(r"\w+", sentence)[0] in line
        assert item.one("a")["href"].startswith(f"../../{path.removesuffix('.md')}/")


def test_the_length_of_sentences_adds_up(real_site: Built) -> None:
    found = table(real_site.page(READABILITY), "Phrases lues")
    assert sum(int(row[1]) for row in rows(found)) > 100
    assert rows(found)[-1] == ["21 mots ou plus", "0"]


def test_the_public_is_not_led_there(real_site: Built) -> None:
    leading = {
        path
        for path in real_site.readable.keys() - {"404.html"}
        for link in real_site.links(path)
        if link.is_internal and link.resolved.split("#")[0] in {BOARD, READABILITY, PERFORMANCES}
    }
    ours = ("contribuer/", BOARD, READABILITY, PERFORMANCES)
    assert leading <= {f"{address}index.html" for address in ours}
    assert "contribuer/index.html" in leading


def test_only_these_pages_load_their_sheet(real_site: Built) -> None:
    loading = {path for path in real_site.readable if "assets/board." in real_site.html(path[:-10])}
    assert loading == {f"{address}index.html" for address in (BOARD, READABILITY, PERFORMANCES)}


def test_the_figures_are_those_of_the_bench(real_site: Built) -> None:
    """No figure is written by hand: each size and each tool of the file is there, once."""
    kept = recorded(real_site.docs / PERFORMANCES_FILE)
    page = real_site.page(PERFORMANCES)
    for measured in kept.measured:
        found = rows(table(page, f"pour {measured.size} fiches"))
        assert [row[0] for row in found] == [
            f"{tool.name} {tool.version}" for tool in measured.tools
        ]
        assert [row[6] for row in found] == [str(tool.files) for tool in measured.tools]
    growth = rows(table(page, "selon le nombre de fiches"))
    assert [row[0] for row in growth] == [f"{n}. {name}" for n, name in enumerate(kept.names, 1)]
    assert growth[0][1] == decimal(kept.measured[0].tools[0].seconds)
