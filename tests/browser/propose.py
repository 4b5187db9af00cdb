"""The page that proposes a tutorial, on the site of an organisation that reads what it is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from boutdufil.kinds.content import Content
from boutdufil.model.icons import ICONS
from boutdufil.pages.proposal import IMAGE, late_script, proposal_script
from boutdufil.publish.outlines import outlines
from tests.browser.scripts import empty_page
from tests.browser.story import Reader, served
from tests.site.builds import REPOSITORY, Built, build, copy_project
from tests.site.shared import Share

ADDRESS = "contribuer/proposer/"
SUSPECT = "cyber-hygiene/message-suspect"
SUSPECT_FILE = REPOSITORY / "docs" / "tutoriels" / f"{SUSPECT}.md"
KEY = "fil-proposition"
HUB = "https://github.com/exemple/fil"
CONTACT = "fiches@exemple.fr"
OPINIONS = "aide@exemple.fr"
TITLE = "Je vide ma corbeille : sans rien perdre"


@pytest.fixture(scope="session")
def told(share: Share) -> Built:
    """The real site of an organisation that says where its files are, and who reads them.

    It reads opinions too, and has no public address yet.
    """
    project = share("projet-a-soi", set_up)
    return Built(share("site-a-soi", lambda folder: build(project, folder)), project / "docs")


def set_up(project: Path) -> None:
    copy_project(project)
    settings = project / "mkdocs.yml"
    text = re.sub(r"(?m)^(?:repo_url|edit_uri|repo_name):.*\n", "", settings.read_text())
    text = re.sub(r"(?m)^  contact:.*$", f"  contact: {CONTACT}", text)
    text, times = re.subn(r'(?m)^  avis: ""$', f"  avis: {OPINIONS}", text)
    assert times == 1
    settings.write_text(f"{text}\nrepo_url: {HUB}/\nedit_uri: edit/main/docs/\n")


@pytest.fixture(scope="session")
def office(told: Built) -> Iterator[str]:
    with served(told.site) as address:
        yield address


@contextmanager
def form_scripts(browser: Browser, content: Content) -> Iterator[Page]:
    """Open an empty page with the scripts of the form, and what they know of ``content``."""
    outlined = late_script(outlines((*ICONS.values(), IMAGE)))
    tables = proposal_script(content) + outlined
    with empty_page(browser, "propose.js", "propose-late.js", tables=tables) as opened:
        yield opened


def begins(contributor: Reader) -> Page:
    contributor.opens(ADDRESS)
    contributor.page.get_by_role("button", name="J’écris une nouvelle fiche").click()
    expect(contributor.page.get_by_role("heading", name="Ma nouvelle fiche")).to_be_focused()
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
    page.get_by_role("button", name="Ajouter une question", exact=True).first.click()
    ask = page.get_by_role("group", name="Question 2")
    asks(ask, "Lisez-vous le mot “Corbeille” ?", "Ce mot est-il “Corbeille” ?")
    for rank, (answer, words) in enumerate((("Oui", "Très bien."), ("Non", "« Cherchons. »")), 1):
        answers(ask.get_by_role("group", name=f"Réponse {rank}"), answer, words)
    page.get_by_role("button", name="Ajouter un souci").click()
    trouble = page.get_by_role("group", name="Souci 1")
    trouble.get_by_label("La situation").fill("Je ne la vois pas")
    trouble.get_by_label("Les mots à lire au téléphone").fill("Prenez votre temps.")
    page.get_by_label("Ce que l’on demande de raconter").fill("Racontez-moi ce que vous ferez.")


def asks(group: Locator, question: str, otherwise: str) -> None:
    """Fill what is asked in a group; the first fields there are its own."""
    group.get_by_label("La question", exact=True).first.fill(question)
    group.get_by_label("La même question, avec d’autres mots").first.fill(otherwise)


def answers(group: Locator, answer: str, words: str, lead: str = "") -> None:
    """Fill an answer, and choose where it leads."""
    group.get_by_label("La réponse", exact=True).first.fill(answer)
    group.get_by_label("Ce que l’on dit alors").first.fill(words)
    if lead:
        group.get_by_label("Où cela mène").first.select_option(label=lead)


def pastes(field: Locator, text: str) -> None:
    """Put a long text in a field at once, as a paste does."""
    field.evaluate(
        """(field, text) => {
          field.focus();
          field.value = text;
          field.dispatchEvent(new Event('input', {bubbles: true}));
        }""",
        text,
    )


def downloaded(page: Page) -> tuple[str, str]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger le fichier").click()
    file = waiting.value
    return file.suggested_filename, Path(file.path()).read_text(encoding="utf-8")


def draft(page: Page) -> dict[str, object]:
    kept = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    assert isinstance(kept, dict)
    return kept
