"""The keys of the desk: at rest for whoever dictates, held while a slow line brings the guides."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Route, expect

from tests.browser.desk import CLICKED, SUSPECT, Desk
from tests.browser.story import reading


def test_keys_can_be_put_to_rest_and_stay_so(browser: Browser, host: str) -> None:
    """Whoever dictates to a computer would press ten keys a sentence (WCAG 2.1.4)."""
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(SUSPECT)
        desk.presses("?")
        at_rest = desk.page.locator(".fil-keys-at-rest")
        expect(at_rest).to_be_visible()
        at_rest.press("Space")
        expect(at_rest).to_be_checked()
        desk.presses("Escape")
        for key in ("u", "x", "1", "?"):
            desk.presses(key)
            assert desk.node == "1a"
            assert desk.page.locator(".fil-desk-card:visible").count() == 0, key
        desk.presses("ArrowRight")
        assert desk.node != "1a"
        # The focus is not left, be it for a frame, in the card that is closed.
        desk.presses("Escape")
        desk.page.evaluate("document.activeElement.blur(); filDesk.card('touches')")
        at_rest.focus()
        left = "filDesk.closeCard() && document.activeElement.closest('.fil-desk-card')"
        assert desk.page.evaluate(left) is None
        desk.page.get_by_role("button", name="Touches").click()
        desk.page.locator(".fil-keys-at-rest").press("Space")
        assert "fil-touches" not in desk.kept()


def test_no_key_is_lost_nor_acts_too_soon_while_the_guides_come(
    browser: Browser, host: str
) -> None:
    """On a slow line they come seconds after the key that asked for them."""
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        later = re.compile(r"/assets/(?:guides|desk)\.[^/]*js$")
        withheld: list[Route] = []

        def opens_slowly() -> None:
            desk.page.route(later, lambda route: withheld.append(route))
            desk.opens(SUSPECT)

        def the_guides_come() -> None:
            desk.page.wait_for_function("() => document.querySelector('script[src*=guides]')")
            for route in withheld:
                route.continue_()
            withheld.clear()
            desk.page.unroute(later)

        opens_slowly()
        desk.presses("/")
        desk.page.keyboard.type("quel silence")
        the_guides_come()
        assert desk.page.locator("#commande").input_value() == "quel silence"
        expect(desk.page.get_by_role("option").first).to_be_visible()
        assert desk.node == "1a"

        opens_slowly()
        desk.presses("?", "Escape")
        the_guides_come()
        desk.has_guides()
        assert desk.page.locator(".fil-desk-card:visible").count() == 0

        opens_slowly()
        desk.presses("u")
        desk.azerty("2")
        assert desk.node == "1a", "the urgent question is not there to be answered yet"
        the_guides_come()
        desk.page.wait_for_url(f"**/{CLICKED}**")
