"""The lanes of a map: ways that run one beside another, and never two in the same place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

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
    first, *others = points
    drawn = f"M{_point(*first)}"
    for before, here, after in zip((first, *others), others, others[1:], strict=False):
        came, goes = _length(before, here), _length(here, after)
        radius = min(CORNER, came / 2, goes / 2)
        drawn += f"L{_toward(here, before, radius, came)}"
        drawn += f"Q{_point(*here)} {_toward(here, after, radius, goes)}"
    return f"{drawn}L{_point(*others[-1])}"


# A map has some four thousand, and the same again and again: what is aligned, what goes straight.
@lru_cache(maxsize=16_384)
def number(value: float) -> str:
    """Return a length as it is written: a tenth at most."""
    return f"{value:.1f}".removesuffix(".0")


def _point(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(here: Point, there: Point, length: float, whole: float) -> str:
    """Return the point at ``length`` of ``here`` on the way ``there``, which is ``whole`` long."""
    (x, y), (far_x, far_y), whole = here, there, whole or 1
    return _point(x + (far_x - x) * length / whole, y + (far_y - y) * length / whole)
