"""What is searched, and what a result shows: plain values, which each kind makes of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.synonyms.values import Synonyms

FIELDS = {
    "numero": 12.0,
    "titre": 4.5,
    "appels": 4.5,
    "resume": 1.5,
    "etapes": 2.0,
    "paroles": 0.6,
    "ecrans": 1.0,
}
"""What is searched, and how much each counts. Measured: ``python -m tests.relevance``."""

MOST_WORDS = {"titre": 30, "appels": 260, "resume": 120, "etapes": 120, "ecrans": 2_000}
"""Words of a field that are searched, several more than our longest has. Beyond, they would only
bring one document before the others. What is said aloud has no bound but that of its file."""

TUTORIAL = "tutoriel"
TERM = "terme"
TERM_BOOST = 0.75
"""A word explained comes after a tutorial about it, unless it is the word that was asked."""
LONGEST_LINE = 160


@dataclass(frozen=True, slots=True)
class Line:
    """A line that a result may show; ``step`` is where it leads (0: the top of the page)."""

    text: str
    step: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """What is found as one. ``fields`` hold the text of each field of ``FIELDS``.

    A browser knows where tutorials and terms are. Those of another kind say in which ``folder`` of
    addresses their pages are, and their ``label``: what they are, in a few words.
    """

    kind: str
    folder: str = ""
    label: str = ""
    reference: str
    number: str = ""
    title: str
    summary: str
    fields: dict[str, str]
    lines: tuple[Line, ...] = ()
    minutes: int = 0
    audiences: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    level: int = 0


def synonyms_of(catalog: Catalog, declared: Synonyms) -> Synonyms:
    """Add to the synonyms ``declared`` those of the glossary: each leads to the term's name."""
    told = tuple((synonym, term.name) for term in catalog.terms for synonym in term.synonyms)
    return replace(declared, near=(*declared.near, *told))
