"""« Écouter » : a page read aloud by the voices of the device, which a story replaces."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from boutdufil.publish.assets import gather
from tests.browser.access import look
from tests.browser.story import reading
from tests.browser.test_axe import at_both_widths, in_both_schemes
from tests.browser.voices import (
    AMELIE,
    GUIDE,
    LEA,
    TERM,
    TUTORIAL,
    hears_everything,
    listens,
    marked,
    said,
    spaced,
    with_voices,
)
from tests.site.builds import REPOSITORY


def test_a_tutorial_is_read_in_the_order_of_the_page(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        body = page.locator(".fil-body")
        before = body.inner_html()
        listens(page)
        heard = hears_everything(page)
        assert heard[:4] == [
            "Je vérifie un message suspect avant d’y toucher",
            "Je n’ouvre pas le lien, je ne réponds pas, je ne paie pas.",
            "Un message me presse, m’inquiète ou me promet un cadeau.",
            "Je prends mon temps.",
        ]
        steps = [heard.index(f"Étape {rank}") for rank in range(1, 6)]
        assert steps == sorted(steps)
        assert heard[steps[0] + 1] == "Je ne touche à rien"
        expect(page.get_by_text("La lecture est finie.")).to_be_visible()
        expect(page.get_by_role("group", name="Lecture à voix haute")).to_be_hidden()
        # The page is left as it was.
        assert body.inner_html() == before


def test_a_screen_is_said_in_words_and_hidden_tabs_are_not(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        shown = page.locator('[data-bloc="ecran"] [role="img"]').first
        description = spaced(shown.get_attribute("aria-label") or "")
        listens(page)
        heard = hears_everything(page)
        beginning = heard.index("Un téléphone.")
        assert " ".join(heard[beginning : beginning + 5]) == description
        # Before what holds for some devices only, it says which ones.
        assert heard[beginning - 2] == "Téléphone Android ou iPhone"
        whole = " ".join(heard)
        assert whole.count("+33 7 55 00 00 00") == 1
        assert "Je choisis « Transférer »" in whole
        assert "puis la flèche en bas à droite" not in whole
        for silent in ("C’est fait", "Fiche 101", "Écouter", "Sources", "Et ensuite", "Oui, c’est"):
            assert silent not in whole

        page.locator("#etape-5").get_by_text("iPhone", exact=True).first.click()
        page.evaluate("device.said = []")
        listens(page)
        whole = " ".join(hears_everything(page))
        assert "puis la flèche en bas à droite" in whole
        assert "Je choisis « Transférer »" not in whole


@pytest.mark.parametrize(
    ("address", "first"),
    [(TERM, "Hameçonnage"), (GUIDE, "J’ouvre un appel")],
    ids=["term", "guide"],
)
def test_terms_and_guides_are_read_too(
    browser: Browser, host: str, address: str, first: str
) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(address)
        listens(page)
        heard = hears_everything(page)
        assert heard[0] == first
        assert len(heard) > 8
        assert max(map(len, heard)) <= 180


def test_the_sentence_that_is_said_is_marked_and_in_view(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(f"{TUTORIAL}#lecture")
        words = page.locator("main").inner_text()
        listens(page)
        seen = set()
        for _ in range(25):
            sentence = said(page)[-1]
            drawn = page.locator(".fil-spoken-box")
            if drawn.count():
                box = drawn.bounding_box()
            else:
                # What only a screen reader hears is said, and has no place of its own.
                assert "".join(marked(page).split()) == "".join(sentence.split())
                box = page.locator(".fil-spoken").first.bounding_box()
            assert box is not None
            assert box["y"] < 800
            assert box["y"] + box["height"] > 0
            seen.add(sentence)
            page.evaluate("ends()")
        assert len(seen) >= 24
        # A sentence that a link cuts in three is marked whole.
        assert "Je n’ouvre pas la pièce jointe." in seen
        page.get_by_role("button", name="Arrêter").click()
        assert page.locator(".fil-spoken, .fil-spoken-box").count() == 0
        assert page.locator("main").inner_text() == words


def test_pause_resume_stop(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        listens(page)
        page.evaluate("ends()")
        assert len(said(page)) == 2
        # By keyboard: the focus went to the first button of the bar.
        page.keyboard.press("Enter")
        assert page.evaluate("device.now") is None
        expect(page.get_by_role("button", name="Reprendre")).to_be_focused()
        page.wait_for_timeout(50)
        assert len(said(page)) == 2, "what is cut short does not go on"
        page.keyboard.press("Enter")
        assert said(page)[2] == said(page)[1], "the sentence is taken up again"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("device.now") is None
        expect(page.get_by_role("button", name="Écouter")).to_be_focused()
        expect(page.get_by_role("group", name="Lecture à voix haute")).to_be_hidden()


def test_leaving_the_page_silences_it(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        listens(page)
        page.evaluate("sessionStorage.removeItem('silenced')")
        reader.opens("glossaire/")
        assert page.evaluate("sessionStorage.getItem('silenced')") == "oui"


def test_a_browser_that_does_not_speak_has_no_button(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.page.add_init_script(
            "Object.defineProperty(window, 'speechSynthesis', {value: undefined})"
        )
        reader.opens(TUTORIAL)
        expect(reader.page.locator(".fil-listen")).to_be_hidden()
    with reading(browser, host, javascript=False) as reader:
        reader.opens(TUTORIAL)
        expect(reader.page.locator(".fil-listen")).to_be_hidden()


def test_axe_has_nothing_to_say_while_it_reads(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE, LEA)
        reader.opens(TUTORIAL)
        listens(page)
        assert at_both_widths(page) == {}
        page.evaluate("ends()")
        # What is marked moved on, in the same colours.
        for found in in_both_schemes(page).values():
            assert found == []


def test_the_bar_leaves_room_for_the_page(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390) as reader:
        page = with_voices(reader, AMELIE, LEA)
        reader.opens(TUTORIAL)
        listens(page)
        page.evaluate("ends()")
        page.evaluate("ends()")
        page.evaluate("filComfort.keep({texte: '200'})")
        assert look(page, "overflowing") == []
        box = page.get_by_role("group", name="Lecture à voix haute").bounding_box()
        assert box is not None
        assert box["height"] <= 200, "a quarter of the screen at most"


def test_reading_in_comfort_weighs_little(tmp_path: Path) -> None:
    scripts = REPOSITORY / "overrides" / "assets" / "js"
    (tmp_path / "css").mkdir()
    (tmp_path / "js").mkdir()
    for part in ("head/20-comfort.js", "site/30-comfort.js", "comfort", "read-aloud.js"):
        for file in sorted((scripts / part).glob("*.js")) or [scripts / part]:
            name = file.relative_to(scripts).as_posix().replace("/", "-")
            shutil.copy(file, tmp_path / "js" / name)
    weights = [len(gzip.compress(each.content, 9)) for each in gather(tmp_path).values()]
    assert len(weights) == 5
    assert sum(weights) <= 8 * 1024
