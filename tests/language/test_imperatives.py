"""Gestures that a sentence asks for: what is told, what is refused."""

from __future__ import annotations

import pytest

from boutdufil.language.imperatives import gestures, is_to_do


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Appuyez sur la roue.", ("Appuyez",)),
        ("Cherchez la croix, et cliquez dessus.", ("cliquez",)),
        ("Posez un doigt en bas, et glissez vers le haut.", ("Posez un doigt", "glissez")),
        ("Écrivez c, v, puis validez.", ("Écrivez", "validez")),
        ("Touchez l’écran, ou tapez une touche.", ("Touchez",)),
        ("Choisissez “Annuler”.", ("Choisissez",)),
        ("Suivez le fil jusqu’au mur, et tirez la prise.", ("tirez la prise",)),
        ("Touchez-le une fois.", ("Touchez",)),
        ("Si c’est pareil, ouvrez la page.", ("ouvrez",)),
    ],
)
def test_a_gesture_of_the_hand(sentence: str, asked: tuple[str, ...]) -> None:
    assert gestures(sentence) == asked


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "N’appuyez sur rien.",
        "Ne touchez pas encore.",
        "Ne la fermez plus.",
        "C’est l’image sur laquelle vous cliquez d’habitude.",
        "Si vous l’ouvrez, rien ne change.",
        "La prochaine fois, tapez l’adresse vous-même.",
        "Demain, ouvrez votre carnet.",
        "Écrivez ce nom sur un papier.",
        "Ouvrez un livre au hasard.",
        "Écrivez-lui une lettre.",
        "Écrivez poliment à la personne partie.",
        "Choisissez trois mots au hasard.",
        "Cherchez le mot “Cliquez ici”.",
        "Vous écrirez ensuite votre nom.",
        "Gardez le doigt posé.",
    ],
)
def test_what_is_no_gesture_of_now(sentence: str) -> None:
    assert gestures(sentence) == ()


def test_what_may_not_be_needed_is_not_to_do_in_any_case() -> None:
    assert is_to_do("Puis appuyez sur la croix.")
    assert not is_to_do("S’il propose d’enregistrer, choisissez “Pas maintenant”.")
    assert not is_to_do("Si une page s’ouvre, fermez-la.")
