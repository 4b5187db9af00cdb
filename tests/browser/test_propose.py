"""Someone who never opened Git proposes a tutorial; nothing is sent by itself."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from boutdufil.edge.cli import main
from tests.browser.access import look
from tests.browser.propose import (
    ADDRESS,
    CONTACT,
    HUB,
    KEY,
    SUSPECT,
    TITLE,
    begins,
    downloaded,
    draft,
    fills,
)
from tests.browser.story import WIDTHS, reading
from tests.browser.test_axe import at_both_widths, since_noted
from tests.site.builds import REPOSITORY, Built

REFUSING = """() => {
  Storage.prototype.setItem = () => { throw new DOMException('plein', 'QuotaExceededError'); };
}"""


def test_a_new_tutorial_from_an_empty_form_to_a_file_that_passes(
    browser: Browser, office: str, tmp_path: Path
) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        fills(page)
        page.get_by_role("button", name="Vérifier").click()
        expect(page.get_by_role("heading", name="C’est prêt")).to_be_focused()
        name, text = downloaded(page)
        assert name == "je-vide-ma-corbeille-sans-rien-perdre.md"
        assert page.locator(".fil-file-text").text_content() == text
        hub = page.get_by_role("link", name="Ouvrir sur GitHub").get_attribute("href") or ""
        parts = urlsplit(hub)
        assert hub.startswith(f"{HUB}/new/main/docs/tutoriels/cyber-hygiene?")
        assert parse_qs(parts.query) == {"filename": [name], "value": [text]}
        mail = page.get_by_role("link", name="Envoyer par mail").get_attribute("href") or ""
        assert mail.startswith(f"mailto:{CONTACT}?subject=")
        assert name in unquote(mail)
        assert [url for url in asked if not url.startswith("blob:")] == [], "nothing is sent"
    docs = tmp_path / "docs"
    shutil.copytree(REPOSITORY / "docs", docs)
    target = docs / "tutoriels" / "cyber-hygiene" / name
    target.write_text(text, encoding="utf-8")
    assert main(["--contenu", str(docs), "verifier", "--strict", str(target)]) == 0
    assert TITLE in text


def test_the_keyboard_alone_is_enough(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        contributor.opens(ADDRESS)
        page = contributor.page
        page.get_by_role("button", name="J’écris une nouvelle fiche").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Ma nouvelle fiche")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.type("Je range")
        assert page.get_by_label("Titre", exact=True).input_value() == "Je range"
        page.get_by_role("button", name="Ajouter une étape").press("Enter")
        steps = page.get_by_label("Titre de l’étape")
        expect(steps.nth(1)).to_be_focused()
        page.keyboard.type("Je finis")
        page.get_by_role("button", name="Monter : étape 2").press("Enter")
        assert [each.input_value() for each in steps.all()] == ["Je finis", ""]
        expect(page.get_by_role("button", name="Descendre : étape 1")).to_be_focused()
        page.get_by_role("button", name="Retirer : étape 1").press("Enter")
        assert steps.count() == 1
        page.get_by_role("button", name="Remettre").press("Enter")
        assert [each.input_value() for each in steps.all()] == ["Je finis", ""]


def test_what_is_missing_is_said_at_the_top_and_beside_each_field(
    browser: Browser, office: str
) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        page.get_by_label("Titre", exact=True).fill("Je " + "regarde " * 10)
        page.get_by_label("Récapitulatif").fill("Voir https://a.fr")
        page.get_by_label("Adresse du site").fill("www.cnil.fr")
        page.get_by_label("Relue le").fill("2999-01-01")
        page.get_by_role("button", name="Vérifier").click()
        summary = page.locator(".fil-summary")
        expect(summary).to_be_focused()
        assert not page.locator(".fil-result").is_visible()
        links = summary.get_by_role("link").all_inner_texts()
        assert f"{len(links)} points à corriger" == summary.get_by_role("heading").inner_text()
        for problem in ("trop long de 12", "Retirez le lien", "https://", "futur", "thème"):
            assert any(problem in link for link in links), problem
        field = page.get_by_label("Titre", exact=True)
        assert field.get_attribute("aria-invalid") == "true"
        described = (field.get_attribute("aria-describedby") or "").split()
        told = [page.locator(f"#{each}").inner_text() for each in described]
        assert any("70 au plus" in each for each in told)
        summary.get_by_role("link", name="Titre : ").first.click()
        expect(field).to_be_focused()
        field.fill("Je regarde")
        assert field.get_attribute("aria-invalid") is None


def test_the_message_is_counted_as_it_will_be_sent(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        field = page.locator('[data-champ="recap"]')
        page.get_by_label("Récapitulatif").fill("e" * 150)
        assert "162 caractères sur 306" in field.locator(".fil-counter").inner_text()
        assert "2 SMS" in field.locator(".fil-counter").inner_text()
        page.get_by_label("Récapitulatif").fill("€" * 150)
        assert "312 caractères" in field.locator(".fil-counter").inner_text()


def test_a_draft_is_taken_up_again_then_erased(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        fills(page)
        page.reload()
        page.get_by_role("button", name=f"Reprendre mon brouillon : {TITLE}").click()
        assert page.get_by_label("Titre", exact=True).input_value() == TITLE
        assert page.get_by_label("Senior").is_checked()
        assert page.get_by_label("La situation").input_value() == "Je ne la vois pas"
        page.get_by_role("button", name="Vérifier").click()
        assert page.locator(".fil-result").is_visible()
        page.get_by_label("Résumé").fill("Autre chose.")
        assert not page.locator(".fil-result").is_visible(), "what is sent is what was checked"
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.get_by_role("button", name="Tout effacer").click()
        assert page.get_by_label("Titre", exact=True).input_value() == TITLE
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Tout effacer").click()
        assert page.get_by_label("Titre", exact=True).input_value() == ""
        assert draft(page) == {"version": 1, "nouvelle": None, "corrections": {}}
        page.reload()
        page.get_by_role("button", name="J’écris une nouvelle fiche").click()


@pytest.mark.parametrize(
    "kept",
    [
        *("{", "[]", "[null]", '"a"', '{"version":0}', '{"version":1}', "null"),
        '{"version":1,"nouvelle":[],"corrections":{"a/b":1}}',
        '{"version":1,"nouvelle":{"titre":[]},"corrections":[]}',
    ],
)
def test_an_unreadable_draft_stops_nobody(browser: Browser, office: str, kept: str) -> None:
    with reading(browser, office) as contributor:
        contributor.opens("contribuer/")
        contributor.page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
        page = begins(contributor)
        page.get_by_label("Titre", exact=True).fill("Je range")
        assert draft(page)["version"] == 1


@pytest.mark.parametrize("field", ['"etapes":3', '"sources":[null]', '"resume":{}', '"quiz":[[]]'])
def test_of_a_draft_with_a_strange_field_what_can_be_read_is_shown(
    browser: Browser, office: str, field: str
) -> None:
    kept = f'{{"version":1,"nouvelle":{{"titre":"Je range",{field}}},"corrections":{{}}}}'
    with reading(browser, office) as contributor:
        contributor.opens("contribuer/")
        contributor.page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
        contributor.opens("contribuer/proposer/")
        contributor.page.locator(".fil-begin").click()
        contributor.page.get_by_label("Résumé").fill("Je range mes photos.")
        kept_now = draft(contributor.page)["nouvelle"]
        assert isinstance(kept_now, dict)
        assert kept_now["resume"] == "Je range mes photos."


def test_a_browser_that_keeps_nothing_says_it_once(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        page.evaluate(REFUSING)
        page.get_by_label("Titre", exact=True).fill("Je range")
        said = page.locator(".fil-propose-said")
        assert "refuse de garder un brouillon" in said.inner_text()
        page.evaluate("document.querySelector('.fil-propose-said').textContent = ''")
        page.get_by_label("Résumé").fill("Je range mes photos.")
        assert said.inner_text() == ""


def test_without_javascript_the_page_says_how_else(browser: Browser, office: str) -> None:
    with reading(browser, office, javascript=False) as contributor:
        contributor.opens(f"tutoriels/{SUSPECT}/")
        contributor.follows("Proposer une correction", inside="footer")
        page = contributor.page
        main = page.locator("main")
        assert (
            main.locator("input:visible, textarea:visible, select:visible, button:visible").count()
            == 0
        )
        assert "a besoin de JavaScript" in main.inner_text()
        hrefs = [each.get_attribute("href") for each in main.get_by_role("link").all()]
        assert f"mailto:{CONTACT}" in hrefs
        assert f"{HUB}/issues/new/choose" in hrefs


def test_a_site_without_a_repository_or_an_address_offers_neither(
    browser: Browser, host: str, published: Built
) -> None:
    page = published.page(ADDRESS)
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    assert bool(page.all("a", class_="fil-button fil-hub")) == ("\nrepo_url:" in settings)
    assert bool(page.all("a", class_="fil-button fil-mail")) == ('  contact: ""' not in settings)


def wider_than_the_screen(page: Page) -> list[str]:
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += look(page, "overflowing")
    return found


def test_axe_has_nothing_to_say(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        states = {"empty": at_both_widths(page)}
        page.get_by_role("button", name="Vérifier").click()
        states["errors"] = since_noted(page)
        fills(page)
        page.get_by_text("Aperçu simple").click()
        page.get_by_role("button", name="Vérifier").click()
        page.get_by_text("Voir le texte du fichier").click()
        assert page.locator(".fil-preview-body").get_by_text("« Cherchons. »").is_visible()
        states["filled"] = at_both_widths(page)
        wide = wider_than_the_screen(page)
        contributor.opens(f"{ADDRESS}?fiche={SUSPECT}")
        page.get_by_label("Le texte de la fiche").fill("---\nrien")
        page.get_by_role("button", name="Vérifier").click()
        states["correction"] = at_both_widths(page)
        assert {state: wrong for state, wrong in states.items() if any(wrong.values())} == {}
        assert wide == []
        assert wider_than_the_screen(page) == []


def test_the_page_stays_light(published: Built) -> None:
    own = 0
    whole = len(gzip.compress((published.site / ADDRESS / "index.html").read_bytes()))
    page = published.page(ADDRESS)
    for element in (*page.all("script"), *page.all("link", rel="stylesheet")):
        address = element["src"] if element.tag == "script" else element["href"]
        weight = len(gzip.compress((published.site / ADDRESS / address).read_bytes()))
        whole += weight
        own += weight if "assets/propose." in address and element.tag == "script" else 0
    assert own <= 21_000
    assert whole <= 60_000
    elsewhere = published.html("contribuer/")
    assert "assets/propose" not in elsewhere
