"""Screens chosen in boxes: what is drawn is what the build draws, what is written is its YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from playwright.sync_api import Browser, Page

from boutdufil.kinds.content import Content
from boutdufil.kinds.example.values import FOLDER, WORDS
from boutdufil.markup.screens import read_screen
from boutdufil.model.finding import Report
from boutdufil.model.screen import Element, Screen
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.tools.html_tree import parse
from tests.browser.propose import form_scripts
from tests.drawing import ROOT, draw, read
from tests.screens.generated import screens

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
