"""From the home page to a script read aloud, by every road that a reader may have."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from playwright.sync_api import Browser

from boutdufil.tools.page_kinds import kinds_of
from tests.browser.access import NARROW, look
from tests.browser.story import WIDTHS, Reader, reading
from tests.site.builds import Built, spread

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
TITLE = "Je vérifie un message suspect avant d’y toucher"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("place", "javascript"), [("host", True), ("host", False), ("disk", True)])
def test_from_the_home_page_to_the_phone_script_and_back(
    browser: Browser, request: pytest.FixtureRequest, place: str, javascript: bool, width: int
) -> None:
    home: str = request.getfixturevalue(place)
    with reading(browser, home, width=width, javascript=javascript) as reader:
        reader.opens("")
        assert reader.kind == "accueil"

        reader.follows("Senior")
        assert (reader.address, reader.kind) == ("publics/seniors/", "liste")
        assert "Senior" in reader.heading

        reader.follows("Me protéger")
        assert reader.address == "publics/seniors/cyber-hygiene/"

        reader.follows(TITLE)
        assert (page_of(reader), reader.kind) == (TUTORIAL, "tutoriel")
        # On a phone, a script walks step by step: the whole page is one touch away.
        walks = javascript and width == WIDTHS[0]
        if walks:
            reader.follows("Tout voir")
        assert TITLE in reader.heading

        reader.follows("J’aide quelqu’un au téléphone")
        assert (reader.address, reader.kind) == (f"{TUTORIAL}telephone/", "telephone")
        said = reader.page.get_by_text("Lisez-moi le message, sans rien toucher")
        # With a script, the desk shows a step at a time.
        assert said.count() >= 1
        assert javascript or said.first.is_visible()

        reader.follows("Voir la fiche du public")
        assert page_of(reader) == TUTORIAL

        for address in (
            f"{TUTORIAL}telephone/",
            *((f"{TUTORIAL}#lecture", f"{TUTORIAL}#etape-1") if walks else (TUTORIAL,)),
            "publics/seniors/cyber-hygiene/",
            "publics/seniors/",
            "",
        ):
            reader.goes_back(address)


def page_of(reader: Reader) -> str:
    """Where the reader is, whatever the place in the page."""
    return reader.address.partition("#")[0]


@pytest.mark.parametrize(("place", "javascript"), [("host", True), ("host", False), ("disk", True)])
def test_a_number_said_over_the_phone_opens_its_tutorial(
    browser: Browser, request: pytest.FixtureRequest, place: str, javascript: bool
) -> None:
    home: str = request.getfixturevalue(place)
    with reading(browser, home, javascript=javascript) as reader:
        reader.opens("101/")
        reader.page.wait_for_url(f"**/{TUTORIAL}**")
        assert reader.address == TUTORIAL
        assert TITLE in reader.heading


@pytest.mark.parametrize("place", ["host", "disk"])
def test_callers_words_and_steps_lead_where_they_say(
    browser: Browser, request: pytest.FixtureRequest, place: str
) -> None:
    home: str = request.getfixturevalue(place)
    with reading(browser, home) as reader:
        reader.opens("appels/")
        reader.follows("Ma banque m’écrit de confirmer mon code")
        assert reader.address == TUTORIAL
        step = reader.page.locator("#etape-4 h3")
        reader.follows("Je vérifie par un autre chemin", inside="nav.fil-toc")
        assert reader.address == f"{TUTORIAL}#etape-4"
        box = step.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 800, "the step is in view"


def test_an_answer_jumps_to_the_other_script(browser: Browser, host: str) -> None:
    with reading(browser, host, javascript=False) as reader:
        reader.opens(f"{TUTORIAL}telephone/")
        reader.follows("fiche 102")
        assert reader.address.startswith("tutoriels/cyber-hygiene/j-ai-clique/telephone/")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_search_without_an_engine_offers_every_way(
    browser: Browser, host: str, javascript: bool
) -> None:
    with reading(browser, host, javascript=javascript) as reader:
        reader.opens("")
        reader.page.get_by_role("searchbox").first.fill("un drôle de message")
        reader.page.get_by_role("button", name="Chercher").first.click()
        reader.page.wait_for_load_state("load")
        assert reader.kind == "recherche"
        assert "q=un+dr%C3%B4le+de+message" in reader.page.url
        reader.follows("Senior")
        assert reader.address == "publics/seniors/"


def test_a_question_to_oneself_is_answered_without_a_script(browser: Browser, host: str) -> None:
    with reading(browser, host, javascript=False) as reader:
        reader.opens(TUTORIAL)
        quiz = reader.page.locator('[data-bloc="question"]').first
        explanation = quiz.get_by_text("Plus on me presse, plus je ralentis")
        assert not explanation.is_visible()
        verdict = quiz.get_by_text("Oui, c’est ça.")
        assert not verdict.is_visible()
        quiz.get_by_role("radio").nth(1).check()
        assert verdict.is_visible()
        quiz.get_by_text("Voir la réponse").click()
        assert explanation.is_visible()


def test_device_tabs_work_without_a_script(browser: Browser, host: str) -> None:
    with reading(browser, host, javascript=False) as reader:
        reader.opens(TUTORIAL)
        step = reader.page.locator("#etape-5")
        android = step.get_by_text("Je choisis « Transférer »")
        iphone = step.get_by_text("puis la flèche en bas à droite")
        assert android.is_visible()
        assert not iphone.is_visible()
        step.get_by_text("iPhone", exact=True).first.click()
        assert iphone.is_visible()
        assert not android.is_visible()


def looked_at(paths: Iterable[str]) -> list[str]:
    """Return each page of a tutorial, whose words may be too wide, and a dozen of other kinds."""
    by_kind: dict[str, list[str]] = {}
    for path in paths:
        (kind,) = kinds_of(path.removesuffix("index.html"))
        by_kind.setdefault(kind, []).append(path)
    return sorted(
        path
        for kind, some in by_kind.items()
        for path in (some if kind in {"tutoriel", "telephone"} else spread(some))
    )


@pytest.mark.parametrize("quarter", range(4))
def test_every_page_opens_without_a_complaint_and_fits_a_narrow_screen(
    browser: Browser, host: str, published: Built, quarter: int
) -> None:
    with reading(browser, host, width=NARROW) as reader:
        wide = {}
        for path in looked_at(published.readable)[quarter::4]:
            reader.opens(path.removesuffix("index.html"))
            assert reader.kind, path
            assert reader.complaints == [], path
            if found := look(reader.page, "overflowing"):
                wide[path] = found
        assert wide == {}


def test_a_lost_visitor_is_brought_home(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("une/page/disparue/")
        lost = f"404: {host}une/page/disparue/"
        assert reader.complaints.pop(0) == lost
        # Chromium says it a second time, in its console.
        assert "404" in reader.complaints.pop(0)
        assert reader.complaints == []
        reader.follows("Je reviens à l’accueil")
        assert (reader.address, reader.kind) == ("", "accueil")


def test_a_complaint_would_be_heard(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("")
        # The policy of the page refuses both, and the story knows it.
        reader.page.evaluate("document.body.setAttribute('style', 'color: red')")
        reader.page.evaluate(
            "document.body.append(Object.assign(document.createElement('img'),"
            " {src: 'https://ailleurs.example/pixel.png'}))"
        )
        reader.page.wait_for_timeout(100)
        heard = [each for each in reader.complaints if "Content Security Policy" in each]
        assert len(heard) >= 2
        reader.complaints.clear()
