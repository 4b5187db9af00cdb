"""What a reader passes on: a tutorial, in a few words, and whether it helped."""

from __future__ import annotations

from urllib.parse import quote

from boutdufil.kinds.tutorial.values import Tutorial


def shared_text(tutorial: Tutorial, url: str, site_name: str) -> str:
    """Return the words that lead someone else to ``tutorial``; its number does, without ``url``."""
    words = f"{tutorial.title} – {site_name}, fiche {tutorial.number}"
    return f"{words} : {url}" if url else f"{words}."


def opinion_address(place: str, tutorial: Tutorial, answer: str) -> str:
    """Return where an ``answer`` to « did it help? » is sent; empty when ``place`` says nothing.

    ``place`` is an e-mail address, or the address of a page in which ``{numero}``, ``{titre}`` and
    ``{reponse}`` are replaced.
    """
    if place.startswith(("https://", "http://")):
        for name, value in (
            ("{numero}", tutorial.number),
            ("{titre}", tutorial.title),
            ("{reponse}", answer),
        ):
            place = place.replace(name, quote(value, safe=""))
        return place
    mailbox = place.removeprefix("mailto:")
    if "@" not in mailbox:
        return ""
    return f"mailto:{mailbox}?subject={quote(f'Fiche {tutorial.number} : {answer}', safe='')}"
