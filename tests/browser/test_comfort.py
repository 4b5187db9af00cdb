"""« Texte plus grand » : a reader settles the page for their eyes, and finds it so everywhere."""

from __future__ import annotations

import gzip
import json

import pytest
from playwright.sync_api import Browser, expect

from boutdufil.tools.html_tree import parse
from tests.browser.comfort import (
    DESK,
    KEY,
    TUTORIAL,
    opens_the_panel,
    settled,
    stored,
    style,
)
from tests.browser.story import WIDTHS, Reader, reading
from tests.site.builds import Built

DARK = "rgb(20, 22, 31)"

FIRST_FRAME = """() => requestAnimationFrame(() => {
  window.firstFrame = {
    attributes: {...document.documentElement.dataset},
    size: document.body && getComputedStyle(document.body).fontSize,
  };
})"""
SEEN = """() => new Promise(done => {
  const look = () => window.firstFrame ? done() : requestAnimationFrame(look);
  look();
})"""


def test_larger_letters_stay_after_a_reload_and_on_other_pages(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(TUTORIAL)
        assert style(page, "fontSize") == "20px"
        opens_the_panel(reader)
        larger = page.get_by_role("button", name="Texte encore plus grand")
        for size, pixels in ((110, 22), (125, 25), (150, 30), (175, 35), (200, 40)):
            larger.click()
            expect(page.get_by_role("status").filter(has_text=f"{size}\u202f%")).to_be_visible()
            assert style(page, "fontSize") == f"{pixels}px"
        # It says why nothing happens, and keeps the focus.
        larger.press("Enter")
        expect(page.get_by_text("C’est la plus grande taille.")).to_be_visible()
        assert stored(page) == {"version": 1, "texte": "200"}
        page.reload()
        assert style(page, "fontSize") == "40px"
        reader.opens("glossaire/")
        assert style(page, "fontSize") == "40px"
        opens_the_panel(reader)
        expect(page.get_by_role("dialog").locator("strong")).to_have_text("200\u202f%")


def test_letters_are_twice_as_large_on_a_phone_and_at_the_desk(browser: Browser, host: str) -> None:
    for width, address, before, after in (
        (390, "", 18, 36),
        (1280, DESK, 14.4, 28.8),
    ):
        with reading(browser, host, width=width) as reader:
            reader.opens(address)
            assert style(reader.page, "fontSize") == f"{before}px"
            settled(reader, {"texte": "200"})
            reader.opens(address)
            assert style(reader.page, "fontSize") == f"{after}px"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", ["host", "disk"])
def test_nothing_flashes_the_choices_are_there_before_the_first_paint(
    browser: Browser, request: pytest.FixtureRequest, place: str, width: int
) -> None:
    home: str = request.getfixturevalue(place)
    with reading(browser, home, width=width) as reader:
        settled(reader, {"texte": "150", "contraste": "sombre"})
        reader.page.add_init_script(f"({FIRST_FRAME})()")
        # The first that the parser puts in <body> already finds the choices on <html>.
        reader.page.add_init_script(
            """new MutationObserver((records, observer) => {
              if (!document.body) return;
              window.atBody = {...document.documentElement.dataset};
              observer.disconnect();
            }).observe(document, {childList: true, subtree: true})"""
        )
        for address in (TUTORIAL, DESK, "glossaire/"):
            reader.opens(address)
            page = reader.page
            page.evaluate(SEEN)
            for moment in ("firstFrame.attributes", "atBody"):
                seen = page.evaluate(f"window.{moment}")
                # A frame of the empty document, before its head is read, shows nothing.
                if moment == "atBody" or page.evaluate("window.firstFrame.size"):
                    assert seen["texte"] == "150"
                    assert seen["contraste"] == "sombre"
                    assert seen["grand"] == "oui"
            assert style(page, "backgroundColor") == DARK


def test_the_script_that_comes_first_blocks_and_is_small(published: Built) -> None:
    (script,) = (published.site / "assets").glob("head.*.js")
    assert len(gzip.compress(script.read_bytes(), 9)) <= 1400
    for path in published.readable:
        # What comes first is all that is read: whole, every page takes ten seconds.
        until_body, body, _rest = published.source(path).partition("<body")
        page = parse(f"{until_body}{body}></body></html>")
        head = [
            each.attributes
            for each in page.elements
            if each.tag in ("script", "link", "body")
            and (each.tag != "link" or each.attributes.get("rel") == "stylesheet")
        ]
        first = head[0]
        assert "/head." in first["src"], path
        assert not {"defer", "async", "type"} & first.keys(), path


def test_each_setting_changes_what_it_says(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(TUTORIAL)
        line = ".fil-lead"
        assert float(style(page, "lineHeight", line)[:-2]) == pytest.approx(1.5 * 23, abs=0.1)
        opens_the_panel(reader)
        lines = page.get_by_role("group", name="Espace entre les lignes")
        lines.get_by_label("large", exact=True).check()
        assert float(style(page, "lineHeight", line)[:-2]) == pytest.approx(1.9 * 23, abs=0.1)
        expect(page.get_by_text("Espace entre les lignes : large.")).to_be_visible()
        lines.get_by_label("très large").check()
        assert float(style(page, "lineHeight", line)[:-2]) == pytest.approx(2.3 * 23, abs=0.1)
        assert style(page, "letterSpacing", line) == "normal"
        letters = page.get_by_role("group", name="Espace entre les lettres et les mots")
        letters.get_by_label("large").check()
        assert float(style(page, "letterSpacing", line)[:-2]) == pytest.approx(0.12 * 23)
        assert float(style(page, "wordSpacing", line)[:-2]) == pytest.approx(0.16 * 23)
        page.get_by_label("bien distincte").check()
        assert style(page, "fontFamily", line).startswith('"Atkinson Hyperlegible Next"')
        page.emulate_media(reduced_motion="no-preference")
        assert style(page, "scrollBehavior", "html") == "smooth"
        page.get_by_label("Moins d’animations").check()
        assert style(page, "scrollBehavior", "html") == "auto"
        expect(page.get_by_text("Moins d’animations : oui.")).to_be_visible()
        assert stored(page) == {
            "version": 1,
            "lignes": "tres-large",
            "lettres": "distinctes",
            "espaces": "larges",
            "animations": "moins",
        }
        page.get_by_role("button", name="Tout remettre comme avant").click()
        expect(page.get_by_text("Tout est remis comme avant.")).to_be_visible()
        assert stored(page) is None
        assert float(style(page, "lineHeight", line)[:-2]) == pytest.approx(1.5 * 23, abs=0.1)
        assert page.evaluate("Object.keys(document.documentElement.dataset)") == [
            "confort",
            "papier",
        ]


def test_the_face_is_asked_for_only_when_chosen(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        fonts: list[str] = []
        page.on(
            "request",
            lambda asked: fonts.append(asked.url) if asked.resource_type == "font" else None,
        )
        for address in ("", TUTORIAL, DESK):
            reader.opens(address)
            page.evaluate("document.fonts.ready")
        assert fonts == []
        opens_the_panel(reader)
        page.get_by_label("bien distincte").check()
        page.evaluate("document.fonts.ready")
        assert len(fonts) == 2
        assert page.evaluate("document.fonts.check('700 20px \"Atkinson Hyperlegible Next\"')")


def test_the_ruler_follows_the_mouse_and_the_focus(browser: Browser, host: str) -> None:
    def middle(reader: Reader) -> float:
        box = reader.page.locator(".fil-ruler").bounding_box()
        assert box is not None
        return box["y"] + box["height"] / 2

    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(TUTORIAL)
        expect(page.locator(".fil-ruler")).to_have_count(0)
        opens_the_panel(reader)
        page.get_by_label("Règle de lecture").check()
        page.keyboard.press("Escape")
        for height in (120, 560):
            page.mouse.move(600, height)
            assert middle(reader) == pytest.approx(height, abs=2)
        link = page.get_by_role("link", name="J’aide quelqu’un au téléphone")
        link.focus()
        box = link.bounding_box()
        assert box is not None
        assert middle(reader) == pytest.approx(box["y"] + box["height"] / 2, abs=2)
        # It is never in the way.
        page.mouse.move(box["x"] + 20, box["y"] + 10)
        link.click()
        page.wait_for_url(f"**/{DESK}")
        expect(page.locator(".fil-ruler")).to_have_count(1)


GARBAGE = (
    "",
    "null",
    "[]",
    "17",
    "{",
    '"sombre"',
    '{"version":1}',
    '{"version":2,"texte":"200"}',
    '{"version":1,"texte":200,"contraste":["sombre"],"lignes":null,"lettres":{}}',
    '{"version":1,"texte":"900","contraste":"<b>","constructor":"x","__proto__":{"texte":"200"}}',
)


@pytest.mark.parametrize("kept", GARBAGE)
def test_what_is_not_understood_is_a_page_without_choices(
    browser: Browser, host: str, kept: str
) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.add_init_script(
            f"if (!sessionStorage.seen) localStorage.setItem('{KEY}', {json.dumps(kept)});"
            "sessionStorage.seen = 1;"
        )
        reader.opens("")
        assert page.evaluate("Object.keys(document.documentElement.dataset)") == ["confort"]
        assert style(page, "fontSize") == "20px"
        opens_the_panel(reader)
        page.get_by_role("button", name="Texte encore plus grand").click()
        page.reload()
        assert style(page, "fontSize") == "22px"


def test_a_browser_that_keeps_nothing_still_obeys_and_says_so(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refus'); }})"
        )
        reader.opens("")
        opens_the_panel(reader)
        page.get_by_role("button", name="Texte encore plus grand").click()
        assert style(page, "fontSize") == "22px"
        expect(page.get_by_text("Ce navigateur ne retient pas vos choix")).to_be_visible()


@pytest.mark.parametrize("dialog", [True, False])
def test_the_keyboard_alone_is_enough(browser: Browser, host: str, dialog: bool) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        if not dialog:
            # An old phone: <dialog> is an element like any other.
            page.add_init_script(
                "delete HTMLDialogElement.prototype.showModal;"
                "delete HTMLDialogElement.prototype.close"
            )
        reader.opens(DESK)
        opening = page.get_by_role("button", name="Texte plus grand")
        for _ in range(40):
            page.keyboard.press("Tab")
            if opening.evaluate("each => each === document.activeElement"):
                break
        page.keyboard.press("Enter")
        panel = page.get_by_role("dialog")
        expect(panel).to_be_visible()
        inside = "document.activeElement.closest('dialog') !== null"
        assert page.evaluate(inside)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert style(page, "fontSize", "html") == "17.6px"
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        # The keys of the desk sleep meanwhile: the step is the same.
        assert page.url.endswith("/telephone/")
        expect(panel.get_by_label("normal").first).to_be_checked()
        for _ in range(12):
            page.keyboard.press("Tab")
            # A dialog lets the focus go to the browser's own bar, never to the page behind.
            assert page.evaluate(f"{inside} || document.activeElement === document.body")
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        assert opening.evaluate("each => each === document.activeElement")


def test_another_tab_follows(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("")
        other = reader.page.context.new_page()
        other.goto(f"{host}glossaire/")
        opens_the_panel(reader)
        reader.page.get_by_label("sombre").check()
        expect(other.locator("html")).to_have_attribute("data-contraste", "sombre")


def test_without_a_script_there_is_no_button(browser: Browser, host: str) -> None:
    with reading(browser, host, javascript=False) as reader:
        for address in ("", TUTORIAL, DESK):
            reader.opens(address)
            expect(reader.page.get_by_role("button", name="Texte plus grand")).to_have_count(0)
            expect(reader.page.locator("dialog")).to_be_hidden()
