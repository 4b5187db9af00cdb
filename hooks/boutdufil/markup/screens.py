"""The screen language: a few lines of YAML that say what the caller should see."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

import yaml

from boutdufil.model.finding import Code, Report
from boutdufil.model.screen import ELEMENTS, FRAMES, HEIGHTS, SIDES, STATES, Element, Screen
from boutdufil.model.text import closest, enumerate_french
from boutdufil.written.shape import (
    Choice,
    Flag,
    Integer,
    Key,
    ListOf,
    Node,
    Reading,
    Record,
    Shape,
    Text,
    shown,
    unique_items,
)
from boutdufil.written.yaml_text import compose

_TEXT = Text(400)
_TEXTS = ListOf(Text(120), 1, 30)


class _Place(Shape[tuple[str, ...]]):
    """A height, a side, or both: ``haut droite``."""

    def read(self, node: Node, key: str, reading: Reading) -> tuple[str, ...] | None:
        words = shown(node).split()
        heights = [word for word in words if word in HEIGHTS]
        sides = [word for word in words if word in SIDES]
        if words and len(words) == len(heights) + len(sides) and len(heights) < 2 > len(sides):
            return tuple(heights + sides)
        reading.report.add(
            Code.WRONG_SCREEN,
            reading.line(node),
            "cette place n’existe pas",
            found=shown(node),
            expected=f"{enumerate_french(HEIGHTS)}, puis {enumerate_french(SIDES)}",
            hint=f"{key}: haut droite",
        )
        return None


_ATTRIBUTES: dict[str, tuple[str, Shape[object]]] = {
    "repere": ("marker", Integer(1, 9, "un chiffre de 1 à 9")),
    "place": ("place", _Place()),
    "etat": ("state", Choice(lambda _taxonomy: STATES)),
    "but": ("goal", Flag()),
}


class _Element(Shape[Element]):
    """One thing on the screen: what it is, its words, and where it stands."""

    def shape_of(self, key: str) -> Shape[object] | None:
        return _TEXT if key in ELEMENTS else None

    def read(self, node: Node, key: str, reading: Reading) -> Element | None:
        if not isinstance(node, yaml.MappingNode):
            reading.report.add(
                Code.WRONG_SCREEN,
                reading.line(node),
                "on ne sait pas ce qu’est cet élément",
                found=shown(node),
                expected="un mot de la liste : " + enumerate_french(ELEMENTS),
                hint=f"- texte: {shown(node)}",
            )
            return None
        kinds: list[str] = []
        words: tuple[str, ...] | None = None
        attributes: dict[str, object] = {}
        for name, value_node in unique_items(node, reading):
            if name in ELEMENTS:
                kinds.append(name)
                if isinstance(value_node, yaml.SequenceNode):
                    words = _TEXTS.read(value_node, name, reading)
                else:
                    text = _TEXT.read(value_node, name, reading)
                    words = (text,) if text else None
            elif name in _ATTRIBUTES:
                attribute, shape = _ATTRIBUTES[name]
                value = shape.read(value_node, name, reading)
                if value is not None:
                    attributes[attribute] = value
            else:
                near = closest(name, [*ELEMENTS, *_ATTRIBUTES])
                reading.report.add(
                    Code.WRONG_SCREEN,
                    reading.line(value_node),
                    f"« {name} » n’est pas un mot des écrans",
                    found=name,
                    expected=enumerate_french([*ELEMENTS, *_ATTRIBUTES]),
                    hint=f"vouliez-vous dire « {near} » ?" if near else "",
                )
        if len(kinds) != 1:
            reading.report.add(
                Code.WRONG_SCREEN,
                reading.line(node),
                "un élément de l’écran est une seule chose",
                found=", ".join(kinds) or "aucun mot connu",
                expected=enumerate_french(ELEMENTS),
                hint="- bouton: Envoyer",
            )
            return None
        if words is None:
            return None
        build: Callable[..., Element] = Element
        return build(kind=kinds[0], words=words, **attributes)


_SCREEN = Record(
    Screen,
    (
        Key("cadre", "frame", Choice(lambda _taxonomy: FRAMES), required=False),
        Key("barre", "bar", Text(120), required=False),
        Key("adresse", "address", Text(200), required=False),
        Key("corps", "body", ListOf(_Element(), 0, 30), required=False),
    ),
    "cadre: telephone",
)


def read_screen(source: str, caption: str, report: Report, line: int) -> Screen | None:
    """Return the screen that ``source`` describes, or None once its mistakes are reported.

    ``line`` is that of the block's opening, just above the first line of ``source``.
    """
    node = compose(source, _SCREEN, report, line)
    if node is None:
        if not report.has_errors:
            report.add(Code.WRONG_SCREEN, line, "l’écran est vide", hint="cadre: telephone")
        return None
    reading = Reading(report, date.max, line_offset=line)
    screen = _SCREEN.read(node, "ecran", reading)
    if screen is None:
        return None
    markers = [element.marker for element in screen.body if element.marker is not None]
    repeated = next((marker for marker in markers if markers.count(marker) > 1), None)
    if repeated is not None:
        report.add(
            Code.WRONG_SCREEN,
            line,
            f"le repère {repeated} est là deux fois",
            found=", ".join(str(marker) for marker in markers),
            expected="un numéro différent pour chaque repère",
            hint="numérotez dans l’ordre où l’on regarde",
        )
        return None
    if not screen.body and not screen.bar and not screen.address:
        report.add(Code.WRONG_SCREEN, line, "l’écran est vide", hint="- titre: Ce qui est écrit")
        return None
    return dataclasses.replace(screen, caption=caption)
