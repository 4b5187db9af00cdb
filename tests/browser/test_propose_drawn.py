"""Someone who never wrote YAML chooses a screen in boxes, and sees it drawn beside them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from boutdufil.edge.cli import main
from tests.browser.access import look
from tests.browser.propose import begins, downloaded, fills
from tests.browser.story import WIDTHS, reading
from tests.browser.test_axe import at_both_widths
from tests.browser.test_targets import SMALL
from tests.site.builds import REPOSITORY


def adds_a_screen(page: Page) -> Locator:
    """Begin a screen in the first step, and return what holds it."""
    page.get_by_role("button", name="Ajouter un écran").first.click()
    return page.get_by_role("group", name="Écran 1", exact=True)


def chooses(screen: Locator, rank: int, kind: str, words: str) -> Locator:
    """Choose what an element is and type its words, with the keyboard alone."""
    element = screen.get_by_role("group", name=f"Élément {rank}", exact=True).first
    element.get_by_label("Ce que c’est").select_option(label=kind)
    element.get_by_label("Les mots, tels qu’ils sont écrits").fill(words)
    return element


def test_a_screen_is_chosen_drawn_written_and_taken_up_again(
    browser: Browser, office: str, tmp_path: Path
) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        fills(page)
        screen = adds_a_screen(page)
        screen.get_by_label("La légende").fill("Le bas du message")
        screen.get_by_label("Le nom écrit dans la barre").first.fill("Messages : reçus")
        said = chooses(screen, 1, "Le message", "Votre colis attend")
        said.get_by_label("Repère").select_option("1")
        screen.get_by_role("button", name="Ajouter un élément").first.focus()
        page.keyboard.press("Enter")
        menu = chooses(screen, 2, "Le menu", "Bloquer\nSupprimer")
        expect(menu.get_by_label("La seule ligne à toucher")).to_be_visible()
        menu.get_by_label("La seule ligne à toucher").fill("Supprimer")
        menu.get_by_label("Côté", exact=True).select_option(label="À droite")
        place = screen.locator(".fil-screen-place")
        expect(place.locator("li.fil-goal")).to_have_text("Supprimer")
        expect(place.get_by_role("img")).to_have_attribute(
            "aria-label",
            re.compile("repère 1 : le message « Votre colis attend »".replace(" ", r"\s")),
        )
        page.reload()
        page.get_by_role("button", name="Reprendre mon brouillon").click()
        expect(place.locator("li.fil-goal")).to_have_text("Supprimer")
        page.get_by_role("button", name="Vérifier").click()
        assert page.locator(".fil-summary li").all_inner_texts() == []
        name, text = downloaded(page)
    assert (
        "/// ecran | Le bas du message\n"
        'barre: "Messages : reçus"\n'
        "corps:\n"
        "  - bulle: Votre colis attend\n"
        "    repere: 1\n"
        "  - menu:\n"
        "      - Bloquer\n"
        "      - Supprimer\n"
        "    place: droite\n"
        "    but: Supprimer\n"
        "///\n" in text
    )
    docs = tmp_path / "docs"
    shutil.copytree(REPOSITORY / "docs", docs)
    target = docs / "tutoriels" / "cyber-hygiene" / name
    target.write_text(text, encoding="utf-8")
    assert main(["--contenu", str(docs), "verifier", "--strict", str(target)]) == 0


def test_boxes_become_lines_and_lines_boxes(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        screen = adds_a_screen(page)
        chooses(screen, 1, "Le bouton", "Envoyer")
        screen.get_by_label("Avec des lignes écrites à la main").check()
        written = screen.get_by_label("Les lignes de l’écran")
        assert written.input_value() == "corps:\n  - bouton: Envoyer"
        written.fill("corps:\n  - bouton: Envoyer\n    place: bas droite\n  - lien: Aide")
        screen.get_by_label("Avec des cases").check()
        second = screen.get_by_role("group", name="Élément 2", exact=True).first
        expect(second.get_by_label("Les mots, tels qu’ils sont écrits")).to_have_value("Aide")
        screen.get_by_label("Avec des lignes écrites à la main").check()
        written.fill("corps:\n  - boutton: Envoyer")
        screen.get_by_label("Avec des cases").click()
        expect(screen.get_by_text("Ces lignes disent plus que les cases")).to_be_visible()
        assert written.input_value() == "corps:\n  - boutton: Envoyer", "nothing is lost"


def test_a_screen_has_its_own_look_on_another_device(browser: Browser, office: str) -> None:
    with reading(browser, office, width=390) as contributor:
        page = begins(contributor)
        screen = adds_a_screen(page)
        chooses(screen, 1, "Le bouton", "Envoyer")
        page.get_by_role("button", name="Ajouter un autre appareil").click()
        other = screen.get_by_role("group", name="Autre appareil 1", exact=True)
        other.get_by_label("L’appareil").select_option(label="Mac")
        other.get_by_label("Ce que l’on a devant soi").select_option(label="Une page internet")
        other.get_by_label("L’adresse écrite en haut").fill("courrier.example")
        drawn = screen.locator(".fil-screen-place")
        expect(drawn.locator(".fil-device")).to_have_text(["Sur les autres appareils", "Mac"])
        expect(drawn.locator(".fil-frame-navigateur .fil-s-key")).to_have_text("Envoyer")
        wrong = at_both_widths(page)
        assert not any(wrong.values()), wrong
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert look(page, "overflowing") == []
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate(SMALL) == []
