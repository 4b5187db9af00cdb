"""A screen, in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from boutdufil.model.icons import ICONS, mistaken_icon, split_icon
from boutdufil.model.screen import Element, Field, Screen, describe, heights, lay_out


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
            "à droite : la case à cocher « Oui », cochée",
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


def things(*places: str) -> tuple[Element, ...]:
    return tuple(
        Element(kind="texte", words=(str(rank),), place=tuple(place.split()))
        for rank, place in enumerate(places)
    )


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([""], "milieu"),
        (["", ""], "haut milieu"),
        (["", "", ""], "haut milieu bas"),
        (["", "", "", "", ""], "haut haut milieu milieu bas"),
        (["", "haut", ""], "haut haut bas"),
        (["", "", "haut"], "haut haut haut"),
        (["bas", ""], "bas bas"),
        (["bas", "haut", ""], "bas haut bas"),
        (["droite", "milieu gauche"], "haut milieu"),
    ],
)
def test_where_no_height_is_written_the_order_tells(places: list[str], found: str) -> None:
    assert " ".join(heights(things(*places))) == found


def test_two_sides_of_a_height_stand_on_one_row_from_left_to_right() -> None:
    body = things("bas droite", "bas gauche", "bas gauche", "bas")
    (zone,) = lay_out(body)
    assert [[each.words[0] for each in row] for row in zone.rows] == [["1", "0"], ["2"], ["3"]]


def test_a_screen_is_described_from_its_frame_to_its_last_element() -> None:
    screen = Screen(
        bar="Messages",
        body=(
            Element(kind="texte", words=("+33 7",), marker=1, place=("haut", "centre")),
            Element(kind="texte", words=("Lundi",), place=("haut", "centre")),
            Element(kind="icone", words=("trombone : Joindre",), place=("bas",), goal=True),
        ),
    )
    assert describe(screen) == (
        "Un téléphone. En haut, la barre « Messages ». "
        "En haut au centre, repère 1 : le texte « +33 7 ». En dessous : le texte « Lundi ». "
        "En bas : l’icône « trombone », avec les mots « Joindre ». C’est ici."
    )
    assert screen.goal_place == "en bas"


def test_a_text_with_a_colon_is_a_label_and_a_value() -> None:
    field = Element(kind="champ", words=("Nom : Léa",)).field
    assert field == Field(label="Nom", value="Léa")
    assert Element(kind="champ", words=("Rechercher",)).field == Field(value="Rechercher")


@pytest.mark.parametrize(
    ("written", "drawing", "label"),
    [
        ("Trois petits traits", "menu", ""),
        ("La croix de la page", "close", ""),
        ("Photos", "image-outline", ""),
        ("Roue dentée : Réglages", "cog", "Réglages"),
        ("Carte bancaire", "credit-card-outline", ""),
        ("Ma banque", "", "Ma banque"),
        ("application : Carnet", "", "Carnet"),
        ("Petit A", "format-font-size-decrease", ""),
        ("L’œil barré", "eye-off-outline", ""),
    ],
)
def test_a_sign_is_found_by_what_people_call_it(written: str, drawing: str, label: str) -> None:
    assert split_icon(written) == (drawing, label)
    assert mistaken_icon(written) is None


def test_a_sign_almost_named_is_suggested() -> None:
    assert mistaken_icon("rou dentée") == "roue dentée"
    assert mistaken_icon("tronbone") == "trombone"


def test_every_sign_is_in_the_bundled_set() -> None:
    folder = Path(get_theme_dir("material")) / ".icons" / "material"
    assert [
        name for name in ICONS.values() if name and not (folder / f"{name}.svg").is_file()
    ] == []
