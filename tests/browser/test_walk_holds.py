"""A walk loses nothing, on any phone, for anyone; on paper or without a script, all is there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.access import look
from tests.browser.afraid import SMALL, screens_before_steps, small_phone, tutorials_of
from tests.browser.paper import printed, prints_everything
from tests.browser.story import reading
from tests.browser.test_axe import violations
from tests.browser.walking import CALM, URGENT, done, steps
from tests.site.builds import Built, spread

MOST_SCREENS = 1.5
"""Screens before the first step, on the whole page."""


def test_nothing_of_a_step_is_lost(browser: Browser, host: str, published: Built) -> None:
    """What a step holds is shown by its screen, or by « Ce n’est pas pareil », on each device."""
    with small_phone(browser) as page:
        for address in (URGENT, CALM, "tutoriels/cyber-hygiene/faux-depanneur/"):
            page.goto(host + address)
            held = page.locator(".fil-step").evaluate_all(
                "all => all.map(step => [...step.querySelectorAll('p, summary, li, figure')]"
                ".filter(each => !each.closest('.fil-tick, details:not([open]) > :not(summary)')"
                " && !each.matches('.fil-tabs-title, .fil-device')).length)"
            )
            shown = page.locator(".fil-step").evaluate_all(
                """all => all.map(step => {
                  const one = document.querySelector('.fil-here');
                  if (one) one.classList.remove('fil-here');
                  step.classList.add('fil-here');
                  document.documentElement.setAttribute('data-suivre', 'etape');
                  const seen = new Set();
                  const parts = [...step.querySelectorAll('p, summary, li, figure')].filter(each =>
                    !each.closest('.fil-tick, details:not([open]) > :not(summary)')
                    && !each.matches('.fil-tabs-title, .fil-device'));
                  const radios = [...step.querySelectorAll('.fil-tabs > input')];
                  for (let rank = -1; rank < radios.length; rank += 1) {
                    if (radios[rank]) radios[rank].checked = true;
                    for (const otherwise of [false, true]) {
                      document.documentElement.classList.toggle('fil-otherwise', otherwise);
                      parts.filter(each => each.getClientRects().length).forEach(
                        each => seen.add(each));
                    }
                  }
                  document.documentElement.classList.remove('fil-otherwise');
                  return seen.size;
                })"""
            )
            assert shown == held, address
            assert min(held) > 0


@pytest.mark.parametrize("javascript", [True, False])
def test_the_first_step_of_the_whole_page_is_near(
    browser: Browser, host: str, published: Built, javascript: bool
) -> None:
    with reading(browser, host, javascript=javascript) as reader:
        reader.page.set_viewport_size(SMALL)
        addresses = tutorials_of(published.site)
        assert len(addresses) > 60
        # With a script the voice is offered too, and nothing else is: a few pages tell it.
        addresses = spread(addresses) if javascript else addresses
        screens = screens_before_steps(reader.page, host, addresses)
        assert {name: far for name, far in screens.items() if far > MOST_SCREENS} == {}


def test_without_a_script_everything_is_there(browser: Browser, host: str) -> None:
    with reading(browser, host, width=360, javascript=False) as reader:
        reader.opens(f"{URGENT}#etape-2")
        page = reader.page
        assert len(steps(page)) == 5
        for walk in (".fil-walk-top", ".fil-walk-foot", ".fil-walk-start", ".fil-again"):
            assert not page.locator(walk).is_visible(), walk
        assert page.locator(".fil-step [data-bloc=stop]").first.is_visible()
        assert page.locator(".fil-bravo").get_by_text("je le transfère au 33700").is_visible()
        page.get_by_text("Avant de commencer", exact=True).first.click()
        assert page.get_by_text("Je prépare un papier et un crayon.").is_visible()


def test_a_script_that_never_comes_leaves_the_whole_page(browser: Browser, host: str) -> None:
    with reading(browser, host, width=360, first=True) as reader:
        reader.page.route(re.compile(r"assets/tutorial\.\w+\.js"), lambda route: route.abort())
        reader.opens(URGENT)
        assert len(steps(reader.page)) == 5
        assert all("ERR_FAILED" in each or "assets/tutorial" in each for each in reader.complaints)
        reader.complaints.clear()


def test_one_prints_the_whole_page_from_a_step(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(URGENT)
        prints_everything(reader.page)
        whole = printed(reader.page)
        reader.page.set_viewport_size(SMALL)
        reader.page.goto("about:blank")
        reader.opens(f"{URGENT}#etape-2")
        assert len(steps(reader.page)) == 1
        prints_everything(reader.page)
        assert printed(reader.page) == whole
        text = "".join(whole)
        for words in ("Jeréveilleletéléphone", "Jeprépareunpapier", "Jeraccrocheaveclapersonne"):
            assert words in text
        for screen in ("Toutvoir", "Cen’estpaspareil", "Bravo", "Cequejeretiens"):
            assert screen not in text


@pytest.mark.parametrize("size", [(360, 640), (320, 568), (640, 360)], ids=lambda size: f"{size}")
def test_a_step_holds_on_any_phone(browser: Browser, host: str, size: tuple[int, int]) -> None:
    width, height = size
    with small_phone(browser, width=width, height=height) as page:
        for place in ("#etape-2", "#etape-5", "#fin", ""):
            page.goto("about:blank")
            page.goto(f"{host}{CALM}{place}")
            assert look(page, "overflowing") == []
            assert look(page, "cut") == []
            assert look(page, "small", 43.5) == []
            assert look(page, "moving") == []
            scrolled = page.locator("main *").evaluate_all(
                "all => all.filter(each => each.scrollHeight > each.clientHeight + 1"
                " && /auto|scroll/.test(getComputedStyle(each).overflowY)).length"
            )
            assert scrolled == 0, "only the page scrolls"
        page.goto(f"{host}{CALM}#etape-2")
        button = done(page).bounding_box()
        assert button is not None
        assert button["y"] + button["height"] <= height, "at hand without scrolling"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_walk(browser: Browser, host: str, scheme: str) -> None:
    with small_phone(browser) as page:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for place in ("#etape-1", "#etape-2", "#fin"):
            page.goto("about:blank")
            page.goto(f"{host}{URGENT}{place}")
            assert violations(page) == []
        page.goto("about:blank")
        page.goto(f"{host}{CALM}")
        assert violations(page) == []
        page.goto(f"{host}{CALM}#etape-5")
        page.get_by_role("button", name="Ce n’est pas pareil").tap()
        assert violations(page) == []


def test_letters_twice_as_large_cut_and_hide_nothing(browser: Browser, host: str) -> None:
    with small_phone(browser) as page:
        page.goto(f"{host}{URGENT}#etape-2")
        page.evaluate("filComfort.keep({texte: '200'})")
        page.reload()
        assert look(page, "overflowing") == []
        assert look(page, "cut") == []
        assert page.locator(".fil-walk-foot").evaluate("one => getComputedStyle(one).position") == (
            "static"
        )
        page.get_by_role("button", name="Texte plus grand").tap()
        # The panel comes with the press.
        expect(page.get_by_role("dialog")).to_be_visible()


def test_the_colours_of_the_reader_leave_the_walk_visible(browser: Browser, host: str) -> None:
    with small_phone(browser) as page:
        page.emulate_media(forced_colors="active")
        page.goto(f"{host}{URGENT}#etape-2")
        assert look(page, "invisible") == []
