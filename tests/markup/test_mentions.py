"""A marker that a sentence names needs no legend; the others get one."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from boutdufil.markup.mentions import markers_named, with_mentions
from boutdufil.model.screen import Element, Field, Mail, Screen, Variant
from boutdufil.model.script import ForDevices, Picture, Prose, walk
from tests.published import published_content

BODY = (
    Element(kind="bouton", words=("Suivant",), marker=2),
    Element(kind="texte", words=("Bonjour",)),
    Element(kind="champ", words=("Objet",), content=Field(label="Objet"), marker=1),
)
SCREEN = Screen(body=BODY)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Je touche ①, puis ③.", {1, 3}),
        ("Le repère 2 est en bas.", {2}),
        ("Les repères 1, 2 et 4 sont rouges.", {1, 2, 4}),
        ("Le numéro 1 est en haut.", {1}),
        ("Le numéro 33 700, fiche 1, 12 repères.", set()),
        ("J’appelle le numéro 3 700.", set()),
    ],
)
def test_what_names_a_marker(text: str, named: set[int]) -> None:
    assert markers_named(text) == named


@pytest.mark.parametrize(
    ("element", "label"),
    [
        (BODY[0], "le bouton « Suivant »"),
        (BODY[2], "la case à remplir « Objet »"),
        (Element(kind="icone", words=("corbeille : Jeter",)), "l’icône « Jeter »"),
        (
            Element(kind="mail", words=("A", "B"), content=Mail(subject="B")),
            "l’e-mail « B »",
        ),
        (Element(kind="menu", words=("Lire", "Jeter"), target="Jeter"), "« Jeter » dans le menu"),
        (Element(kind="clavier", words=("Entrée",)), "la touche « Entrée »"),
        (Element(kind="liste", words=("Lire", "Jeter")), "la liste"),
        (
            Element(kind="bulle", words=("Votre colis est en attente. Réglez 1,99 € ce soir.",)),
            "le message « Votre colis est en attente… »",
        ),
    ],
)
def test_what_a_legend_says(element: Element, label: str) -> None:
    assert element.label == label


def test_a_legend_is_in_the_order_of_the_markers() -> None:
    assert [each.marker for each in SCREEN.legend] == [1, 2]


def test_a_sentence_of_the_step_takes_its_marker_off_every_form() -> None:
    forms = Screen(body=BODY, variants=(Variant(("mac",), ("mac",), SCREEN),))
    drawn = ForDevices(("mac",), ("mac",), (Picture(forms),))
    parts = with_mentions((drawn, Prose(Markup("<p>Je regarde <em>le</em> repère 2.</p>"))))
    (picture,) = (part for part in walk(parts) if isinstance(part, Picture))
    assert [each.marker for each in picture.screen.legend] == [1]
    assert [each.marker for each in picture.screen.variants[0].screen.legend] == [1]
    untouched = (Picture(SCREEN), Prose(Markup("<p>Je touche « Suivant ».</p>")))
    assert with_mentions(untouched) == untouched


def test_every_marker_of_the_site_is_named_by_a_sentence_or_a_legend() -> None:
    counted = 0
    for tutorial in published_content().tutorials:
        for part in tutorial.script.parts():
            if not isinstance(part, Picture):
                continue
            for form in (part.screen, *(variant.screen for variant in part.screen.variants)):
                marked = {each.marker for each in form.body if each.marker}
                assert marked <= {each.marker for each in form.legend} | form.named
                counted += len(marked)
    assert counted > 100
