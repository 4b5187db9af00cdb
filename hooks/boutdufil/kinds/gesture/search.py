"""What is searched in a gesture, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.gesture.values import FOLDER, Gesture
from boutdufil.kinds.published import Published
from boutdufil.model.script import Picture, Prose, Say, Trouble, plain, walk
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.search.documents import LONGEST_LINE, Line, SearchDocument


def searched_gestures(published: Published) -> Iterator[SearchDocument]:
    """Yield the gestures: what one does comes after what one wants."""
    taxonomy = published.catalog.taxonomy
    return (_of_gesture(gesture, taxonomy) for gesture in published.content.gestures.values())


def _of_gesture(gesture: Gesture, taxonomy: Taxonomy) -> SearchDocument:
    said: list[str] = []
    troubles: list[str] = []
    seen: list[str] = []
    for part in walk(gesture.parts):
        if isinstance(part, Prose | Say):
            said.append(plain(part.html))
        elif isinstance(part, Trouble):
            troubles.append(plain(part.situation))
        elif isinstance(part, Picture):
            seen.append(" · ".join(part.screen.words)[:LONGEST_LINE])
    return SearchDocument(
        kind="geste",
        folder=f"{FOLDER}/",
        label="Un geste",
        reference=gesture.slug,
        title=gesture.entry.title,
        summary=gesture.entry.proof,
        fields={
            "titre": gesture.entry.title,
            "etapes": " . ".join(troubles),
            "paroles": " . ".join(said),
            "ecrans": " . ".join(seen),
        },
        lines=(*(Line(title) for title in troubles), *(Line(words) for words in seen)),
        devices=taxonomy.listed_under(gesture.entry.devices),
    )
