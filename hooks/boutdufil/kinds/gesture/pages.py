"""The library of gestures, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.gesture.values import FOLDER, Gesture
from boutdufil.kinds.published import Published
from boutdufil.model.script import DoGesture, Script
from boutdufil.pages.page import HOME, Link, Page, Pagination, numbered, paginate
from boutdufil.thread.data import graph_text
from boutdufil.thread.graph import Graph

GESTURES = Link(name="Les gestes", address=f"{FOLDER}/")


@dataclass(frozen=True, slots=True, kw_only=True)
class GesturesPage(Page):
    """Every gesture with the devices that it holds on."""

    template: ClassVar[str] = "gestures.html"

    kind: str = "page"
    gestures: tuple[Gesture, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class GesturePage(Page):
    """One gesture: what the public reads, and how it is said."""

    template: ClassVar[str] = "gesture.html"

    kind: str = "page"
    gesture: Gesture
    graph: Graph
    gestures: Mapping[str, Gesture]
    """Those that it calls, by name."""


def gesture_pages(published: Published) -> Iterator[Page]:
    """Yield the library, then the page of each gesture."""
    gestures = tuple(published.content.gestures.values())
    if not gestures:
        return
    for entries, pagination in paginate(gestures, GESTURES.address):
        yield GesturesPage(
            address=pagination.address,
            title=numbered("Les gestes", pagination),
            description="Un geste à la fois, dessiné et prouvé, pour chaque appareil.",
            crumbs=(HOME,),
            gestures=entries,
            pagination=pagination,
        )
    for gesture in gestures:
        yield GesturePage(
            address=gesture.address,
            title=gesture.entry.title,
            description=f"{gesture.entry.title} : comment je fais, comment on le dit au téléphone.",
            crumbs=(HOME, GESTURES),
            gesture=gesture,
            graph=gesture.graph,
            gestures=called_by(gesture.script, published.content.gestures),
        )


def gesture_doors(published: Published) -> Iterator[Link]:
    """Yield the way to the library, once it holds something."""
    if published.content.gestures:
        yield Link(
            name=GESTURES.name,
            address=GESTURES.address,
            sentence="Ouvrir, écrire, éteindre : chaque geste, dessiné.",
            icon="fil/doigt",
        )


def gesture_texts(published: Published) -> Iterator[tuple[str, str]]:
    """Yield the graph of each gesture, for other programs."""
    for gesture in published.content.gestures.values():
        yield graph_text(gesture.graph, gesture.name, published.number_of)


def called_by(script: Script, known: Mapping[str, Gesture]) -> Mapping[str, Gesture]:
    """Return the gestures that the public is shown in a script, by name."""
    names = (part.jump.gesture for part in script.parts() if isinstance(part, DoGesture))
    return {name: known[name] for name in names if name in known}
