"""What waits for an answer, and what asks two things at once: what is told, what is refused."""

from __future__ import annotations

import pytest

from boutdufil.language.asking import has_two_parts, is_told_again, last_asked


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Regardez en bas. Dites-moi ce que vous voyez.", "Dites-moi ce que vous voyez."),
        ("Lisez-la-moi, lettre par lettre.", "Lisez-la-moi, lettre par lettre."),
        ("Puis relisez-moi l’adresse.", "Puis relisez-moi l’adresse."),
        ("On regarde. Et le numéro ?", "Et le numéro ?"),
        ("Voyez-vous le mot “Objet” ?", "Voyez-vous le mot “Objet” ?"),
        ("Épelez-moi son nom.", "Épelez-moi son nom."),
    ],
)
def test_what_is_read_ends_on_a_question(words: str, asked: str) -> None:
    assert last_asked(words) == asked


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Vous voyez ? Très bien.",
        "Dites-moi si ça bouge. Je vous attends.",
        "Donnez-moi une minute.",
        "Laissez-moi chercher.",
        "Cherchez le mot “Qui êtes-vous ?”.",
        "Lisez le message, mot par mot.",
        "Demandez-lui de venir.",
    ],
)
def test_what_asks_nothing_goes_on(words: str) -> None:
    assert last_asked(words) == ""


def test_one_tells_again_in_one_s_own_words() -> None:
    assert is_told_again("Racontez-moi, avec vos mots, ce que vous ferez.")
    assert not is_told_again("Quel est le premier mot ?")


@pytest.mark.parametrize(
    "question",
    [
        "Quel service cherchez-vous, et avez-vous un papier ?",
        "Y a-t-il un clavier et une souris, ou touchez-vous l’écran ?",
        "L’écran est-il noir, ou bien voyez-vous une page ?",
        "Est-ce que ça clignote, ou est-ce que ça reste fixe ?",
        "Le bruit s’est-il arrêté ou est-ce qu’il continue ?",
        "Voyez-vous un nom ? Le connaissez-vous ?",
        "Avez-vous payé ou vous a-t-on demandé un code ?",
        "La machine est-elle dans une boîte, ou se ferme-t-elle comme un livre ?",
    ],
)
def test_two_questions_in_one(question: str) -> None:
    assert has_two_parts(question)


@pytest.mark.parametrize(
    "question",
    [
        "",
        "Le bouton est-il en haut ou en bas ?",
        "C’est fermé ? Oui ou non ?",
        "Entendez-vous encore un ronron, ou plus rien ?",
        "Est-ce un texto, ou un e-mail ?",
        "Voyez-vous une page que vous connaissez ou un mot qui clignote ?",
        "Quels mots ou dessins se sont montrés ?",
        "Où se trouve la croix, et de quelle couleur ?",
        "Voyez-vous “Voulez-vous continuer ?” ou “Annuler” ?",
        "Comment vous en servez-vous : au doigt, ou avec des touches ?",
        "Ce danger est-il près de vous, sur internet, ou dans vos pensées ?",
        "Pouvez-vous lire et écrire sur cet écran ?",
        "Avez-vous rendez-vous avec la banque, ou avec un agent ?",
    ],
)
def test_one_question_with_a_choice(question: str) -> None:
    assert not has_two_parts(question)
