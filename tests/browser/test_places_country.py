"""Among as many places as the country has, a number is near and little is loaded."""

from __future__ import annotations

import gzip
import re
import shutil
from dataclasses import dataclass
from datetime import date
from math import cos, hypot, radians
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.place.lookup import lookup_texts
from boutdufil.kinds.place.reading import read_places
from boutdufil.kinds.place.values import Place, PlaceFile
from boutdufil.kinds.published import Published
from boutdufil.markup.reader import Reader
from boutdufil.model.taxonomy import Taxonomy
from tests.browser.desk import Desk
from tests.browser.story import reading, served
from tests.conftest import heavy
from tests.places.made import COUNTRY, made
from tests.site.builds import REPOSITORY, TINY, Built, build, copy_project

SCRIPT = "tutoriels/photos/envoyer-une-photo/telephone/"
MOST_OF_A_SEARCH = 15_000
MOST_OF_A_PAGE = 60_000
"""Bytes, once compressed."""
ASK = """([query, service]) => filNear.ask(root, query, service)
  .then(({lieux}) => lieux.map(each => [each.nom, each.km]))"""


@dataclass(frozen=True)
class Country:
    places: tuple[Place, ...]
    folder: Path


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Country:
    """The files of the whole country, and the script that reads them, on a page of their own."""
    document = read_places(made()[0], "lieux/a.csv", Reader(Taxonomy()), date(2026, 11, 21))
    content = Content(Taxonomy(), (), data=(document,))
    published = Published(content=content, catalog=Catalog.of(Taxonomy(), ()))
    folder = tmp_path_factory.mktemp("pays")
    for name, text in lookup_texts(published):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "assets").mkdir()
    scripts = REPOSITORY / "overrides/assets/js"
    shutil.copy(scripts / "head/05-trust.js", folder / "assets/trust.js")
    shutil.copy(scripts / "near.js", folder / "assets/near.js")
    page = '<!doctype html><link rel="icon" href="data:,"><script src="assets/trust.js"></script>'
    page += '<script src="assets/near.js"></script>'
    (folder / "index.html").write_text(page, encoding="utf-8")
    (file,) = content.of(PlaceFile)
    return Country(file.places, folder)


def kilometres(place: Place, latitude: int, longitude: int) -> float:
    assert place.position
    north = round(place.position.latitude * 1e4) - latitude
    east = round(place.position.longitude * 1e4) - longitude
    middle = (round(place.position.latitude * 1e4) + latitude) / 2e4
    return 111.2 * hypot(north, east * cos(radians(middle))) / 1e4


def test_the_nearest_are_those_of_the_whole_country(browser: Browser, country: Country) -> None:
    """Whatever the point, the few files that are read hold the nearest of all the places."""
    random = Random(3)
    located = [place for place in country.places if place.position]
    with served(country.folder) as home, reading(browser, home) as reader:
        reader.opens("")
        reader.page.evaluate("window.root = './'")
        for _time in range(40):
            point = [random.randint(430_000, 500_000), random.randint(-30_000, 70_000)]
            answer: list[Any] = reader.page.evaluate(ASK, [point, -1])
            nearest = sorted(kilometres(place, *point) for place in located)[:10]
            near = [each for rank, each in enumerate(nearest) if each <= (150 if rank < 3 else 60)]
            assert [km for _name, km in answer] == pytest.approx(near)


def test_a_search_among_18_000_places_loads_little(browser: Browser, country: Country) -> None:
    random = Random(5)
    assert len(country.places) > COUNTRY * 0.98
    with served(country.folder) as home:
        for place in random.sample(country.places, 6):
            for query in (place.postal, place.commune):
                assert 0 < asked_for(browser, home, query, country.folder) <= MOST_OF_A_SEARCH


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site whose places are as many as the country's."""
    folder = tmp_path_factory.mktemp("tout")
    docs = folder / "contenu"
    shutil.copytree(TINY, docs)
    (docs / "lieux").mkdir()
    (docs / "lieux/france.csv").write_bytes(made()[0])
    project = copy_project(folder / "projet", docs)
    return Built(build(project, folder / "site").site, docs)


@heavy
def test_among_18_000_places_a_number_is_two_presses_from_the_postal_code(
    browser: Browser, whole: Built
) -> None:
    """At home, one press shows it and another calls; at the desk, one shows it, and it is noted."""
    with served(whole.site) as home, reading(browser, home, width=390, first=True) as reader:
        page = reader.page
        reader.opens("lieux/")
        page.locator("#ou").fill("26000")
        presses = Presses(page)
        presses.key("Enter")
        expect(page.locator("#trouves")).to_contain_text("26000")
        presses.click(".fil-near-found .fil-place-phone a >> nth=0")
        assert presses.count == 2
        assert presses.called.startswith("tel:01")
        assert weighed(page, whole.site) <= MOST_OF_A_SEARCH
        led = page.locator(".fil-near-found h3 a").first.get_attribute("href") or ""
        page.goto(page.url.partition("#")[0] + led.partition("#")[0].removeprefix("../lieux/"))
        sheet = whole.site / reader.address / "index.html"
        assert len(gzip.compress(sheet.read_bytes(), 9)) <= MOST_OF_A_PAGE
    with served(whole.site) as home, reading(browser, home, first=True) as reader:
        page = reader.page
        reader.opens(SCRIPT)
        page.locator('[data-commande="commencer"]').click()
        Desk(reader).has_guides()
        page.keyboard.press("/")
        page.keyboard.type("26000")
        presses = Presses(page)
        presses.key("Enter")
        expect(page.locator("#carte-lieu .fil-dictated")).to_have_text(re.compile("^01( ..){4}$"))
        assert presses.count == 1
        assert weighed(page, whole.site) <= MOST_OF_A_SEARCH


@dataclass
class Presses:
    """What someone presses, counted; a number that is called is noted, and not dialled."""

    page: Page
    count: int = 0

    def __post_init__(self) -> None:
        self.page.evaluate(
            """() => addEventListener('click', event => {
              const link = event.target.closest('a[href^="tel:"]');
              if (link) { event.preventDefault(); window.called = link.href; }
            })"""
        )

    def key(self, name: str) -> None:
        self.count += 1
        self.page.keyboard.press(name)

    def click(self, selector: str) -> None:
        self.count += 1
        self.page.locator(selector).click()

    @property
    def called(self) -> str:
        number: str = self.page.evaluate("window.called || ''")
        return number


def weighed(page: Page, site: Path) -> int:
    """Return how many bytes of places a page has loaded, compressed."""
    names: list[str] = page.evaluate(
        "performance.getEntriesByType('resource').map(each => each.name.split('/').pop())"
    )
    files = [site / "lieux/fichiers" / name for name in {*names}]
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.is_file())


def asked_for(browser: Browser, home: str, query: str, folder: Path) -> int:
    """Return how many bytes a search loads, compressed."""
    with reading(browser, home) as reader:
        reader.opens("")
        reader.page.evaluate("window.root = './'")
        reader.page.evaluate(ASK, [query, -1])
        loaded: list[str] = reader.page.evaluate(
            "performance.getEntriesByType('resource').map(each => each.name)"
        )
    names = {url.rpartition("/")[2] for url in loaded if "/fichiers/" in url}
    return sum(
        len(gzip.compress((folder / "lieux/fichiers" / name).read_bytes(), 9)) for name in names
    )
