"""axe finds nothing to say: on every kind of page, and in every state of a call."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.story import reading

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}
SCRIPT = "tutoriels/cyber-hygiene/message-suspect/telephone/"


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_kind_of_page(
    browser: Browser,
    host: str,
    one_page_a_kind: dict[str, str],
    width: int,
    scheme: str,
) -> None:
    with reading(browser, host, width=width) as reader:
        reader.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for kind, address in one_page_a_kind.items():
            reader.opens(address)
            assert violations(reader.page) == [], (kind, address)


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
