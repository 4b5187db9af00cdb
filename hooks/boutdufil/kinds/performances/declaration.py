"""What ``performances.yml`` declares; ``python -m tests.bench --pairs --garder`` writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from boutdufil.kinds.performances.values import Figures, Measured, Performances
from boutdufil.model.finding import Code
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import Day
from boutdufil.source.shape import Node, Reading, Schema, Shape, Text, shown

PERFORMANCES_FILE = "performances.yml"

# « 12.5 », « 300000 »; not « 12,5 », « 1e9 », « -3 ».
_AMOUNT = re.compile(r"(?:0|[1-9][0-9]{0,7})(?:\.[0-9]{1,3})?")


@dataclass(frozen=True)
class Amount(Shape[float]):
    """What was counted or measured: a number that is not negative, thousandths at most.

    ``is_whole``: something that is counted, at least one.
    """

    is_whole: bool = False

    def read(self, node: Node, key: str, reading: Reading) -> float | None:
        found = shown(node)
        if _AMOUNT.fullmatch(found):
            amount = float(found)
            if not self.is_whole or (amount.is_integer() and amount):
                return int(amount) if self.is_whole else amount
        example = "100" if self.is_whole else "12.5"
        reading.report.add(
            Code.WRONG_NUMBER,
            reading.line(node),
            f"« {key} » n’est pas un nombre attendu ici",
            found=found,
            expected="un nombre entier" if self.is_whole else "un nombre, avec un point",
            hint=f"{key}: {example}",
        )
        return None

    def schema(self, taxonomy: Taxonomy) -> Schema:
        return {"type": "integer" if self.is_whole else "number", "minimum": 0}


@dataclass(frozen=True)
class Duration(Amount):
    """A time that was measured: more than nothing, since others are divided by it."""

    def read(self, node: Node, key: str, reading: Reading) -> float | None:
        amount = super().read(node, key, reading)
        if amount == 0:
            reading.report.add(
                Code.WRONG_NUMBER,
                reading.line(node),
                f"« {key} » est nul",
                found=shown(node),
                expected="un temps mesuré",
                hint="mesurez de nouveau : python -m tests.bench --pairs --garder",
            )
            return None
        return amount


_FIGURES = Record(
    Figures,
    (
        Key("nom", "name", Text(40), meaning="le nom de l’outil"),
        Key("version", "version", Text(40), meaning="sa version"),
        Key("secondes", "seconds", Duration(), meaning="le temps d’une construction"),
        Key("calcul", "cpu_seconds", Amount(), meaning="le temps de calcul, en secondes"),
        Key("memoire", "peak_megabytes", Amount(), meaning="la mémoire, au plus haut, en Mo"),
        Key("poids", "megabytes", Amount(), meaning="ce qui est publié, en Mo"),
        Key("fichiers", "files", Amount(is_whole=True), meaning="le nombre de fichiers publiés"),
        Key("pages", "pages", Amount(is_whole=True), meaning="le nombre de pages"),
        Key("premiere_page", "first_page", Amount(), required=False, meaning="en ko"),
        Key("premiere_recherche", "first_search", Amount(), required=False, meaning="en ko"),
    ),
)
_MEASURED = Record(
    Measured,
    (
        Key("fiches", "size", Amount(is_whole=True), meaning="le nombre de fiches"),
        Key("tours", "rounds", Amount(is_whole=True), meaning="combien de fois chaque outil"),
        Key("le", "day", Day(), meaning="le jour de la mesure"),
        Key("machine", "machine", Text(200), meaning="la machine"),
        Key("outils", "tools", ListOf(_FIGURES, 1, 12), meaning="chaque outil, le nôtre d’abord"),
    ),
)
PERFORMANCES = Record(
    Performances,
    (
        Key(
            "mesures",
            "measured",
            ListOf(_MEASURED, 1, 12),
            meaning="une mesure par taille de base",
        ),
    ),
)
