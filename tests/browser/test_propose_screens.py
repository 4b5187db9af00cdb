"""Screens chosen in boxes: what is drawn is what the build draws, what is written is its YAML."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from playwright.sync_api import Browser, Locator, Page, expect

from boutdufil.edge.cli import main
from boutdufil.kinds.content import Content
from boutdufil.kinds.example.values import FOLDER, WORDS
from boutdufil.markup.screens import read_screen
from boutdufil.model.finding import Report
from boutdufil.model.screen import Element, Screen
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.tools.html_tree import parse
from tests.browser.access import look
from tests.browser.propose import begins, downloaded, fills, form_scripts
from tests.browser.story import WIDTHS, reading
from tests.browser.test_axe import at_both_widths
from tests.browser.test_targets import SMALL
from tests.drawing import ROOT, draw, read
from tests.screens.generated import screens
from tests.site.builds import REPOSITORY

QUICK = settings(phases=[Phase.explicit, Phase.generate], max_examples=60)
EXAMPLES = [word for words in WORDS.values() for word in words]
BLOCK = re.compile(r"(?ms)^/{3,} ecran \| ([^\n]*)\n(.*?)^/{3,}$")


@pytest.fixture(scope="module")
def page(browser: Browser, taxonomy: Taxonomy) -> Iterator[Page]:
    """An empty page with the scripts of the form, and those that it asks for later."""
    with form_scripts(browser, Content(taxonomy, ())) as opened_page:
        yield opened_page


def real_screens() -> dict[str, str]:
    """Return the lines of every screen of our tutorials and gestures."""
    found = {}
    for folder in ("tutoriels", "gestes"):
        for file in sorted((ROOT / "docs" / folder).rglob("*.md")):
            for rank, block in enumerate(BLOCK.finditer(file.read_text(encoding="utf-8"))):
                found[f"{file.stem} {rank}"] = block[2]
    return found


def through_boxes(page: Page, source: str) -> str | None:
    """Return the lines that boxes write, once they hold ``source``; None: they cannot."""
    written: str | None = page.evaluate(
        """source => {
          const boxes = filLate.boxes(source);
          return boxes && filPropose.screenText({...boxes, maniere: 'cases'});
        }""",
        source,
    )
    return written


def drawn(page: Page, source: str) -> str:
    html = page.evaluate(
        """source => {
          const place = document.createElement('div');
          filLate.draw(place, {...filLate.boxes(source), maniere: 'cases'});
          return place.innerHTML;
        }""",
        source,
    )
    return str(html)


def figures(html: str) -> list[str]:
    """Return each drawing: on the page, a tab a device; in the form, one under the other."""
    return re.findall(r"<figure.*?</figure>", shape_of(html))


def shape_of(html: str) -> str:
    """Return HTML without its margins, its no-break spaces and the space of its drawings."""
    plain = re.sub(r"[\u00a0\u202f]|&nbsp;", " ", html)
    plain = plain.replace(' xmlns="http://www.w3.org/2000/svg"', "").replace("/>", "></path>")
    return re.sub(r">\s+<", "><", plain.replace("&#39;", "'").replace("&#34;", "&quot;")).strip()


@pytest.mark.parametrize("word", EXAMPLES)
def test_an_example_of_the_guide_is_drawn_as_the_build_draws_it(page: Page, word: str) -> None:
    source = (ROOT / "docs" / FOLDER / f"{word}.yml").read_text(encoding="utf-8")
    assert figures(drawn(page, source)) == figures(draw(read(source)))


def test_our_screens_go_through_the_boxes_unchanged(page: Page) -> None:
    found = real_screens()
    for name, source in found.items():
        written = through_boxes(page, source)
        if written is None:
            continue
        assert read(written) == read(source), name
        assert figures(drawn(page, written)) == figures(draw(read(source))), name
    refused = [name for name, source in found.items() if through_boxes(page, source) is None]
    assert len(found) > 250
    assert len(refused) < len(found) / 100, refused


@given(screen=screens())
@QUICK
def test_whatever_the_words_the_boxes_write_what_was_typed(page: Page, screen: Screen) -> None:
    typed = boxes_of(screen)
    problems, written, html = page.evaluate(
        """typed => {
          const found = [];
          filPropose.checkScreen(typed, '', (path, problem) => found.push(path + ' ' + problem));
          const place = document.createElement('div');
          filLate.draw(place, typed);
          return [found, filPropose.screenText(typed), place.innerHTML];
        }""",
        typed,
    )
    report = Report("ecran.yml")
    its = read_screen(written, "", report, 0)
    assert problems == []
    assert report.findings == [], written
    assert its is not None
    assert [each.kind for each in its.body] == [each.kind for each in screen.body]
    assert its.bar == ("" if screen.tabs else " ".join(screen.bar.split()))
    (frame,) = parse(html).all("div", role="img")
    assert shape_of(frame["aria-label"]) == shape_of(its.description)
    again = through_boxes(page, written)
    assert again is not None
    assert read_screen(again, "", report, 0) == its


def boxes_of(screen: Screen) -> dict[str, object]:
    """Return what one would choose in the boxes for a screen."""
    return {
        "legende": "Un écran",
        "maniere": "cases",
        "cadre": "" if screen.frame == "telephone" else screen.frame,
        "barre": screen.bar,
        "adresse": screen.address,
        "onglets": "\n".join(screen.tabs),
        "corps": [_part(element) for element in screen.body],
    }


def _part(element: Element) -> dict[str, object]:
    field, mail = element.field, element.mail
    name = element.words[0]
    sign, _, under = name.partition(" : ") if element.kind == "icone" else ("", "", "")
    return {
        "genre": "" if element.kind == "texte" else element.kind,
        "mots": "" if element.kind in {"champ", "mail", "icone"} else "\n".join(element.words),
        "libelle": field.label if element.content and element.kind == "champ" else "",
        "exemple": field.example if element.content and element.kind == "champ" else "",
        "valeur": "" if element.content else name if element.kind == "champ" else "",
        "cache": bool(element.content) and element.kind == "champ" and field.hidden,
        "de": mail.sender if element.kind == "mail" else "",
        "objet": mail.subject if element.kind == "mail" else "",
        "contenu": mail.text if element.kind == "mail" else "",
        "icone": sign,
        "dessous": under,
        "repere": str(element.marker or ""),
        "hauteur": element.height,
        "cote": element.side,
        "etat": element.state,
        "but": element.goal and not element.target,
        "cible": element.target,
    }


STRANGE = {
    "a device that is none": "barre: A\nvariantes:\n  minitel: {cadre: fenetre}",
    "a marker that nothing bears": "barre: A\nvariantes:\n  mac:\n    1: {place: haut}",
    "a word that is none": "corps:\n  - boutton: Envoyer",
    "two things at once": "corps:\n  - bouton: A\n    lien: B",
    "a place that is none": "corps:\n  - bouton: A\n    place: au-dessus",
    "an anchor": "barre: &a Messages",
    "a text on two lines": "barre: Messages\n  reçus",
    "a tab": "barre:\tMessages",
    "out of line": "corps:\n  - texte: A\n     repere: 1",
    "a quote that is open": 'barre: "Messages',
    "nothing": "",
    "a key twice": "barre: A\nbarre: B",
    "a comment at the end": "barre: A # note",
    "tabs elsewhere than in a browser": "onglets: [A, B]",
}


@pytest.mark.parametrize("source", STRANGE.values(), ids=STRANGE)
def test_lines_that_boxes_do_not_hold_stay_as_they_are(page: Page, source: str) -> None:
    assert through_boxes(page, source) is None


FAULTS = {
    "nothing on it": ({}, "corps"),
    "an element that says nothing": ({"corps": [{}]}, "corps.0.mots"),
    "a marker twice": (
        {"corps": [{"mots": "A", "repere": "1"}, {"mots": "B", "repere": "1"}]},
        "corps.1.repere",
    ),
    "two things to press": (
        {"corps": [{"mots": "A", "but": True}, {"mots": "B", "but": True}]},
        "corps.1.but",
    ),
    "a line that is not in the list": (
        {"corps": [{"genre": "liste", "mots": "A\nB", "cible": "C"}]},
        "corps.0.cible",
    ),
    "dots that hide nothing": (
        {"corps": [{"genre": "champ", "valeur": "secret", "cache": True}]},
        "corps.0.libelle",
    ),
    "a sign that was badly written": (
        {"corps": [{"genre": "icone", "icone": "rou dentée"}]},
        "corps.0.icone",
    ),
    "another device where nothing changes": (
        {"corps": [{"mots": "A"}], "ailleurs": [{"appareil": "mac", "corps": []}]},
        "ailleurs.0.corps",
    ),
    "tabs on a phone, elsewhere": (
        {
            "cadre": "navigateur",
            "onglets": "A\nB",
            "corps": [{"mots": "A"}],
            "ailleurs": [{"appareil": "android", "cadre": "telephone"}],
        },
        "ailleurs.0.cadre",
    ),
    "a word too long": ({"corps": [{"mots": "a" * 401}]}, "corps.0.mots"),
}


@pytest.mark.parametrize(("said", "place"), FAULTS.values(), ids=FAULTS)
def test_what_the_build_would_refuse_is_told_at_its_box(
    page: Page, said: dict[str, object], place: str
) -> None:
    found, written = page.evaluate(
        """said => {
          const typed = {legende: 'Un SMS', maniere: 'cases', ...said};
          const found = [];
          filPropose.checkScreen(typed, '', path => found.push(path));
          return [found, filPropose.screenText(typed)];
        }""",
        said,
    )
    assert found == [place]
    report = Report("ecran.yml")
    read_screen(str(written), "", report, 0)
    assert report.has_errors


def test_the_guide_of_screens_has_its_examples() -> None:
    assert {file.stem for file in Path(ROOT / "docs" / FOLDER).glob("*.yml")} == {*EXAMPLES}


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
