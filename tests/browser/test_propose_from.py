"""One starts from a tutorial: its text becomes what one would have typed in the form."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from boutdufil.kinds.tutorial.reading import read_tutorial
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import has_errors
from boutdufil.model.script import plain
from boutdufil.thread.weave import weave
from tests.browser.access import look
from tests.browser.propose import ADDRESS, SUSPECT_FILE, begins, downloaded, draft, form_scripts
from tests.browser.story import WIDTHS, reading
from tests.browser.test_axe import at_both_widths
from tests.drawing import ROOT
from tests.published import published_content

TODAY = date.today()
TUTORIALS = sorted((ROOT / "docs" / "tutoriels").rglob("*.md"))
HELD = 0.9
"""The part of what is said and asked that boxes hold; the rest is kept as it was written."""


@dataclass(frozen=True)
class Opened:
    """What the form makes of a file: what it says, what it keeps, what is wrong, what it writes."""

    kept: int
    parts: int
    left: list[str]
    problems: list[object]
    written: str
    theme: str


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with the scripts of the form, and the library of our gestures."""
    with form_scripts(browser, published_content()) as opened_page:
        yield opened_page


def opened(page: Page, text: str, reference: str) -> Opened | None:
    found = page.evaluate(
        """([text, reference]) => {
          const found = filLate.opened(text, reference);
          if (!found) return null;
          const answers = {...found.answers, titre: 'Je recommence'};
          const steps = [...answers.etapes, {fil: answers.comprendre, soucis: [], arrets: []}];
          const parts = steps.flatMap(step => [...step.fil, ...step.soucis, ...step.arrets]);
          return {
            kept: parts.filter(part => part.sorte === 'brut').length, parts: parts.length,
            left: found.left, problems: filPropose.check(answers),
            written: filPropose.write(answers), theme: answers.theme,
          };
        }""",
        [text, reference],
    )
    return Opened(**found) if found else None


def said(tutorial: Tutorial) -> Counter[tuple[object, ...]]:
    """Return all that a call says, asks and answers, whatever its order within a step.

    What leads elsewhere is named again by the form: « étape 4 », « fiche 102 ».
    """
    graph = weave(tutorial.script)
    words: Counter[tuple[object, ...]] = Counter(
        (node.step, node.kind, node.gesture or plain(node.html), node.condition.devices)
        for node in graph.nodes
    )
    words.update(
        (
            *(node.step, plain(reply.label) if reply.words else "", plain(reply.words)),
            *(bool(reply.lead.node), reply.lead.tutorial, reply.lead.step),
        )
        for node in graph.nodes
        for reply in node.replies
    )
    words.update(
        (
            *(rescue.step, plain(rescue.situation), plain(rescue.words), rescue.is_stop),
            *(bool(rescue.lead.node), rescue.lead.tutorial, rescue.lead.step),
        )
        for rescue in graph.rescues
    )
    return words


def test_our_tutorials_come_in_the_form_and_say_the_same_when_they_leave(
    page: Page, reader: Reader
) -> None:
    kept = parts = 0
    left = []
    for file in TUTORIALS:
        text = file.read_text(encoding="utf-8")
        reference = f"{file.parent.name}/{file.stem}"
        found = opened(page, text, reference)
        assert found is not None, reference
        assert found.problems == [], reference
        kept += found.kept
        parts += found.parts
        left += found.left
        path = f"tutoriels/{found.theme}/essai.md"
        again = read_tutorial(found.written.encode(), path, reader, TODAY)
        first = read_tutorial(text.encode(), f"tutoriels/{reference}.md", reader, TODAY)
        assert not has_errors(again.findings), (reference, again.findings)
        assert again.tutorial is not None
        assert first.tutorial is not None
        missing = said(first.tutorial) - said(again.tutorial)
        assert missing == Counter(), (reference, missing)
        assert said(again.tutorial) - said(first.tutorial) == Counter(), reference
    assert kept < parts * (1 - HELD), (kept, parts)
    assert len(left) <= 1, left


@pytest.mark.parametrize("text", ["", "Un mot", "---\ntitre: Je lis\n---\n\nUn mot.\n", "# Rien\n"])
def test_what_is_no_tutorial_is_refused(page: Page, text: str) -> None:
    assert opened(page, text, "") is None


def test_one_starts_from_a_tutorial_of_the_site(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        contributor.opens(ADDRESS)
        page = contributor.page
        search = page.get_by_label("Je pars d’une fiche du site")
        search.fill("message suspect")
        found = page.locator(".fil-from").get_by_role("button", name="101 : ")
        expect(found).to_be_visible()
        wrong = at_both_widths(page)
        assert not any(wrong.values()), wrong
        found.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Ma nouvelle fiche")).to_be_focused()
        told = page.locator(".fil-propose-said")
        expect(told).to_contain_text("donner un autre titre")
        assert re.search(r"Ne sont pas repris\s: numero, titre, .*relu_le\.", told.inner_text())
        assert page.get_by_label("Titre", exact=True).input_value() == ""
        steps = page.get_by_label("Titre de l’étape")
        assert steps.first.input_value() == "Je ne touche à rien"
        expect(page.locator(".fil-screen-place figure").first).to_be_visible()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert look(page, "overflowing") == []
        page.get_by_label("Titre", exact=True).fill("Je relis un message")
        page.get_by_role("button", name="Vérifier").click()
        assert page.locator(".fil-summary li").all_inner_texts() == []
        name, text = downloaded(page)
    assert name == "je-relis-un-message.md"
    assert "numero: 101\n" not in text
    assert "    nom: qui-ecrit\n" in text


def test_a_file_of_ones_own_is_opened_and_a_draft_is_not_lost_by_it(
    browser: Browser, office: str, tmp_path: Path
) -> None:
    nothing = tmp_path / "liste.md"
    nothing.write_text("du pain\n", encoding="utf-8")
    with reading(browser, office) as contributor:
        page = begins(contributor)
        page.get_by_label("Titre", exact=True).fill("Je range")
        page.reload()
        asked = page.get_by_label("Je pars d’un fichier de cet appareil")
        asked.set_input_files(nothing)
        told = page.locator(".fil-propose-said")
        expect(told).to_contain_text("n’est pas une fiche")
        page.once("dialog", lambda dialog: dialog.dismiss())
        asked.set_input_files(SUSPECT_FILE)
        page.wait_for_timeout(300)
        kept = draft(page)["nouvelle"]
        assert isinstance(kept, dict)
        assert kept["titre"] == "Je range"
        page.reload()
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_label("Je pars d’un fichier de cet appareil").set_input_files(SUSPECT_FILE)
        expect(page.get_by_role("heading", name="Ma nouvelle fiche")).to_be_focused()
        assert "Je ne touche à rien" in json.dumps(draft(page), ensure_ascii=False)


def test_an_answer_leads_to_a_tutorial_that_one_finds_by_its_title(
    browser: Browser, office: str
) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        page.get_by_role("button", name="Ajouter une question", exact=True).first.click()
        lead = page.get_by_label("Où cela mène").first
        lead.select_option(label="Une autre fiche, par son numéro ou son titre")
        words = page.get_by_label("Le numéro de la fiche, ou des mots de son titre").first
        words.fill("message suspect")
        page.get_by_role("button", name="101 : ").click()
        expect(words).to_be_focused()
        told = page.get_by_text("C’est la fiche «").first.bounding_box()
        assert told is not None
        assert min(told["width"], told["height"]) > 20, "it is read, and not only heard"
        assert words.input_value() == "101"
        kept = json.dumps(draft(page))
        assert "fiche:101:cyber-hygiene/message-suspect" in kept
