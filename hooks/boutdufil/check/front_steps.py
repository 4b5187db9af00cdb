"""The small steps that put a front matter in form: each returns the parts, changed or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import yaml

from boutdufil.model.finding import Report
from boutdufil.source.collection import Key, ListOf, Named, Record
from boutdufil.source.form import Day, meant_day
from boutdufil.source.shape import Node, Shape, Text
from boutdufil.source.yaml_text import compose, meant, parses, repair

LETTER = "A-Za-zÀ-ÖØ-öø-ÿŒœ"
# « l'e » within a word; not « 'non' ».
_STRAIGHT = re.compile(rf"(?<=[{LETTER}])'(?=[{LETTER}])")
# « l''e », as YAML doubles an apostrophe between single quotes; not « '' » alone.
_DOUBLED = re.compile(rf"(?<=[{LETTER}])''(?=[{LETTER}])")
# « titre: », « titre : »; not « https://… ».
_KEY_LINE = re.compile(r"(?P<key>[\w-]+) ?:(?:\s|$)")
# « numero: 101 »; not « # numero: 101 ».
NUMBER_LINE = re.compile(r"^numero\s*:\s*[\"']?(\d{1,4})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parts:
    """A file in its two parts; ``front`` is None without front matter, all of it in a ``.yml``."""

    front: str | None
    body: str
    shape: Shape[object]
    keys: tuple[Key, ...]
    is_yaml: bool = False

    @property
    def text(self) -> str:
        if self.is_yaml or self.front is None:
            return self.body if self.front is None else self.front
        return "---\n" + (f"{self.front}\n" if self.front else "") + f"---\n{self.body}"


def without_lookalikes(parts: Parts) -> Parts:
    """Replace the signs that stand for others."""
    return replace(parts, front=meant(parts.front, parts.shape)[0]) if parts.front else parts


def quoted(parts: Parts) -> Parts:
    """Quote what YAML would misread, when it can then read it all."""
    repaired = repair(parts.front, parts.shape) if parts.front else ""
    return replace(parts, front=repaired) if repaired and parses(repaired) else parts


def dated(parts: Parts, today: date) -> Parts:
    """Write the days that cannot be others as ``année-mois-jour``."""

    def date_of(text: str) -> str:
        meant = meant_day(text.strip("'\""))
        return meant.isoformat() if meant and meant <= today else text

    return _with_values(parts, Day, date_of)


def curled(parts: Parts) -> Parts:
    """Curl the apostrophes of the texts."""

    def curve(text: str) -> str:
        single = text.startswith("'")
        return _STRAIGHT.sub("’", _DOUBLED.sub("’", text) if single else text)

    return _with_values(parts, Text, curve)


def _with_values(parts: Parts, kind: type[Text] | type[Day], change: Callable[[str], str]) -> Parts:
    """Change the values of one kind as they are written, quotes included."""
    if not parts.front:
        return parts
    node = compose(parts.front, parts.shape, Report(""), 0)
    # Places count in the repaired text: when it differs, they are not those of this one.
    if node is None or repair(parts.front, parts.shape) != parts.front:
        return parts
    front = parts.front
    for value in sorted(
        _values(node, parts.shape, kind), key=lambda each: int(each.start_mark.index), reverse=True
    ):
        start, end = int(value.start_mark.index), int(value.end_mark.index)
        front = front[:start] + change(front[start:end]) + front[end:]
    return replace(parts, front=front)


def _values(
    node: Node, shape: Shape[object] | None, kind: type[Text] | type[Day]
) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        if isinstance(shape, ListOf):
            yield from _values(node, shape.item, kind)
        elif isinstance(shape, kind):
            yield node
    elif isinstance(node, yaml.SequenceNode) and isinstance(shape, ListOf):
        for item in node.value:
            yield from _values(item, shape.item, kind)
    elif isinstance(node, yaml.MappingNode) and isinstance(shape, Record | Named):
        for key, value in node.value:
            inner = shape.item if isinstance(shape, Named) else shape.shape_of(str(key.value))
            yield from _values(value, inner, kind)


def numbered(parts: Parts, number: str) -> Parts:
    """Give a tutorial its number, when it asks for none."""
    if not number or parts.front is None or NUMBER_LINE.search(parts.front):
        return parts
    if "numero" in {key for key, _lines in _segments(parts.front)}:
        return parts
    return replace(parts, front=f"numero: {number}\n{parts.front}")


def ordered(parts: Parts) -> Parts:
    """Put the keys in the order of the declaration, each with the comments above it."""
    segments = _segments(parts.front or "")
    names = [key for key, _lines in segments]
    order = {key.name: rank for rank, key in enumerate(parts.keys)}
    if len(set(names)) != len(names) or not order.keys() >= set(names):
        return parts
    lines = [
        line for _key, each in sorted(segments, key=lambda one: order[one[0]]) for line in each
    ]
    return replace(parts, front="\n".join(lines)) if lines else parts


def _segments(front: str) -> list[tuple[str, list[str]]]:
    """Cut a front matter at its keys; the comments before a key are its own."""
    segments: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    for line in front.split("\n"):
        if match := _KEY_LINE.match(line):
            segments.append((match["key"], [*waiting, line]))
            waiting = []
        elif line.startswith("#") or not line.strip() or not segments:
            waiting.append(line)
        else:
            segments[-1][1].extend([*waiting, line])
            waiting = []
    if segments:
        segments[-1][1].extend(waiting)
    return segments
