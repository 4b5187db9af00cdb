"""axe finds nothing to say: on every kind of page, in every state of a tutorial and of a call."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from tests.browser.story import WIDTHS, reading

RULES: dict[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # It tells what lies between AA and AAA only: the other rule tells what is under AA.
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}
# Only the colours change with the scheme.
COLOURS: dict[str, object] = {
    "runOnly": ["color-contrast", "color-contrast-enhanced"],
    "resultTypes": ["violations"],
}
SCHEMES = {"light": RULES, "dark": COLOURS}
RUN = """options => axe.run(options).then(({violations}) => violations.flatMap(
  ({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`)))"""
TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
PRACTISED = "tutoriels/ordinateur/site-officiel/"
SCRIPT = "tutoriels/cyber-hygiene/message-suspect/telephone/"


def violations(page: Page, options: dict[str, object] = RULES) -> list[str]:
    """Return what axe finds wrong on the page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(RUN, options)
    return found


def in_both_schemes(page: Page) -> dict[str, list[str]]:
    """Return what axe finds wrong in light, then in dark."""
    found = {}
    for scheme, options in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found[scheme] = violations(page, options)
    return found


def test_every_kind_of_page(browser: Browser, host: str, one_page_a_kind: dict[str, str]) -> None:
    with reading(browser, host) as reader:
        found = {}
        for kind, address in one_page_a_kind.items():
            reader.opens(address)
            for width in WIDTHS:
                reader.page.set_viewport_size({"width": width, "height": 800})
                for scheme, wrong in in_both_schemes(reader.page).items():
                    found[f"{kind}, {width}, {scheme}"] = wrong
        assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


def test_what_axe_would_find_is_told(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("")
        # A grey too pale on white for AAA, and too dark on black.
        reader.page.evaluate("document.querySelector('.fil-footer p').style.color = '#777'")
        for found in in_both_schemes(reader.page).values():
            assert {each.split(":")[0] for each in found} == {"color-contrast"}
        reader.page.evaluate("document.querySelector('main').append(new Image())")
        assert "image-alt: <img>" in violations(reader.page)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_state_of_a_tutorial(browser: Browser, host: str, width: int) -> None:
    with reading(browser, host, width=width) as reader:
        page = reader.page
        reader.opens(TUTORIAL)
        page.locator(".fil-tabs > label").nth(1).click()
        for quiz in page.locator('[data-bloc="question"]').all():
            for choice in quiz.get_by_role("radio").all():
                choice.check()
        for done in page.locator(".fil-done input").all():
            done.check()
        closed = page.locator("main details:not([open]) > summary").filter(visible=True)
        assert closed.count() >= 1
        while closed.count():
            closed.first.click()
        assert page.locator(".fil-verdict:visible").count() >= 1
        found = {"answered": in_both_schemes(page)}
        reader.opens(PRACTISED)
        page.locator(".fil-practise-start").first.click()
        expect(page.locator(".fil-practise").first).to_be_visible()
        found["practising"] = in_both_schemes(page)
        assert {state: wrong for state, wrong in found.items() if any(wrong.values())} == {}


def test_every_state_of_a_call(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        page = mediator.page
        mediator.opens(SCRIPT)
        page.locator(".fil-start").click()
        page.locator("#panneau-ouvrir section").first.wait_for()
        states = {"opening": in_both_schemes(page)}
        page.keyboard.press("Escape")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        states["step"] = in_both_schemes(page)
        page.keyboard.press("1")
        page.keyboard.press("a")
        page.locator(".fil-trouble").first.click()
        states["answered"] = in_both_schemes(page)
        for key in "ogpn?":
            page.keyboard.press(key)
            states[key] = in_both_schemes(page)
            page.keyboard.press("Escape")
        page.locator(".fil-end").click()
        states["ended"] = in_both_schemes(page)
        assert {state: wrong for state, wrong in states.items() if any(wrong.values())} == {}
