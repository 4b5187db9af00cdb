"""The explanation of each code: one small file a code, in ``contribuer/codes/``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

from boutdufil.kinds.code.values import Explanation
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.source.collection import Key, Record
from boutdufil.source.shape import Flag, Node, Reading, Shape, Text, shown
from boutdufil.source.text_file import decode
from boutdufil.source.yaml_text import compose

FOLDER = "contribuer/codes"


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
        Key("faux", "wrong", _Lines(), meaning="un exemple faux"),
        Key("juste", "right", _Lines(), meaning="le même, corrigé"),
        Key("en_mots", "in_words", Flag(), required=False),
        Key("modele", "model", _Lines(), required=False),
        Key("avec", "beside", _Lines(), required=False),
    ),
)


def read_explanations(docs: Path) -> tuple[tuple[Explanation, ...], tuple[Finding, ...]]:
    """Read what is explained, in the order of the codes, and what is wrong in it.

    Another organisation's site may explain nothing.
    """
    explained: list[Explanation] = []
    findings: list[Finding] = []
    for code in Code:
        file = docs / FOLDER / f"{code}.yml"
        if not file.is_file():
            continue
        report = Report(f"{FOLDER}/{file.name}")
        text = decode(file.read_bytes(), report)
        node = compose(text, EXPLANATION, report, 0) if text is not None else None
        read = EXPLANATION.read(node, file.name, Reading(report, date.max)) if node else None
        if read is not None:
            explained.append(replace(read, code=code))
        findings += report.findings
    return tuple(explained), tuple(findings)
