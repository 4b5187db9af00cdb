"""Step by step: someone walks through a tutorial on a small phone, one step a screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.access import look
from tests.browser.afraid import ANDROID, IPHONE, road_to_help, small_phone
from tests.browser.story import Reader, reading
from tests.browser.test_tutorial import stored
from tests.browser.walking import CALM, URGENT, done, held, is_at, steps

COMPUTER = "tutoriels/ordinateur/premiers-pas/"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_13) AppleWebKit/605.1.15 Version/11.1 Safari/605"


def test_help_is_near_for_someone_afraid(browser: Browser, host: str) -> None:
    with small_phone(browser) as page:
        road = road_to_help(page, host)
        assert road.first_help == "Je n’ouvre pas le lien, je ne réponds pas, je ne paie pas."
        assert (road.taps <= 2, road.swipes <= 3, road.words <= 60) == (True, True, True), road


def test_one_walks_step_by_step_and_back(browser: Browser, host: str) -> None:
    with small_phone(browser) as page:
        page.goto(host + URGENT)
        expect(page).to_have_url(re.compile("#etape-1$"))
        assert steps(page) == ["1 Je ne touche à rien"]
        assert page.locator(".fil-first").is_visible()
        for hidden in (".fil-lead", ".fil-facts", ".fil-header", ".fil-footer", ".fil-toc"):
            assert not page.locator(hidden).is_visible(), hidden
        told = page.get_by_role("status").filter(has_text="Étape")
        assert told.inner_text() == "Étape 1 sur 5"

        done(page).tap()
        is_at(page, "#etape-2", "Je regarde qui m’écrit")
        assert told.inner_text() == "Étape 2 sur 5"
        assert not page.locator(".fil-first").is_visible()
        page.go_back()
        is_at(page, "#etape-1", "Je ne touche à rien")
        page.go_forward()
        is_at(page, "#etape-2", "Je regarde qui m’écrit")
        page.get_by_role("link", name="Étape précédente").tap()
        is_at(page, "#etape-1", "Je ne touche à rien")

        for _ in range(5):
            done(page).tap()
        end = page.locator(".fil-bravo")
        expect(end).to_be_focused()
        expect(page).to_have_url(re.compile("#fin$"))
        assert steps(page) == []
        assert end.get_by_role("heading", name="Bravo").is_visible()
        assert end.get_by_text("je le transfère au 33700").is_visible()
        assert end.get_by_text("La banque, au numéro imprimé").is_visible()
        assert page.get_by_role("heading", name="J’ai compris").is_visible()
        assert page.get_by_role("heading", name="Et après").is_visible()
        assert not done(page).is_visible()

        end.get_by_role("button", name="Recommencer la fiche").tap()
        is_at(page, "#etape-1", "Je ne touche à rien")
        assert page.locator(".fil-done input:checked").count() == 0


def test_a_calm_tutorial_begins_with_what_one_prepares(browser: Browser, host: str) -> None:
    with small_phone(browser) as page:
        page.goto(host + CALM)
        assert steps(page) == []
        assert page.get_by_role("heading", level=1).is_visible()
        assert page.locator(".fil-lead").is_visible()
        assert page.locator(".fil-ready > ul").is_visible()
        assert not page.get_by_role("button", name="Ce n’est pas pareil").is_visible()
        page.get_by_role("button", name="Je commence").tap()
        is_at(page, "#etape-1", "Je dis où je suis")
        page.go_back()
        expect(page.locator(".fil-ready > ul")).to_be_visible()


def test_one_finds_the_place_again(browser: Browser, host: str) -> None:
    """The message and the tutorial share one phone: what is ticked is the only memory."""
    with reading(browser, host) as reader:
        page = reader.page
        page.set_viewport_size({"width": 360, "height": 640})
        reader.opens(CALM)
        page.get_by_role("button", name="Je commence").click()
        done(page).click()
        done(page).click()
        is_at(page, "#etape-3", "")
        assert stored(reader) == {"fil-etapes:smartphone/wifi": "1 2"}
        reader.opens("")
        reader.opens(CALM)
        expect(page).to_have_url(re.compile("#etape-3$"))
        assert len(steps(page)) == 1
        page.get_by_role("link", name="Revenir à l’étape 1").click()
        is_at(page, "#etape-1", "Je dis où je suis")
        assert not page.get_by_text("Je reprends ici").is_visible()
        # A link to a step opens the walk there, whatever was done.
        reader.opens("")
        reader.opens(f"{CALM}#etape-2")
        assert steps(page)[0].startswith("2 ")
        assert page.locator(".fil-done input:checked").count() == 2


def test_what_is_not_the_same_opens_troubles_and_other_ways(browser: Browser, host: str) -> None:
    with small_phone(browser) as page:
        page.goto(f"{host}{URGENT}#etape-1")
        trouble = page.locator("#etape-1 [data-bloc=sinon]").first
        stop = page.locator("#etape-1 [data-bloc=stop]")
        prose = page.locator("#etape-1 > p:not(.fil-walk-hint)").first
        assert prose.is_visible()
        assert not trouble.is_visible()
        assert not stop.is_visible()
        page.get_by_role("button", name="Ce n’est pas pareil").tap()
        expect(page.locator(".fil-walk-hint")).to_be_focused()
        assert trouble.is_visible()
        assert stop.is_visible()
        assert not prose.is_visible()
        assert page.get_by_role("heading", name="Trouver de l’aide près de chez moi").is_visible()
        assert not done(page).is_visible()
        page.get_by_role("button", name="Je reviens à l’étape").tap()
        expect(done(page)).to_be_visible()
        expect(page.get_by_role("button", name="Ce n’est pas pareil")).to_be_focused()
        assert not page.locator(".fil-walk-hint").is_visible()
        assert prose.is_visible()
        assert not stop.is_visible()
        # Back closes it too, and leads no further.
        page.get_by_role("button", name="Ce n’est pas pareil").tap()
        page.go_back()
        expect(done(page)).to_be_visible()
        expect(page).to_have_url(re.compile("#etape-1$"))
        # A trouble may lead to another step.
        page.goto(f"{host}{CALM}#etape-2")
        assert page.locator(".fil-else").count() > 3


@pytest.mark.parametrize(
    ("agent", "name", "is_touched"),
    [
        (IPHONE, "iPhone", True),
        (ANDROID, "Android", True),
        (WINDOWS, "Windows", False),
        (MAC, "Mac", False),
    ],
    ids=["iphone", "android", "windows", "mac"],
)
def test_the_device_is_guessed_and_said(
    browser: Browser, host: str, agent: str, name: str, is_touched: bool
) -> None:
    with small_phone(browser, agent, is_touched=is_touched) as page:
        page.goto(f"{host}{URGENT}#etape-5")
        choice = held(page)
        assert choice.locator("option:checked").inner_text() == name
        assert page.evaluate("Object.keys(localStorage)") == []
        tabs = page.locator("#etape-5 > .fil-tabs").first
        expect(tabs).to_have_class(re.compile("fil-known"))
        assert not tabs.get_by_text("Sur quel appareil ?").is_visible()


def test_another_device_is_one_touch_away_kept_and_passed_on(browser: Browser, host: str) -> None:
    android, iphone = "Je choisis « Transférer »", "puis la flèche en bas à droite"
    with small_phone(browser) as page:
        page.goto(f"{host}{URGENT}#etape-5")
        step = page.locator("#etape-5")
        assert step.get_by_text(android).is_visible()
        sms = page.locator(".fil-share a[href^='sms:']")
        assert "appareil" not in (sms.get_attribute("href") or "")
        held(page).select_option(label="iPhone")
        assert step.get_by_text(iphone).is_visible()
        assert not step.get_by_text(android).is_visible()
        assert page.evaluate("Object.entries(localStorage)") == [["fil-mon-appareil", "iphone"]]
        assert (sms.get_attribute("href") or "").endswith("message-suspect/%3Fappareil%3Diphone")
        page.goto(f"{host}{CALM}#etape-1")
        assert held(page).input_value() == "iphone"
    with small_phone(browser) as page:
        page.goto(f"{host}{URGENT}?appareil=iphone#etape-5")
        assert page.locator("#etape-5").get_by_text(iphone).is_visible()


def test_a_tutorial_on_computers_asks_a_phone_which_one(browser: Browser, host: str) -> None:
    with small_phone(browser) as page:
        page.goto(f"{host}{COMPUTER}#etape-2")
        choice = held(page)
        assert choice.input_value() == ""
        tabs = page.locator("#etape-2 .fil-tabs:not(.fil-known)").filter(visible=True)
        if tabs.count():
            assert tabs.first.get_by_text("Sur quel appareil ?").is_visible()
        choice.select_option("mac")
        assert page.evaluate("localStorage.getItem('fil-mon-appareil')") == "mac"
        # On what this tutorial does not know, nothing was changed.
        page.goto(f"{host}{URGENT}#etape-5")
        assert held(page).input_value() == "mac"


def test_the_whole_page_is_a_choice_and_back_returns(browser: Browser, host: str) -> None:
    with small_phone(browser) as page:
        page.goto(f"{host}{URGENT}#etape-2")
        page.get_by_role("link", name="Tout voir").tap()
        expect(page.locator(".fil-footer")).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        assert len(steps(page)) == 5
        assert page.get_by_role("button", name="Texte plus grand").is_visible()
        page.locator("#etape-1 [data-bloc=sinon] summary").first.tap()
        page.go_back()
        expect(page.locator(".fil-step h3").filter(visible=True)).to_have_count(1)
        assert steps(page) == ["2 Je regarde qui m’écrit"]
        page.get_by_role("link", name="Tout voir").tap()
        page.get_by_role("link", name="Une étape à la fois").tap()
        is_at(page, "#etape-1", "Je ne touche à rien")


def test_a_link_to_a_place_of_the_page_opens_the_page(browser: Browser, host: str) -> None:
    with small_phone(browser) as page:
        page.goto(f"{host}{URGENT}#partage")
        assert len(steps(page)) == 5
        assert page.locator("#partage").is_visible()


def test_a_large_screen_shows_the_whole_page_and_offers_the_walk(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as reader:
        reader.opens(URGENT)
        page = reader.page
        assert len(steps(page)) == 5
        assert page.get_by_text("Je prépare un papier et un crayon.").is_visible()
        page.get_by_role("link", name="Une étape à la fois").click()
        is_at(page, "#etape-1", "Je ne touche à rien")
        assert look(page, "overflowing") == []


def test_the_walk_works_from_a_disk(browser: Browser, disk: str) -> None:
    with small_phone(browser) as page:
        page.goto(f"{disk}{URGENT}index.html")
        assert steps(page) == ["1 Je ne touche à rien"]
        done(page).tap()
        is_at(page, "#etape-2", "Je regarde qui m’écrit")
        page.go_back()
        is_at(page, "#etape-1", "Je ne touche à rien")


def test_a_browser_that_keeps_nothing_still_walks(browser: Browser, host: str) -> None:
    with reading(browser, host, width=360) as reader:
        walks_without_memory(reader)


def walks_without_memory(reader: Reader) -> None:
    reader.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refusé'); }})"
    )
    reader.opens(URGENT)
    done(reader.page).click()
    is_at(reader.page, "#etape-2", "Je regarde qui m’écrit")
