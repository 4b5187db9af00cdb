"""The pages that explain the codes: found from the list, read on a small screen, for everyone."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.story import reading
from tests.browser.test_axe import in_both_schemes

NOTHING: dict[str, list[str]] = {"light": [], "dark": []}


def test_an_author_looks_up_a_code(browser: Browser, host: str) -> None:
    with reading(browser, host, width=320) as author:
        page = author.page
        author.opens("contribuer/")
        author.follows("Les constats")
        assert in_both_schemes(page) == NOTHING
        author.follows("FIL404")
        assert "Cliquez sur le message." in page.locator(".fil-wrong").inner_text()
        assert "{Appuyez|Cliquez} sur le message." in page.locator(".fil-right").inner_text()
        assert in_both_schemes(page) == NOTHING
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        author.follows("Tous les constats")
        assert page.locator(".fil-codes li").count() > 60
