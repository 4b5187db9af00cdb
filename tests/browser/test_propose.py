"""Someone who never opened Git proposes a tutorial or a correction; nothing is sent by itself."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from boutdufil.edge.cli import main
from tests.browser.access import look
from tests.browser.story import Reader, reading, served
from tests.browser.test_axe import in_both_schemes
from tests.site.builds import REPOSITORY, Built, build, copy_project
from tests.site.shared import Share

ADDRESS = "contribuer/proposer/"
SUSPECT = "cyber-hygiene/message-suspect"
SUSPECT_FILE = REPOSITORY / "docs" / "tutoriels" / f"{SUSPECT}.md"
KEY = "fil-proposition"
HUB = "https://github.com/exemple/fil"
CONTACT = "fiches@exemple.fr"
TITLE = "Je vide ma corbeille : sans rien perdre"
REFUSING = """() => {
  Storage.prototype.setItem = () => { throw new DOMException('plein', 'QuotaExceededError'); };
}"""


@pytest.fixture(scope="module")
def told(share: Share) -> Built:
    """The real site of an organisation that says where its files are, and who reads them."""
    project = share("projet-a-soi", set_up)
    return Built(share("site-a-soi", lambda folder: build(project, folder)), project / "docs")


def set_up(project: Path) -> None:
    copy_project(project)
    settings = project / "mkdocs.yml"
    text = re.sub(r"(?m)^(?:repo_url|edit_uri|repo_name):.*\n", "", settings.read_text())
    text = re.sub(r"(?m)^  contact:.*$", f"  contact: {CONTACT}", text)
    settings.write_text(f"{text}\nrepo_url: {HUB}/\nedit_uri: edit/main/docs/\n")


@pytest.fixture(scope="module")
def office(told: Built) -> Iterator[str]:
    with served(told.site) as address:
        yield address


def begins(contributor: Reader) -> Page:
    contributor.opens(ADDRESS)
    contributor.page.get_by_role("button", name="J’écris une nouvelle fiche").click()
    return contributor.page


def fills(page: Page) -> None:
    """Answer what is needed, and a little more, with what trips a machine."""
    page.get_by_label("Titre", exact=True).fill(TITLE)
    page.get_by_label("Résumé").fill("Mon téléphone est plein. # Je fais de la place.")
    page.get_by_label("Thème").select_option(label="Me protéger")
    page.get_by_label("Senior").check()
    page.get_by_label("Je débute").check()
    page.get_by_role("group", name="Phrase 1").get_by_label("La phrase").fill("C’est plein")
    page.get_by_role("group", name="Phrase 2").get_by_label("La phrase").fill("- Ça : bloque ?")
    page.get_by_label("Récapitulatif").fill("Je vide la corbeille, après avoir regardé dedans.")
    page.get_by_label("Nom du site").fill("CNIL")
    page.get_by_label("Adresse du site").fill("https://www.cnil.fr/")
    page.get_by_label("Titre de l’étape").fill("J’ouvre la corbeille")
    page.get_by_label("Ce que lit le public").fill("Je regarde :\n- en haut\n- en bas\n/// fini")
    page.get_by_label("Les mots à lire", exact=True).fill(
        "Regardez en bas. Lisez-moi le dernier mot."
    )
    page.get_by_role("button", name="Ajouter une question").first.click()
    ask = page.get_by_role("group", name="Question 1")
    ask.get_by_label("La question").fill("Lisez-vous le mot Corbeille ?")
    for rank, (answer, words) in enumerate((("Oui", "Très bien."), ("Non", "« Cherchons. »")), 1):
        reply = ask.get_by_role("group", name=f"Réponse {rank}")
        reply.get_by_label("La réponse").fill(answer)
        reply.get_by_label("Ce que l’on dit alors").fill(words)
    page.get_by_role("button", name="Ajouter un souci").click()
    trouble = page.get_by_role("group", name="Souci 1")
    trouble.get_by_label("La situation").fill("Je ne la vois pas")
    trouble.get_by_label("Les mots à lire au téléphone").fill("Prenez votre temps.")
    page.get_by_label("Ce que l’on demande de raconter").fill("Racontez-moi ce que vous ferez.")


def downloaded(page: Page) -> tuple[str, str]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger le fichier").click()
    file = waiting.value
    return file.suggested_filename, Path(file.path()).read_text(encoding="utf-8")


def draft(page: Page) -> dict[str, object]:
    kept = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    assert isinstance(kept, dict)
    return kept


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


@pytest.mark.parametrize("kept", ["{", "[]", '"a"', '{"version":0}', '{"version":1}', "null"])
def test_an_unreadable_draft_stops_nobody(browser: Browser, office: str, kept: str) -> None:
    with reading(browser, office) as contributor:
        contributor.opens("contribuer/")
        contributor.page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
        page = begins(contributor)
        page.get_by_label("Titre", exact=True).fill("Je range")
        assert draft(page)["version"] == 1


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


@pytest.mark.parametrize("base", ["office", "disk"])
def test_a_correction_starts_from_the_link_of_the_tutorial(
    browser: Browser, base: str, request: pytest.FixtureRequest
) -> None:
    published = SUSPECT_FILE.read_text(encoding="utf-8")
    with reading(browser, request.getfixturevalue(base)) as contributor:
        contributor.opens(f"tutoriels/{SUSPECT}/")
        contributor.follows("Proposer une correction", inside="footer")
        page = contributor.page
        field = page.get_by_label("Le texte de la fiche")
        assert field.input_value() == published
        page.get_by_role("button", name="Vérifier").click()
        links = page.locator(".fil-summary").get_by_role("link").all_inner_texts()
        assert any("rien n’est changé" in link for link in links)
        corrected = published.replace("Je prends mon temps.", "Je prends tout mon temps.")
        field.fill(corrected)
        page.get_by_label("Ce que je corrige, et pourquoi").fill("C’est plus clair.")
        assert page.locator(".fil-changes-count").inner_text() == "2 lignes en plus ou en moins"
        assert page.locator(".fil-come").inner_text().count("tout mon temps") == 1
        page.get_by_role("button", name="Vérifier").click()
        assert downloaded(page) == ("message-suspect.md", corrected)
        if base == "office":
            hub = page.get_by_role("link", name="Ouvrir sur GitHub")
            assert hub.get_attribute("href") == f"{HUB}/edit/main/docs/tutoriels/{SUSPECT}.md"
            mail = page.get_by_role("link", name="Envoyer par mail").get_attribute("href") or ""
            assert "tout mon temps" in unquote(mail)
            assert "C’est plus clair." in unquote(mail)
        page.reload()
        assert page.get_by_label("Le texte de la fiche").input_value() == corrected
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Tout effacer").click()
        assert page.get_by_label("Le texte de la fiche").input_value() == published


BROKEN = (
    ("niveau: 1\n", "", "il manque « niveau »"),
    ("niveau: 1\n", "niveaux: 1\n", "« niveaux » n’existe pas"),
    ("titre: Je", "titre: " + "Je " * 40, "trop long"),
    ("relu_le: 2026", "relu_le: 2999", "futur"),
    ("url: https:", "url: http:", "https://"),
    ("  SMS : je", "  www.a.fr SMS : je", "Retirez le lien"),
    ("\n/// dire\nLisez-moi le", "\n/// dir\nLisez-moi le", "le bloc « dir » n’existe pas"),
    ("sautez-le.\n///\n", "sautez-le.\n", "n’est pas refermé"),
    ("## Étapes", "## Étape", "la partie « Étape » n’existe pas"),
    ("### Je ne touche à rien", "###", "cette étape n’a pas de titre"),
    ("/// stop | De l’argent part en ce moment", "/// stop", "il manque, après « stop »"),
    ("Je regarde qui", "Je <b>regarde</b> qui", "balise HTML"),
)
"""What is written in the tutorial, what it becomes, and what is then said."""


def test_a_broken_correction_is_told_the_line(browser: Browser, office: str) -> None:
    text = SUSPECT_FILE.read_text(encoding="utf-8")
    with reading(browser, office) as contributor:
        contributor.opens(ADDRESS)
        for written, instead, problem in BROKEN:
            assert written in text
            broken = text.replace(written, instead, 1)
            found = contributor.page.evaluate("text => filPropose.checkFile(text)", broken)
            lines = [each["ligne"] for each in found if problem in each["probleme"]]
            assert lines, (problem, found)
            assert all(0 < line <= broken.count("\n") + 1 for line in lines)


def test_every_published_tutorial_is_a_sound_start(
    browser: Browser, office: str, told: Built
) -> None:
    files = {
        reference: (told.docs / "tutoriels" / f"{reference}.md").read_text(encoding="utf-8")
        for reference in told.tutorials
    }
    with reading(browser, office) as contributor:
        contributor.opens(ADDRESS)
        found = contributor.page.evaluate(
            "files => Object.keys(files).map(name => [name, filPropose.checkFile(files[name])])"
            ".filter(pair => pair[1].length)",
            files,
        )
        assert found == []


def test_the_same_screen_says_when_a_text_does_not_come(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        contributor.opens(f"{ADDRESS}?fiche=cyber-hygiene/inconnue")
        page = contributor.page
        page.get_by_text("n’est pas arrivé jusqu’ici").wait_for()
        assert page.get_by_role("button", name="Réessayer").is_visible()
        lost = [each for each in contributor.complaints if "cyber-hygiene/inconnue" in each]
        assert lost
        contributor.complaints.clear()


@pytest.mark.parametrize(
    "query", ["?fiche=//a.fr/x", "?fiche=../a/b", "?fiche=a", "?fiche=%3Cb%3E/a"]
)
def test_a_made_up_address_loads_nothing(browser: Browser, office: str, query: str) -> None:
    with reading(browser, office) as contributor:
        contributor.opens(ADDRESS + query)
        assert contributor.page.locator("script[src*='fiche.js']").count() == 0
        assert contributor.page.get_by_role("button", name="J’écris une nouvelle").is_visible()


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


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_has_nothing_to_say(browser: Browser, office: str, width: int) -> None:
    with reading(browser, office, width=width) as contributor:
        page = begins(contributor)
        states = {"empty": in_both_schemes(page)}
        page.get_by_role("button", name="Vérifier").click()
        states["errors"] = in_both_schemes(page)
        fills(page)
        page.get_by_text("Aperçu simple").click()
        page.get_by_role("button", name="Vérifier").click()
        page.get_by_text("Voir le texte du fichier").click()
        assert page.locator(".fil-preview-body").get_by_text("« Cherchons. »").is_visible()
        states["filled"] = in_both_schemes(page)
        wide = look(page, "overflowing")
        contributor.opens(f"{ADDRESS}?fiche={SUSPECT}")
        page.get_by_label("Le texte de la fiche").fill("---\nrien")
        page.get_by_role("button", name="Vérifier").click()
        states["correction"] = in_both_schemes(page)
        assert {state: wrong for state, wrong in states.items() if any(wrong.values())} == {}
        assert wide == []
        assert look(page, "overflowing") == []


def test_the_page_stays_light(told: Built) -> None:
    own = 0
    whole = len(gzip.compress((told.site / ADDRESS / "index.html").read_bytes()))
    page = told.page(ADDRESS)
    for element in (*page.all("script"), *page.all("link", rel="stylesheet")):
        address = element["src"] if element.tag == "script" else element["href"]
        weight = len(gzip.compress((told.site / ADDRESS / address).read_bytes()))
        whole += weight
        own += weight if "assets/propose." in address and element.tag == "script" else 0
    assert own <= 14_000
    assert whole <= 60_000
    elsewhere = told.html("contribuer/")
    assert "assets/propose" not in elsewhere
