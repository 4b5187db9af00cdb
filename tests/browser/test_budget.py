"""What a first visit costs: everything that a page loads, and nothing that moves meanwhile."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.browser.story import reading
from tests.browser.weight import cost, moved
from tests.site.builds import SUB_PATH, Built

SCRIPT = "tutoriels/cyber-hygiene/message-suspect/telephone/"


def test_a_shift_would_be_seen(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390) as reader:
        reader.opens("")
        reader.page.wait_for_timeout(600)  # what follows an act at once is not counted
        reader.page.evaluate("document.querySelector('main').prepend('o '.repeat(500))")
        assert moved(reader.page)


def test_a_desk_whose_script_never_comes_is_the_whole_script(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.page.route(re.compile(r"assets/phone\.\w+\.js"), lambda route: route.abort())
        reader.opens(SCRIPT)
        expect(reader.page.locator("html")).not_to_have_class(re.compile("fil-"))
        steps = reader.page.locator("[data-etape]")
        assert steps.count() > 2
        assert all(steps.nth(rank).is_visible() for rank in range(steps.count()))
        assert reader.page.locator(".fil-footer").is_visible()
        keys = reader.page.locator(".fil-desk kbd")
        assert keys.count() > 0
        assert not any(key.is_visible() for key in keys.all()), "no key acts without the script"
        assert all("assets/phone." in each or "ERR_FAILED" in each for each in reader.complaints)
        reader.complaints.clear()


def test_a_weight_would_be_seen(published: Built) -> None:
    asked = [SUB_PATH, f"{SUB_PATH}glossaire/", f"{SUB_PATH}numeros/"]
    assert cost(published, asked) == []
    assert cost(published, asked * 5) != []
