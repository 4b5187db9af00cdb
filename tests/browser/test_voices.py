"""Which voice reads, how fast, and what is said when none does."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.story import reading
from tests.browser.voices import (
    ALICE,
    AMELIE,
    KEY,
    LEA,
    NUAGE,
    TERM,
    TUTORIAL,
    hears_anew,
    last,
    listens,
    said,
    with_voices,
)


def test_the_speed_is_heard_at_once_and_remembered(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        listens(page)
        assert last(page) == {
            "text": "Je vérifie un message suspect avant d’y toucher",
            "rate": 1,
            "voice": "Amélie",
            "lang": "fr-FR",
        }
        page.get_by_label("Vitesse").select_option("lent")
        hears_anew(page, 2)
        assert last(page)["rate"] == 0.8
        assert said(page)[0] == said(page)[1]
        expect(page.get_by_label("Voix", exact=True)).to_be_hidden()
        reader.opens(TERM)
        listens(page)
        assert last(page)["rate"] == 0.8
        page.get_by_label("Vitesse").select_option("rapide")
        hears_anew(page, 2)
        assert last(page)["rate"] == 1.3


def test_the_voices_of_the_device_come_first_and_one_is_chosen(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, ALICE, NUAGE, LEA, AMELIE)
        reader.opens(TUTORIAL)
        listens(page)
        assert last(page)["voice"] == "Amélie"
        voices = page.get_by_label("Voix", exact=True)
        assert voices.locator("option").all_text_contents() == ["Amélie", "Léa", "Nuage (en ligne)"]
        warning = page.get_by_text("le texte de la page lui est envoyé")
        expect(warning).to_have_count(0)
        voices.select_option("nuage")
        hears_anew(page, 2)
        assert last(page)["voice"] == "Nuage"
        expect(warning).to_be_visible()
        voices.select_option("lea")
        expect(warning).to_have_count(0)
        assert page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}'))") == {
            "version": 1,
            "vitesse": "normal",
            "voix": "lea",
        }
        page.reload()
        listens(page)
        assert last(page)["voice"] == "Léa"


@pytest.mark.parametrize("voices", [[], [ALICE]], ids=["no voice", "no French voice"])
def test_without_a_french_voice_it_says_what_to_do(
    browser: Browser, host: str, voices: list[dict[str, object]]
) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, *voices)
        reader.opens(TUTORIAL)
        listens(page)
        expect(page.get_by_text("Votre appareil n’a pas de voix française.")).to_be_visible()
        assert said(page) == []
        expect(page.get_by_role("group", name="Lecture à voix haute")).to_be_hidden()


def test_voices_that_come_late_are_waited_for(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader)
        reader.opens(TUTORIAL)
        listens(page)
        expect(page.get_by_text("Je cherche une voix française…")).to_be_visible()
        assert page.evaluate("device.opened"), "a phone is asked for its voice during the press"
        page.evaluate(
            f"device.voices = [{json.dumps(AMELIE)}]; device.heard.forEach(each => each())"
        )
        assert last(page)["voice"] == "Amélie"


def test_a_voice_that_fails_is_not_silent(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        reader.opens(TUTORIAL)
        listens(page)
        page.evaluate("const failed = device.now; device.now = null; failed.onerror({})")
        expect(page.get_by_text("La voix s’est arrêtée.")).to_be_visible()
        page.get_by_role("button", name="Reprendre").click()
        assert said(page)[0] == said(page)[1]


def test_a_voice_that_makes_no_sound_is_noticed(browser: Browser, host: str) -> None:
    with reading(browser, host, first=True) as reader:
        page = with_voices(reader, AMELIE)
        page.clock.install()
        reader.opens(TUTORIAL)
        page.evaluate("device.mute = true")
        listens(page)
        page.clock.run_for(5000)
        expect(page.get_by_text("La voix ne répond pas.")).to_have_count(0)
        page.clock.run_for(1500)
        expect(page.get_by_text("La voix ne répond pas.")).to_be_visible()
        page.evaluate("device.mute = false")
        page.get_by_role("button", name="Reprendre").click()
        page.clock.run_for(7000)
        expect(page.get_by_text("La voix ne répond pas.")).to_have_count(0)
        assert said(page)[0] == said(page)[1]


@pytest.mark.parametrize("kept", ["{", "null", '{"version":1,"vitesse":"__proto__","voix":7}'])
def test_what_is_not_understood_is_the_ordinary_speed(
    browser: Browser, host: str, kept: str
) -> None:
    with reading(browser, host) as reader:
        page = with_voices(reader, AMELIE)
        page.add_init_script(f"localStorage.setItem('{KEY}', {json.dumps(kept)})")
        reader.opens(TUTORIAL)
        listens(page)
        assert last(page)["rate"] == 1
