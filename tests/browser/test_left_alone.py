"""A desk is shared: of a call that is over, or left alone, nothing is found, wherever one looks."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import CLICKED, SUSPECT, Desk
from tests.browser.story import Reader, reading

NOTES = "Mme Martin, 06 12"
TRACES = """async () => [
  {...sessionStorage}, {...localStorage}, document.cookie, history.state, location.hash,
  (await indexedDB.databases()).map(each => each.name),
  [...document.querySelectorAll('textarea, input[type=text]')].map(each => each.value).join(''),
]"""
"""All that a page can keep, and what its boxes hold."""
NOTHING: list[object] = [{}, {}, "", None, "", [], ""]


def writes(reader: Reader) -> Desk:
    """Hold a call through two tutorials, with notes and a time to ring again."""
    desk = Desk(reader)
    desk.opens(CLICKED)
    desk.presses("Enter")
    desk.page.locator("#notes").fill(NOTES)
    desk.opens(SUSPECT)
    expect(desk.page.locator("#notes")).to_have_value(NOTES)
    desk.page.get_by_role("button", name="Terminer…").click()
    desk.page.get_by_label("Un rendez-vous").fill("jeudi à 10 heures")
    assert NOTES in str(desk.page.evaluate(TRACES))
    return desk


def is_empty(page: Page) -> None:
    """Nothing here, nor behind the browser's buttons."""
    assert page.evaluate(TRACES) == NOTHING
    page.go_back()
    expect(page.locator("#notes")).to_have_value("")
    for way in (page.go_forward, page.reload):
        way()
        assert NOTES not in str(page.evaluate(TRACES))
        assert "jeudi" not in str(page.evaluate(TRACES))


def test_nothing_is_left_of_a_call_that_is_over(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        desk = writes(reader)
        desk.page.get_by_role("button", name="Terminer : tout effacer").click()
        is_empty(desk.page)


def test_a_call_that_is_left_alone_warns_then_goes(browser: Browser, host: str) -> None:
    with reading(browser, host, first=True) as reader:
        reader.page.clock.install()
        desk = writes(reader)
        warning = desk.page.get_by_role("alert").filter(has_text="Dans deux minutes")
        desk.page.clock.run_for("27:30")
        expect(warning).to_be_hidden()
        desk.page.clock.run_for("01:00")
        expect(warning).to_be_visible()
        assert desk.kept() != {}
        desk.page.get_by_role("button", name="Je continue l’appel").click()
        expect(warning).to_be_hidden()
        desk.page.clock.run_for("29:00")
        expect(warning).to_be_visible()
        assert NOTES in str(desk.page.evaluate(TRACES)), "one was there in between"
        desk.page.clock.run_for("01:30")
        expect(desk.page.get_by_role("heading", name="tout est effacé")).to_be_focused()
        is_empty(desk.page)


def test_a_tab_that_is_opened_again_another_day_is_empty(browser: Browser, host: str) -> None:
    with reading(browser, host, first=True) as reader:
        reader.page.clock.install()
        desk = writes(reader)
        desk.page.clock.set_system_time("2099-01-01T08:00:00")
        desk.page.reload()
        assert NOTES not in str(desk.page.evaluate(TRACES))


def test_a_page_where_no_call_is_held_never_goes(browser: Browser, host: str) -> None:
    with reading(browser, host, first=True) as reader:
        reader.page.clock.install()
        desk = Desk(reader)
        desk.opens(SUSPECT)
        desk.page.clock.run_for("02:00:00")
        expect(desk.page.locator(".fil-rest, .fil-ended")).not_to_have_count(0)
        expect(
            desk.page.locator(".fil-rest:not([hidden]), .fil-ended:not([hidden])")
        ).to_have_count(0)
