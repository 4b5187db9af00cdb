"""What must hold between the terms of the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.content import Content
from boutdufil.kinds.drawings import is_drawn
from boutdufil.kinds.rivals import rivals
from boutdufil.kinds.term.values import Term
from boutdufil.language.text import fold
from boutdufil.model.finding import Code, Finding


def duplicate_terms(content: Content) -> Iterator[Finding]:
    """A word is explained once: of two pages, a caller would hear the one or the other."""
    documents = {term.path: document for document, term in content.read(Term)}
    for term, others in rivals(content.terms, lambda term: fold(term.name)):
        yield Finding(
            term.path,
            documents[term.path].line("terme"),
            1,
            Code.DUPLICATE_SLUG,
            f"deux pages expliquent « {term.name} »",
            others,
            "un terme expliqué une seule fois",
            "gardez l’une des deux",
        )


def missing_drawings(content: Content) -> Iterator[Finding]:
    """A term names a drawing that is there: asked of every build, for what is read is kept."""
    for document, term in content.read(Term):
        if term.icon and not is_drawn(term.icon):
            yield Finding(
                term.path,
                document.line("icone"),
                1,
                Code.UNKNOWN_WORD,
                "ce dessin n’existe pas",
                term.icon,
                "le nom d’un dessin d’overrides/.icons/, sans « .svg »",
                "par exemple : icone: fil/trombone",
            )
