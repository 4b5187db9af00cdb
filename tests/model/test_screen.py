"""A screen, in words."""

from __future__ import annotations

import pytest

from boutdufil.model.screen import Element, Screen


@pytest.mark.parametrize(
    ("element", "said"),
    [
        (Element(kind="bouton", words=("Envoyer",)), "le bouton « Envoyer »"),
        (
            Element(kind="texte", words=("+33 7",), marker=1, place=("haut", "centre")),
            "en haut au centre, repère 1 : le texte « +33 7 »",
        ),
        (
            Element(kind="case", words=("Oui",), place=("droite",), state="coché"),
            "à droite : la case à cocher « Oui », coché",
        ),
        (Element(kind="icone", words=("loupe",), marker=9), "repère 9 : l’icône « loupe »"),
        (
            Element(kind="onglets", words=("Reçus", "Envoyés"), place=("milieu", "gauche")),
            "au milieu à gauche : les onglets « Reçus », « Envoyés »",
        ),
    ],
)
def test_an_element_is_said_with_its_place_first(element: Element, said: str) -> None:
    assert element.description == said


def test_the_words_of_a_screen_are_in_reading_order() -> None:
    screen = Screen(
        caption="Un SMS",
        bar="Messages",
        address="exemple.fr",
        body=(Element(kind="titre", words=("Colis",)), Element(kind="liste", words=("a", "b"))),
    )
    assert screen.words == ("Messages", "exemple.fr", "Colis", "a", "b")
    assert Screen(body=(Element(kind="bouton", words=("Non",)),)).words == ("Non",)
