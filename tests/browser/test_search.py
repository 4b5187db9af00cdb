"""Someone says it in their own words: by keyboard, on a weak network, or without any of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.story import WIDTHS, Reader, reading
from tests.browser.test_axe import in_both_schemes, violations
from tests.site.builds import Built

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
REFERENCE = "cyber-hygiene/message-suspect"
NUMBER = "101"
ELSEWHERE = "glossaire/lien/"
"""A page whose box is in the header."""
STRANGE = (
    "\u202eesrevni\u202c",
    "<img src=x onerror=alert(1)>",
    "__proto__ constructor toString hasOwnProperty",
    "(((((((a+)+)+)+[[[\\",
    "\u0000\u0007\u001b[31m",
    "🙂👵🏽\ud83d",
    "' OR 1=1 -- \"",
    "é" * 10_000,
    "mot " * 2_500,
)
ENGINE = re.compile(r"/assets/search(\.[0-9a-f]+\.js|/)")
SHARD = re.compile(r"/assets/search/(?!manifest)")


def types(reader: Reader, words: str) -> None:
    """Type in the box and wait for what it proposes."""
    reader.page.locator("#chercher").press_sequentially(words)
    proposals(reader.page)


def proposals(page: Page) -> list[str]:
    """Return the titles proposed under the box, once they are there."""
    expect(page.locator("#chercher")).to_have_attribute("aria-expanded", "true")
    return page.locator("#propositions [role=option] .fil-found-title").all_inner_texts()


def results(page: Page, state: str = "pret", query: str | None = None) -> list[str]:
    """Return the references of the page of results, once the answer is complete."""
    found = page.locator("#resultats")
    expect(found).to_have_attribute("data-etat", state)
    if query is not None:
        expect(found).to_have_attribute("data-requete", query)
    listed: list[str] = found.evaluate(
        "list => [...list.children].map(item => item.dataset.tutoriel || item.dataset.terme)"
    )
    return listed


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def status(page: Page) -> str:
    return page.locator("form [role=status]").inner_text()


def said(page: Page) -> str:
    return page.locator(".fil-said").inner_text()


def answer_with(body: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=404, body=body)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", ["host", "disk"])
def test_typing_shows_five_answers_and_the_arrows_choose_one(
    browser: Browser, request: pytest.FixtureRequest, place: str, width: int
) -> None:
    home: str = request.getfixturevalue(place)
    with reading(browser, home, width=width) as reader:
        page = reader.page
        reader.opens("")
        entry = page.get_by_role("combobox")
        types(reader, "message")
        shown = proposals(page)
        assert 2 <= len(shown) <= 5
        assert page.locator("#propositions mark").count() >= 1
        assert "réponses" in status(page)
        for key, expected in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1)):
            entry.press(key)
            active = entry.get_attribute("aria-activedescendant")
            assert active == (None if expected < 0 else f"proposition-{expected}")
            assert page.locator("#propositions [aria-selected=true]").count() == (expected >= 0)
        assert entry.input_value() == "message"
        before = status(page)
        entry.fill(NUMBER)
        expect(page.locator("form [role=status]")).not_to_have_text(before)
        assert page.locator("#propositions .fil-number").first.inner_text() == NUMBER
        entry.press("ArrowDown")
        entry.press("Enter")
        page.wait_for_url(f"**/{TUTORIAL}**")
        assert reader.address == TUTORIAL


def test_enter_goes_to_every_answer_and_escape_closes(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(ELSEWHERE)
        entry = page.get_by_role("combobox")
        types(reader, "message")
        entry.press("Escape")
        expect(entry).to_have_attribute("aria-expanded", "false")
        assert page.locator("#propositions [role=option]").count() == 0
        assert entry.input_value() == "message", "the words stay"
        entry.press("ArrowDown")
        assert proposals(page), "the arrow opens it again"
        entry.press("Enter")
        page.wait_for_url("**/recherche/?q=message")
        assert len(results(page, query="message")) >= 2


def test_a_proposal_is_pressed_and_its_script_is_one_link_away(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("mediateurs/")
        types(reader, NUMBER)
        entry = page.locator("#propositions [role=option]").first
        line = page.get_by_role("link", name=f"Lire au téléphone : fiche {NUMBER}")
        inside, link = entry.bounding_box(), line.bounding_box()
        assert inside is not None
        assert link is not None
        assert inside["y"] <= link["y"]
        assert link["y"] + link["height"] <= inside["y"] + inside["height"] + 1
        assert min(link["width"], link["height"]) >= 43.5
        line.click()
        page.wait_for_url(f"**/{TUTORIAL}telephone/")
        reader.goes_back()
        page.locator("#chercher").fill("")
        types(reader, NUMBER)
        assert "Maj et Entrée ouvrent le script" in status(page)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Shift+Enter")
        page.wait_for_url(f"**/{TUTORIAL}telephone/")
        reader.goes_back()
        page.locator("#chercher").fill("")
        types(reader, NUMBER)
        page.locator("#propositions [role=option]").first.click()
        page.wait_for_url(f"**/{TUTORIAL}")


def test_leaving_the_box_closes_it(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("")
        types(reader, NUMBER)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.textContent")
        assert focused.startswith("Lire au téléphone"), "the keyboard reaches the scripts"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.id") == "chercher"
        types(reader, " ")
        page.get_by_role("heading", level=1).click()
        expect(page.locator("#chercher")).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("address", ["", ELSEWHERE, "recherche/", f"{TUTORIAL}telephone/"])
def test_the_slash_goes_to_the_box_unless_one_types(
    browser: Browser, host: str, address: str
) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(address)
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "chercher"
        page.keyboard.type("oui/non")
        assert page.locator("#chercher").input_value() == "oui/non"


def test_nothing_is_loaded_before_someone_is_in_the_box(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        asked: list[str] = []
        reader.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        for address in ("", ELSEWHERE, "recherche/"):
            reader.opens(address)
            reader.page.wait_for_load_state("networkidle")
        assert [path for path in asked if ENGINE.search(path) or "search-" in path] == []
        reader.page.locator("#chercher").focus()
        reader.page.wait_for_load_state("networkidle")
        assert [path for path in asked if ENGINE.search(path)]


@pytest.mark.parametrize("place", ["host", "disk"])
def test_a_result_says_what_it_is_and_leads_where_it_says(
    browser: Browser, request: pytest.FixtureRequest, place: str
) -> None:
    home: str = request.getfixturevalue(place)
    ending = "" if place == "host" else "index.html"
    with reading(browser, home) as reader:
        page = reader.page
        reader.page.goto(f"{home}recherche/{ending}?q={NUMBER}")
        assert results(page, query=NUMBER)[0] == REFERENCE
        first = page.locator("#resultats > li").first
        links = first.get_by_role("link")
        assert links.first.get_attribute("href") == f"../{TUTORIAL}{ending}"
        assert links.last.get_attribute("href") == f"../{TUTORIAL}telephone/{ending}"
        text = first.inner_text()
        assert NUMBER in text
        assert "minutes" in text
        assert "Tous publics" in text
        links.last.click()
        page.wait_for_url(f"**/{TUTORIAL}telephone/{ending}")


def test_the_useful_line_leads_to_its_step(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/?q=je regarde qui m’écrit")
        assert REFERENCE in results(page)
        lines = page.locator("#resultats .fil-result-line a")
        line = lines.first
        said = line.inner_text()
        number = re.match(r"Étape (\d+)", said)
        assert number, said
        line.click()
        page.wait_for_url(f"**#etape-{number[1]}")
        assert page.locator(f"#etape-{number[1]}").bounding_box()


@pytest.mark.parametrize("place", ["host", "disk"])
def test_filters_add_up_stay_in_the_address_and_go_back(
    browser: Browser, request: pytest.FixtureRequest, place: str
) -> None:
    home: str = request.getfixturevalue(place)
    ending = "" if place == "host" else "index.html"
    with reading(browser, home) as reader:
        page = reader.page
        page.goto(f"{home}recherche/{ending}?q=mot de passe")
        everything = results(page)
        assert len(everything) > 2

        page.get_by_role("checkbox", name="Senior").check()
        page.wait_for_url("**&publics=seniors")
        seniors = results(page)
        assert set(seniors) <= set(everything)
        page.get_by_role("checkbox", name="Jeune").check()
        page.wait_for_url("**&publics=seniors,jeunes")
        both = results(page)
        assert set(seniors) <= set(both), "two of a kind: one or the other"
        page.get_by_role("checkbox", name="Je débute").check()
        page.wait_for_url("**&niveaux=1")
        least = results(page)
        assert set(least) <= set(both), "two kinds: one and the other"
        counted = page.locator("label", has_text="Je débute").locator("small").inner_text()
        assert int(counted.split()[0]) == int(re.findall(r"(\d+) réponse", said(page))[0])

        page.reload()
        assert results(page) == least
        assert page.get_by_role("checkbox", name="Jeune").is_checked()

        for expected, wanted in ((both, "seniors,jeunes"), (seniors, "seniors"), (everything, "")):
            page.go_back()
            expect(page.locator("#resultats > li")).to_have_count(len(expected))
            assert results(page) == expected
            assert ",".join(parameters(page).get("publics", [])) == wanted
        page.go_forward()
        expect(page.locator("#resultats > li")).to_have_count(len(seniors))

        page.get_by_role("button", name="Effacer les filtres").click()
        expect(page.locator("#resultats > li")).to_have_count(len(everything))
        assert parameters(page) == {"q": ["mot de passe"]}


def test_another_question_keeps_the_former_one_in_the_history(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/?q=cv")
        first = results(page, query="cv")
        page.locator("#chercher").fill("mot de passe")
        page.locator("#chercher").press("Enter")
        second = results(page, query="mot de passe")
        assert first != second
        assert parameters(page)["q"] == ["mot de passe"]
        assert "mot de passe" in page.title()
        page.go_back()
        assert results(page, query="cv") == first
        assert page.locator("#chercher").input_value() == "cv"
        page.get_by_role("link", name="Revenir en haut de la page").click()
        assert results(page, query="cv") == first, "a link within the page asks nothing again"


def test_what_was_left_aside_is_said(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("recherche/?q=minitel message")
        assert results(reader.page)
        heard = said(reader.page).replace("\u202f", " ")
        assert "Aucune fiche avec « minitel » ; voici pour « message »" in heard


def test_a_question_without_an_answer_is_never_a_dead_end(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/?q=qzxwvk")
        assert results(page, "vide") == []
        assert "Aucune fiche" in said(page)
        near = page.locator(".fil-near-calls a")
        assert near.count() >= 3
        for address in ("numeros/", "appels/", "publics/", "themes/"):
            assert page.locator(f"main a[href='../{address}']").first.is_visible(), address
        near.first.click()
        page.wait_for_url("**/tutoriels/**")
        assert reader.kind in {"tutoriel", "telephone"}


def test_filters_that_leave_nothing_can_be_taken_off(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/?q=mot de passe&themes=ecole")
        assert results(page, "vide") == []
        assert "avec ces filtres" in said(page)
        page.get_by_role("button", name="Effacer les filtres").click()
        assert len(results(page)) > 2


@pytest.mark.parametrize("query", STRANGE)
def test_a_strange_question_breaks_nothing(browser: Browser, host: str, query: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/")
        page.locator("#chercher").fill(query)
        page.locator("#chercher").press("Enter")
        found = page.locator("#resultats")
        expect(found).to_have_attribute("data-etat", re.compile("pret|vide"))
        assert page.locator("main img").count() == 0
        assert len(said(page)) < 600
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0


def test_after_one_search_it_works_without_a_network(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("recherche/?q=colis")
        everything = results(page, query="colis")
        page.context.set_offline(True)
        page.get_by_role("checkbox", name="Senior").check()
        page.wait_for_url("**publics=seniors**")
        assert set(results(page, query="colis")) <= set(everything)
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
    with reading(browser, host) as reader:
        page = reader.page
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        slow = {"offline": False, "latency": 600, "downloadThroughput": -1, "uploadThroughput": -1}
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


def about_shards(reader: Reader) -> None:
    """What is missing is complained of once or more by the browser, and nothing else is."""
    assert reader.complaints
    assert [each for each in reader.complaints if "404" not in each] == []
    reader.complaints.clear()


@pytest.mark.parametrize("address", [ELSEWHERE, "recherche/?q=message"])
def test_a_tab_left_open_during_a_publication_renews_itself_once(
    browser: Browser, host: str, published: Built, address: str
) -> None:
    former = re.compile(r"assets/search(/manifest)?\.[0-9a-f]{10}\.js")
    path = Path(published.site, address.partition("?")[0], "index.html")
    html = former.sub(r"assets/search\1.0000000000.js", path.read_text(encoding="utf-8"))
    assert "0000000000" in html
    with reading(browser, host) as reader:
        page = reader.page
        served: list[str] = []

        def former_publication(route: Route) -> None:
            served.append(route.request.resource_type)
            if len(served) == 1:
                route.fulfill(status=200, content_type="text/html; charset=utf-8", body=html)
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


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_has_nothing_to_say_in_any_state(browser: Browser, host: str, width: int) -> None:
    with reading(browser, host, width=width) as reader:
        page = reader.page
        states = {}
        reader.opens("mediateurs/")
        types(reader, "message")
        page.keyboard.press("ArrowDown")
        states["proposals"] = in_both_schemes(page)
        page.locator("#chercher").fill("qzxwvk")
        expect(page.locator("form [role=status]")).to_contain_text("Aucune fiche")
        states["nothing proposed"] = in_both_schemes(page)
        page.keyboard.press("Escape")
        states["closed"] = in_both_schemes(page)
        reader.opens("recherche/?q=minitel message&publics=seniors")
        results(page)
        page.locator(".fil-facets").evaluate("element => { element.open = true; }")
        states["results"] = in_both_schemes(page)
        reader.opens("recherche/?q=qzxwvk")
        results(page, "vide")
        states["nothing"] = in_both_schemes(page)
        assert {name: found for name, found in states.items() if any(found.values())} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_pressed_among_the_answers_is_large_enough(
    browser: Browser, host: str, width: int
) -> None:
    # A title is a line of text, but its whole card can be pressed.
    measured = """() => [...document.querySelectorAll(
        '[role=option], .fil-found a, .fil-facet, .fil-answer button, .fil-result > :not(p) a,'
        + ' .fil-result-line a, .fil-result > a, .fil-near a')]
      .filter(element => element.checkVisibility())
      .map(element => [element.textContent.trim().slice(0, 30), element.getBoundingClientRect()])
      .filter(([, box]) => Math.min(box.width, box.height) < 43.5)
      .map(([name, box]) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`)"""
    with reading(browser, host, width=width) as reader:
        page = reader.page
        reader.opens("")
        types(reader, "message")
        found = page.evaluate(measured)
        reader.opens("recherche/?q=message&publics=seniors")
        results(page)
        page.locator(".fil-facets").evaluate("element => { element.open = true; }")
        found += page.evaluate(measured)
        assert found == []
