"""A gesture into its value."""

from __future__ import annotations

from datetime import date

from boutdufil.folded import Folded
from boutdufil.kinds.document import Document
from boutdufil.kinds.gesture.declaration import GESTURE
from boutdufil.kinds.gesture.values import FOLDER, Gesture
from boutdufil.kinds.reading import check_place, open_file
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report


def read_gesture(raw: bytes, path: str, reader: Reader, today: date) -> Document:
    """Read a gesture: its front matter, then a body as that of one step."""
    report = Report(path)
    check_place(path, FOLDER, "le geste", "des gestes", report)
    opened = open_file(raw, GESTURE, report, reader, today)
    if opened is None:
        return Document(path, tuple(report.findings))
    body_report = Report(path)
    title = opened.entry.title if opened.entry else ""
    body = reader.read_step(opened.body, title, path, body_report, opened.body_offset)
    findings = (*report.findings, *body_report.findings)
    if opened.entry is None or body is None or report.has_errors:
        return Document(path, findings, lines=opened.lines, shown=Folded(opened.seen))
    gesture = Gesture(path=path, entry=opened.entry, script=body.script)
    return Document.of_body(path, findings, gesture, body, opened.lines, opened.seen)
