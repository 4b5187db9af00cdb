"""Someone follows a tutorial, stops, comes back, and passes it on."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.propose import OPINIONS
from tests.browser.story import Reader, reading
from tests.site.builds import Built

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
OTHER = "tutoriels/cyber-hygiene/mot-de-passe-solide/"
TITLE = "Je vérifie un message suspect avant d’y toucher"


def stored(reader: Reader) -> dict[str, str]:
    """What the site has left in the browser, this tab's memory included."""
    found: dict[str, str] = json.loads(
        reader.page.evaluate("JSON.stringify(Object.assign({}, localStorage, sessionStorage))")
    )
    return found


def box(reader: Reader, step: int) -> Locator:
    return reader.page.locator(f"#etape-{step}").get_by_role("checkbox")


def ticked(reader: Reader) -> list[bool]:
    boxes = reader.page.locator("[data-etape]").get_by_role("checkbox").all()
    return [each.is_checked() for each in boxes]


def test_ticks_are_kept_for_each_tutorial_and_erased_at_once(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        clear = page.get_by_role("button", name="Recommencer la fiche")
        reader.opens(TUTORIAL)
        assert ticked(reader) == [False] * 5
        assert not clear.is_visible()
        box(reader, 1).check()
        box(reader, 3).check()
        told = page.locator(".fil-progress [role=status]")
        assert told.inner_text() == "2 étapes sur 5."
        assert page.locator("#etape-3").get_by_text("2 étapes sur 5", exact=True).is_visible()

        page.reload()
        assert ticked(reader) == [True, False, True, False, False]
        assert told.inner_text() == "2 étapes sur 5."
        reader.opens(OTHER)
        assert not any(ticked(reader))

        reader.opens(TUTORIAL)
        clear.click()
        assert not any(ticked(reader))
        assert told.inner_text() == ""
        assert not clear.is_visible()
        assert page.evaluate("document.activeElement.id") == "etapes", "the keyboard is not lost"
        assert stored(reader) == {}


def test_all_steps_done_is_said(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(TUTORIAL)
        for step in range(1, 6):
            box(reader, step).check()
        told = reader.page.locator(".fil-progress [role=status]")
        assert told.inner_text().replace("\u00a0", " ") == "5 étapes sur 5 : tout est fait."
        assert stored(reader) == {"fil-etapes:cyber-hygiene/message-suspect": "1 2 3 4 5"}


def test_nothing_is_kept_of_someone_who_only_reads(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        for address in ("", "publics/seniors/", TUTORIAL, OTHER):
            reader.opens(address)
            reader.page.keyboard.press("End")
        assert stored(reader) == {}
        assert reader.page.context.cookies() == []


def test_a_browser_that_keeps_nothing_still_ticks(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refusé'); }})"
        )
        reader.opens(TUTORIAL)
        box(reader, 2).check()
        assert reader.page.locator(".fil-progress [role=status]").inner_text() == "1 étape sur 5."


def test_a_device_chosen_once_is_followed_by_the_other_tabs(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(TUTORIAL)
        last = reader.page.locator("#etape-5")
        assert last.get_by_text("Je choisis « Transférer »").is_visible()
        reader.page.locator("#etape-2").get_by_text("Ordinateur", exact=True).first.click()
        assert last.get_by_role("radio", name="Ordinateur").first.is_checked()
        last.get_by_text("iPhone", exact=True).first.click()
        assert stored(reader) == {"fil-mon-appareil": "iphone"}
        first = reader.page.locator("#etape-2").get_by_role("radio").first
        assert first.is_checked(), "« Android ou iPhone » holds for an iPhone"
        # A wider word does not make one forget the device.
        reader.page.locator("#etape-2").get_by_text("Ordinateur", exact=True).first.click()
        last.get_by_text("iPhone", exact=True).first.click()
        reader.page.reload()
        assert last.get_by_role("radio", name="iPhone", exact=True).first.is_checked()


@pytest.mark.parametrize("javascript", [True, False])
def test_the_words_that_are_passed_on_lead_to_the_tutorial(
    browser: Browser, host: str, published: Built, javascript: bool
) -> None:
    address = f"https://exemple.fr/sous/un/chemin/{TUTORIAL}"
    with reading(browser, host, javascript=javascript) as reader:
        reader.opens(TUTORIAL)
        share = reader.page.locator(".fil-share")
        sms = share.get_by_role("link", name="Par SMS").get_attribute("href") or ""
        assert sms.startswith("sms:?body=")
        words = unquote(sms.removeprefix("sms:?body="))
        assert words == f"{TITLE} - Au bout du fil, fiche 101 : {address}".replace("’", "'")
        mail = share.get_by_role("link", name="Par e-mail").get_attribute("href") or ""
        fields = parse_qs(urlsplit(mail).query)
        assert fields["subject"] == [TITLE]
        assert fields["body"] == [f"{TITLE} – Au bout du fil, fiche 101 : {address}"]
        code = share.get_by_role("img", name="QR code de la fiche 101")
        assert not code.is_visible()
        share.get_by_text("Montrer le QR code").click()
        assert code.is_visible()


def test_the_link_is_copied(browser: Browser, host: str) -> None:
    with reading(browser, host, first=True) as reader:
        reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        reader.opens(TUTORIAL)
        reader.page.get_by_role("button", name="Copier le lien").click()
        reader.page.get_by_text("Lien copié.").wait_for()
        copied = reader.page.evaluate("navigator.clipboard.readText()")
        assert copied == f"https://exemple.fr/sous/un/chemin/{TUTORIAL}"


def test_without_a_script_nothing_is_offered_that_does_nothing(browser: Browser, host: str) -> None:
    with reading(browser, host, javascript=False) as reader:
        reader.opens(TUTORIAL)
        main = reader.page.locator("main")
        assert [each for each in main.get_by_role("button").all() if each.is_visible()] == []
        box(reader, 1).check()
        assert ticked(reader)[0], "a box ticks"
        assert main.get_by_text("1 étape sur 5").count() == 0, "and promises nothing"


def test_what_one_will_know_is_what_the_steps_say(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390, javascript=False) as reader:
        reader.opens(TUTORIAL)
        known = reader.page.locator("nav.fil-toc a").all_text_contents()
        steps = reader.page.locator("[data-etape] h3").all()
        assert known == [
            step.evaluate("element => element.lastChild.data.trim()") for step in steps
        ]
        # On a narrow screen, the steps themselves are near enough.
        told = reader.page.get_by_text("À la fin, je saurai")
        assert not told.is_visible()
        reader.page.set_viewport_size({"width": 1280, "height": 800})
        assert told.is_visible()


def test_a_trouble_is_folded_to_its_title(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390, javascript=False) as reader:
        reader.opens(TUTORIAL)
        # Those of a gesture are folded with it.
        troubles = reader.page.locator('[data-bloc="sinon"]:not([data-bloc="geste"] *)').all()
        assert len(troubles) > 5
        for trouble in troubles:
            assert trouble.get_by_text("Si ça ne marche pas").is_visible()
            assert not trouble.locator(":scope > p").first.is_visible()
        troubles[1].locator("summary").click()
        assert troubles[1].get_by_text("Je ne paie jamais par le lien").is_visible()


def test_an_opinion_is_asked_where_someone_reads_it(
    browser: Browser, host: str, office: str
) -> None:
    question = "Cette fiche vous a-t-elle aidé"
    with reading(browser, office) as reader:
        reader.opens(TUTORIAL)
        assert reader.page.get_by_role("heading", name=question).is_visible()
        opinion = reader.page.locator(".fil-opinion")
        yes = opinion.get_by_role("link", name="Oui").get_attribute("href") or ""
        assert unquote(yes) == f"mailto:{OPINIONS}?subject=Fiche 101 : oui, elle m’a aidé"
        assert opinion.get_by_role("link", name="Proposer une correction").is_visible()
    with reading(browser, host) as reader:
        reader.opens(TUTORIAL)
        assert reader.page.get_by_role("heading", name=question).count() == 0
        opinion = reader.page.locator(".fil-opinion")
        assert opinion.get_by_role("link").all_inner_texts() == ["Proposer une correction"]


def test_without_a_public_address_no_link_is_passed_on(browser: Browser, office: str) -> None:
    with reading(browser, office) as reader:
        reader.opens(TUTORIAL)
        share = reader.page.locator(".fil-share")
        for name in ("Par SMS", "Par e-mail"):
            sent = unquote(share.get_by_role("link", name=name).get_attribute("href") or "")
            assert "fiche 101." in sent
            assert "http" not in sent
        assert share.get_by_text("QR code").count() == 0
