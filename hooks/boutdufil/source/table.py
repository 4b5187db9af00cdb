"""A table as spreadsheets and open data save it: bytes → text → rows, each with its line.

Nothing stops the rest: a line that cannot be cut is yielded as it is, and the next one is read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boutdufil.language.text import fold
from boutdufil.source.signs import HIDDEN

MOST_TABLE_BYTES = 60_000_000
"""Of a table. The places of the whole country are a third of it."""
MOST_ROWS = 60_000
"""Of a table. The whole country has a third of them."""
LONGEST_ROW = 30_000
"""Characters of one row, all its cells together: what a row says is read by a person."""
MOST_LINES_OF_A_ROW = 60
"""A cell may hold ends of lines; beyond, a quotation mark was never closed."""
SEPARATORS = (",", ";", "\t", "|")

_UNSEEN = re.compile(f"[{HIDDEN}]")
_QUOTE = '"'
# What a UTF-16 file begins with; Excel's « Unicode text » is one.
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Text:
    """What a table says. ``written_as`` is empty when it is in UTF-8, as it is asked to be."""

    text: str
    written_as: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the line where it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Torn:
    """A line that makes no row: ``problem`` tells why, in French."""

    line: int
    text: str
    problem: str


def decode_table(raw: bytes) -> Text:
    """Return the text of ``raw``, whatever saved it, without the signs that nobody sees."""
    if raw.startswith(_WIDE):
        return Text(_plain(raw.decode("utf-16", errors="replace")), "UTF-16")
    try:
        return Text(_plain(raw.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return Text(_plain(raw.decode("cp1252", errors="replace")), "Windows-1252")


def _plain(text: str) -> str:
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def separator_of(header: str, known: Sequence[str]) -> str:
    """Return what separates the names of ``header``: what gives the most names that are known."""
    return max(SEPARATORS, key=lambda each: len({*header_names(header, each)} & {*known}))


def header_names(header: str, separator: str) -> tuple[str, ...]:
    """Return the names of the columns, as they are compared: ``Code postal`` → ``code_postal``."""
    return tuple(
        re.sub(r"[\s-]+", "_", fold(name).strip(" _")) for name in _cut([header], separator) or ()
    )


def rows(text: str, separator: str) -> Iterator[Row | Torn]:
    """Yield the rows after the header, whose width they have; blank lines are nothing."""
    lines = text.split("\n")
    width = len(_cut(lines[:1], separator) or ())
    at, count = 1, 0
    while at < len(lines) and count < MOST_ROWS:
        if not lines[at].strip():
            at += 1
            continue
        count += 1
        taken, found = _row(lines, at, separator, width)
        yield found
        at += taken


def _row(lines: Sequence[str], at: int, separator: str, width: int) -> tuple[int, Row | Torn]:
    """Return how many lines the row that begins ``at`` takes, and the row."""
    whole = lines[at]
    odd = whole.count(_QUOTE) % 2 == 1
    taken, length = 1, len(whole)
    # Marks within quotation marks are doubled: a row is whole once their number is even.
    while odd and at + taken < len(lines) and taken < MOST_LINES_OF_A_ROW and length <= LONGEST_ROW:
        more = lines[at + taken]
        odd ^= more.count(_QUOTE) % 2 == 1
        length += len(more) + 1
        taken += 1
    if odd:
        return 1, Torn(at + 1, whole, "un guillemet n’est jamais refermé")
    if length > LONGEST_ROW:
        return 1, Torn(at + 1, whole, "cette ligne est trop longue")
    cells = _cut(lines[at : at + taken], separator)
    if cells is not None and len(cells) > width and not any(cells[width:]):
        cells = cells[:width]
    if cells is None or len(cells) != width:
        count = f"{len(cells)} cases" if cells else "des guillemets mal placés"
        # What a mark left open has swallowed is read again, line by line.
        return 1, Torn(at + 1, whole, f"cette ligne n’a pas les cases de l’en-tête : {count}")
    return taken, Row(at + 1, cells)


def _cut(lines: Sequence[str], separator: str) -> tuple[str, ...] | None:
    """Return the cells of one row, None when its quotation marks make no sense."""
    written = [*(f"{line}\n" for line in lines[:-1]), *lines[-1:]]
    try:
        (cells,) = csv.reader(written, delimiter=separator, strict=True)
    except (csv.Error, ValueError):
        return None
    return tuple(cell.strip() for cell in cells)
