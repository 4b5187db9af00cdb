"""A maintainer looks for what is missing, what is old, and what is hard to read."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.access import look
from tests.browser.story import WIDTHS, reading
from tests.browser.test_axe import STRUCTURE, note, since_noted, violations

BOARD = "contribuer/tableau/"
READABILITY = "contribuer/lisibilite/"


def test_nothing_stands_in_the_way_once_all_is_unfolded(browser: Browser, host: str) -> None:
    with reading(browser, host) as maintainer:
        page = maintainer.page
        for address in (BOARD, READABILITY):
            maintainer.opens(address)
            # What shows at first is looked at in test_every_kind.py.
            assert violations(page, STRUCTURE) == [], address
            note(page)
            page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
            assert since_noted(page) == {"light": [], "dark": []}, address
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                assert look(page, "overflowing") == [], address


def test_the_age_is_that_of_the_day_one_looks(browser: Browser, host: str) -> None:
    with reading(browser, host, first=True) as maintainer:
        page = maintainer.page
        maintainer.opens(BOARD)
        first = page.locator(".fil-oldest li").first
        year, month, day = map(
            int, (first.locator("time").get_attribute("datetime") or "").split("-")
        )
        for years, days, told in (
            (1, 0, "(12 mois)"),
            (1, -1, "(11 mois)"),
            (0, 0, "(moins d’un mois)"),
        ):
            page.clock.set_fixed_time(f"{year + years}-{month:02}-{day + days:02}T12:00:00")
            maintainer.opens(BOARD)
            assert told in first.inner_text()
        page.clock.set_fixed_time(f"{year - 1}-{month:02}-{day:02}T12:00:00")
        maintainer.opens(BOARD)
        assert "mois)" not in first.inner_text()


def test_without_a_script_the_day_of_review_remains(browser: Browser, host: str) -> None:
    with reading(browser, host, javascript=False) as maintainer:
        maintainer.opens(BOARD)
        told = maintainer.page.locator(".fil-oldest li").first.inner_text()
        assert "relue le" in told
        assert "mois)" not in told


def test_from_a_hole_to_the_way_to_fill_it(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390) as maintainer:
        maintainer.opens("contribuer/")
        maintainer.follows("Le tableau de bord")
        maintainer.page.locator(".fil-shade-0 a").first.click()
        maintainer.page.wait_for_load_state("load")
        assert maintainer.address == "contribuer/proposer/"


def test_from_a_sentence_to_its_step(browser: Browser, host: str) -> None:
    with reading(browser, host) as maintainer:
        maintainer.opens("contribuer/")
        maintainer.follows("La lisibilité des fiches")
        item = (
            maintainer.page.locator(".fil-sentences li").filter(has_text="lu par le public").first
        )
        words = item.locator("q").inner_text().split(" ")[1]
        item.get_by_role("link").click()
        maintainer.page.wait_for_load_state("load")
        assert maintainer.kind == "tutoriel"
        assert words in maintainer.page.locator("main").inner_text()
