"""axe finds nothing to say: on every kind of page, in every state of a tutorial and of a call."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.story import WIDTHS, reading

RULES: dict[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}
# Only the colours change with the scheme.
COLOURS: dict[str, object] = {
    "runOnly": ["color-contrast", "color-contrast-enhanced"],
    "resultTypes": ["violations"],
}
SCHEMES = {"light": RULES, "dark": COLOURS}
TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
PRACTISED = "tutoriels/ordinateur/site-officiel/"
SCRIPT = "tutoriels/cyber-hygiene/message-suspect/telephone/"


def violations(page: Page, options: dict[str, object] = RULES) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_page(
    browser: Browser, host: str, one_page_a_kind: dict[str, str], width: int
) -> None:
    with reading(browser, host, width=width) as reader:
        found = {}
        for kind, address in one_page_a_kind.items():
            reader.opens(address)
            for scheme, options in SCHEMES.items():
                reader.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                found[f"{kind}, {scheme}"] = violations(reader.page, options)
        assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


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
        for closed in page.locator("main details:not([open]) > summary").all():
            closed.click()
        assert page.locator(".fil-verdict:visible").count() >= 1
        found = {}
        for scheme, options in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found[f"answered, {scheme}"] = violations(page, options)
        reader.opens(PRACTISED)
        page.locator(".fil-practise-start").first.click()
        expect(page.locator(".fil-practise").first).to_be_visible()
        for scheme, options in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found[f"practising, {scheme}"] = violations(page, options)
        assert {state: wrong for state, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_a_call(browser: Browser, host: str, scheme: str) -> None:
    with reading(browser, host) as mediator:
        page = mediator.page
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        mediator.opens(SCRIPT)
        page.locator(".fil-start").click()
        page.locator("#panneau-ouvrir section").first.wait_for()
        states = {"opening": violations(page)}
        page.keyboard.press("Escape")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        states["step"] = violations(page)
        page.keyboard.press("1")
        page.keyboard.press("a")
        page.locator(".fil-trouble").first.click()
        states["answered"] = violations(page)
        for key in "ogpn?":
            page.keyboard.press(key)
            states[key] = violations(page)
            page.keyboard.press("Escape")
        page.locator(".fil-end").click()
        states["ended"] = violations(page)
        assert all(found == [] for found in states.values()), states
