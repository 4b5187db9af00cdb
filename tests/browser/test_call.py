"""A mediator holds a call at the desk that follows its thread, and nothing of it stays."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.desk import CLICKED, DEPANNAGE, LARGER_TEXT, SUSPECT, Desk
from tests.browser.story import reading


def opening_is_held(desk: Desk) -> None:
    """« Commencer l’appel », then the opening, on a computer of one's own."""
    desk.tabs_to(".fil-start")
    desk.presses("Enter")
    expect(desk.page.locator(".fil-now-words")).to_contain_text("Qu’est-ce qui vous arrive")
    assert desk.cue == "Demandez · Ouvrir l’appel"
    desk.azerty("1", "1", "1")
    assert "celui que vous tenez" in desk.said
    desk.azerty("2", "3", "1")
    assert desk.device == "windows"
    assert desk.situations == ["autre-appareil"]
    desk.presses("Enter")
    desk.azerty("4")
    assert "Que voulez-vous faire" in desk.said
    desk.presses("Enter")
    assert "Que voulez-vous faire" in desk.said, "nothing is below: it has to be answered"
    desk.azerty("1")
    assert desk.node == "fin"
    desk.azerty("1")
    assert (desk.node, desk.cue) == ("1a", "Dites")


def test_a_whole_call_by_the_keys_of_a_french_keyboard(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(DEPANNAGE)
        opening_is_held(desk)

        # A proof that fails twice: the desk offers another way, or someone else.
        desk.presses("Enter")
        desk.azerty("3")
        proof = desk.node
        assert desk.cue == "La preuve"
        desk.azerty("2")
        assert desk.node == proof
        assert "Laissez ensuite sonner" in desk.said
        assert not desk.page.locator(".fil-hint").is_visible()
        desk.azerty("2")
        assert "orientez" in desk.page.locator(".fil-hint").inner_text()
        desk.azerty("1")
        desk.azerty("2")
        assert desk.page.locator(".fil-outline [aria-current]").inner_text() == (
            "Je ferme la page qui bloque l’écran"
        )

        # A gesture is done in its place, then the thread goes on.
        desk.azerty("1")
        assert "Je ferme une page" in desk.cue
        desk.presses("u")
        assert "Qu’est-ce qui vous arrive" in desk.said
        desk.presses("u")
        assert "Je ferme une page" in desk.cue, "back where one was"
        for _ in range(12):
            if "Je ferme une page" not in desk.cue:
                break
            desk.azerty("1") if desk.replies else desk.presses("Enter")
        assert desk.cue == "La preuve"
        assert "Retrouvez-vous votre écran" in desk.said

        # A reload in the middle, and notes, which stay.
        desk.page.locator("#notes").focus()
        desk.page.keyboard.type("sa fille passe ce soir 1")
        desk.presses("Escape")
        here = (desk.node, desk.said)
        desk.page.reload()
        desk.page.locator(".fil-desk[data-noeud]").wait_for()
        assert (desk.node, desk.said) == here
        assert desk.page.locator("#notes").input_value() == "sa fille passe ce soir 1"

        # Back, ten things; then on again.
        met = [here]
        for _ in range(10):
            desk.presses("ArrowLeft")
            met.append((desk.node, desk.said))
        assert len(set(met)) >= 9
        assert "Je ferme une page" not in desk.cue

        # The end: the recap, a meeting, one's own register; then nothing is kept.
        desk.presses("/")
        desk.page.keyboard.type("fermer l’appel")
        desk.presses("Enter")
        assert desk.cue == "Demandez · Fermer l’appel"
        desk.tabs_to(".fil-end")
        desk.presses("Enter")
        message = desk.page.locator("#recap-texte")
        assert "Fiche 107." in message.input_value()
        desk.page.locator("#recap-rdv").fill("jeudi à 10 heures")
        assert "Rendez-vous : jeudi à 10 heures." in message.input_value()
        desk.page.locator("#registre-issue").select_option("orienté")
        line = desk.page.locator("#registre-ligne").inner_text()
        assert "1 min" in line
        assert line.endswith("107\u00a0; orienté")
        assert desk.kept() != {}
        desk.tabs_to(".fil-finish")
        desk.presses("Enter")
        assert desk.kept() == {}
        assert "tout est effacé" in desk.page.locator(".fil-ended").inner_text()
        desk.page.reload()
        assert desk.kept() == {}


def test_back_one_thing_crosses_tutorials(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(SUSPECT)
        desk.presses("u")
        desk.has_guides()
        expect(desk.page.locator(".fil-now-words")).to_contain_text("Qu’est-ce qui vous arrive")
        desk.azerty("2")
        desk.page.wait_for_url(f"**/{CLICKED}**")
        desk.page.locator(".fil-desk[data-noeud]").wait_for()
        assert desk.said.startswith("Ne payez plus rien"), "its words come along"
        desk.presses("ArrowLeft")
        desk.page.wait_for_url(f"**/{SUSPECT}**")
        desk.page.locator(".fil-desk[data-noeud]").wait_for()
        expect(desk.page.locator(".fil-now-words")).to_contain_text("Qu’est-ce qui vous arrive")
        desk.presses("ArrowLeft")
        assert desk.node == "1a"
        assert desk.page.locator(".fil-return").is_hidden()


def test_an_unexpected_answer_comes_back_to_the_question(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(DEPANNAGE)
        desk.presses("Enter")
        desk.has_guides()
        question = desk.said
        desk.presses("a")
        otherwise = desk.said
        desk.presses("a")
        common = desk.page.locator("[data-reponse-commune]:visible")
        assert [each.get_attribute("aria-keyshortcuts") for each in common.all()] == [*"qvlmp"]
        desk.presses("q")
        assert desk.node == "1b"
        assert question in desk.said
        assert desk.said.endswith(otherwise.removeprefix(question)), "it is asked otherwise at once"
        desk.presses("v")
        assert desk.cue == "Demandez · Réponse imprévue"
        desk.azerty("1")
        assert desk.node == "1b"


def test_a_gesture_that_is_done_comes_back_to_the_call(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(f"{LARGER_TEXT}#n-3c")
        desk.page.get_by_role("button", name="Appareil ?").click()
        desk.page.get_by_role("region", name="Cet appel").get_by_label("Android").check()
        desk.presses("Escape")
        desk.has_guides()
        desk.azerty("2")
        assert "Posez un doigt tout en haut" in desk.said
        desk.presses("ArrowRight")
        desk.azerty("1", "1")
        assert desk.node == "3c", "its end is not that of the call"


def test_a_trouble_is_read_then_one_comes_back(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(DEPANNAGE)
        desk.page.get_by_role("button", name="Est-ce vraiment Microsoft").click()
        assert "prendre un nom" in desk.said
        assert "La personne dit" in desk.cue
        desk.presses("Enter")
        assert desk.node == "1a"
        # A stop leads where it says.
        desk.page.get_by_role("button", name="Stop : J’ai payé, ou donné ma carte").click()
        assert "de votre argent" in desk.said
        desk.presses("Enter")
        assert "Un inconnu a-t-il pu voir" in desk.said


def test_what_is_learnt_filters_and_can_be_taken_back(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(SUSPECT)
        desk.page.get_by_role("button", name="Appareil ?").click()
        card = desk.page.get_by_role("region", name="Cet appel")
        card.get_by_label("iPhone").check()
        card.get_by_label("Appareil en langue étrangère").check()
        desk.presses("Escape")
        assert (desk.device, desk.situations) == ("iphone", ["appareil-en-anglais"])
        desk.has_guides()
        foreign = desk.page.evaluate("() => filDesk.say('Touchez “Répondre”.', filDesk.now())")
        assert foreign == "Touchez “Répondre” (Reply)."
        label = desk.page.evaluate("() => filDesk.say('« Objet », puis un « a »', filDesk.now())")
        assert "(Subject), puis un" in label
        assert label.endswith("»"), "a letter that is quoted is no word of a screen"
        verb = desk.page.evaluate("() => filDesk.say('{Appuyez|Cliquez} là.', filDesk.now())")
        assert verb == "Appuyez là."
        desk.page.get_by_role("button", name="Appareil en langue étrangère : retirer").click()
        assert desk.situations == []
        desk.page.reload()
        assert desk.device == "iphone"


def test_the_command_line_finds_what_is_not_on_the_screen(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(SUSPECT)
        for typed, cue in {
            "silence": "Dites · Phrase de secours",
            "faire capture": "Dites · Je photographie mon écran",
            "etape regarde": "Demandez",
        }.items():
            desk.presses("/")
            desk.has_guides()
            desk.page.keyboard.type(typed)
            expect(desk.page.get_by_role("option").first).to_be_visible()
            desk.presses("Enter")
            assert desk.cue == cue
        assert desk.page.locator(".fil-outline [aria-current]").inner_text() == (
            "Je regarde qui m’écrit"
        )
        # Another tutorial comes from the search of the site.
        desk.presses("/")
        desk.page.keyboard.type("faux depannage")
        option = desk.page.get_by_role("option", name="Fiche 107")
        expect(option).to_be_visible()
        option.click()
        desk.page.wait_for_url(f"**/{DEPANNAGE}**")


def test_a_code_opens_the_very_place(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(SUSPECT)
        for code in ("107·1·e", "107 1 e", "1071e"):
            desk.presses("/")
            desk.has_guides()
            desk.page.keyboard.type(code)
            desk.presses("Enter")
            desk.page.wait_for_url(f"**/{DEPANNAGE}#n-1e")
            desk.page.locator(".fil-desk[data-noeud='1e']").wait_for()
            assert desk.page.locator(".fil-code").inner_text() == "107·1·e"
            desk.opens(SUSPECT)
        # The search box of the site knows them too.
        mediator.opens("mediateurs/")
        desk.page.locator("#chercher").fill("107·1·e")
        desk.page.locator("#chercher").press("Enter")
        desk.page.wait_for_url(f"**/{DEPANNAGE}#n-1e")


def test_from_the_words_of_a_caller_to_the_first_right_sentence(
    browser: Browser, host: str
) -> None:
    """« On m’a volé mon compte »: fifteen keys at most."""
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        mediator.opens("mediateurs/")
        keys = 0
        for key in "vole compte":
            desk.page.keyboard.press("Space" if key == " " else key)
            keys += 1
        # What was found for « vole » is still there when « compte » is typed.
        expect(desk.page.get_by_role("option").first).to_contain_text("106")
        expect(desk.page.locator(".fil-found-said")).to_contain_text("réponse")
        desk.presses("ArrowDown", "Enter")
        keys += 2
        desk.page.wait_for_url("**/telephone/**")
        desk.page.locator(".fil-desk[data-noeud]").wait_for()
        assert keys <= 15
        assert desk.said
        assert "compte-pirate" in desk.page.url


def test_a_sentence_that_did_not_work_is_told_at_the_end(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(SUSPECT)
        sentence = desk.said
        desk.presses("x")
        expect(desk.page.locator(".fil-hint")).to_contain_text("mot pour mot")
        desk.page.get_by_role("button", name="Terminer…").click()
        assert sentence[:20] in " ".join(desk.page.locator(".fil-marks").inner_text().split())
        proposal = desk.page.get_by_role("link", name="Les proposer")
        assert "contribuer/proposer/?fiche=" in (proposal.get_attribute("href") or "")


@pytest.mark.parametrize("missing", ["french", "guides", "desk", "site", "search", "head", "live"])
def test_the_end_erases_everything_whatever_is_missing(
    browser: Browser, host: str, missing: str
) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.page.route(f"**/assets/{missing}*.js", lambda route: route.abort())
        desk.opens(SUSPECT)
        desk.page.locator("#notes").fill("Mme Martin")
        desk.page.locator(".fil-onward").click()
        assert "Mme Martin" in desk.kept()["fil-appel"]
        desk.page.get_by_role("button", name="Terminer…").click()
        desk.page.get_by_role("button", name="Terminer : tout effacer").click()
        assert desk.kept() == {}
        mediator.complaints.clear()


def test_what_is_left_of_a_call_is_erased_without_the_desk(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(SUSPECT)
        desk.page.locator("#notes").fill("Mme Martin")
        desk.page.route("**/assets/phone*.js", lambda route: route.abort())
        desk.page.reload()
        desk.page.get_by_role("button", name="tout effacer").click()
        assert desk.kept() == {}
        mediator.complaints.clear()


def test_the_number_to_keep_is_said(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(DEPANNAGE)
        desk.presses("Enter")
        desk.presses("/")
        desk.page.keyboard.type("j’ai fini")
        desk.presses("Enter")
        # What was typed is held until the guides are there.
        kept = re.compile(r"au numéro de la fiche\s:\s107\.")
        expect(desk.page.locator(".fil-now-words")).to_contain_text(kept)
