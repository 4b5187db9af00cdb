"""What is published of the places: pages that a phone loads, and files that a search asks for."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pytest

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.place.directory import MOST_PLACES, commune_slug, directory_of
from boutdufil.kinds.place.facts import facts
from boutdufil.kinds.place.lookup import lookup_texts
from boutdufil.kinds.place.pages import DepartmentPage, places_doors, places_pages
from boutdufil.kinds.place.reading import read_places
from boutdufil.kinds.place.values import Place, PlaceFile
from boutdufil.kinds.published import Published
from boutdufil.language.typography import typeset
from boutdufil.markup.reader import Reader
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.page import Page
from tests.pages.rendering import environment, rendered
from tests.places.made import made

MOST_OF_A_PAGE = 60_000
MOST_OF_A_SEARCH = 15_000
"""Bytes, once compressed: what a phone waits for."""
HEADER = "id,nom,commune,code_postal,telephone,services,date_maj\n"


def published_of(files: Mapping[str, bytes]) -> Published:
    documents: list[Document] = [
        read_places(raw, path, Reader(Taxonomy()), date(2026, 11, 21))
        for path, raw in files.items()
    ]
    content = Content(Taxonomy(), (), data=tuple(documents))
    return Published(content=content, catalog=Catalog.of(Taxonomy(), ()))


def one(lines: str, path: str = "lieux/a.csv") -> Published:
    return published_of({path: (HEADER + lines).encode()})


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


@dataclass(frozen=True)
class Country:
    places: tuple[Place, ...]
    pages: tuple[Page, ...]
    files: Mapping[str, str]


@pytest.fixture(scope="module")
def country() -> Country:
    published = published_of({"lieux/france.csv": made()[0]})
    (file,) = published.content.of(PlaceFile)
    return Country(file.places, tuple(places_pages(published)), dict(lookup_texts(published)))


def test_each_place_of_the_country_is_on_one_page(country: Country) -> None:
    shown = [
        place
        for page in country.pages
        if isinstance(page, DepartmentPage) and page.part
        for commune in page.part.communes
        for place in commune.places
    ]
    assert len(shown) == len(country.places)
    assert {*shown} == {*country.places}
    addresses = [page.address for page in country.pages]
    assert len({*addresses}) == len(addresses)
    assert all(re.fullmatch(r"lieux/([a-z0-9-]+/){0,2}", address) for address in addresses)


def test_a_page_is_light_at_the_size_of_the_country(country: Country) -> None:
    templates = environment(Taxonomy())
    counts = [
        (page.part.count, page)
        for page in country.pages
        if isinstance(page, DepartmentPage) and page.part
    ]
    assert max(count for count, _page in counts) <= MOST_PLACES
    heaviest = sorted(counts, key=lambda each: -each[0])[:5]
    sizes = [compressed(typeset(rendered(page, templates))) for _count, page in heaviest]
    assert max(sizes) <= MOST_OF_A_PAGE
    assert min(sizes) > MOST_OF_A_PAGE // 6, "the made places say nothing"


def test_the_files_of_a_search_are_light_at_the_size_of_the_country(country: Country) -> None:
    """Its list, a file of names, one of postal codes, and two of places: a third may come."""
    sizes: dict[str, int] = defaultdict(int)
    for name, text in country.files.items():
        sort = name.rpartition("/")[2].partition("-")[0]
        sizes[sort] = max(sizes[sort], compressed(text))
    assert {*sizes} == {"liste.js", "ici", "cp", "noms"}
    assert sum(sizes.values()) + sizes["ici"] <= MOST_OF_A_SEARCH


def value(text: str) -> object:
    match = re.fullmatch(r'filLieux\("[\w-]+",(.*)\);\n', text)
    assert match
    return json.loads(match[1])


def test_each_place_is_in_one_file(country: Country) -> None:
    """By where it is; by its postal code when nobody knows."""
    found: dict[str, int] = defaultdict(int)
    for name, text in country.files.items():
        file = name.rpartition("/")[2]
        if not file.startswith(("ici-", "cp-")):
            continue
        towns = value(text)
        assert isinstance(towns, list)
        for town in towns:
            found[town[0]] += len(town[4 if file.startswith("ici-") else 5])
            if file.startswith("cp-"):
                assert town[0].startswith(file.removeprefix("cp-").removesuffix(".js"))
    told: dict[str, int] = defaultdict(int)
    for place in country.places:
        told[place.postal] += 1
    assert found == told


def test_what_a_file_holds_is_within_what_its_list_says(country: Country) -> None:
    listed = value(country.files["lieux/fichiers/liste.js"])
    assert isinstance(listed, dict)
    for rank, (south, north, west, east) in enumerate(listed["ici"]):
        towns = value(country.files[f"lieux/fichiers/ici-{rank}.js"])
        assert isinstance(towns, list)
        for *_name, latitude, longitude in (place for town in towns for place in town[4]):
            assert south * 100 <= latitude <= north * 100
            assert west * 100 <= longitude <= east * 100


def test_what_a_search_leads_to_is_there(country: Country) -> None:
    anchors = {
        f"{page.address.removeprefix('lieux/')}#{commune.anchor}"
        for page in country.pages
        if isinstance(page, DepartmentPage) and page.part
        for commune in page.part.communes
    }
    led: set[str] = set()
    for name, text in country.files.items():
        found = value(text)
        if "/cp-" in name or "/ici-" in name:
            assert isinstance(found, list)
            led |= {f"{each[2]}#{each[3]}" for each in found}
        elif "/noms-" in name:
            assert isinstance(found, list)
            led |= {each[2] for each in found}
    assert led == anchors


def test_a_city_that_a_page_cannot_hold_is_cut_by_postal_code() -> None:
    rows = "".join(
        f"p{rank},Lieu {rank:03},Paris,750{1 + rank % 20:02},,,2026-01-01\n" for rank in range(400)
    )
    (department,) = directory_of(one(rows).content).departments
    communes = [commune for part in department.parts for commune in part.communes]
    assert [commune.postals for commune in communes][:2] == [("75001",), ("75002",)]
    assert all(part.count <= MOST_PLACES for part in department.parts)
    assert len({part.address for part in department.parts}) == len(department.parts) == 4
    assert department.count == 400


def test_spellings_of_one_commune_are_one() -> None:
    rows = (
        "a,Un,SAINT ETIENNE,42000,,,2026-01-01\n"
        "b,Deux,St-Étienne,42100,,,2026-01-01\n"
        "c,Trois,Saint-Étienne,42000,,,2026-01-01\n"
        "d,Quatre,SAINT-ETIENNE CEDEX 2,42023,,,2026-01-01\n"
        "e,Cinq,Saint-Étienne,42000,,,2026-01-01\n"
    )
    (department,) = directory_of(one(rows).content).departments
    (commune,) = department.parts[0].communes
    assert (commune.name, len(commune.places)) == ("Saint-Étienne", 5)
    assert commune_slug("Stains") == "stains"


def test_capitals_are_written_as_a_name() -> None:
    (department,) = directory_of(
        one("a,Un,BOURG-LES-VALENCE,26500,,,2026-01-01\n").content
    ).departments
    assert department.parts[0].communes[0].name == "Bourg-les-Valence"


def test_examples_give_way_to_real_places() -> None:
    rows = "a,Un,Valence,26000,,,2026-01-01\n"
    example = one(rows, "lieux/exemple-a.csv")
    assert directory_of(example.content).are_examples
    raw = (HEADER + rows).encode()
    both = published_of({"lieux/drome.csv": raw, "lieux/exemple-a.csv": raw.replace(b"Un", b"X")})
    directory = directory_of(both.content)
    assert not directory.are_examples
    assert [place.name for each in directory.departments for place in each.places] == ["Un"]


def test_without_a_place_there_is_no_page() -> None:
    empty = published_of({})
    assert [*places_pages(empty), *places_doors(empty), *lookup_texts(empty)] == []


def test_a_card_says_what_is_known_and_nothing_else() -> None:
    (department,) = directory_of(
        one("a,Un,Valence,26000,,Aide aux démarches administratives,2026-01-01\n").content
    ).departments
    (place,) = department.places
    assert facts(place) == (("On m’aide à :", "Faire une démarche en ligne."),)


def test_what_a_stranger_wrote_stays_text() -> None:
    published = one('a,"<script>alert(1)</script>","<b>Valence",26000,,,2026-01-01\n')
    page = [*places_pages(published)][1]
    html = rendered(page, environment(Taxonomy()))
    assert "<script>alert" not in html
    assert "<b>Valence" not in html
