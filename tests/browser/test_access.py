"""A keyboard, a small screen, large letters, one's own colours: nobody is left outside.

``access.js`` holds what is looked for in a page, so that one visit serves many checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypedDict

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.access import CHECKS, NARROW, look
from tests.browser.story import WIDTHS, reading
from tests.site.builds import Built

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
ZOOMED = {"width": NARROW, "height": 256}
"""A screen of 1280 × 1024 zoomed four times, and the narrowest phone."""
DESKS = {"telephone", "mediateurs"}
"""Dense by design: WCAG 2.2 AA there, AAA for the public."""
TARGET = 43.5
SKIP = "a.fil-skip Aller au contenu"
NARROW_SCREEN = 390
IN_COLUMNS = {"accueil", "tutoriel", "telephone", "recherche", "mediateurs", "proposer", "tableau"}
"""Kinds of page whose parts stand side by side on a large screen."""
DESK_TARGET = 24


class Focused(TypedDict):
    """What has the focus, as ``access.js`` tells it; ``place`` is left, top, right, bottom."""

    name: str
    visible: bool
    onScreen: bool
    place: list[float]
    part: str


def focus(page: Page) -> Focused | None:
    """Return what has the focus, nothing when it is outside the page."""
    focused: Focused | None = page.evaluate(f"{CHECKS}.focused()")
    return focused


def press(page: Page, key: str = "Tab") -> Focused | None:
    """Press a key; return what has the focus then."""
    page.keyboard.press(key)
    return focus(page)


def backwards(reached: Sequence[Focused]) -> Iterator[str]:
    """Yield what is reached above and before what precedes it, in the same part of the page."""
    for before, after in pairwise(reached):
        left, top, _, _ = before["place"]
        _, _, right, bottom = after["place"]
        if before["part"] == after["part"] and bottom <= top and right <= left:
            yield f"{before['name']} → {after['name']}"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_goes_through_every_kind_of_page_and_back(
    browser: Browser, host: str, one_page_a_kind: dict[str, str], width: int
) -> None:
    with reading(browser, host, width=width) as reader:
        page = reader.page
        for kind, address in one_page_a_kind.items():
            if width > NARROW_SCREEN and kind not in IN_COLUMNS:
                continue
            reader.opens(address)
            expected = page.evaluate(f"{CHECKS}.focusable()")
            assert expected >= 8, kind
            # Whatever asked for the focus, one starts at the top; after the end, one leaves the
            # page or is back at the top.
            page.evaluate("document.querySelector('.fil-skip').focus()")
            first = focus(page)
            assert first
            reached = [first]
            while (focused := press(page)) and focused["name"] != SKIP:
                reached.append(focused)
                assert len(reached) <= expected, (kind, f"a trap after {reached[-3:]}")
            assert len(reached) == expected, kind
            assert [each["name"] for each in reached if not each["visible"]] == [], kind
            assert [each["name"] for each in reached if not each["onScreen"]] == [], kind
            assert [*backwards(reached)] == [], kind
            page.evaluate(
                "document.querySelector('.fil-skip').addEventListener('focus',"
                " () => { document.body.id = 'back'; })"
            )
            for _ in range(expected + 2):
                page.keyboard.press("Shift+Tab")
            assert page.locator("#back").count() == 1, kind


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_key_offers_to_skip_to_the_content(
    browser: Browser, host: str, width: int
) -> None:
    with reading(browser, host, width=width) as reader:
        for address in ("", "publics/seniors/", TUTORIAL, f"{TUTORIAL}telephone/"):
            reader.opens(address)
            skip = press(reader.page)
            assert skip
            assert skip["name"] == SKIP
            assert skip["visible"]
            assert skip["onScreen"]
            reader.page.keyboard.press("Enter")
            reader.page.wait_for_url("**#fil-contenu")
            following = press(reader.page)
            inside = reader.page.evaluate("document.activeElement.closest('main') !== null")
            assert inside, following


def test_the_whole_road_by_keyboard_alone(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("")
        for name, address in (
            ("Senior", "publics/seniors/"),
            ("Me protéger", "publics/seniors/cyber-hygiene/"),
            ("Je vérifie un message suspect", TUTORIAL),
            ("J’aide quelqu’un au téléphone", f"{TUTORIAL}telephone/"),
        ):
            for _ in range(100):
                press(reader.page)
                text = reader.page.evaluate("document.activeElement.textContent").strip()
                in_main = reader.page.evaluate("document.activeElement.closest('main') !== null")
                if in_main and text.startswith(name):
                    break
            reader.page.keyboard.press("Enter")
            reader.page.wait_for_url(f"{host}{address}")
            reader.page.wait_for_load_state("load")
        assert reader.kind == "telephone"


def test_the_drawer_opens_closes_and_gives_the_keyboard_back(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(TUTORIAL)
        keyboard = reader.page.keyboard
        opener = reader.page.get_by_role("button", name="Toutes les rubriques")
        opener.focus()
        keyboard.press("Enter")
        drawer = reader.page.get_by_role("dialog", name="Toutes les rubriques")
        assert drawer.is_visible()
        in_drawer = "document.activeElement.closest('dialog') !== null"
        assert reader.page.evaluate(in_drawer)
        keyboard.press("Escape")
        assert not drawer.is_visible()
        assert opener.evaluate("element => element === document.activeElement")

        keyboard.press("Space")
        drawer.get_by_role("button", name="Fermer").click()
        assert not drawer.is_visible()
        assert opener.evaluate("element => element === document.activeElement")

        keyboard.press("Enter")
        reader.follows("Glossaire", inside="dialog")
        assert reader.address == "glossaire/"


def test_the_drawer_leads_where_it_says_from_a_disk(browser: Browser, disk: str) -> None:
    with reading(browser, disk) as reader:
        reader.opens(TUTORIAL)
        reader.page.get_by_role("button", name="Toutes les rubriques").click()
        reader.follows("Numéros", inside="dialog")
        assert (reader.address, reader.kind) == ("numeros/", "numeros")


@pytest.mark.parametrize("browser_knows_dialogs", [True, False])
def test_without_a_drawer_the_same_words_go_down_to_the_menu(
    browser: Browser, host: str, browser_knows_dialogs: bool
) -> None:
    with reading(browser, host, javascript=not browser_knows_dialogs) as reader:
        reader.page.add_init_script("delete window.HTMLDialogElement")
        reader.opens(TUTORIAL)
        assert reader.page.get_by_role("button", name="Toutes les rubriques").count() == 0
        reader.follows("Toutes les rubriques", inside="body")
        assert reader.page.url.endswith("#fil-menu")
        menu = reader.page.get_by_role("navigation", name="Menu")
        box = menu.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 800, "the menu is in view"
        reader.follows("Publics", inside="#fil-menu")
        assert reader.address == "publics/"


def test_the_header_holds_a_name_and_a_search_and_no_menu(
    browser: Browser, host: str, one_page_a_kind: dict[str, str]
) -> None:
    with reading(browser, host, width=390) as reader:
        for kind, address in one_page_a_kind.items():
            reader.opens(address)
            header = reader.page.locator(".fil-header")
            assert header.get_by_role("navigation").count() == 0
            links = [link.strip() for link in header.get_by_role("link").all_inner_texts()]
            # A page that is a search already has no second one.
            assert links[0] == "Au bout du fil"
            assert links[1:] in ([], ["Chercher"])
            ways = reader.page.get_by_text("Chercher", exact=True).all()
            assert any(way.is_visible() for way in ways), kind


def test_without_a_script_nothing_is_wider_than_a_narrow_screen(
    browser: Browser, host: str, published: Built, one_page_a_kind: dict[str, str]
) -> None:
    """With a script, see test_reading.py: every page is walked through there."""
    written = {f"tutoriels/{each}/" for each in published.tutorials}
    scripts = {f"{address}telephone/" for address in written}
    with reading(browser, host, width=NARROW, javascript=False) as reader:
        wide = {}
        for address in {*one_page_a_kind.values()} | written | scripts:
            reader.opens(address)
            if found := look(reader.page, "overflowing"):
                wide[address] = found
        assert wide == {}


@pytest.mark.parametrize("javascript", [True, False])
def test_zoomed_four_times_or_spaced_out_everything_is_there(
    browser: Browser, host: str, one_page_a_kind: dict[str, str], javascript: bool
) -> None:
    with reading(browser, host, javascript=javascript) as reader:
        page = reader.page
        wrong = {}
        for kind, address in one_page_a_kind.items():
            page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
            reader.opens(address)
            page.evaluate("scrollTo(0, 300)")
            wrong[kind] = look(page, "covered") + look(page, "cut")
            look(page, "spaced")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                wrong[kind] += look(page, "overflowing") + look(page, "cut")
        assert {kind: found for kind, found in wrong.items() if found} == {}


def test_letters_twice_as_large_still_fit(
    browser: Browser, host: str, one_page_a_kind: dict[str, str]
) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        session = page.context.new_cdp_session(page)
        wrong = {}
        for kind, address in one_page_a_kind.items():
            session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
            reader.opens(address)
            size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
            assert size >= 32, "the page follows the reader's own size"
            wrong[kind] = look(page, "overflowing") + look(page, "cut")
            session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
            look(page, "enlarged")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                wrong[kind] += look(page, "overflowing") + look(page, "cut")
        assert {kind: found for kind, found in wrong.items() if found} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_large_targets_own_colours_and_no_motion(
    browser: Browser, host: str, one_page_a_kind: dict[str, str], width: int
) -> None:
    with reading(browser, host, width=width) as reader:
        page = reader.page
        wrong = {}
        for kind, address in one_page_a_kind.items():
            reader.opens(address)
            found = look(page, "small", DESK_TARGET if kind in DESKS else TARGET)
            found += look(page, "moving")
            page.emulate_media(forced_colors="active")
            found += look(page, "invisible")
            page.emulate_media(forced_colors="none")
            wrong[kind] = found
        assert {kind: found for kind, found in wrong.items() if found} == {}


def test_a_search_that_fails_is_announced(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.route("**/assets/search/**", lambda route: route.abort())
        reader.opens("recherche/?q=message")
        expect(page.locator("#resultats")).to_have_attribute("data-etat", "erreur")
        expect(page.locator(".fil-said")).to_have_attribute("role", "status")
        expect(page.locator(".fil-said")).not_to_be_empty()
        assert all("ERR_FAILED" in each or "/search/" in each for each in reader.complaints)
        reader.complaints.clear()


SPOILED = {
    "overflowing": "h1.textContent = 'o'.repeat(300); h1.style.overflowWrap = 'normal'",
    "cut": "h1.style.overflow = 'hidden'; h1.style.height = '4px'",
    "small": "document.querySelector('main .fil-button').style.minHeight = 0;"
    "document.querySelector('main .fil-button').style.padding = 0",
    "moving": "h1.style.transition = 'all 1s'",
    "covered": "h1.style.position = 'fixed'; h1.style.top = 0; h1.style.height = '90vh'",
    "invisible": "document.querySelector('main .fil-door').style.border = 0",
}


@pytest.mark.parametrize("check", SPOILED)
def test_what_is_wrong_would_be_seen(browser: Browser, host: str, check: str) -> None:
    with reading(browser, host, width=390) as reader:
        page = reader.page
        reader.opens("")
        values = (TARGET,) if check == "small" else ()
        page.emulate_media(forced_colors="active" if check == "invisible" else "none")
        assert look(page, check, *values) == []
        page.evaluate(f"const h1 = document.querySelector('h1'); {SPOILED[check]}")
        assert look(page, check, *values)


def test_a_focus_that_is_not_seen_would_be_told(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390) as reader:
        page = reader.page
        reader.opens("")
        page.evaluate("document.querySelector('.fil-skip').style.outline = 'none'")
        skip = press(page)
        assert skip
        assert not skip["visible"]
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('div'), {id: 'voile'}));"
            "document.querySelector('#voile').style.cssText ="
            " 'position: fixed; z-index: 9; top: 0; left: 0; right: 0; bottom: 0'"
        )
        veiled = press(page)
        assert veiled
        assert not veiled["onScreen"]
        higher: Focused = {**veiled, "name": "b", "place": [10, 20, 100, 40]}
        lower: Focused = {**veiled, "name": "a", "place": [200, 200, 300, 220]}
        assert [*backwards([lower, higher])] == ["a → b"]
        assert [*backwards([higher, lower])] == []
