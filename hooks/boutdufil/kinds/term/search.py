"""What is searched in a term of the glossary, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.published import Published
from boutdufil.kinds.term.values import Term
from boutdufil.search.documents import TERM, Line, SearchDocument


def searched_terms(published: Published) -> Iterator[SearchDocument]:
    """Yield the terms, after the tutorials: a word explained comes second."""
    return map(_of_term, published.catalog.terms)


def _of_term(term: Term) -> SearchDocument:
    sayings = [saying.words for saying in term.sayings]
    return SearchDocument(
        kind=TERM,
        reference=term.slug,
        title=term.name,
        summary=term.definition,
        fields={
            "titre": term.name,
            "appels": " . ".join(term.synonyms),
            "resume": term.definition,
            "paroles": " . ".join(sayings),
        },
        lines=tuple(Line(synonym) for synonym in term.synonyms),
    )
