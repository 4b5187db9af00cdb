"""A long list is chosen among by typing: the phrases of callers, the numbers of tutorials."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.search import NUMBER, REFERENCE, TUTORIAL, parameters, results
from tests.browser.story import WIDTHS, reading
from tests.browser.test_axe import at_both_widths
from tests.site.builds import Built

CALLS = "appels/"
NUMBERS = "numeros/"
FOUND = ".fil-filter-said + .fil-calls > li"


@pytest.mark.parametrize("place", ["host", "disk"])
@pytest.mark.parametrize("address", [CALLS, f"{CALLS}page-3/"])
def test_typing_a_word_shows_the_phrases_that_say_it(
    browser: Browser, request: pytest.FixtureRequest, place: str, address: str
) -> None:
    home: str = request.getfixturevalue(place)
    with reading(browser, home) as reader:
        page = reader.page
        reader.opens(address)
        every = page.locator(".fil-every-call")
        page.locator("#chercher").press_sequentially("colis")
        expect(page.locator(".fil-filter-said")).to_contain_text("les plus proches de")
        expect(page.locator(f"{FOUND} mark").first).to_be_attached()
        assert not every.is_visible(), "what is found stands for all of them"
        assert not page.locator(".fil-found").count(), "nothing covers the list"
        assert "colis" in page.locator(FOUND).first.inner_text()
        page.locator("#chercher").fill("")
        expect(every).to_be_visible()
        assert page.locator(FOUND).count() == 0
        page.locator("#chercher").press_sequentially("colis")
        first = page.locator(FOUND).first
        reference = first.get_attribute("data-tutoriel")
        first.get_by_role("link").click()
        page.wait_for_url(f"**/tutoriels/{reference}/**")


def test_no_phrase_leaves_them_all_and_enter_searches(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(CALLS)
        page.locator("#chercher").press_sequentially("qzxwvk")
        expect(page.locator(".fil-filter-said")).to_contain_text("Aucune phrase avec")
        assert page.locator(".fil-every-call").is_visible()
        page.locator("#chercher").fill("message")
        page.locator("#chercher").press("Enter")
        page.wait_for_url("**/recherche/?q=message")
        assert results(page)


def test_phrases_that_cannot_come_leave_them_all(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.route(re.compile(r"/assets/search/d"), lambda route: route.abort())
        reader.opens(CALLS)
        page.locator("#chercher").press_sequentially("colis")
        expect(page.locator(".fil-filter-said")).to_contain_text("pas arrivée")
        assert page.locator(".fil-every-call").is_visible()
        assert all("ERR_FAILED" in each or "failed: " in each for each in reader.complaints)
        reader.complaints.clear()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", ["host", "disk"])
def test_a_number_typed_is_shown_and_opened(
    browser: Browser, request: pytest.FixtureRequest, place: str, width: int
) -> None:
    home: str = request.getfixturevalue(place)
    with reading(browser, home, width=width) as reader:
        page = reader.page
        reader.opens(NUMBERS)
        entry = page.get_by_label("J’écris le numéro")
        shown = page.locator(".fil-numbers > li:visible")
        every = shown.count()
        said = page.locator(".fil-filter-said")
        entry.press_sequentially("10")
        expect(said).to_contain_text("fiches commencent par 10")
        assert 1 < shown.count() < every
        entry.press_sequentially("1")
        expect(said).to_contain_text(f"Fiche {NUMBER}")
        assert shown.evaluate_all("all => all.map(each => each.dataset.tutoriel)") == [REFERENCE]
        entry.fill("")
        assert shown.count() == every
        entry.fill("999")
        expect(said).to_contain_text("Aucune fiche n’a le numéro 999")
        assert shown.count() == every
        entry.press("Enter")
        assert reader.address == NUMBERS, "one stays, and what was wrong is said"
        entry.fill("fiche 101")
        page.get_by_role("button", name="Ouvrir").click()
        page.wait_for_url(f"**/{TUTORIAL}**")


def test_a_number_of_another_page_is_searched(
    browser: Browser, host: str, published: Built
) -> None:
    html = (published.site / NUMBERS / "index.html").read_text("utf-8")
    # As a list of hundreds, cut in pages: this one does not hold 101.
    cut = re.sub(rf'<li data-tutoriel="{REFERENCE}">.*?</li>', "", html, flags=re.DOTALL)
    assert cut != html
    cut = cut.replace("</main>", '<nav class="fil-pagination" aria-label="Pages"></nav></main>')
    with reading(browser, host) as reader:
        page = reader.page
        page.route(f"**/{NUMBERS}", lambda route: route.fulfill(body=cut, content_type="text/html"))
        reader.opens(NUMBERS)
        entry = page.get_by_label("J’écris le numéro")
        entry.fill(NUMBER)
        expect(page.locator(".fil-filter-said")).to_contain_text("« Ouvrir » le cherche partout")
        entry.press("Enter")
        page.wait_for_url(f"**/recherche/?q={NUMBER}")
        assert results(page)[0] == REFERENCE


def test_without_a_script_the_lists_stay(browser: Browser, host: str, published: Built) -> None:
    with reading(browser, host, javascript=False) as reader:
        page = reader.page
        reader.opens(NUMBERS)
        assert not page.get_by_label("J’écris le numéro").is_visible()
        assert page.locator(".fil-numbers > li").count() > 60
        reader.opens(CALLS)
        assert page.locator(".fil-calls > li").count() == 100
        assert page.get_by_role("navigation", name="Pages de la liste").is_visible()
        assert re.search(r"\d+ façons de le dire", page.locator(".fil-count").inner_text())
        assert "entendu" not in page.locator("main").inner_text()
        page.get_by_role("searchbox").fill("un colis")
        page.get_by_role("button", name="Chercher").click()
        page.wait_for_load_state("load")
        assert reader.kind == "recherche"
        assert parameters(page)["q"] == ["un colis"]


def test_axe_has_nothing_to_say_of_what_is_chosen(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(CALLS)
        page.locator("#chercher").press_sequentially("colis")
        expect(page.locator(FOUND).first).to_be_attached()
        found = {"phrases": at_both_widths(page)}
        reader.opens(NUMBERS)
        page.get_by_label("J’écris le numéro").fill("10")
        found["numbers"] = at_both_widths(page)
        assert {name: said for name, said in found.items() if any(said.values())} == {}
