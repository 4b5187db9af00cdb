"""The pages that explain the codes: found from the list, read on a small screen, for everyone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.story import reading
from tests.browser.test_axe import violations


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_author_looks_up_a_code(browser: Browser, host: str, scheme: str) -> None:
    with reading(browser, host, width=320) as author:
        page = author.page
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        author.opens("contribuer/")
        page.get_by_role("link", name="Les constats").first.click()
        assert violations(page) == []
        page.get_by_role("link", name="FIL404").click()
        assert "Cliquez sur le message." in page.locator(".fil-wrong").inner_text()
        assert "{Appuyez|Cliquez} sur le message." in page.locator(".fil-right").inner_text()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.get_by_role("link", name="Tous les constats").click()
        assert page.locator(".fil-codes li").count() > 60
