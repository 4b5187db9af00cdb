"""On a phone, a keyboard covers half of the page: what is proposed is seen above it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.story import PATIENCE

WIDTH, HEIGHT = 360, 640
LEFT = 350
"""What the keyboard of a phone leaves of 640 pixels, the bar of its proposals included."""

# What is left of the screen; then a browser that tells nothing of it, as Safari 11 and Firefox 60.
TOLD = f"""(() => {{
  const view = new EventTarget();
  Object.assign(view, {{ offsetTop: 0, width: {WIDTH}, height: {HEIGHT}, scale: 1 }});
  Object.defineProperty(window, 'visualViewport', {{ value: view, configurable: true }});
}})()"""
UNTOLD = "Object.defineProperty(window, 'visualViewport', { value: undefined })"
RISES = """left => {
  visualViewport.height = left;
  visualViewport.dispatchEvent(new Event('resize'));
}"""


@contextmanager
def phone(browser: Browser, script: str) -> Iterator[Page]:
    """Open a page on a phone whose window is what ``script`` tells."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        has_touch=True,
        is_mobile=True,
        locale="fr-FR",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    context.add_init_script(script)
    yield context.new_page()
    context.close()


def box(page: Page, selector: str) -> tuple[float, float]:
    """Return the top and the bottom of an element, from the top of the window."""
    found = page.locator(selector).bounding_box()
    assert found is not None
    return found["y"], found["y"] + found["height"]


def types(page: Page, words: str) -> None:
    page.locator("#chercher").press_sequentially(words)
    expect(page.locator("#chercher")).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#propositions mark").first).to_be_attached()


def assert_seen(page: Page, left: int) -> None:
    """The box, and the first answers, are above what covers the page; the others can be reached."""
    assert box(page, "#chercher")[0] >= 0
    assert box(page, ".fil-found")[1] <= left
    assert box(page, "#proposition-0")[1] <= left
    assert box(page, "#proposition-1")[0] + 44 <= left, "the second can be pressed"
    last = page.locator("#propositions [role=option]").last
    last.evaluate("option => option.scrollIntoView({ block: 'nearest' })")
    ends = last.bounding_box()
    assert ends is not None
    assert ends["y"] + ends["height"] <= left + 1
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


@pytest.mark.parametrize("address", ["", "recherche/", "mediateurs/"])
def test_the_list_is_seen_above_the_keyboard(browser: Browser, host: str, address: str) -> None:
    with phone(browser, TOLD) as page:
        page.goto(host + address)
        page.locator("#chercher").tap()
        page.evaluate(RISES, LEFT)
        types(page, "compte pirat")
        assert_seen(page, LEFT)


def test_the_keyboard_may_rise_once_the_list_is_there(browser: Browser, host: str) -> None:
    with phone(browser, TOLD) as page:
        page.goto(host)
        types(page, "compte pirat")
        page.evaluate(RISES, LEFT)
        assert_seen(page, LEFT)
        # Once it is down again, the list takes the place that it needs.
        page.evaluate(RISES, HEIGHT)
        assert box(page, ".fil-found")[1] > LEFT


@pytest.mark.parametrize("address", ["", "recherche/"])
def test_where_nothing_is_told_the_box_goes_to_the_top(
    browser: Browser, host: str, address: str
) -> None:
    with phone(browser, UNTOLD) as page:
        page.goto(host + address)
        types(page, "compte pirat")
        assert 0 <= box(page, "#recherche")[0] <= 16
        assert_seen(page, LEFT)


def test_without_a_keyboard_the_page_stays_where_it_is(browser: Browser, host: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(host)
    types(page, "compte pirat")
    assert page.evaluate("scrollY") == 0
    page.close()
