"""Words for one device, places that have a name, and where a trouble or a success leads."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.propose import answers, asks, begins, downloaded, fills
from tests.browser.story import reading
from tests.browser.test_propose_call import adds


def test_words_for_one_device_leave_another_without_a_word_and_it_is_told(
    browser: Browser, office: str
) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        fills(page)
        identity = page.locator('[data-champ="appareils"]').first
        for device in ("iPhone", "Mac", "Tablette"):
            identity.get_by_label(device, exact=True).check()
        adds(page, "Ajouter une étape")
        step = page.get_by_role("group", name="Étape 2", exact=True)
        step.get_by_label("Titre de l’étape").fill("Je regarde en bas")
        title = step.locator('[data-champ="titre"] .fil-advice')
        step.get_by_label("Titre de l’étape").press("Tab")
        expect(title).to_contain_text("n’a encore rien à lire à voix haute")
        said = step.get_by_role("group", name="Paroles 1")
        said.get_by_label("Les mots à lire", exact=True).fill("Regardez tout en bas.")
        said.get_by_label("iPhone", exact=True).check()
        expect(title).to_contain_text("sur ces appareils, cette étape n’a rien à lire")
        assert title.inner_text().endswith("Mac."), "a tablet shows what an iPhone says"
        adds(step, "Ajouter un texte pour le public")
        read = step.get_by_role("group", name="Texte pour le public 2")
        read.get_by_label("Ce que lit le public").fill("Le bouton est en bas.")
        read.get_by_label("iPhone", exact=True).check()
        adds(step, "Ajouter des paroles")
        other = step.get_by_role("group", name="Paroles 3")
        other.get_by_label("Les mots à lire", exact=True).fill("Regardez à droite.")
        other.get_by_label("Ordinateur", exact=True).check()
        expect(step.locator('[data-champ="titre"] .fil-wrong')).to_be_hidden()
        page.get_by_role("button", name="Vérifier").click()
        assert page.locator(".fil-summary li").all_inner_texts() == []
        _name, text = downloaded(page)
    assert "/// appareil | iphone\nLe bouton est en bas.\n///\n" in text
    assert "/// dire | iphone\nRegardez tout en bas.\n///\n" in text


def test_a_trouble_and_a_success_lead_where_an_answer_does(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        fills(page)
        adds(page, "Ajouter une preuve")
        proof = page.get_by_role("group", name="Preuve 3")
        asks(proof, "Quel mot est écrit en haut ?", "Que lisez-vous tout en haut ?")
        proof.get_by_label("La réponse quand c’est réussi").fill("« Corbeille »")
        proof.get_by_label("Où cela mène").first.select_option(label="La fin de l’appel")
        answers(proof.get_by_role("group", name="Réparation 1"), "Rien", "Appuyez encore.")
        trouble = page.get_by_role("group", name="Souci 1")
        trouble.get_by_label("Où cela mène").select_option(label="Étape 1 : J’ouvre la corbeille")
        adds(trouble, "Nommer cet endroit")
        name = trouble.get_by_label("Le nom de cet endroit")
        expect(name).to_be_focused()
        name.fill("Pas Vue")
        page.get_by_role("button", name="Vérifier").click()
        expect(page.locator(".fil-summary li")).to_have_count(1)
        name.fill("pas-vue")
        page.get_by_role("button", name="Vérifier").click()
        assert page.locator(".fil-summary li").all_inner_texts() == []
        _file, text = downloaded(page)
    assert "- **« Corbeille »** : [fin de l’appel](fin:)\n- **Rien** : « Appuyez" in text
    assert "/// sinon | Je ne la vois pas\n    nom: pas-vue\n" in text
    assert "« Prenez votre temps. » [étape 1](#etape-1)\n///\n" in text
