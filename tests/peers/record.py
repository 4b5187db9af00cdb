"""Keep the figures of a comparison, for the page « Les performances »: its data, then its plot."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypedDict

import yaml

from boutdufil.kinds.performances.declaration import PERFORMANCES, PERFORMANCES_FILE
from boutdufil.kinds.performances.values import Measured, Performances
from boutdufil.kinds.reading import read_data
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.collection import Key, Record
from tests.peers.tools import Tools
from tests.supply.locks import ROOT

FILE = ROOT / "docs" / PERFORMANCES_FILE
PLOT = ROOT / "overrides" / "partials" / "performances-plot.html"
DRAW = ROOT / "tests" / "peers" / "plot.py"
HEADING = """\
# Ce que le banc a mesuré. « python -m tests.bench --pairs --garder » écrit ce fichier, et lui seul.
"""


def recorded(file: Path = FILE) -> Performances:
    """Return what was kept; nothing when there is no file. Raises ValueError when it is wrong."""
    if not file.is_file():
        return Performances()
    document = read_data(file.read_bytes(), file.name, PERFORMANCES, date.max, Taxonomy())
    if not isinstance(document.value, Performances):
        raise ValueError("\n".join(each.problem for each in document.findings))
    return document.value


def with_size(known: Performances, new: Measured) -> Performances:
    """Return what is known with one more size; the same size measured before is replaced."""
    others = [each for each in known.measured if each.size != new.size]
    return Performances(measured=tuple(sorted([*others, new], key=lambda each: each.size)))


def text_of(performances: Performances) -> str:
    """Return the file of data."""
    written = _written(performances, PERFORMANCES.keys)
    return HEADING + yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=10_000)


def _written(value: object, keys: Sequence[Key]) -> dict[str, object]:
    """Return a value under the French names of its keys, those that are not known left out."""
    told: dict[str, object] = {}
    for key in keys:
        found = getattr(value, key.attribute)
        item = getattr(key.shape, "item", None)
        if isinstance(item, Record):
            found = [_written(each, item.keys) for each in found]
        elif isinstance(found, float):
            found = round(found, 3)
        if found is not None:
            told[key.name] = found
    return told


class Line(TypedDict):
    """What is drawn of a tool: the seconds of a build by number of tutorials."""

    name: str
    points: list[tuple[int, float]]


def series(performances: Performances) -> list[Line]:
    """Return what is drawn: the time of each tool by size."""
    return [Line(name=name, points=_points(performances, name)) for name in performances.names]


def _points(performances: Performances, name: str) -> list[tuple[int, float]]:
    found = ((each.size, performances.seconds(name, each.size)) for each in performances.measured)
    return [(size, seconds) for size, seconds in found if seconds is not None]


def keep(new: Measured, tools: Tools) -> None:
    """Write a size into the data, and draw all of them again."""
    performances = with_size(recorded(), new)
    FILE.write_text(text_of(performances), "utf-8")
    drawn = subprocess.run(
        [str(tools.python), str(DRAW)],
        input=json.dumps(series(recorded())),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    PLOT.write_text(drawn.stdout, "utf-8")
