"""A path into its value."""

from __future__ import annotations

from datetime import date

from boutdufil.folded import Folded
from boutdufil.kinds.document import Document
from boutdufil.kinds.path.declaration import PATH
from boutdufil.kinds.path.values import FOLDER, LearningPath
from boutdufil.kinds.reading import check_place, open_file
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Report


def read_path(raw: bytes, path: str, reader: Reader, today: date) -> Document:
    """Read a path: its front matter, then a few words in plain Markdown."""
    report = Report(path)
    check_place(path, FOLDER, "le parcours", "des parcours", report)
    opened = open_file(raw, PATH, report, reader, today)
    if opened is None:
        return Document(path, tuple(report.findings))
    body = reader.read_page(opened.body, path, report, opened.body_offset)
    if body is not None and body.script.steps:
        report.add(
            Code.WRONG_SECTION,
            opened.body_offset + 1,
            "un parcours n’a pas d’étapes dans son texte",
            found="## Étapes",
            expected="quelques mots, sans titre ; les étapes sont dans l’en-tête",
            hint="gardez ces étapes pour une fiche, que le parcours nomme",
        )
    findings = tuple(report.findings)
    if opened.entry is None or body is None or body.html is None or report.has_errors:
        return Document(path, findings, lines=opened.lines, shown=Folded(opened.seen))
    value = LearningPath(path=path, entry=opened.entry, html=body.html)
    return Document.of_body(path, findings, value, body, opened.lines, opened.seen)
