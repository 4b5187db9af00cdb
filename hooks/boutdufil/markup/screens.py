"""The screen language: a few lines of YAML that say what the caller should see."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date

import yaml

from boutdufil.language.text import closest, enumerate_french, fold
from boutdufil.markup.variants import VARIANTS, Variants, vary
from boutdufil.model.finding import Code, Report
from boutdufil.model.icons import mistaken_icon
from boutdufil.model.screen import (
    ELEMENTS,
    FRAMES,
    HEIGHTS,
    LISTS,
    SIDES,
    STATES,
    Element,
    Field,
    Mail,
    Screen,
)
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.collection import Key, ListOf, Record, unique_items
from boutdufil.source.shape import Choice, Flag, Integer, Node, Reading, Shape, Text, shown
from boutdufil.source.yaml_text import compose

_TEXT = Text(400, may_be_dots=True)
_TEXTS = ListOf(Text(120, may_be_dots=True), 1, 30)
_FIELD = Record(
    Field,
    (
        Key("libelle", "label", Text(120, may_be_dots=True), required=False),
        Key("exemple", "example", Text(120, may_be_dots=True), required=False),
        Key("valeur", "value", Text(200, may_be_dots=True), required=False),
        Key("cache", "hidden", Flag(), required=False),
    ),
    "libelle: Mot de passe",
)
_MAIL = Record(
    Mail,
    (
        Key("de", "sender", Text(120, may_be_dots=True), required=False),
        Key("objet", "subject", Text(200, may_be_dots=True)),
        Key("texte", "text", _TEXT, required=False),
    ),
    "objet: Votre rendez-vous",
)
_RECORDS: dict[str, Record[Field] | Record[Mail]] = {"champ": _FIELD, "mail": _MAIL}


_LINK_WORDS = {"", "a", "au", "de", "du", "en", "et", "l", "la", "le", "tout"}


class _Place(Shape[tuple[str, ...]]):
    """A height, a side, or both: ``haut droite``, « en haut à droite »."""

    def read(self, node: Node, key: str, reading: Reading) -> tuple[str, ...] | None:
        words = [
            word for word in re.split(r"[\s,;']+", fold(shown(node))) if word not in _LINK_WORDS
        ]
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
        if key in ELEMENTS:
            return _TEXT
        shapes = (record.shape_of(key) for record in _RECORDS.values())
        return next((shape for shape in shapes if shape is not None), None)

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
        misspelt = False
        kinds: list[str] = []
        written: dict[str, object] | None = None
        attributes: dict[str, object] = {}
        goal: Node | None = None
        for name, value_node in unique_items(node, reading):
            if name in ELEMENTS:
                kinds.append(name)
                written = _written(value_node, name, reading)
            elif name == "but":
                goal = value_node
            elif name in _ATTRIBUTES:
                attribute, shape = _ATTRIBUTES[name]
                value = shape.read(value_node, name, reading)
                if value is not None:
                    attributes[attribute] = value
            else:
                near = closest(name, [*ELEMENTS, *_ATTRIBUTES])
                misspelt = misspelt or near in ELEMENTS
                reading.report.add(
                    Code.WRONG_SCREEN,
                    reading.line(value_node),
                    f"« {name} » n’est pas un mot des écrans",
                    found=name,
                    expected=enumerate_french([*ELEMENTS, *_ATTRIBUTES]),
                    hint=f"vouliez-vous dire « {near} » ?" if near else "",
                )
        if misspelt and not kinds:
            return None
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
        if written is None:
            return None
        build: Callable[..., Element] = Element
        element = build(kind=kinds[0], **written, **attributes)
        return element if goal is None else _aimed(element, goal, reading)


def _written(node: Node, kind: str, reading: Reading) -> dict[str, object] | None:
    """Return what an element bears: a text, some texts, or the keys of a field or an e-mail."""
    if isinstance(node, yaml.SequenceNode):
        words = _TEXTS.read(node, kind, reading)
        return {"words": words} if words else None
    if kind in _RECORDS and isinstance(node, yaml.MappingNode):
        content = _RECORDS[kind].read(node, kind, reading)
        words = _words(content)
        if content is not None and not words:
            reading.report.add(
                Code.WRONG_SCREEN,
                reading.line(node),
                f"« {kind} » ne montre aucun mot",
                expected="un libelle, un exemple ou une valeur",
                hint="libelle: Mot de passe",
            )
            return None
        return {"words": words, "content": content} if content else None
    text = _TEXT.read(node, kind, reading)
    near = mistaken_icon(text) if text and kind == "icone" else None
    if text and near:
        reading.report.add(
            Code.WRONG_SCREEN,
            reading.line(node),
            f"« {text} » n’est pas une icône connue",
            found=text,
            expected=f"une icône de la page « Je dessine un écran », ou « application : {text} »",
            hint=f"vouliez-vous dire « {near} » ?",
        )
        return None
    return {"words": (text,)} if text else None


def _words(content: Field | Mail | None) -> tuple[str, ...]:
    if isinstance(content, Field):
        secret = content.hidden and content.value
        written = (content.label, "" if secret else content.value, content.example)
        return tuple(word for word in written if word)
    if isinstance(content, Mail):
        return tuple(word for word in (content.sender, content.subject, content.text) if word)
    return ()


def _aimed(element: Element, node: Node, reading: Reading) -> Element | None:
    """Mark what is to be pressed: the element, or one of its words."""
    word = " ".join(shown(node).split())
    if element.kind in LISTS and word in element.words:
        return dataclasses.replace(element, goal=True, target=word)
    if element.kind in LISTS and not _is_a_flag(word):
        near = closest(word, element.words)
        reading.report.add(
            Code.WRONG_SCREEN,
            reading.line(node),
            f"« {word} » n’est pas dans « {element.kind} »",
            found=word,
            expected=enumerate_french(element.words),
            hint=f"but: {near or element.words[0]}",
        )
        return None
    flag = Flag().read(node, "but", reading)
    return None if flag is None else dataclasses.replace(element, goal=flag)


def _is_a_flag(word: str) -> bool:
    return word.lower() in {"true", "oui", "vrai", "false", "non", "faux"}


SCREEN = Record(
    Screen,
    (
        Key("cadre", "frame", Choice(lambda _taxonomy: FRAMES), required=False),
        Key("barre", "bar", Text(120, may_be_dots=True), required=False),
        Key("adresse", "address", Text(200, may_be_dots=True), required=False),
        Key("onglets", "tabs", ListOf(Text(80, may_be_dots=True), 1, 5), required=False),
        Key("corps", "body", ListOf(_Element(), 0, 30), required=False),
        Key(VARIANTS, "variants", Variants(), required=False),
    ),
    "cadre: telephone",
)


EXAMPLES = "contribuer/ecrans"
"""Folder of the examples of the words of screens."""


def read_screen(
    source: str, caption: str, report: Report, line: int, taxonomy: Taxonomy | None = None
) -> Screen | None:
    """Return the screen that ``source`` describes, or None once its mistakes are reported.

    ``line`` is that of the block's opening, just above the first line of ``source``.
    """
    node = compose(source, SCREEN, report, line)
    if node is None:
        if not report.has_errors:
            report.add(Code.WRONG_SCREEN, line, "l’écran est vide", hint="cadre: telephone")
        return None
    reading = Reading(report, date.max, taxonomy or Taxonomy(), line_offset=line)
    screen = _read_form(node, caption, reading)
    if screen is None or not isinstance(node, yaml.MappingNode):
        return screen
    return vary(screen, node, reading, lambda form: _read_form(form, caption, reading))


def _read_form(node: Node, caption: str, reading: Reading) -> Screen | None:
    """Read one form of a screen, and check what its elements are together."""
    screen = SCREEN.read(node, "ecran", reading)
    if screen is None:
        return None
    report, line = reading.report, reading.line_offset
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
    goals = [element.words[0] for element in screen.body if element.goal]
    if len(goals) > 1:
        report.add(
            Code.WRONG_SCREEN,
            line,
            "deux choses portent « but: true »",
            found=", ".join(goals),
            expected="une seule chose à toucher par écran",
            hint="gardez la première à toucher ; l’autre ira sur l’écran suivant",
        )
        return None
    if screen.tabs and screen.frame != "navigateur":
        report.add(
            Code.WRONG_SCREEN,
            line,
            "des onglets ne tiennent pas en haut de ce cadre",
            found=screen.frame,
            expected="le cadre navigateur, ou un élément « onglets » dans le corps",
            hint="cadre: navigateur",
        )
        return None
    if not (screen.body or screen.bar or screen.address or screen.tabs):
        report.add(Code.WRONG_SCREEN, line, "l’écran est vide", hint="- titre: Ce qui est écrit")
        return None
    return dataclasses.replace(screen, caption=caption)
