"""A page written by hand into its value."""

from __future__ import annotations

from datetime import date

from boutdufil.folded import Folded
from boutdufil.kinds.document import Document
from boutdufil.kinds.page.declaration import HOME, HOME_FILE, PAGE
from boutdufil.kinds.page.values import PageEntry, WrittenPage
from boutdufil.kinds.reading import Opened, check_name, open_file
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report


def read_page(raw: bytes, path: str, reader: Reader, today: date) -> Document:
    """Read a page written by hand.

    One that has steps is a guide, written like the body of a tutorial; the others are plain
    Markdown, left to MkDocs.
    """
    report = Report(path)
    check_name(path, report)
    opened: Opened[PageEntry] | None
    if path == HOME_FILE:
        opened = open_file(raw, HOME, report, reader, today)
    else:
        opened = open_file(raw, PAGE, report, reader, today)
    if opened is None:
        return Document(path, tuple(report.findings))
    body = reader.read_page(opened.body, path, report, opened.body_offset)
    findings = tuple(report.findings)
    if opened.entry is None or body is None or report.has_errors:
        return Document(path, findings, lines=opened.lines, shown=Folded(opened.seen))
    script = body.script if body.script.steps else None
    page = WrittenPage(path=path, entry=opened.entry, script=script, html=body.html)
    return Document.of_body(path, findings, page, body, opened.lines, opened.seen)
