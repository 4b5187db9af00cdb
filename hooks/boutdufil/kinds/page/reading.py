"""A page written by hand into its value."""

from __future__ import annotations

from datetime import date

from boutdufil.kinds.document import Document
from boutdufil.kinds.page.declaration import HOME, HOME_FILE, PAGE
from boutdufil.kinds.page.values import PageEntry, WrittenPage
from boutdufil.kinds.reading import Opened, check_name, open_file
from boutdufil.markup.outline import has_steps
from boutdufil.markup.reader import Mention, Reader
from boutdufil.model.finding import Report
from boutdufil.model.script import Script


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
    script, mentions = _read_body(opened, path, reader, report)
    findings = tuple(report.findings)
    if opened.entry is None or report.has_errors:
        return Document(path, findings, lines=opened.lines)
    page = WrittenPage(path=path, entry=opened.entry, script=script)
    return Document(path, findings, page, mentions, opened.lines)


def _read_body(
    opened: Opened[PageEntry], path: str, reader: Reader, report: Report
) -> tuple[Script | None, tuple[Mention, ...]]:
    """Return the script of a guide, and the other files that the page mentions."""
    if not has_steps(opened.body):
        return None, reader.check_page(opened.body, path, report, opened.body_offset)
    body = reader.read(opened.body, path, report, opened.body_offset)
    return (body.script, body.mentions) if body else (None, ())
