"""On a weak network, during a publication, without a script, a search still leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from boutdufil.search.shards import MANIFEST
from tests.browser.search import (
    ELSEWHERE,
    parameters,
    proposals,
    results,
)
from tests.browser.story import WIDTHS, Reader, reading
from tests.browser.test_axe import violations
from tests.site.builds import Built

ENGINE = re.compile(r"/assets/search(\.[0-9a-f]+\.js|/)")


SHARD = re.compile(r"/assets/search/")


def answer_with(body: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=404, body=body)


def test_after_one_search_it_works_without_a_network(browser: Browser, host: str) -> None:
    with reading(browser, host, first=True) as reader:
        page = reader.page
        reader.opens("recherche/?q=fibre")
        everything = results(page, query="fibre")
        page.context.set_offline(True)
        page.get_by_role("checkbox", name="Senior").check()
        page.wait_for_url("**publics=seniors**")
        assert set(results(page, query="fibre")) <= set(everything)
        page.go_back()
        expect(page.locator("#resultats > li")).to_have_count(len(everything))
        assert reader.complaints == []

        page.locator("#chercher").fill("imprimante")
        page.locator("#chercher").press("Enter")
        assert results(page, "erreur", "imprimante") == []
        page.context.set_offline(False)
        page.get_by_role("button", name="Réessayer").click()
        expect(page.locator("#resultats")).to_have_attribute("data-etat", re.compile("pret|vide"))
        assert all(
            "INTERNET_DISCONNECTED" in each or "/search/" in each for each in reader.complaints
        )
        reader.complaints.clear()


@pytest.mark.parametrize("address", [ELSEWHERE, "recherche/?q=message"])
def test_a_slow_network_says_that_it_searches(browser: Browser, host: str, address: str) -> None:
    with reading(browser, host, first=True) as reader:
        page = reader.page
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        slow = {"offline": False, "latency": 300, "downloadThroughput": -1, "uploadThroughput": -1}
        network.send("Network.emulateNetworkConditions", slow)
        page.goto(host + address, wait_until="commit")
        if address == ELSEWHERE:
            page.locator("#chercher").press_sequentially("message")
            expect(page.locator("form [role=status]")).to_have_text("Je cherche…")
            assert proposals(page)
        else:
            expect(page.locator(".fil-said")).to_have_text("Je cherche…")
            assert page.locator("#resultats").get_attribute("data-etat") == "attente"
            assert results(page, query="message")


def test_a_missing_shard_says_so_and_is_asked_for_again(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.route(SHARD, answer_with(""))
        reader.opens("recherche/?q=message")
        assert results(page, "erreur", "message") == []
        assert page.get_by_text("La recherche n’est pas arrivée jusqu’ici").is_visible()
        assert violations(page) == []
        page.unroute_all()
        page.get_by_role("button", name="Réessayer").click()
        assert results(page, query="message")
        assert not page.get_by_text("La recherche n’est pas arrivée jusqu’ici").is_visible()
        about_shards(reader)


def test_a_missing_shard_leaves_a_plain_form(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.route(SHARD, answer_with(""))
        reader.opens(ELSEWHERE)
        page.locator("#chercher").press_sequentially("message")
        expect(page.locator("form [role=status]")).to_contain_text("n’est pas arrivée")
        page.unroute_all()
        page.locator("#chercher").press("Enter")
        page.wait_for_url("**/recherche/?q=message")
        assert results(page)
        about_shards(reader)


TOO_OLD = "La recherche ne marche pas dans ce navigateur."
ENGINE_ITSELF = re.compile(r"/assets/search\.[0-9a-f]+\.js")


def test_an_engine_that_does_not_run_is_not_blamed_on_the_network(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.route(ENGINE_ITSELF, lambda route: route.fulfill(status=200, body="let let;"))
        reader.opens("recherche/?q=message")
        assert results(page, "erreur", "message") == []
        assert page.get_by_text(TOO_OLD).is_visible()
        assert not page.get_by_text("La connexion est peut-être faible").is_visible()
        assert violations(page) == []
        reader.opens(ELSEWHERE)
        page.locator("#chercher").press_sequentially("message")
        expect(page.locator("form [role=status]")).to_contain_text("ne marche pas dans ce nav")
        assert reader.complaints
        assert {*reader.complaints} == {"error: let is disallowed as a lexically bound name"}
        reader.complaints.clear()


@pytest.mark.parametrize("lacking", ["Object.getOwnPropertyDescriptors", "window.Promise"])
def test_a_browser_too_old_to_search_is_told_so_and_finds_its_way(
    browser: Browser, host: str, lacking: str
) -> None:
    with reading(browser, host, first=True) as reader:
        page = reader.page
        page.add_init_script(f"delete {lacking}")
        reader.opens(ELSEWHERE)
        page.locator("#chercher").press_sequentially("message")
        assert page.locator("#propositions").count() == 0
        page.locator("#chercher").press("Enter")
        page.wait_for_url("**/recherche/?q=message")
        assert page.get_by_text(TOO_OLD).is_visible()
        reader.follows("J’ai un numéro de fiche")
        assert reader.kind == "numeros"


def test_without_a_script_a_search_says_what_it_needs(browser: Browser, host: str) -> None:
    with reading(browser, host, javascript=False) as reader:
        reader.opens("recherche/?q=message")
        assert reader.page.get_by_text(TOO_OLD).is_visible()


def test_whoever_can_search_is_not_told_that_they_cannot(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("recherche/?q=message")
        assert results(reader.page, query="message")
        assert not reader.page.get_by_text(TOO_OLD).is_visible()


def about_shards(reader: Reader) -> None:
    """What is missing is complained of once or more by the browser, and nothing else is."""
    assert reader.complaints
    # The page of a lost address is no script: a browser says so too.
    told = ("404", "Refused to execute script")
    assert [each for each in reader.complaints if not any(word in each for word in told)] == []
    reader.complaints.clear()


@pytest.mark.parametrize("address", [ELSEWHERE, "recherche/?q=message"])
def test_a_tab_left_open_during_a_publication_renews_itself_once(
    browser: Browser, host: str, published: Built, address: str
) -> None:
    former = re.compile(r"assets/search\.[0-9a-f]{10}\.js")
    path = Path(published.site, address.partition("?")[0], "index.html")
    html = former.sub("assets/search.0000000000.js", path.read_text(encoding="utf-8"))
    assert "0000000000" in html
    with reading(browser, host) as reader:
        page = reader.page
        served: list[str] = []

        def former_publication(route: Route) -> None:
            served.append(route.request.resource_type)
            if len(served) == 1:
                # With what the host sends of every page: a browser parts two that differ in it.
                route.fulfill(response=route.fetch(), body=html)
            else:
                route.continue_()

        page.route(f"**/{address.partition('?')[0]}*", former_publication)
        reader.opens(address)
        if address == ELSEWHERE:
            page.locator("#chercher").fill("message")
            assert proposals(page), "what was typed is asked again"
            assert page.locator("#chercher").input_value() == "message"
        else:
            assert results(page, query="message")
        assert served.count("document") == 2, "once, and no more"
        assert page.evaluate("sessionStorage.length") == 0
        about_shards(reader)


HASHES = re.compile(r'(?<=,")([0-9a-f]{6,})(?="\])')
FORM = re.compile(r'"forme":\d+')


@pytest.mark.parametrize(
    ("told", "instead"),
    [(HASHES, lambda found: "0" * len(found[0])), (FORM, '"forme":0')],
    ids=["shards that are gone", "an index of another form"],
)
@pytest.mark.parametrize("address", [ELSEWHERE, "recherche/?q=message"])
def test_a_tab_left_open_when_the_index_alone_changed_renews_itself_once(
    browser: Browser,
    host: str,
    published: Built,
    address: str,
    told: re.Pattern[str],
    instead: str | Callable[[re.Match[str]], str],
) -> None:
    """Its page is as it was, and its index, at the same address, names files that are gone."""
    index = (published.site / MANIFEST).read_text(encoding="utf-8")
    former = told.sub(instead, index)
    assert former != index
    with reading(browser, host) as reader:
        page = reader.page
        asked: list[str] = []

        def kept_by_the_browser(route: Route) -> None:
            asked.append(route.request.resource_type)
            if asked.count("fetch") == 0:
                # A browser may keep it for ten minutes, whatever a page asks of it.
                route.fulfill(response=route.fetch(), body=former)
            else:
                route.continue_()

        page.route(f"**/{MANIFEST}", kept_by_the_browser)
        loads: list[str] = []
        page.on("load", lambda loaded: loads.append(loaded.url))
        reader.opens(address)
        if address == ELSEWHERE:
            page.locator("#chercher").fill("message")
            assert proposals(page), "what was typed is asked again"
        else:
            assert results(page, query="message")
        assert len(loads) == 2, "once, and no more"
        assert page.evaluate("sessionStorage.length") == 0
        if told is HASHES:
            about_shards(reader)


def test_what_shows_the_answers_is_asked_for_again_too(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.route(re.compile(r"/assets/search-(list|page)"), answer_with(""))
        reader.opens("recherche/?q=message")
        assert results(page, "erreur") == []
        page.unroute_all()
        page.get_by_role("button", name="Réessayer").click()
        assert results(page, query="message")
        about_shards(reader)


def test_without_an_engine_at_all_the_form_still_leads_somewhere(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.route(ENGINE, answer_with(""))
        reader.opens("recherche/?q=message")
        assert results(page, "erreur", "message") == []
        assert page.get_by_role("button", name="Réessayer").is_visible()
        reader.follows("Je le dis avec mes mots")
        assert reader.kind == "appels"
        about_shards(reader)


@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_script_the_box_is_a_form_and_its_page_shows_every_way(
    browser: Browser, host: str, width: int
) -> None:
    with reading(browser, host, width=width, javascript=False) as reader:
        page = reader.page
        reader.opens("")
        page.get_by_role("searchbox").fill("un message")
        page.get_by_role("button", name="Chercher").click()
        page.wait_for_load_state("load")
        assert reader.kind == "recherche"
        assert parameters(page)["q"] == ["un message"]
        assert not page.locator("#resultats").is_visible()
        assert not page.locator(".fil-facets").is_visible()
        reader.follows("Je le dis avec mes mots")
        assert reader.kind == "appels"
