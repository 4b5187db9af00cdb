"""Draw how long a build takes as a site grows: figures as JSON in, one SVG out.

``[{"name": …, "points": [[tutorials, seconds], …]}, …]``. It is run by the Python of
``build/pairs/``, which has pygal. What pygal writes for a file of its own is left out (styles,
scripts, tips): the page has its own style sheet, for light and for dark.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from math import ceil, floor, log10
from typing import TypedDict
from xml.etree import ElementTree

import pygal

DROPPED = {"defs", "desc", "script", "style", "title"}
HIDDEN = {"tooltip-overlay"}
CLASSES = {"axis", "x", "y", "guide", "line", "dot", "label", "title", "legend", "background"}
"""What the style sheet knows, beside « color-0 »; there, each begins with « fil-plot- »."""
# « 122.35030173735785 » is more than a screen shows; not « 350 ».
_NUMBER = re.compile(r"-?\d+\.\d+")
KEPT = {"d", "x", "y", "cx", "cy", "r", "width", "height", "transform", "viewBox"}


class Line(TypedDict):
    """A tool, and for each size the seconds of a build."""

    name: str
    points: list[tuple[float, float]]


def _decades(values: Sequence[float]) -> list[float]:
    """Return the powers of ten from just under the least value to just over the greatest."""
    least, most = floor(log10(min(values))), ceil(log10(max(values)))
    return [10.0**power for power in range(least, max(most, least + 1) + 1)]


def drawn(series: Sequence[Line]) -> str:
    """Return the SVG of a plot whose two scales are of powers of ten."""
    points = {each["name"]: each["points"] for each in series}
    across = _decades([x for line in points.values() for x, _y in line])
    up = _decades([y for line in points.values() for _x, y in line])
    chart = pygal.XY(
        logarithmic=True,
        css=(),
        js=(),
        width=800,
        height=460,
        margin_right=40,  # half of the last number, under the edge
        dots_size=6,
        print_labels=True,
        xrange=(across[0], across[-1]),
        range=(up[0] / 1.2, up[-1] * 1.2),  # a line at the edge is left out
        x_labels=across,
        y_labels=up,
        x_title="Fiches",
        legend_at_bottom=True,
        legend_at_bottom_columns=3,
        truncate_legend=-1,
        legend_box_size=14,
        value_formatter=lambda value: f"{value:g}".replace(".", ","),
    )
    # Not by its colour alone: the number of a tool stands beside each of its dots.
    for rank, (name, line) in enumerate(points.items(), 1):
        told = [{"value": tuple(point), "label": str(rank)} for point in line]
        chart.add(f"{rank}. {name}", told)
    return _plain(chart.render_tree())


def _plain(root: ElementTree.Element) -> str:
    """Return the drawing alone, without what its page says better."""
    _strip(root)
    ElementTree.indent(root, "")
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _strip(element: ElementTree.Element) -> None:
    known = _classes(element)
    element.attrib = {
        name: _NUMBER.sub(_shorter, value) for name, value in element.attrib.items() if name in KEPT
    }
    if known:
        element.set("class", " ".join(f"fil-plot-{name}" for name in known))
    for child in [*element]:
        if child.tag in DROPPED or {*child.get("class", "").split()} & HIDDEN:
            element.remove(child)
        else:
            _strip(child)


def _classes(element: ElementTree.Element) -> list[str]:
    found = element.get("class", "").split()
    return [name for name in found if name in CLASSES or name.startswith("color-")]


def _shorter(match: re.Match[str]) -> str:
    return f"{float(match[0]):.1f}".removesuffix(".0")


if __name__ == "__main__":
    sys.stdout.write(drawn(json.load(sys.stdin)))
