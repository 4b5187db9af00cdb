"""Values made of others: lists, records of declared keys, names chosen by the author."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import yaml

from boutdufil.language.text import closest, counted, slugify
from boutdufil.model.finding import Code
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.shape import Node, Reading, Schema, Shape, shown

T = TypeVar("T")

# A part of an address: « cyber-hygiene », never « -hygiene » nor « Hygiène ».
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# What the second page of a listing is called: « page-2 », not « page-deux ».
_PAGE = re.compile(r"page-\d+")


@dataclass(frozen=True)
class ListOf(Shape[tuple[T, ...]], Generic[T]):
    """A list of ``minimum`` to ``maximum`` values; a value alone is a list of one."""

    item: Shape[T]
    minimum: int = 0
    maximum: int = 60

    def read(self, node: Node, key: str, reading: Reading) -> tuple[T, ...] | None:
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        nodes = [part for each in nodes for part in self.item.cut(each, reading)]
        if isinstance(node, yaml.ScalarNode) and not node.value:
            nodes = []
        if not self.minimum <= len(nodes) <= self.maximum:
            reading.report.add(
                Code.WRONG_LENGTH,
                reading.line(node),
                f"il faut au moins {counted(self.minimum, 'ligne')} sous « {key} »"
                if len(nodes) < self.minimum
                else f"il y a trop de lignes sous « {key} »",
                found=counted(len(nodes), "ligne"),
                expected=f"{self.minimum} au moins, {self.maximum} au plus",
                hint=f"sous « {key}: », une ligne par élément, qui commence par « - »",
            )
            return None
        values = [self.item.read(item, key, reading) for item in nodes]
        kept = tuple(value for value in values if value is not None)
        return kept if len(kept) == len(values) else None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        item = self.item.schema(taxonomy)
        bounds = {"minItems": self.minimum, "maxItems": self.maximum}
        listed: Schema = {"type": "array", "items": item, **bounds}
        return listed if self.minimum > 1 else {"anyOf": [listed, item]}


@dataclass(frozen=True)
class Key:
    """One key of a record: its French name, the attribute it fills, and what it means."""

    name: str
    attribute: str
    shape: Shape[object]
    required: bool = True
    meaning: str = ""
    example: str = ""
    is_given: bool = False
    """Whether ``fil verifier --corriger`` writes it when it is missing."""


@dataclass(frozen=True)
class Record(Shape[T], Generic[T]):
    """Lines ``clé: valeur``, made into a value by ``build`` (keyword arguments)."""

    build: Callable[..., T]
    keys: tuple[Key, ...]
    example: str = ""

    def shape_of(self, key: str) -> Shape[object] | None:
        return next((known.shape for known in self.keys if known.name == key), None)

    def read(self, node: Node, key: str, reading: Reading) -> T | None:
        if not isinstance(node, yaml.MappingNode):
            reading.report.add(
                Code.WRONG_KIND,
                reading.line(node),
                f"« {key} » attend des lignes « clé: valeur »",
                found=shown(node),
                expected=", ".join(f"{known.name}: …" for known in self.keys if known.required),
                hint=self.example,
            )
            return None
        known_keys = {known.name: known for known in self.keys}
        key_lines = {shown(key_node): reading.line(key_node) for key_node, _ in node.value}
        meant: set[str | None] = set()
        values: dict[str, object] = {}
        complete = True
        for name, value_node in unique_items(node, reading):
            known = known_keys.get(name)
            if known is None:
                near = closest(name, known_keys)
                meant.add(near)
                reading.report.add(
                    Code.UNKNOWN_KEY,
                    key_lines[name],
                    f"la clé « {name} » est inconnue",
                    found=name,
                    expected=", ".join(known_keys),
                    hint=f"vouliez-vous dire « {near} » ?" if near else "retirez cette ligne",
                )
                complete = False
                continue
            value = known.shape.read(value_node, name, reading)
            values[known.attribute] = value
            complete = complete and value is not None
        for known in self.keys:
            missing = known.required and known.attribute not in values
            if missing and known.name not in meant:
                reading.report.add(
                    Code.MISSING_KEY,
                    reading.line(node),
                    f"il manque « {known.name} »",
                    expected=known.meaning,
                    hint=known.example or f"{known.name}: …",
                    fixable=known.is_given,
                    key=known.name,
                )
                complete = False
        return self.build(**values) if complete else None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [key.name for key in self.keys if key.required],
            "properties": {
                key.name: {
                    **({"description": key.meaning} if key.meaning else {}),
                    **key.shape.schema(taxonomy),
                }
                for key in self.keys
            },
        }


@dataclass(frozen=True)
class Named(Shape[dict[str, T]], Generic[T]):
    """Names chosen by the author, each with a value of the same shape."""

    item: Shape[T]
    is_address: bool = False
    """Whether the names become parts of addresses."""

    def read(self, node: Node, key: str, reading: Reading) -> dict[str, T] | None:
        if not isinstance(node, yaml.MappingNode):
            reading.report.add(
                Code.WRONG_KIND,
                reading.line(node),
                f"« {key} » attend des lignes « nom: valeur »",
                found=shown(node),
                expected="au moins un nom, suivi de deux-points",
            )
            return None
        items = unique_items(node, reading)
        for name, value_node in items if self.is_address else ():
            if not _KEY.fullmatch(name) or _PAGE.fullmatch(name):
                reading.report.add(
                    Code.WRONG_ADDRESS,
                    reading.line(value_node),
                    f"« {name} » ferait une mauvaise adresse",
                    found=name,
                    expected="des minuscules sans accent, des chiffres, des tirets",
                    hint=f"écrivez : {slugify(name)}",
                )
                return None
        values = {name: self.item.read(value_node, name, reading) for name, value_node in items}
        kept = {name: value for name, value in values.items() if value is not None}
        return kept if len(kept) == len(values) else None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        names = {"propertyNames": {"pattern": f"^{_KEY.pattern}$"}} if self.is_address else {}
        return {"type": "object", "additionalProperties": self.item.schema(taxonomy), **names}


def unique_items(node: yaml.MappingNode, reading: Reading) -> list[tuple[str, Node]]:
    """Return the lines of a mapping; a key written twice is reported and read once."""
    lines: dict[str, int] = {}
    items: list[tuple[str, Node]] = []
    for key_node, value_node in node.value:
        name = shown(key_node)
        if name in lines:
            reading.report.add(
                Code.DUPLICATE_KEY,
                reading.line(key_node),
                f"« {name} » est écrit deux fois",
                found=f"déjà ligne {lines[name]}",
                expected="une seule fois",
                hint="gardez la bonne ligne, retirez l’autre",
            )
            continue
        lines[name] = reading.line(key_node)
        items.append((name, value_node))
    return items
