"""What is searched, and what a result shows: plain values made from the Catalog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.synonyms.values import Synonyms
from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.script import (
    Ask,
    Part,
    Picture,
    Prose,
    Quiz,
    Rephrase,
    Say,
    Trouble,
    plain,
    walk,
)
from boutdufil.model.taxonomy import Taxonomy

FIELDS = {
    "numero": 12.0,
    "titre": 6.0,
    "appels": 4.0,
    "resume": 1.5,
    "etapes": 2.0,
    "paroles": 0.6,
    "ecrans": 1.0,
}
"""What is searched, and how much each counts. Measured: ``python -m tests.relevance``."""

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
    """A tutorial or a term. ``fields`` hold the text of each field of ``FIELDS``."""

    kind: str
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


def search_documents(catalog: Catalog) -> tuple[SearchDocument, ...]:
    """Return the documents: tutorials by theme, so that neighbours share a shard, then terms."""
    tutorials = dict.fromkeys(
        tutorial
        for theme in catalog.taxonomy.themes
        for tutorial in catalog.in_theme(theme)
        if tutorial.themes[0] == theme
    )
    return (
        *(_of_tutorial(tutorial, catalog.taxonomy) for tutorial in tutorials),
        *(_of_term(term) for term in catalog.terms),
    )


def _of_tutorial(tutorial: Tutorial, taxonomy: Taxonomy) -> SearchDocument:
    script = tutorial.script
    lines = [Line(call) for call in tutorial.calls]
    seen: list[Line] = []
    titles: list[str] = []
    said: list[str] = []
    outside = (script.introduction, script.before, script.understanding, script.choosing)
    for parts in outside:
        said.extend(text for part in walk(parts) for text in _spoken(part))
    for step in script.steps:
        title = plain(step.title)
        titles.append(title)
        lines.append(Line(title, step.rank))
        for part in walk(step.parts):
            said.extend(_spoken(part))
            if isinstance(part, Trouble):
                titles.append(plain(part.situation))
                lines.append(Line(plain(part.situation), step.rank))
            elif isinstance(part, Picture):
                seen.append(Line(" · ".join(part.screen.words)[:LONGEST_LINE], step.rank))
                said.append(part.screen.caption)
    return SearchDocument(
        kind=TUTORIAL,
        reference=tutorial.reference,
        number=tutorial.number,
        title=tutorial.title,
        summary=tutorial.summary,
        fields={
            "numero": tutorial.number,
            "titre": tutorial.title,
            "appels": " . ".join(tutorial.calls),
            "resume": f"{tutorial.summary} {tutorial.recap}",
            "etapes": " . ".join(titles),
            "paroles": " . ".join(said),
            "ecrans": " . ".join(line.text for line in seen),
        },
        lines=(*lines, *seen),
        minutes=tutorial.minutes,
        audiences=tutorial.audiences,
        themes=tutorial.themes,
        devices=taxonomy.listed_under(tutorial.devices),
        level=tutorial.level,
    )


def _spoken(part: Part) -> Iterator[str]:
    """Yield what a part says or reads, once."""
    if isinstance(part, Prose | Say | Rephrase):
        yield plain(part.html)
    elif isinstance(part, Ask):
        yield plain(part.question)
        for answer in part.answers:
            yield plain(answer.label)
    elif isinstance(part, Trouble):
        yield plain(part.public)
    elif isinstance(part, Quiz):
        yield plain(part.question)


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


def texts(documents: Iterable[SearchDocument]) -> Iterator[str]:
    """Yield every text that is searched."""
    for document in documents:
        yield from document.fields.values()
