"""A reviewer looks at the map of a call: with the eyes, with the keyboard, on a phone."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.story import WIDTHS, reading
from tests.browser.test_axe import at_both_widths

MAPS = "contribuer/cartes/"
MAP = "contribuer/cartes/107/"


def test_axe_finds_nothing_on_a_map(browser: Browser, host: str) -> None:
    with reading(browser, host) as reviewer:
        reviewer.opens(MAP)
        assert at_both_widths(reviewer.page) == {}


def test_a_map_fits_a_large_screen_and_scrolls_alone_on_a_phone(
    browser: Browser, host: str
) -> None:
    with reading(browser, host, width=1280) as reviewer:
        page = reviewer.page
        reviewer.opens(MAP)
        room = "(each => [each.scrollWidth, each.clientWidth])(document.querySelector('%s'))"
        wide, shown = page.evaluate(room % "main .fil-scroll")
        assert wide <= shown
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        wide, shown = page.evaluate(room % "main .fil-scroll")
        assert wide > 2 * shown
        wide, shown = page.evaluate(room % "html")
        assert wide <= shown


def test_the_keyboard_goes_through_the_list_and_not_the_drawing(
    browser: Browser, host: str
) -> None:
    with reading(browser, host, javascript=False) as reviewer:
        page = reviewer.page
        reviewer.opens("contribuer/tableau/")
        reviewer.follows("Ouvrir les cartes des appels")
        assert reviewer.address == MAPS
        reviewer.follows("107")
        assert reviewer.address == MAP
        page.locator("main .fil-scroll").focus()
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.text_content() == "1a Dites"
        focused.press("Enter")
        page.wait_for_url("**/telephone/#n-1a")
