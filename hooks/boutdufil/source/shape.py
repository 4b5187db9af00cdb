"""The shape of a value written by hand: one declaration reads it and explains it.

A shape reads a YAML node into a plain value, or reports, in French, what was expected instead and
returns None. Every scalar is read as text (YAML turns ``12:30`` into 750 and ``on`` into true) and
typed here. Lists and records are in ``collection``, dates and addresses in ``form``.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

import yaml

from boutdufil.language.text import closest, counted, enumerate_french, meant
from boutdufil.model.finding import Code, Report
from boutdufil.model.taxonomy import Taxonomy

T_co = TypeVar("T_co", covariant=True)
Node = yaml.nodes.Node
Schema = dict[str, object]
_SCALARS = ["string", "number", "boolean"]
"""What an editor may take a text for: ``version: 15``."""


@dataclass(frozen=True)
class Reading:
    """What a shape needs besides the node: where to report, and what is known."""

    report: Report
    today: date
    """The last day that has begun somewhere: a later one is in the future."""
    taxonomy: Taxonomy = field(default_factory=Taxonomy)
    line_offset: int = 0
    """Lines of the file before the YAML."""

    def line(self, node: Node) -> int:
        """Return the line of the file where ``node`` begins."""
        return int(node.start_mark.line) + 1 + self.line_offset


class Shape(ABC, Generic[T_co]):
    """A kind of value."""

    is_text = False
    """Whether a colon or a hash within the value is meant as text."""

    @abstractmethod
    def read(self, node: Node, key: str, reading: Reading) -> T_co | None:
        """Return the value of ``node``, or None once what is wrong has been reported."""

    def schema(self, taxonomy: Taxonomy) -> Schema:
        """Return the JSON Schema of the value, for an editor: YAML has typed its scalars there.

        A shape that says nothing to an editor accepts anything.
        """
        return {}

    def shape_of(self, key: str) -> Shape[object] | None:
        """Return the shape of one key of the value, when it is made of keys."""
        return None

    def cut(self, node: Node, reading: Reading) -> list[Node]:
        """Return the nodes that an author meant by ``node`` within a list."""
        return [node]


def shown(node: Node) -> str:
    """Return what an author sees where ``node`` is."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value) or "rien"
    if isinstance(node, yaml.SequenceNode):
        return "une liste : " + ", ".join(
            shown(item) if isinstance(item, yaml.ScalarNode) else "…" for item in node.value[:6]
        )
    return "des lignes « clé: valeur »"


@dataclass(frozen=True)
class Text(Shape[str]):
    """A text of ``maximum`` characters at most."""

    maximum: int
    example: str = ""
    may_be_dots: bool = False
    """Whether « … » is what is meant, and not a blank to fill."""
    is_text = True

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            reading.report.add(
                Code.WRONG_KIND,
                reading.line(node),
                f"« {key} » n’est pas un texte",
                found=shown(node),
                expected="un texte sur la même ligne",
                hint=f"{key}: {self.example or '…'}",
            )
            return None
        text = " ".join(str(node.value).split())
        if not text or (not self.may_be_dots and not text.strip("….")):
            reading.report.add(
                Code.WRONG_LENGTH,
                reading.line(node),
                f"« {key} » est vide",
                expected=f"un texte de {self.maximum} caractères au plus",
                hint=f"par exemple : {self.example}" if self.example else "complétez cette ligne",
            )
            return None
        if len(text) > self.maximum:
            reading.report.add(
                Code.WRONG_LENGTH,
                reading.line(node),
                f"« {key} » est trop long de {counted(len(text) - self.maximum, 'caractère')}",
                found=text,
                expected=f"{self.maximum} caractères au plus ; il y en a {len(text)}",
                hint="gardez une seule idée, le reste ira dans la page",
            )
            return None
        return text

    def schema(self, taxonomy: Taxonomy) -> Schema:
        return {"type": _SCALARS, "minLength": 1, "maxLength": self.maximum}


def _without_names(_taxonomy: Taxonomy) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True)
class Choice(Shape[str]):
    """One word of a closed list, which ``words`` takes from what is known.

    It is understood by its name too, which ``names`` tells, whatever the case and the accents.
    """

    words: Callable[[Taxonomy], Iterable[str]]
    declared_in: str = ""
    names: Callable[[Taxonomy], Mapping[str, str]] = _without_names

    def cut(self, node: Node, reading: Reading) -> list[Node]:
        """Understand ``seniors, jeunes``, whatever brackets and commas were forgotten."""
        if not isinstance(node, yaml.ScalarNode):
            return [node]
        for between in (r"[,;]", r"[,;\s]"):
            words = [word.strip() for word in re.split(between, shown(node)) if word.strip()]
            if len(words) > 1 and all(self._meant(word, reading) for word in words):
                break
        else:
            return [node]
        return [yaml.ScalarNode(node.tag, word, node.start_mark, node.end_mark) for word in words]

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        found = shown(node)
        words = tuple(self.words(reading.taxonomy))
        if isinstance(node, yaml.ScalarNode) and (word := self._meant(found, reading)):
            return word
        near = closest(found, words)
        reading.report.add(
            Code.UNKNOWN_WORD,
            reading.line(node),
            f"« {found} » n’existe pas dans « {key} »",
            found=found,
            expected=enumerate_french(words)
            + (f" (déclarés dans {self.declared_in})" if self.declared_in else ""),
            hint=f"vouliez-vous dire « {near} » ?" if near else "",
            column=int(node.start_mark.column) + 1,
        )
        return None

    def _meant(self, word: str, reading: Reading) -> str:
        return meant(word, self.words(reading.taxonomy), self.names(reading.taxonomy))

    def schema(self, taxonomy: Taxonomy) -> Schema:
        return {"enum": list(self.words(taxonomy))}


@dataclass(frozen=True)
class Integer(Shape[int]):
    """A whole number between two bounds."""

    minimum: int
    maximum: int
    meaning: str

    def read(self, node: Node, key: str, reading: Reading) -> int | None:
        found = shown(node)
        short = found.isascii() and found.isdigit() and len(found) <= 4
        if short and self.minimum <= int(found) <= self.maximum:
            return int(found)
        reading.report.add(
            Code.WRONG_NUMBER,
            reading.line(node),
            f"« {key} » n’est pas un nombre attendu ici",
            found=found,
            expected=self.meaning,
            hint=f"{key}: {self._meant(found)}",
        )
        return None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        return {"type": "integer", "minimum": self.minimum, "maximum": self.maximum}

    def _meant(self, found: str) -> int:
        digits = re.sub(r"\D", "", found)[:6]
        within = digits.isascii() and digits and self.minimum <= int(digits) <= self.maximum
        return int(digits) if within else self.minimum


@dataclass(frozen=True)
class Flag(Shape[bool]):
    """Yes or no."""

    def read(self, node: Node, key: str, reading: Reading) -> bool | None:
        found = shown(node).lower()
        if found in {"true", "oui", "vrai"}:
            return True
        if found in {"false", "non", "faux"}:
            return False
        reading.report.add(
            Code.WRONG_KIND,
            reading.line(node),
            f"« {key} » se répond par oui ou non",
            found=found,
            expected="true ou false",
            hint=f"{key}: true",
        )
        return None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        return {"enum": [True, False, "oui", "non", "vrai", "faux"]}
