"""A keyboard, a small screen, large letters, one's own colours: nobody is left outside.

``access.js`` holds what is looked for in a page, so that one visit serves many checks.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.access import NARROW, look
from tests.browser.keyboard import SKIP, Focused, backwards, press
from tests.browser.story import WIDTHS, reading
from tests.site.builds import Built, spread

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
TARGET = 43.5


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
        reader.follows("Les mots expliqués", inside="dialog")
        assert reader.address == "glossaire/"


def test_the_drawer_leads_where_it_says_from_a_disk(browser: Browser, disk: str) -> None:
    with reading(browser, disk) as reader:
        reader.opens(TUTORIAL)
        reader.page.get_by_role("button", name="Toutes les rubriques").click()
        reader.follows("J’ai un numéro de fiche", inside="dialog")
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
        reader.follows("Pour qui", inside="#fil-menu")
        assert reader.address == "publics/"


def test_without_a_script_nothing_is_wider_than_a_narrow_screen(
    browser: Browser, host: str, published: Built, one_page_a_kind: dict[str, str]
) -> None:
    """Of the tutorials; each kind of page is in test_every_kind.py, each with a script in
    test_reading.py."""
    written = {f"tutoriels/{each}/" for each in published.tutorials}
    scripts = {f"{address}telephone/" for address in written}
    with reading(browser, host, width=NARROW, javascript=False) as reader:
        wide = {}
        for address in spread((written | scripts) - {*one_page_a_kind.values()}, 24):
            reader.opens(address)
            if found := look(reader.page, "overflowing"):
                wide[address] = found
        assert wide == {}


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
