"""The glossary, and the page of each of its terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.published import Published
from boutdufil.kinds.term.values import Term
from boutdufil.pages.page import GLOSSARY, HOME, Page, Pagination, numbered, paginate


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryPage(Page):
    """Every term with its definition."""

    template: ClassVar[str] = "glossary.html"

    kind: str = "glossaire"
    terms: tuple[Term, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPage(Page):
    """One term."""

    template: ClassVar[str] = "term.html"

    kind: str = "glossaire"
    term: Term


def term_pages(published: Published) -> Iterator[Page]:
    """Yield the glossary, then the page of each term."""
    terms = published.catalog.terms
    for entries, pagination in paginate(terms, GLOSSARY.address):
        yield GlossaryPage(
            address=pagination.address,
            title=numbered("Les mots du numérique", pagination),
            description="Chaque mot expliqué en une phrase, et comment le dire au téléphone.",
            crumbs=(HOME,),
            terms=entries,
            pagination=pagination,
        )
    for term in terms:
        yield TermPage(
            address=term.address,
            title=term.name[:1].upper() + term.name[1:],
            description=term.definition,
            crumbs=(HOME, GLOSSARY),
            term=term,
        )
