"""What is searched in a tutorial, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.cores import spread
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.script import (
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
from boutdufil.search.documents import LONGEST_LINE, TUTORIAL, Line, SearchDocument


def searched_tutorials(published: Published) -> Iterator[SearchDocument]:
    """Yield the tutorials by theme, so that neighbours share a shard."""
    catalog = published.catalog
    ordered = [
        tutorial
        for theme in catalog.taxonomy.themes
        for tutorial in catalog.whole(catalog.in_theme(theme))
        if tutorial.themes[0] == theme
    ]
    yield from spread(lambda tutorial: _of_tutorial(tutorial, catalog.taxonomy), ordered)


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
                said.append(plain(part.situation))
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
    """Yield what a part says or reads, once.

    What is asked to follow a gesture, and its answers, are the same in every call (« Que voyez-vous
    maintenant ? »): they tell no tutorial from another.
    """
    if isinstance(part, Prose | Say | Rephrase):
        yield plain(part.html)
    elif isinstance(part, Trouble):
        yield plain(part.public)
    elif isinstance(part, Quiz):
        yield plain(part.question)
