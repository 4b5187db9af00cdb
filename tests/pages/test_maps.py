"""The page of a map, without MkDocs: its list says all that the graph says, and leads to it."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator

import pytest

from boutdufil.kinds.page.pages import written_page
from boutdufil.pages.maps import MAPS_FILE, MapPage, MapsPage, map_pages
from boutdufil.pages.page import Page
from boutdufil.preview import for_readers
from boutdufil.publish.assets import gather
from boutdufil.thread.graph import END, Graph
from boutdufil.thread.weave import weave
from boutdufil.tools.html_tree import Element, parse
from tests.pages.rendering import OVERRIDES, environment, rendered
from tests.published import published_content

HEAVIEST = 60_000
"""Bytes of a page, and of what it loads besides, compressed."""
BESIDE = ("head.js", "live.js", "site.js", "site.css", "map.css", "print.css")


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    published = for_readers(published_content()).published()
    index = written_page(published.written[MAPS_FILE], published)
    return (index, *map_pages(published))


@pytest.fixture(scope="module")
def maps(pages: tuple[Page, ...]) -> dict[str, tuple[MapPage, str]]:
    """Every page of a map, and its HTML, by the name of its script."""
    templates = environment(for_readers(published_content()).published().catalog.taxonomy)
    return {
        page.mapped.name: (page, rendered(page, templates))
        for page in pages
        if isinstance(page, MapPage)
    }


def test_each_script_has_its_map(pages: tuple[Page, ...]) -> None:
    published = for_readers(published_content()).published()
    (index,) = (page for page in pages if isinstance(page, MapsPage))
    names = [name for name, _maps in index.groups]
    assert names == ["Les fiches", "Les guides", "Les gestes"]
    addresses = {each.address for _name, maps in index.groups for each in maps}
    assert addresses == {page.address for page in pages} - {index.address}
    numbers = {f"contribuer/cartes/{each.number}/" for each in published.catalog.tutorials}
    assert numbers <= addresses


@pytest.mark.parametrize("name", ["101", "107", "ouvrir", "geste-eteindre-une-tour"])
def test_the_list_says_all_that_the_graph_says(
    maps: dict[str, tuple[MapPage, str]], name: str
) -> None:
    page, html = maps[name]
    graph = weave(page.map.script)
    found = parse(html).one("section", class_="fil-map-list")
    things = found.having("data-noeud")
    assert Counter(each["data-noeud"] for each in things) == Counter(
        node.id for node in graph.nodes if node.id != END
    )
    told = Counter((thing["data-noeud"], way) for thing in things for way in _ways(thing))
    assert told == Counter(_edges(graph))


def _ways(thing: Element) -> Iterator[str]:
    """Yield where a thing leads, what stands below it left out."""
    for listed in thing.children:
        if isinstance(listed, Element) and listed.tag == "ul":
            for way in listed.children:
                if isinstance(way, Element) and "data-vers" in way:
                    yield way["data-vers"]


def _edges(graph: Graph) -> Iterator[tuple[str, str]]:
    for node in graph.nodes:
        for reply in node.replies:
            yield node.id, reply.lead.tutorial or reply.lead.node or END
        if not node.replies and node.id != END:
            yield node.id, node.next or END


def test_each_thing_leads_to_where_it_is_read(maps: dict[str, tuple[MapPage, str]]) -> None:
    for name, (page, html) in maps.items():
        tree = parse(html)
        links = {each["href"] for each in tree.all("a") if f"{page.map.page}#n-" in each["href"]}
        ids = {link.rpartition("#n-")[2] for link in links}
        assert ids == {node.id for node in weave(page.map.script).nodes if node.id != END}, name
        drawn = tree.one("svg", class_="fil-map")
        assert drawn["aria-hidden"] == "true"
        assert {each["tabindex"] for each in drawn.all("a")} == {"-1"}


def test_no_map_is_heavy(maps: dict[str, tuple[MapPage, str]]) -> None:
    assets = gather(OVERRIDES / "assets")
    shared = sum(len(gzip.compress(assets[name].content)) for name in BESIDE)
    heavy = {
        name: shared + len(gzip.compress(html.encode())) for name, (_page, html) in maps.items()
    }
    assert {name: size for name, size in heavy.items() if size > HEAVIEST} == {}
