"""What the explanation of a code declares."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from boutdufil.kinds.code.values import Explanation
from boutdufil.model.finding import Code
from boutdufil.source.collection import Key, Record
from boutdufil.source.shape import Flag, Node, Reading, Shape, Text, shown


@dataclass(frozen=True)
class _Lines(Shape[str]):
    """A text that keeps its lines."""

    is_text = True

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        if isinstance(node, yaml.ScalarNode) and str(node.value).strip():
            return str(node.value).rstrip("\n")
        reading.report.add(
            Code.WRONG_KIND,
            reading.line(node),
            f"« {key} » attend des lignes de texte",
            found=shown(node),
            expected="une barre droite, puis des lignes décalées de deux espaces",
            hint=f"{key}: |",
        )
        return None


EXPLANATION = Record(
    Explanation,
    (
        Key("titre", "title", Text(90), meaning="ce qui ne va pas"),
        Key("pourquoi", "reason", Text(400), meaning="pourquoi cela compte"),
        Key("en_mots", "in_words", Flag(), required=False),
        Key("faux", "wrong", _Lines(), meaning="un exemple faux"),
        Key("juste", "right", _Lines(), meaning="le même, corrigé"),
        Key("modele", "model", _Lines(), required=False),
        Key("avec", "beside", _Lines(), required=False),
    ),
)
