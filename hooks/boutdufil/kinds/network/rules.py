"""What must hold in ``reseau.yml`` beyond its keys."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.content import Content
from boutdufil.kinds.network.values import Network
from boutdufil.language.text import fold
from boutdufil.model.finding import Code, Finding


def structures_that_help(content: Content) -> Iterator[Finding]:
    """Each structure offers something to somebody, and is declared once."""
    for document, network in content.read(Network):
        seen: dict[str, int] = {}
        for rank, structure in enumerate(network.structures):
            line = document.line("structures", rank)
            first = seen.setdefault(fold(structure.name), line)
            if first != line:
                yield Finding(
                    document.path,
                    document.line("structures", rank, "nom"),
                    1,
                    Code.DUPLICATE_SLUG,
                    "cette structure est déjà déclarée",
                    structure.name,
                    "une seule fois chaque structure",
                    f"la première est à la ligne {first}",
                )
            if not (structure.offers.persons or structure.offers.firms):
                yield Finding(
                    document.path,
                    document.line("structures", rank, "offre"),
                    1,
                    Code.MISSING_KEY,
                    "cette structure ne propose rien à personne",
                    "",
                    "personnes: …, ou entreprises: …",
                    "personnes: Une personne aide à faire les démarches.",
                )
            if _has_link(structure.said):
                yield Finding(
                    document.path,
                    document.line("structures", rank, "recap"),
                    1,
                    Code.WRONG_LINK,
                    "la phrase du récap contient un lien",
                    structure.said,
                    "une phrase sans lien : la personne apprend à s’en méfier",
                    "dites le nom de la structure, et son numéro",
                )


def _has_link(text: str) -> bool:
    return "://" in text or "www." in text
