"""What a stranger writes, and everywhere that it may be written."""

from __future__ import annotations

from collections.abc import Callable

from boutdufil.model.finding import Code

LISTS = """\
--- fichier: relecture.yml
sites: [gouv.fr, cnil.fr, service-public.fr]
exemples: [gouv.org]
raccourcis: [bit.ly]
--- fichier: numeros.yml
numeros:
  - numero: 17
    nom: Police secours
    source: exemple
    surtaxe: non
    etat: ouvert
  - numero: 3018
    nom: Harcèlement
    source: exemple
    surtaxe: non
    etat: ouvert
"""
TUTORIAL = "--- fiche: tutoriels/cyber-hygiene/exemple.md\n"
Told = Callable[[str], set[Code]]
"""From the tree of a content to the codes of what is found in it."""


def changed(old: str, new: str) -> str:
    lines = "".join(f"> {line}\n" for line in new.split("\n"))
    return f"{TUTORIAL}< {old}\n{lines}"


def in_text(words: str) -> str:
    """In what the public reads."""
    return changed("Je lis le message en entier.", words)


def aloud(words: str) -> str:
    """In what is said."""
    return changed("Lisez le message.", words)


def in_message(words: str) -> str:
    """In the message that the person keeps."""
    return changed("recap: J’attends, je vérifie, je signale.", f"recap: {words}")


def in_page(words: str) -> str:
    """In a page written by hand."""
    return f"--- fichier: mediateurs/aide.md\n---\ntitre: Une aide\n---\n\n{words}\n"


def in_term(words: str) -> str:
    """In a definition."""
    keys = f"terme: ligne\ndefinition: {words}\nau_telephone:\n  tous: Une ligne.\n"
    return f"--- fichier: glossaire/ligne.md\n---\n{keys}---\n"


def in_heading(words: str) -> str:
    """In the title of a step."""
    return changed("### Je lis le message", f"### {words}")


def in_answer(words: str) -> str:
    """In an answer, and what is read then."""
    answers = f"- **{words}** : « Bien. »\n- **Rien** : « Bien. »"
    return aloud(f"Lisez.\n///\n\n/// demander | Que lisez-vous ?\n{answers}")


def in_code(words: str) -> str:
    """In words that are shown as they are."""
    return in_text(f"Je tape `{words}` lentement.")


def in_screen(words: str) -> str:
    """On a drawn screen."""
    return in_text(f"/// ecran | Un appel\ncadre: telephone\ncorps:\n  - texte: {words}\n///")


PLACES = (in_text, aloud, in_message, in_page, in_term, in_heading, in_answer, in_code, in_screen)
