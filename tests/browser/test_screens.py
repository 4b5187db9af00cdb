"""Screens drawn from text: nothing overlaps, nothing overflows, and one can practise on them."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from boutdufil.model.screen import Screen
from tests.browser.story import reading
from tests.browser.test_axe import at_both_widths, violations
from tests.drawing import draw, page, read
from tests.screens.generated import screens

WIDTHS = (320, 390, 768, 1280)
MEDIA: tuple[Literal["screen", "print"], ...] = ("screen", "print")
TWICE = "html { font-size: 250% !important; }"
TUTORIAL = "tutoriels/cv-en-ligne/envoyer-sa-candidature/"
WRONG = """() => {
  const wrong = [];
  const box = (element) => element.getBoundingClientRect();
  const apart = (one, other) => {
    const a = box(one), b = box(other);
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) < 1
      || Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) < 1;
  };
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("the page scrolls sideways");
  document.querySelectorAll(".fil-frame").forEach((frame, rank) => {
    const say = (text) => wrong.push(`screen ${rank}: ${text}`);
    if (frame.scrollWidth > frame.clientWidth) say("overflows");
    const things = [...frame.querySelectorAll(".fil-s, .fil-s-title, .fil-s-address, .fil-s-tabs")];
    things.forEach((one, place) => {
      things.slice(place + 1).forEach((other) => {
        if (!apart(one, other)) say(`${one.className} meets ${other.className}`);
      });
      const a = box(one), b = box(frame);
      if (a.left < b.left || a.right > b.right + 1) say(`${one.className} sticks out`);
    });
    frame.querySelectorAll(".fil-marker").forEach((marker) => {
      if (!apart(marker, marker.nextElementSibling)) say("a marker covers its thing");
    });
  });
  return wrong;
}"""


def wrong(sheet: Page) -> list[str]:
    found = sheet.evaluate(WRONG)
    assert isinstance(found, list)
    return found


@given(found=st.lists(screens(), min_size=20, max_size=20))
@settings(max_examples=3, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_whatever_is_written_nothing_overlaps(browser: Browser, found: list[Screen]) -> None:
    figures = [draw(screen) for screen in found]
    context = browser.new_context()
    sheet = context.new_page()
    try:
        for style in ("", TWICE):
            sheet.set_content(page(figures, style))
            for medium in MEDIA:
                sheet.emulate_media(media=medium)
                for width in WIDTHS:
                    sheet.set_viewport_size({"width": width, "height": 800})
                    assert wrong(sheet) == [], (style, medium, width)
    finally:
        context.close()


def test_an_overlap_would_be_seen(browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    sheet = context.new_page()
    figure = draw(read("corps: [{titre: Un, place: haut}, {liste: [Deux], place: haut}]"))
    sheet.set_content(page([figure], ".fil-s-row { height: 1em }"))
    assert wrong(sheet) != []
    context.close()


@pytest.mark.parametrize("address", ["contribuer/dessiner-un-ecran/", TUTORIAL])
def test_every_screen_of_the_guide_and_of_the_tutorials(
    browser: Browser, host: str, address: str
) -> None:
    with reading(browser, host) as reader:
        reader.opens(address)
        for width in (320, 1280):
            reader.page.set_viewport_size({"width": width, "height": 800})
            assert wrong(reader.page) == []
        assert at_both_widths(reader.page) == {}


@pytest.mark.parametrize(
    ("place", "tutorial"),
    [("host", TUTORIAL), ("disk", TUTORIAL), ("host", "tutoriels/smartphone/agrandir-le-texte/")],
)
def test_one_practises_with_the_keyboard(
    browser: Browser, request: pytest.FixtureRequest, place: str, tutorial: str
) -> None:
    home: str = request.getfixturevalue(place)
    with reading(browser, home, width=390) as reader:
        reader.opens(f"{tutorial}#lecture")
        sheet, keyboard = reader.page, reader.page.keyboard
        # Those of another device are behind a tab.
        starts = sheet.locator(".fil-practise-start").filter(visible=True)
        screens_to_try = starts.count()
        assert screens_to_try >= 3
        starts.first.focus()
        keyboard.press("Enter")
        dialog = sheet.get_by_role("dialog")
        said = dialog.get_by_role("status")
        said.filter(has_text="À vous").wait_for()
        # On a disk, axe asks for the style sheets and is refused.
        assert place == "disk" or violations(sheet) == []
        for rank in range(1, screens_to_try + 1):
            _press(sheet, dialog.locator(".fil-try").count(), goal=False)
            said.filter(has_text="Pas tout à fait. Regardez ").wait_for()
            _press(sheet, dialog.locator(".fil-try").count(), goal=True)
            said.filter(has_text="Oui, c’est là.").wait_for()
            focused = sheet.evaluate("document.activeElement.textContent")
            assert focused == ("Écran suivant" if rank < screens_to_try else "Fermer")
            if rank < screens_to_try:
                keyboard.press("Enter")
                said.filter(has_text="À vous").wait_for()
        keyboard.press("Escape")
        assert not dialog.is_visible()
        assert sheet.evaluate("document.activeElement") is not None
        assert starts.first.evaluate("element => element === document.activeElement")
        assert sheet.evaluate("sessionStorage.length + localStorage.length") == 0


def _press(sheet: Page, tries: int, *, goal: bool) -> None:
    """Walk with Tab to the thing to press, or to another one, and press it."""
    for _step in range(3 * tries + 3):
        sheet.keyboard.press("Tab")
        found = sheet.evaluate(
            """() => {
              const now = document.activeElement;
              if (!now.classList.contains("fil-try")) return null;
              const thing = now.closest(".fil-s");
              return thing.hasAttribute("data-but")
                && (!thing.querySelector(".fil-goal") || Boolean(now.closest(".fil-goal")));
            }"""
        )
        if found is goal:
            sheet.keyboard.press("Enter")
            return
    raise AssertionError("Tab never comes there")


def test_without_a_script_nothing_of_it_shows(browser: Browser, host: str) -> None:
    with reading(browser, host, javascript=False) as reader:
        reader.opens(TUTORIAL)
        assert reader.page.get_by_text("M’entraîner").count() == 0
        assert reader.page.locator("[data-bloc=ecran]").first.is_visible()


def test_the_mediator_reads_the_description_with_one_key(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(f"{TUTORIAL}telephone/#etape-2")
        words = reader.page.locator(".fil-aside .fil-description").first
        assert not words.is_visible()
        reader.page.keyboard.press("d")
        words.wait_for()
        assert words.inner_text().startswith("Un téléphone. En haut")
        assert violations(reader.page) == []
        reader.page.keyboard.press("d")
        assert not words.is_visible()


FRAMES = """() => {
  const style = (frame, part) => getComputedStyle(document.querySelector(frame), part);
  const phone = ".fil-frame-telephone", bar = ".fil-frame-fenetre .fil-s-title";
  return {
    corner: parseFloat(style(phone).borderTopLeftRadius),
    top: style(phone, "::before").borderBottomWidth,
    foot: style(phone, "::after").content,
    first: style(bar, "::after").order === "-1",
    signs: style(bar, "::after").content,
  };
}"""


@pytest.mark.parametrize("held", ["", *["android", "iphone", "windows", "mac"]])
def test_a_screen_looks_like_those_of_its_family(browser: Browser, held: str) -> None:
    """The nearer tells: what a form is for, whatever one holds."""
    phone = draw(read("cadre: telephone\ncorps: [{texte: Bonjour}]"))
    window = draw(read("cadre: fenetre\nbarre: Mes photos\ncorps: [{texte: Bonjour}]"))
    seen = {}
    tab = browser.new_page(viewport={"width": 390, "height": 800})
    for form in ("android", "iphone", "windows", "mac"):
        figures = [f'<div data-appareils="{form}">{figure}</div>' for figure in (phone, window)]
        tab.set_content(page(figures))
        tab.evaluate("held => document.documentElement.dataset.appareil = held", held)
        assert all("role" in figure and "◁" not in figure for figure in figures)
        seen[form] = tab.evaluate(FRAMES)
    tab.close()
    assert seen["iphone"]["corner"] > 1.5 * seen["android"]["corner"]
    assert seen["iphone"]["top"] == "0px" != seen["android"]["top"]
    assert "○" in seen["android"]["foot"]
    assert "○" not in seen["iphone"]["foot"]
    assert (seen["mac"]["first"], seen["windows"]["first"]) == (True, False)
    assert "×" in seen["windows"]["signs"]
    assert "×" not in seen["mac"]["signs"]
