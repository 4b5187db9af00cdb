"""Someone corrects a published tutorial from its page, and is told the line of what is wrong."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.propose import (
    ADDRESS,
    HUB,
    SUSPECT,
    SUSPECT_FILE,
    downloaded,
    pastes,
)
from tests.browser.story import reading
from tests.site.builds import Built


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
        pastes(field, corrected)
        page.get_by_label("Ce que je corrige, et pourquoi").fill("C’est plus clair.")
        count = page.locator(".fil-changes-count")
        expect(count).to_have_text("2 lignes en plus ou en moins")
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
    ("  SMS faux", "  www.a.fr SMS faux", "Retirez le lien"),
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
