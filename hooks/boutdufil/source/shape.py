"""The shapes that a value written by hand may take: one declaration reads it and explains it.

A shape reads a YAML node into a plain value, or reports, in French, what was expected instead and
returns None. Every scalar is read as text (YAML turns ``12:30`` into 750 and ``on`` into true) and
typed here.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar
from urllib.parse import urlsplit

import yaml

from boutdufil.language.text import closest, counted, enumerate_french, slugify
from boutdufil.model.finding import Code, Report
from boutdufil.model.taxonomy import Taxonomy

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Node = yaml.nodes.Node
Schema = dict[str, object]
_SCALARS = ["string", "number", "boolean"]
"""What an editor may take a text for: ``version: 15``."""

_REFERENCE = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_ADDRESS = re.compile(r"(?:[a-z0-9-]+/)+")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PAGE = re.compile(r"page-\d+")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FRENCH_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True)
class Reading:
    """What a shape needs besides the node: where to report, and what is known."""

    report: Report
    today: date
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
        return "une liste : " + ", ".join(shown(item) for item in node.value[:6])
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
class Choice(Shape[str]):
    """One word of a closed list, which ``words`` takes from what is known."""

    words: Callable[[Taxonomy], Iterable[str]]
    declared_in: str = ""

    def cut(self, node: Node, reading: Reading) -> list[Node]:
        """Understand ``seniors, jeunes``, whatever brackets and commas were forgotten."""
        words = [word for word in re.split(r"[,;\s]+", shown(node)) if word]
        known = set(self.words(reading.taxonomy))
        if not isinstance(node, yaml.ScalarNode) or len(words) < 2 or not known.issuperset(words):
            return [node]
        return [yaml.ScalarNode(node.tag, word, node.start_mark, node.end_mark) for word in words]

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        found = shown(node)
        words = tuple(self.words(reading.taxonomy))
        if isinstance(node, yaml.ScalarNode) and found in words:
            return found
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
class SpokenNumber(Shape[str]):
    """The number said over the phone: three or four digits, kept as written (``007``)."""

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        found = shown(node)
        if re.fullmatch(r"[0-9]{3,4}", found):
            return found
        digits = re.sub(r"[^0-9]", "", found)
        reading.report.add(
            Code.WRONG_NUMBER,
            reading.line(node),
            f"« {key} » ne se dit pas au téléphone",
            found=found,
            expected="trois ou quatre chiffres, sans espace",
            hint=f"{key}: {digits.zfill(3)}" if 0 < len(digits) < 5 else f"{key}: 101",
        )
        return None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        # An editor takes 007 for seven.
        return {"type": ["integer", "string"], "pattern": "^[0-9]{3,4}$", "maximum": 9999}


@dataclass(frozen=True)
class Day(Shape[date]):
    """A day that is not in the future, ``année-mois-jour``."""

    def read(self, node: Node, key: str, reading: Reading) -> date | None:
        found = shown(node)
        if match := _DAY.fullmatch(found):
            day = _day(*(int(part) for part in match.groups()))
            if day and day <= reading.today:
                return day
            if day:
                reading.report.add(
                    Code.WRONG_DATE,
                    reading.line(node),
                    f"« {key} » est dans le futur",
                    found=found,
                    expected=f"une date passée, au plus tard aujourd’hui ({reading.today})",
                    hint=f"{key}: {reading.today}",
                )
                return None
            reading.report.add(
                Code.WRONG_DATE,
                reading.line(node),
                f"« {key} » n’est pas un jour du calendrier",
                found=found,
                expected="une date qui existe",
                hint="vérifiez le jour et le mois",
            )
            return None
        french = _FRENCH_DAY.fullmatch(found)
        meant = _day(*(int(part) for part in reversed(french.groups()))) if french else None
        certain = meant_day(found)
        reading.report.add(
            Code.WRONG_DATE,
            reading.line(node),
            f"« {key} » n’est pas une date",
            found=found,
            expected="une date écrite année-mois-jour, avec des tirets",
            hint=f"{key}: {meant or reading.today}",
            fixable=certain is not None and certain <= reading.today,
        )
        return None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        return {"type": "string", "pattern": f"^{_DAY.pattern}$"}


def meant_day(text: str) -> date | None:
    """Return the day of ``21/11/2026``; None when another country would read another day."""
    match = _FRENCH_DAY.fullmatch(text)
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    return _day(year, month, day) if day > 12 or day == month else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True)
class Matching(Shape[str]):
    """A text of a fixed form, such as an address."""

    accepts: Callable[[str], bool]
    expected: str
    example: str
    tidy: Callable[[str], str] = str
    pattern: str = ""
    """What the form is, for an editor; the build alone knows it all."""

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        found = self.tidy(shown(node))
        if isinstance(node, yaml.ScalarNode) and len(found) <= 300 and self.accepts(found):
            return found
        reading.report.add(
            Code.WRONG_ADDRESS,
            reading.line(node),
            f"« {key} » n’a pas la bonne forme",
            found=shown(node),
            expected=self.expected,
            hint=f"par exemple : {self.example}",
        )
        return None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        form = {"pattern": self.pattern} if self.pattern else {}
        return {"type": "string", "maxLength": 300, "examples": [self.example], **form}


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


def is_https(text: str) -> bool:
    """Tell whether ``text`` is a whole https address."""
    if any(character.isspace() for character in text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in parts.netloc


def tidy_reference(text: str) -> str:
    """Return ``theme/slug`` even when a whole path was written."""
    return text.strip().strip("/").removeprefix("tutoriels/").removesuffix(".md")


HTTPS = Matching(
    is_https,
    "une adresse qui commence par https://",
    "https://www.service-public.fr/",
    pattern=r"^https://[^\s/]+\.[^\s]+$",
)
REFERENCE = Matching(
    lambda text: bool(_REFERENCE.fullmatch(text)),
    "une fiche écrite thème/nom",
    "cyber-hygiene/message-suspect",
    tidy_reference,
    r"^/?(?:tutoriels/)?[a-z0-9-]+/[a-z0-9-]+(?:\.md)?/?$",
)
FORMER_ADDRESS = Matching(
    lambda text: bool(_ADDRESS.fullmatch(text)),
    "l’ancienne adresse, en minuscules, sans le nom du site",
    "securite/message-suspect/",
    lambda text: text.strip().strip("/") + "/",
    r"^/?(?:[a-z0-9-]+/)*[a-z0-9-]+/?$",
)
