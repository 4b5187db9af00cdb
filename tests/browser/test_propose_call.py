"""Someone who never wrote a script gives the form the thread of a call, part by part."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from boutdufil.edge.cli import main
from tests.browser.access import look
from tests.browser.propose import (
    ADDRESS,
    KEY,
    SUSPECT,
    answers,
    asks,
    begins,
    downloaded,
    draft,
    fills,
)
from tests.browser.story import reading
from tests.browser.test_axe import at_both_widths
from tests.site.builds import REPOSITORY

OTHER = "Une autre fiche, par son numéro ou son titre"
THREAD = """/// depart | Je suis devant mon téléphone
« Prenez votre téléphone. »

[j’ouvre les réglages](geste:ouvrir-les-reglages)
///

/// autrement
Avez-vous le téléphone en main ?
///

/// dire
Appuyez sur le dessin d’une poubelle.
///

/// preuve | Quel mot est écrit en haut ?
- **« Corbeille »** : « Parfait. »
- **Rien n’a bougé** : « Appuyez encore une fois. »
    - *Et maintenant ?*
    - *Que lisez-vous, à présent ?*
    - **Corbeille** : « Parfait. » [étape 2](#etape-2)
    - **Toujours rien** :
        - *L’écran est-il noir ?*
        - *Y a-t-il de la lumière ?*
        - **Oui** : [fin de l’appel](fin:)
        - **Non** : « On regarde ensemble. » [fiche 101](../cyber-hygiene/message-suspect.md)
///

/// autrement
Que lisez-vous tout en haut ?
///

[Comment j’ouvre les réglages](geste:ouvrir-les-reglages)
"""


def adds(place: Page | Locator, button: str) -> None:
    place.get_by_role("button", name=button, exact=True).first.click()


def gives_the_thread(page: Page) -> None:
    """Answer for a step that begins somewhere, proves a gesture, and repairs it twice."""
    adds(page, "Ajouter une étape")
    second = page.get_by_role("group", name="Étape 2", exact=True)
    second.get_by_label("Titre de l’étape").fill("Je finis")
    second.get_by_label("Les mots à lire", exact=True).fill("C’est fini. Bravo.")
    adds(page, "Ajouter une étape")
    step = page.get_by_role("group", name="Étape 3", exact=True)
    step.get_by_label("Titre de l’étape").fill("Je vide la corbeille")
    for _time in range(2):
        adds(step, "Monter : étape 3") if not _time else adds(page, "Monter : étape 2")
    step = page.get_by_role("group", name="Étape 1", exact=True)
    adds(step, "Ajouter ce qui est devant les yeux au départ")
    start = step.get_by_role("group", name="Ce qui est devant les yeux").last
    start.get_by_label("Ce que la personne a devant elle").fill("Je suis devant mon téléphone")
    start.get_by_label("Sinon, ce que l’on dit pour y arriver").fill("Prenez votre téléphone.")
    start.get_by_label("Sinon, le geste qui y mène").select_option(label="J’ouvre les réglages")
    adds(start, "Ajouter d’autres mots")
    start.get_by_label("La même chose, avec d’autres mots").fill("Avez-vous le téléphone en main ?")
    said = step.get_by_role("group", name="Paroles 1")
    said.get_by_label("Les mots à lire", exact=True).fill("Appuyez sur le dessin d’une poubelle.")
    adds(step, "Ajouter une preuve")
    proof = step.get_by_role("group", name="Preuve 2")
    asks(proof, "Quel mot est écrit en haut ?", "Que lisez-vous tout en haut ?")
    proof.get_by_label("La réponse quand c’est réussi").fill("« Corbeille »")
    proof.get_by_label("Ce que l’on dit alors").first.fill("Parfait.")
    repair = proof.get_by_role("group", name="Réparation 1")
    answers(repair, "Rien n’a bougé", "Appuyez encore une fois.")
    adds(repair, "Ajouter une question qui suit")
    follow = repair.get_by_role("group", name="Question qui suit").nth(1)
    asks(follow, "Et maintenant ?", "Que lisez-vous, à présent ?")
    replies = follow.get_by_role("group", name="Réponse 1").first
    answers(replies, "Corbeille", "Parfait.", "Étape 2 : J’ouvre la corbeille")
    nothing = follow.get_by_role("group", name="Réponse 2").first
    answers(nothing, "Toujours rien", "")
    adds(nothing, "Ajouter une question qui suit")
    deeper = nothing.get_by_role("group", name="Question qui suit").nth(1)
    asks(deeper, "L’écran est-il noir ?", "Y a-t-il de la lumière ?")
    answers(deeper.get_by_role("group", name="Réponse 1").first, "Oui", "", "La fin de l’appel")
    other = deeper.get_by_role("group", name="Réponse 2").first
    answers(other, "Non", "On regarde ensemble.", OTHER)
    other.get_by_label("Le numéro de la fiche").fill("101")
    expect(other.get_by_text("C’est la fiche « ")).to_be_visible()
    adds(step, "Appeler un geste")
    called = step.get_by_role("group", name="Geste 3")
    called.get_by_label("Le geste de la bibliothèque").select_option(label="J’ouvre les réglages")


def test_the_thread_of_a_call_from_an_empty_form_to_a_file_that_passes(
    browser: Browser, office: str, tmp_path: Path
) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        fills(page)
        gives_the_thread(page)
        page.reload()
        page.get_by_role("button", name="Reprendre mon brouillon").click()
        page.get_by_role("button", name="Vérifier").click()
        assert page.locator(".fil-summary li").all_inner_texts() == []
        name, text = downloaded(page)
        assert THREAD in text
        page.get_by_text("Aperçu du fichier").click()
        written = page.locator(".fil-preview-file pre")
        expect(written).not_to_be_empty()
        assert written.text_content() == text
        page.get_by_text("Aperçu simple").click()
        drawn = page.locator(".fil-preview-body")
        expect(drawn.get_by_text("« On regarde ensemble. » → fiche 101")).to_be_visible()
        wrong = at_both_widths(page)
        assert not any(wrong.values()), wrong
        page.set_viewport_size({"width": 360, "height": 780})
        assert look(page, "overflowing") == []
        boxes = [each.bounding_box() for each in page.locator("main input:visible").all()]
        typed_in = [box["width"] for box in boxes if box and box["width"] > 40]
        assert min(typed_in) > 180, "the deepest answer can be read as it is typed"
    docs = tmp_path / "docs"
    shutil.copytree(REPOSITORY / "docs", docs)
    target = docs / "tutoriels" / "cyber-hygiene" / name
    target.write_text(text, encoding="utf-8")
    assert main(["--contenu", str(docs), "verifier", str(target)]) == 0


def test_an_answer_follows_the_step_that_it_leads_to(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        adds(page, "Ajouter une étape")
        titles = page.get_by_label("Titre de l’étape")
        titles.nth(0).fill("Je commence")
        titles.nth(1).fill("Je finis")
        adds(page, "Ajouter une question")
        lead = page.get_by_label("Où cela mène").first
        lead.select_option(label="Étape 2 : Je finis")
        titles.nth(1).fill("Je termine")
        titles.nth(1).press("Tab")
        assert lead.locator("option:checked").inner_text() == "Étape 2 : Je termine"
        page.get_by_role("button", name="Monter : étape 2").click()
        assert lead.locator("option:checked").inner_text() == "Étape 1 : Je termine"
        page.get_by_role("button", name="Retirer : étape 1").click()
        assert lead.locator("option:checked").inner_text() == "Une étape retirée"
        page.get_by_role("button", name="Vérifier").click()
        told = page.locator(".fil-summary").get_by_role("link", name="Où cela mène : ")
        assert "Cette étape n’est plus là" in told.first.inner_text()
        page.get_by_role("button", name="Remettre").click()
        assert lead.locator("option:checked").inner_text() == "Étape 1 : Je termine"


def test_a_number_that_no_tutorial_has_is_said_at_once(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        adds(page, "Ajouter une question")
        page.get_by_label("Où cela mène").first.select_option(label=OTHER)
        number = page.get_by_label("Le numéro de la fiche").first
        number.fill("999")
        expect(page.get_by_text("Aucune fiche ne porte ce numéro.")).to_be_visible()
        number.fill("0101")
        expect(page.get_by_text("C’est la fiche « ")).to_be_visible()
        kept = draft(page)["nouvelle"]
        assert f"'vers': 'fiche:0101:{SUSPECT}'" in str(kept)
        page.get_by_label("Où cela mène").first.select_option(label="La fin de l’appel")
        assert not number.is_visible()


def test_what_would_trouble_a_call_is_advised_as_one_writes(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        words = page.get_by_label("Les mots à lire", exact=True).first
        advice = page.locator(".fil-advice:visible")
        words.fill("Appuyez sur la roue.")
        assert advice.count() == 0, "nothing is said while one writes"
        button = page.get_by_role("button", name="Ajouter une étape")
        button.hover()
        page.mouse.down()
        page.wait_for_timeout(500)
        assert advice.count() == 0, "nothing moves under a finger"
        page.mouse.up()
        expect(page.get_by_role("group", name="Étape 2", exact=True)).to_be_visible()
        expect(advice).to_contain_text("Ajoutez une preuve")
        assert words.get_attribute("aria-invalid") is None
        adds(page, "Ajouter une preuve")
        expect(advice).to_have_count(0)
        proof = page.get_by_role("group", name="Preuve 2")
        proof.get_by_label("La question", exact=True).fill("Est-ce ouvert ? Que lisez-vous ?")
        proof.get_by_label("La question", exact=True).press("Tab")
        expect(advice).to_have_count(2)
        told = " ".join(advice.all_inner_texts())
        assert "une seule question à la fois" in told
        assert "avec d’autres mots" in told
        page.get_by_role("button", name="Vérifier").click()
        assert page.locator(".fil-summary").is_visible()
        asked = proof.get_by_label("La question", exact=True)
        assert asked.get_attribute("aria-invalid") is None, "advice stops nobody"


def test_what_is_advised_stays_while_the_finger_that_leaves_it_is_down(
    browser: Browser, office: str
) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        page.get_by_label("Titre de l’étape").fill("J’ouvre la corbeille")
        words = page.get_by_label("Les mots à lire", exact=True).first
        words.fill("Regardez en bas. Lisez-moi le dernier mot.")
        advice = page.locator(".fil-advice:visible")
        expect(advice.first).to_be_visible()
        button = page.get_by_role("button", name="Ajouter une question", exact=True).first
        button.hover()
        before = button.bounding_box()
        page.mouse.down()
        assert button.bounding_box() == before, "it would be missed"
        page.mouse.up()
        expect(page.get_by_role("group", name="Question 2")).to_be_visible()


def test_questions_within_answers_stop_where_nobody_follows_any_more(
    browser: Browser, office: str
) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        adds(page, "Ajouter une question")
        for depth in range(1, 4):
            follow = page.get_by_role("button", name="Ajouter une question qui suit").first
            follow.focus()
            page.keyboard.press("Enter")
            assert page.locator('[data-liste="suite"] > .fil-items > .fil-item').count() == depth
            focused = page.locator(":focus")
            assert (
                focused.evaluate("each => each.closest('[data-champ]').dataset.champ") == "question"
            )
        deepest = page.locator(
            '[data-liste="suite"] [data-liste="suite"] [data-liste="suite"]'
        ).first
        assert deepest.get_by_role("button", name="Ajouter une question qui suit").count() == 0
        page.get_by_role("button", name="Retirer : question qui suit").last.click()
        expect(
            page.get_by_role("button", name="Ajouter une question qui suit").first
        ).to_be_visible()


OLD = {
    "titre": "Je range",
    "etapes": [
        {
            "titre": "J’ouvre",
            "texte": "J’ouvre.",
            "dires": [{"texte": "Regardez.", "appareils": ["android"]}],
            "autrement": "Voyez.",
            "demandes": [
                {"question": "Que lisez-vous ?", "reponses": [{"reponse": "Oui", "mots": "Bien."}]}
            ],
        }
    ],
}


def test_a_draft_of_before_the_thread_is_not_lost(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        contributor.opens(ADDRESS)
        page = contributor.page
        page.evaluate(
            "([key, old]) => localStorage.setItem(key,"
            " JSON.stringify({ version: 1, nouvelle: old, corrections: {} }))",
            [KEY, OLD],
        )
        page.reload()
        page.get_by_role("button", name="Reprendre mon brouillon : Je range").click()
        assert page.get_by_label("Les mots à lire", exact=True).input_value() == "Regardez."
        assert page.get_by_label("La même chose, avec d’autres mots").input_value() == "Voyez."
        ask = page.get_by_role("group", name="Question 2")
        assert ask.get_by_label("La question", exact=True).input_value() == "Que lisez-vous ?"
        assert ask.get_by_label("Ce que l’on dit alors").input_value() == "Bien."
