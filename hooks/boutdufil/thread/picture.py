"""The map of a call, as values: things that have a place, and ways between them.

Nothing here is text of a picture yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boutdufil.thread.graph import Condition
from boutdufil.thread.lanes import Point
from boutdufil.thread.lettering import BOLD, width_of
from boutdufil.thread.outline import Answer
from boutdufil.thread.places import SMALL, Band

AIR = 8
"""Between words and what is beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A thing that is said, asked or done; ``kind`` gives its shape."""

    id: str
    step: int
    kind: str
    head: str
    lines: tuple[str, ...]
    note: str
    x: float
    y: float
    width: float
    height: float
    rails: tuple[tuple[Point, Point], ...]
    """What carries its answers lower than itself, from top to bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """An answer on its line; ``rank`` is the digit that gives it, 0 for what is no answer."""

    x: float
    y: float
    lines: tuple[str, ...]
    rank: int = 0
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A way from a thing to another, or to a mark."""

    source: str
    target: str
    way: str
    path: str
    arrow: Point | None = None
    """Where its point is, downwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a way leaves the map."""

    kind: str
    x: float
    y: float
    text: str

    @property
    def width(self) -> float:
        """How wide it is, its point left out."""
        return width_of(self.text, SMALL * BOLD) + 2 * AIR


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A map, ready to be drawn."""

    width: float
    height: float
    thread: float
    """How far from the left the thread goes down."""
    bands: tuple[Band, ...]
    cards: tuple[Card, ...]
    words: tuple[Words, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """The words that a graph does not hold: titles of steps, names, numbers of tutorials."""

    titles: Mapping[int, str]
    names: Mapping[str, str]
    """Of devices, situations and audiences, by key."""
    numbers: Mapping[str, str]
    """Of the tutorials that are shown, by ``theme/slug``."""

    def note(self, condition: Condition) -> str:
        """Return in which calls something holds, in words."""
        keys = (*condition.devices, *condition.situations, *condition.audiences)
        return ", ".join(self.names.get(key, key) for key in keys)

    def exit(self, answer: Answer) -> str:
        """Return the number of the tutorial where an answer leads, empty when it is not shown."""
        number = self.numbers.get(answer.lead.tutorial, "")
        step = f", étape {answer.lead.step}" if answer.lead.step else ""
        return f"{number}{step}" if number else ""
