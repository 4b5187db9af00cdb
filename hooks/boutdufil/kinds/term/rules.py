"""What must hold between the terms of the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.content import Content
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
