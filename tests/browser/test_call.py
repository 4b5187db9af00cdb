"""A mediator holds a call from the phone page, keyboard only, and nothing of it stays."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.script import Say
from tests.browser.story import Reader, reading
from tests.published import published_content
from tests.site.builds import Built

CONTENT = published_content()
SUSPECT = "tutoriels/cyber-hygiene/message-suspect/telephone/"
CLICKED = "tutoriels/cyber-hygiene/j-ai-clique/telephone/"


def unspaced(html: str) -> str:
    """The words of a fragment, whatever the spaces that the build sets."""
    return "".join(re.sub(r"<[^>]+>", "", html).split())


@pytest.mark.parametrize("javascript", [True, False])
def test_every_sentence_to_say_is_there_once_whole_and_in_order(
    browser: Browser, host: str, javascript: bool
) -> None:
    with reading(browser, host, javascript=javascript) as mediator:
        for tutorial in CONTENT.tutorials:
            mediator.opens(f"{tutorial.address}telephone/")
            shown = mediator.page.locator("[data-bloc=dire]").evaluate_all(
                "all => all.map(block => [...block.querySelectorAll('p:not(.fil-cue)')]"
                ".map(each => each.textContent).join(''))"
            )
            assert ["".join(text.split()) for text in shown] == sentences(tutorial)


def sentences(tutorial: Tutorial) -> list[str]:
    return [unspaced(part.html) for part in tutorial.script.parts() if isinstance(part, Say)]


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until ``selector`` has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


def storage(page: Page) -> dict[str, str]:
    kept: dict[str, str] = page.evaluate("() => ({...sessionStorage, ...localStorage})")
    return kept


def visible_steps(page: Page) -> list[str]:
    steps: list[str] = page.locator("[data-ecran]").evaluate_all(
        "all => all.filter(each => each.checkVisibility({visibilityProperty: true})"
        " && each.getClientRects().length).map(each => each.id)"
    )
    return steps


def start(mediator: Reader) -> None:
    mediator.opens(SUSPECT)
    tab_to(mediator.page, ".fil-start")
    mediator.page.keyboard.press("Enter")


def test_a_call_across_two_tutorials_by_keyboard(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        page, keys = mediator.page, mediator.page.keyboard
        start(mediator)
        opening = page.locator("#panneau-ouvrir")
        # The guides' words come by a script of their own: they are waited for, as a mediator would.
        opening.get_by_text("M’entendez-vous bien").first.wait_for(state="visible")
        keys.press("Escape")
        assert not opening.is_visible()

        # The device, once: variants are filtered, the verb follows.
        tab_to(page, "#appareil-tous")
        for _ in range(4):
            keys.press("ArrowRight")
        assert page.locator("#appareil-iphone").is_checked()
        keys.press("ArrowRight")
        keys.press("ArrowLeft")
        assert visible_steps(page) == ["avant"], "arrows choose the device, they do not turn pages"
        tab_to(page, ".fil-next")
        keys.press("Enter")
        keys.press("ArrowRight")
        assert visible_steps(page) == ["etape-2"]
        assert page.url.endswith("#etape-2")
        said = page.locator("#etape-2 [data-bloc=dire]").all()
        assert [block.is_visible() for block in said] == [True, False]

        # An answer becomes the words to read.
        keys.press("2")
        reply = page.locator("#etape-2 .fil-reply")
        assert "Un nom ou un numéro peut être imité" in reply.inner_text()
        # Something else happens: the trouble is found by typing, and its verb is the right one.
        keys.press("s")
        keys.type("liste")
        keys.press("Enter")
        assert "Appuyez une fois sur la ligne" in page.locator(".fil-trouble-words").inner_text()
        assert visible_steps(page) == ["etape-2"], "typing turns no page"

        # Back to step 1, where « Oui » leads to another tutorial; the call goes with it.
        keys.press("Tab")
        page.locator("#etape-2 h2").focus()
        keys.press("ArrowLeft")
        keys.press("n")
        tab_to(page, "#notes")
        keys.type("Mme Martin, rappeler jeudi")
        keys.press("Escape")
        page.locator("#etape-1 h2").focus()
        keys.press("2")
        page.wait_for_url(f"**/{CLICKED}")
        assert page.locator("#appareil-iphone").is_checked()
        assert "Revenir à la fiche 101" in page.locator(".fil-back").inner_text()

        # A reload in the middle loses nothing.
        keys.press("ArrowRight")
        keys.press("ArrowRight")
        page.reload()
        assert visible_steps(page) == ["etape-2"]
        assert page.locator(".fil-clock").is_visible()
        keys.press("n")
        assert page.locator("#notes").input_value() == "Mme Martin, rappeler jeudi"
        assert page.locator(".fil-thread li").count() == 2
        keys.press("Escape")

        # The end: one message for both, counted as it is sent; then nothing is kept.
        for _ in range(10):
            keys.press("ArrowRight")
        assert visible_steps(page) == ["recap"]
        message = page.locator(".fil-recap").inner_text()
        assert "Fiche 101." in message
        assert "Fiche 102." in message
        counted = page.locator(".fil-segments").inner_text()
        assert counted == f"{-(-len(message) // 153)} SMS, {len(message)} caractères"
        link = page.locator(".fil-sms").get_attribute("href") or ""
        assert link.startswith("sms:?body=Message%20suspect")
        assert "http" not in link
        assert storage(page) != {}
        tab_to(page, ".fil-end")
        keys.press("Enter")
        assert storage(page) == {}
        assert page.locator(".fil-recap").inner_text() == message
        page.reload()
        assert storage(page) == {}
        assert page.locator(".fil-start").is_visible()


def test_the_back_button_turns_the_page_back(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        mediator.opens(f"{SUSPECT}#etape-3")
        assert visible_steps(mediator.page) == ["etape-3"]
        mediator.page.keyboard.press("ArrowRight")
        mediator.goes_back()
        assert visible_steps(mediator.page) == ["etape-3"]


def test_one_key_away_during_the_whole_call(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        page = mediator.page
        mediator.opens(f"{SUSPECT}#etape-2")
        page.wait_for_function("() => window.filGuides")
        for key, words in {
            "o": "Je vais parler plus lentement",
            "m": "la main",
            "e": "Anatole",
            "g": "arobase",
            "p": "Je ne fais pas",
            "?": "Aucune touche n’agit pendant que vous écrivez",
        }.items():
            page.keyboard.press(key)
            panel = page.locator(".fil-open")
            assert words in panel.inner_text()
            page.keyboard.press("Escape")
            assert panel.count() == 0
        page.keyboard.press("a")
        assert page.locator("#etape-2 .fil-rephrase").get_attribute("open") is not None


def test_three_questions_find_the_device(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        mediator.opens(SUSPECT)
        mediator.page.locator(".fil-finder summary").click()
        for answer in ("Non, tout se fait au doigt", "Oui, dans une main", "Oui, une pomme"):
            mediator.page.get_by_role("button", name=answer).click()
        assert mediator.page.locator("#appareil-iphone").is_checked()


@pytest.mark.parametrize("javascript", [True, False])
def test_no_control_is_dead(browser: Browser, host: str, javascript: bool) -> None:
    with reading(browser, host, javascript=javascript) as mediator:
        mediator.opens(SUSPECT)
        buttons = [
            button.inner_text()
            for button in mediator.page.locator("main button").all()
            if button.is_visible()
        ]
        assert bool(buttons) == javascript


def test_the_script_prints_whole_and_large(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        page = mediator.page
        mediator.opens(f"{SUSPECT}#etape-2")
        page.emulate_media(media="print")
        assert [step for step in visible_steps(page) if step.startswith("etape")] == [
            f"etape-{rank}" for rank in range(1, 6)
        ]
        pages = page.pdf(format="A4").count(b"/Type /Page\n")
        assert 3 <= pages <= 9

        page.evaluate("document.body.classList.add('fil-print-sheet')")
        sizes = page.locator(".fil-sheet p, .fil-sheet h3").evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
        )
        assert len(sizes) >= 4
        assert min(sizes) >= 16, "points"
        assert page.locator(".fil-sheet .fil-qr").is_visible()
        assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_a_phone_page_stays_light(published: Built) -> None:
    def weight(path: Path) -> int:
        return len(gzip.compress(path.read_bytes()))

    for tutorial in CONTENT.tutorials:
        public = published.site / tutorial.address / "index.html"
        phone = published.site / tutorial.address / "telephone" / "index.html"
        assert weight(phone) <= weight(public) + 10_000, tutorial.number
    (script,) = (published.site / "assets").glob("phone.*.js")
    assert weight(script) <= 12_000


def test_every_script_is_read_to_its_message_with_one_key(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        for tutorial in CONTENT.tutorials:
            mediator.opens(f"{tutorial.address}telephone/")
            met = visible_steps(mediator.page)
            heard = set()
            while met[-1] != "recap":
                mediator.page.keyboard.press("ArrowRight")
                met += visible_steps(mediator.page)
                said = mediator.page.locator(f"#{met[-1]} [data-bloc=dire]")
                heard |= {unspaced(block) for block in said.all_inner_texts() if block}
            steps = [f"etape-{step.rank}" for step in tutorial.script.steps]
            assert met == ["avant", *steps, "compris", "recap"]
            assert len(heard) == len(set(sentences(tutorial)))


def test_keys_can_be_put_to_rest_and_stay_so(browser: Browser, host: str) -> None:
    """Whoever dictates to a computer would press ten keys a sentence (WCAG 2.1.4)."""
    with reading(browser, host) as mediator:
        page, keys = mediator.page, mediator.page.keyboard
        mediator.opens(SUSPECT)
        keys.press("?")
        page.locator(".fil-keys-at-rest").press("Space")
        keys.press("Escape")
        for key in ("p", "g", "1", "?"):
            keys.press(key)
            assert not page.locator(".fil-panel.fil-open").count(), key
        keys.press("ArrowRight")
        assert visible_steps(page) == ["etape-1"]

        mediator.opens(CLICKED)
        keys.press("p")
        assert not page.locator("#panneau-posture").is_visible()
        page.get_by_role("button", name="Touches").click()
        page.locator(".fil-keys-at-rest").press("Space")
        keys.press("p")
        page.locator("#panneau-posture").wait_for(state="visible")
        assert storage(page) == {}


def test_a_guide_that_does_not_arrive_says_so_and_can_be_asked_again(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as mediator:
        page = mediator.page
        page.route("**/guides.*.js", lambda route: route.abort())
        mediator.opens(SUSPECT)
        page.get_by_role("link", name="Phrases de secours").click()
        panel = page.locator("#panneau-secours")
        panel.get_by_text("Ces phrases ne sont pas arrivées").wait_for(state="visible")
        its_page = panel.get_by_role("link", name="Les lire sur leur page")
        assert its_page.get_attribute("href", timeout=1000) == "../../../../mediateurs/secours/"

        page.unroute("**/guides.*.js")
        panel.get_by_role("button", name="Réessayer").click()
        panel.locator("section[data-touche=b]").wait_for(state="visible")
        assert not panel.get_by_text("Ces phrases ne sont pas arrivées").is_visible()
        assert all("guides" in each or "ERR_FAILED" in each for each in mediator.complaints)
        mediator.complaints.clear()
