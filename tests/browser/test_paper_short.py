"""A tutorial printed in short: for one’s device, on few sheets, words beside pictures."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.paper import TUTORIAL, WIFI, held, printed, squeezed
from tests.browser.story import WIDTHS, reading


def test_a_tutorial_in_short_takes_four_sheets_for_the_device_that_one_holds(
    browser: Browser, host: str
) -> None:
    with reading(browser, host, width=WIDTHS[0]) as reader:
        page = reader.page
        for address, device in ((TUTORIAL, "iphone"), (WIFI, "mac")):
            reader.opens(f"{address}#lecture")
            held(page, device)
            sheets = printed(page)
            assert len(sheets) <= 4
            assert all(len(text) > 150 for text in sheets), "no page nearly empty"
            steps = page.locator(".fil-toc li").all_text_contents()
            assert all(any(squeezed(title) in text for text in sheets) for title in steps)
            assert sum(text.count("C’estfait") for text in sheets) == len(steps)
            page.emulate_media(media="print")
            assert page.locator(".fil-step .fil-sinon").filter(visible=True).count() == 0
            shown = page.locator(".fil-known > .fil-variant").evaluate_all(
                "all => all.filter(one => getComputedStyle(one).display !== 'none')"
                ".map(one => one.dataset.appareils.split(' '))"
            )
            assert len(shown) == page.locator(".fil-known").count() > 0
            assert all(device in devices for devices in shown)
            assert "réponsessontsurlesite" in sheets[-1]
            page.emulate_media(media="screen")


def test_the_first_picture_of_a_step_stands_beside_its_words_on_paper_alone(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as reader:
        reader.opens(TUTORIAL)
        page = reader.page
        places = "all => all.map(one => [...one.children].map(each => each.className))"
        before = page.locator(".fil-step").evaluate_all(places)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        printing = page.locator(".fil-step").evaluate_all(places)
        assert "fil-screen" in printing[1][1]
        assert "fil-screen" not in before[1][1]
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(".fil-step").evaluate_all(places) == before
