"""What must hold between the terms of the glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from boutdufil.kinds.content import Content
from boutdufil.kinds.term.values import Term
from boutdufil.language.text import fold
from boutdufil.model.finding import Code, Finding


def duplicate_terms(content: Content) -> Iterator[Finding]:
    """A word is explained once: of two pages, a caller would hear the one or the other."""
    holders: dict[str, list[str]] = defaultdict(list)
    for _document, term in content.read(Term):
        holders[fold(term.name)].append(term.path)
    for document, term in content.read(Term):
        others = [path for path in holders[fold(term.name)] if path != term.path]
        if others:
            yield Finding(
                document.path,
                document.line("terme"),
                1,
                Code.DUPLICATE_SLUG,
                f"deux pages expliquent « {term.name} »",
                ", ".join(others),
                "un terme expliqué une seule fois",
                "gardez l’une des deux",
            )
