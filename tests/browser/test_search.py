"""Someone says it in their own words, in the box: what is proposed, and what a key does."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.search import (
    ELSEWHERE,
    NUMBER,
    TUTORIAL,
    proposals,
    results,
    status,
    types,
)
from tests.browser.story import WIDTHS, reading
from tests.browser.test_axe import at_both_widths, since_noted

ENGINE = re.compile(r"/assets/search(\.[0-9a-f]+\.js|/)")
# What waits longer than a tenth of a second waits to be released, or is given up.
HOLD = """(() => {
  const later = setTimeout, never = clearTimeout, held = new Map();
  window.setTimeout = (then, milliseconds) => {
    const long = milliseconds > 100, known = later(long ? () => {} : then, milliseconds);
    if (long) held.set(known, then);
    return known;
  };
  window.clearTimeout = known => { held.delete(known); never(known); };
  window.release = () => {
    const all = [...held.values()];
    held.clear();
    for (const then of all) then();
  };
})()"""
NOTE = """() => {
  const search = filBox.search;
  window.asked = [];
  filBox.search = (query, options) => { asked.push(query); return search(query, options); };
}"""


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
        # The list is drawn at the first letters; the word that is whole comes with the last.
        expect(page.locator("#propositions mark").first).to_be_attached()
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
        # On a small screen the walk begins, and its address says so.
        assert reader.address.partition("#")[0] == TUTORIAL


def test_two_letters_are_asked_when_no_other_follows(browser: Browser, host: str) -> None:
    """What two letters begin is half of the site: whoever types on does not load it."""
    with reading(browser, host) as reader:
        page = reader.page
        page.add_init_script(HOLD)
        reader.opens("")
        page.locator("#chercher").focus()
        entry = page.get_by_role("combobox")
        expect(entry).to_be_visible()
        page.evaluate(NOTE)
        entry.press_sequentially("me")
        page.wait_for_timeout(50)
        entry.press("s")
        assert proposals(page), "three are answered at once"
        assert page.evaluate("asked") == ["mes"]
        before = status(page)
        entry.fill("cv")
        page.wait_for_timeout(50)
        page.evaluate("release()")
        expect(page.locator("form [role=status]")).not_to_have_text(before)
        assert page.evaluate("asked") == ["mes", "cv"]


def test_enter_goes_to_every_answer_and_escape_closes(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(ELSEWHERE)
        entry = page.get_by_role("combobox")
        types(reader, "message")
        entry.press("Escape")
        expect(entry).to_have_attribute("aria-expanded", "false")
        assert page.locator("#propositions [role=option]").count() == 0
        assert page.locator("#propositions").is_hidden(), "closed is not empty"
        assert entry.input_value() == "message", "the words stay"
        entry.press("ArrowDown")
        assert proposals(page), "the arrow opens it again"
        entry.press("Enter")
        page.wait_for_url("**/recherche/?q=message")
        assert len(results(page, query="message")) >= 2


def test_a_mediator_opens_the_script_and_the_page_is_one_link_away(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("mediateurs/")
        types(reader, NUMBER)
        entry = page.locator("#propositions [role=option]").first
        assert "Lire au téléphone" in entry.inner_text()
        line = page.get_by_role("link", name=f"Voir la fiche {NUMBER}")
        inside, link = entry.bounding_box(), line.bounding_box()
        assert inside is not None
        assert link is not None
        assert inside["y"] <= link["y"]
        assert link["y"] + link["height"] <= inside["y"] + inside["height"] + 1
        assert min(link["width"], link["height"]) >= 43.5
        line.click()
        page.wait_for_url(f"**/{TUTORIAL}")
        reader.page.go_back()
        page.locator("#chercher").fill("")
        types(reader, NUMBER)
        assert "Entrée ouvre le script, Maj et Entrée la fiche" in status(page)
        for keys, opened in (("Enter", f"{TUTORIAL}telephone/"), ("Shift+Enter", TUTORIAL)):
            page.keyboard.press("ArrowDown")
            page.keyboard.press(keys)
            page.wait_for_url(f"**/{opened}")
            reader.page.go_back()
            page.locator("#chercher").fill("")
            types(reader, NUMBER)
        page.locator("#propositions [role=option]").first.click()
        page.wait_for_url(f"**/{TUTORIAL}telephone/")


def test_a_mediator_types_a_number_and_enters_its_script(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("mediateurs/")
        types(reader, NUMBER)
        expect(page.locator("#proposition-0")).to_contain_text(NUMBER)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{TUTORIAL}telephone/")


def test_from_a_guide_too_enter_opens_a_script(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("mediateurs/posture/")
        types(reader, "601")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tutoriels/smartphone/wifi/telephone/")
        assert reader.kind == "telephone"


@pytest.mark.parametrize("address", ["", ELSEWHERE, "tutoriels/smartphone/wifi/", "recherche/"])
def test_the_public_side_never_speaks_of_the_script(
    browser: Browser, host: str, address: str
) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(address)
        types(reader, NUMBER)
        form = page.locator("#recherche")
        said = form.inner_text().lower()
        assert "au téléphone" not in said
        assert "script" not in said
        assert form.get_by_role("link").count() == 0
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Shift+Enter" if address else "Enter")
        page.wait_for_url(f"**/{TUTORIAL}")


def test_the_answers_of_a_mediator_stay_on_their_side(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        script = page.locator("#resultats").get_by_role("link", name="Lire au téléphone")
        reader.opens("mediateurs/")
        page.locator("#chercher").fill("message suspect")
        page.locator("#chercher").press("Enter")
        page.wait_for_url("**/recherche/?q=message+suspect&pour=mediateurs")
        assert results(page)
        assert script.count() > 0
        page.locator("#chercher").fill("fibre")
        page.locator("#chercher").press("Enter")
        assert results(page, query="fibre")
        assert script.count() > 0
        script.first.click()
        page.wait_for_url("**/telephone/")
        reader.opens("recherche/?q=fibre")
        assert results(page, query="fibre")
        assert script.count() == 0


def test_leaving_the_box_closes_it(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("")
        types(reader, NUMBER)
        page.keyboard.press("Escape")
        reader.opens("mediateurs/")
        types(reader, NUMBER)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.textContent")
        assert focused.startswith("Voir la fiche"), "the keyboard reaches the pages"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.id") == "chercher"
        types(reader, " ")
        page.get_by_role("heading", level=1).click()
        expect(page.locator("#chercher")).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("address", ["", ELSEWHERE, "recherche/"])
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


def test_axe_has_nothing_to_say_in_any_state(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        states = {}
        reader.opens("mediateurs/")
        types(reader, "message")
        page.keyboard.press("ArrowDown")
        states["proposals"] = at_both_widths(page)
        page.locator("#chercher").fill("qzxwvk")
        expect(page.locator("form [role=status]")).to_contain_text("Aucune fiche")
        states["nothing proposed"] = since_noted(page)
        page.keyboard.press("Escape")
        states["closed"] = since_noted(page)
        reader.opens("recherche/?q=minitel message&publics=seniors")
        results(page)
        page.locator(".fil-facets").evaluate("element => { element.open = true; }")
        states["results"] = at_both_widths(page)
        reader.opens("recherche/?q=qzxwvk")
        results(page, "vide")
        states["nothing"] = at_both_widths(page)
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
