"""The lanes of a map: ways that run one beside another, and never two in the same place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

LANE = 10
"""From a lane to the next."""
CORNER = 7
"""Radius where a way turns."""
_CLEAR = 8
"""Height between two ways of one lane."""

Point = tuple[float, float]


def lanes(spans: Mapping[str, tuple[float, float]]) -> Mapping[str, int]:
    """Return the lane of each way, by what it leads to; the shortest are the nearest (0).

    A span is the top and the bottom of a way.
    """
    taken: list[list[tuple[float, float]]] = []
    found: dict[str, int] = {}
    for name, (top, bottom) in sorted(
        spans.items(), key=lambda item: (item[1][1] - item[1][0], item[1], item[0])
    ):
        lane = next(
            (
                rank
                for rank, others in enumerate(taken)
                if all(bottom + _CLEAR < other[0] or top - _CLEAR > other[1] for other in others)
            ),
            len(taken),
        )
        if lane == len(taken):
            taken.append([])
        taken[lane].append((top, bottom))
        found[name] = lane
    return found


def width_of_lanes(found: Mapping[str, int]) -> float:
    """Return how much room the lanes take."""
    return LANE * (max(found.values()) + 1) if found else 0


def spans_of(ways: Iterable[tuple[str, float, float]]) -> dict[str, tuple[float, float]]:
    """Return the span of each target: from where its ways start to where they come in."""
    spans: dict[str, tuple[float, float]] = {}
    for target, start, arrival in ways:
        top, bottom = spans.get(target, (arrival, arrival))
        spans[target] = min(top, start), max(bottom, start)
    return spans


def path(points: Iterable[Point]) -> str:
    """Return the path along ``points``, its corners rounded."""
    corners = list(points)
    drawn = [f"M{_point(corners[0])}"]
    lengths = [_length(one, other) for one, other in pairwise(corners)]
    for rank, here in enumerate(corners[1:-1]):
        came, goes = lengths[rank], lengths[rank + 1]
        radius = min(CORNER, came / 2, goes / 2)
        drawn.append(f"L{_point(_toward(here, corners[rank], radius, came))}")
        drawn.append(f"Q{_point(here)} {_point(_toward(here, corners[rank + 2], radius, goes))}")
    drawn.append(f"L{_point(corners[-1])}")
    return "".join(drawn)


# A map has some four thousand, and the same again and again: what is aligned, what goes straight.
@lru_cache(maxsize=16_384)
def number(value: float) -> str:
    """Return a length as it is written: a tenth at most."""
    return f"{value:.1f}".removesuffix(".0")


def _point(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(here: Point, there: Point, length: float, whole: float) -> Point:
    whole = whole or 1
    return (
        here[0] + (there[0] - here[0]) * length / whole,
        here[1] + (there[1] - here[1]) * length / whole,
    )
