"""One walk over the site: a page of each kind, the longest, and all that every page must hold.

A page is opened three times: as a first visit on a phone, on a large screen where it is then looked
at in every way, and without a script. Each check is told by its name, with what it found.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from boutdufil.tools.page_kinds import KINDS, PLAIN
from tests.browser.access import CHECKS, NARROW, look
from tests.browser.comfort import CUT, EVERYTHING, opens_the_panel
from tests.browser.keyboard import there_and_back
from tests.browser.paper import printed_wrong
from tests.browser.story import WIDTHS, Reader, reading
from tests.browser.test_axe import at_both_widths, violations, wrong_colours
from tests.browser.weight import LATE, cost, moved, slow
from tests.site.builds import Built

PHONE, SCREEN = WIDTHS
ZOOMED = {"width": NARROW, "height": 256}
"""A screen of 1280 × 1024 zoomed four times, and the narrowest phone."""
DESKS = {"telephone", "diagnostic-telephone", "mediateurs"}
"""Dense by design: WCAG 2.2 AA there, AAA for the public."""
ONE_BAR = {"telephone", "diagnostic-telephone"}
"""Its bar is all the header that there is room for (tests/browser/test_desk.py)."""
TARGET, DESK_TARGET = 43.5, 24
IN_COLUMNS = {"accueil", "tutoriel", "telephone", "recherche", "mediateurs", "proposer", "tableau"}
"""Kinds of page whose parts stand side by side on a large screen."""

Wrong = Iterator[tuple[str, list[str]]]
"""The name of a check and what it finds, for each check of a visit."""

every_kind = pytest.mark.parametrize("kind", [*KINDS, PLAIN])


def told(checks: Wrong) -> dict[str, list[str]]:
    return {name: found for name, found in checks if found}


def resize(page: Page, width: int, height: int = 800) -> None:
    page.set_viewport_size({"width": width, "height": height})


@every_kind
def test_a_first_visit_on_a_phone(
    browser: Browser, host: str, published: Built, one_page_a_kind: dict[str, str], kind: str
) -> None:
    with reading(browser, host, width=PHONE, first=True) as reader:
        asked: list[str] = []

        def note(request: Request) -> None:
            if not request.url.startswith("data:"):
                asked.append(request.url)

        reader.page.on("request", note)
        slow(reader.page)
        reader.opens(one_page_a_kind[kind])
        still = moved(reader.page)
        if reader.kind in LATE:
            # Whatever is asked for is counted, and no state says that nothing more will be.
            reader.page.wait_for_load_state("networkidle")
        assert {"it moves": still, "its cost": cost(published, asked)} == {
            "it moves": [],
            "its cost": [],
        }


@every_kind
def test_a_page_holds_for_everyone(
    browser: Browser, host: str, one_page_a_kind: dict[str, str], kind: str
) -> None:
    with reading(browser, host) as reader:
        slow(reader.page)
        reader.opens(one_page_a_kind[kind])
        assert told(on_the_page(reader, kind)) == {}


def on_the_page(reader: Reader, kind: str) -> Wrong:
    """Look at an open page in every way, what changes it coming last."""
    page = reader.page
    yield "it moves while it arrives", moved(page)
    for seen, found in at_both_widths(page).items():
        yield f"axe, {seen}", found
    for width in WIDTHS:
        resize(page, width)
        yield from pressed_and_seen(page, kind, width)
        if width == PHONE or kind in IN_COLUMNS:
            yield f"keyboard, {width}", there_and_back(page)
    resize(page, PHONE)
    if kind not in ONE_BAR:
        yield "header", header(page)
    yield from in_large_letters(page)
    yield from zoomed_or_spaced(page)
    for scheme, found in printed_wrong(page).items():
        yield f"print, {scheme}", found
    yield from in_comfort(reader, kind)


def pressed_and_seen(page: Page, kind: str, width: int) -> Wrong:
    least = DESK_TARGET if kind in DESKS else TARGET
    yield f"too small to press, {width}", look(page, "small", least)
    yield f"moving, {width}", look(page, "moving")
    with emulated_colours(page):
        yield f"invisible in one's own colours, {width}", look(page, "invisible")


@contextmanager
def emulated_colours(page: Page) -> Iterator[None]:
    page.emulate_media(forced_colors="active")
    yield
    page.emulate_media(forced_colors="none")


def header(page: Page) -> list[str]:
    """Return what the header holds beside a name and a search."""
    part = page.locator(".fil-header")
    links = [link.strip() for link in part.get_by_role("link").all_inner_texts()]
    # A page that is a search already has no second one.
    wrong = [] if links in (["Au bout du fil"], ["Au bout du fil", "Chercher"]) else links
    if part.get_by_role("navigation").count():
        wrong.append("a menu")
    ways = page.get_by_text("Chercher", exact=True).all()
    return wrong if any(way.is_visible() for way in ways) else [*wrong, "no way to search"]


def in_large_letters(page: Page) -> Wrong:
    """Twice as large as usual: the reader's own size, then the page's."""
    resize(page, SCREEN)
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert size >= 32, "the page follows the reader's own size"
    yield "letters of one's own", look(page, "overflowing") + look(page, "cut")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    look(page, "enlarged")
    for width in WIDTHS:
        resize(page, width)
        yield f"letters twice as large, {width}", look(page, "overflowing") + look(page, "cut")
    look(page, "usual")


def zoomed_or_spaced(page: Page) -> Wrong:
    resize(page, **ZOOMED)
    page.evaluate("scrollTo(0, 300)")
    yield "zoomed four times", look(page, "covered") + look(page, "cut")
    look(page, "spaced")
    for width in WIDTHS:
        resize(page, width)
        yield f"spaced out, {width}", look(page, "overflowing") + look(page, "cut")
    look(page, "usual")


def in_comfort(reader: Reader, kind: str) -> Wrong:
    """The settings of « Texte plus grand »: its contrasts, then its largest letters."""
    page = reader.page
    resize(page, PHONE)
    large = {"texte": "150", "lettres": "distinctes"}
    # Only the colours change with the contrast; the dark ones are those of a dark system.
    contrasts = ["fort"]
    if kind in ("accueil", "tutoriel", "telephone"):
        contrasts = ["normal", "fort", "sombre"]
    for contrast in contrasts:
        page.evaluate("asked => filComfort.keep(asked)", {**large, "contraste": contrast})
        expect(page.locator("html")).to_have_attribute("data-contraste", contrast)
        whole = contrast == "normal"
        yield f"axe, contrast {contrast}", violations(page) if whole else wrong_colours(page)
    for name, settings in {"200 %": {"texte": "200"}, "everything": EVERYTHING}.items():
        page.evaluate("asked => filComfort.keep(asked)", settings)
        page.reload()
        opens_the_panel(reader)
        for width in (PHONE, 800, SCREEN):
            resize(page, width)
            yield (
                f"largest letters, {name}, {width}",
                look(page, "overflowing") + page.evaluate(CUT),
            )


@every_kind
def test_a_page_holds_without_a_script(
    browser: Browser, host: str, one_page_a_kind: dict[str, str], kind: str
) -> None:
    with reading(browser, host, width=NARROW, javascript=False) as reader:
        reader.opens(one_page_a_kind[kind])
        wide = {"narrow screen": look(reader.page, "overflowing")}
        assert told(iter([*wide.items(), *zoomed_or_spaced(reader.page)])) == {}


def test_what_the_walk_would_find_is_told(browser: Browser, host: str) -> None:
    """Each check sees what is spoiled for it: those of ``access.js`` are tried in test_access."""
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("")
        page.evaluate("document.querySelector('.fil-header').append(document.createElement('nav'))")
        page.evaluate("document.querySelector('h1').style.fontSize = '5px'")
        found = told(on_the_page(reader, "liste"))
        assert "a menu" in found["header"]
        assert found["print, light"]
        assert found.keys() == {
            *("it moves while it arrives", "header", "print, light", "print, dark"),
        }
        page.evaluate("document.querySelector('.fil-skip').tabIndex = -1")
        assert there_and_back(page)


def test_the_checks_are_those_of_the_page(browser: Browser, host: str) -> None:
    """A check that is misspelt would find nothing for ever."""
    with reading(browser, host) as reader:
        reader.opens("")
        assert reader.page.evaluate(f"Object.keys({CHECKS})") == [
            *("focusable", "focused", "overflowing", "cut", "spaced", "enlarged", "usual"),
            *("small", "invisible", "moving", "covered"),
        ]
