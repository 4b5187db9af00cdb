"""A département drawn from its outline, with a dot for each commune that has places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boutdufil.kinds.place.directory import Commune
from boutdufil.kinds.place.outlines import CREDIT, Box, outline_of, place_of

MOST_NUMBERED = 40
"""Dots beyond which their numbers would cover each other: they are bare then."""
_DOTS_ACROSS = 19
"""How many numbered dots fill the width of a drawing, side by side."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A commune on the drawing; ``number`` is its rank in the list beside."""

    number: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """An outline, its dots, and whether these bear their number; ``radius`` is that of a dot."""

    path: str
    box: Box
    dots: tuple[Dot, ...]
    radius: int
    is_numbered: bool
    credit: str = CREDIT


def drawn(department: str, communes: Sequence[Commune]) -> Drawing | None:
    """Return the drawing of communes; None when nothing is known of where they are."""
    outline = outline_of(department)
    dots = tuple(_dots(communes, outline.box)) if outline else ()
    if outline is None or not dots:
        return None
    is_numbered = len(communes) <= MOST_NUMBERED
    radius = max(outline.box.width, outline.box.height) // (2 * _DOTS_ACROSS)
    return Drawing(
        outline.path, outline.box, dots, radius if is_numbered else radius // 2, is_numbered
    )


def _dots(communes: Sequence[Commune], box: Box) -> list[Dot]:
    found = []
    for number, commune in enumerate(communes, 1):
        points = [place_of(each.position) for each in commune.places if each.position]
        within = [point for point in points if box.holds(*point)]
        if within:
            x, y = (sum(each) // len(within) for each in zip(*within, strict=True))
            found.append(Dot(number, x, y))
    return found
