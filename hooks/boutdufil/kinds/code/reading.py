"""The explanation of a code into its value: one small file a code."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from datetime import date

from boutdufil.folded import Folded
from boutdufil.kinds.code.declaration import EXPLANATION
from boutdufil.kinds.document import Document
from boutdufil.language.text import closest
from boutdufil.markup.reader import Reader
from boutdufil.markup.seen import values_seen
from boutdufil.model.finding import Code, Report
from boutdufil.source.shape import Reading
from boutdufil.source.text_file import decode
from boutdufil.source.yaml_text import compose


def read_explanation(raw: bytes, path: str, _reader: Reader, _today: date) -> Document:
    """Read what is said of a code, whose name is that of the file."""
    report = Report(path)
    name = posixpath.basename(path)
    code = _code(name.removesuffix(".yml"), report)
    text = decode(raw, report)
    node = compose(text, EXPLANATION, report, 0) if text is not None else None
    read = EXPLANATION.read(node, name, Reading(report, date.max)) if node else None
    if code is None or read is None or report.has_errors:
        return Document(path, tuple(report.findings))
    value = replace(read, code=code)
    return Document(path, tuple(report.findings), value, shown=Folded(values_seen(node, 0)))


def _code(name: str, report: Report) -> Code | None:
    if name in {code.value for code in Code}:
        return Code(name)
    near = closest(name, [code.value for code in Code])
    report.add(
        Code.MISPLACED_FILE,
        1,
        "ce fichier n’explique aucun code",
        found=f"{name}.yml",
        expected="un fichier par code, qui porte son nom",
        hint=f"vouliez-vous dire « {near}.yml » ?" if near else "retirez-le",
    )
    return None
