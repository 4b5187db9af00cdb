"""Where what a page shows was written: its line, and the column of the very words there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from boutdufil.check.review import Reviewed
from boutdufil.markup.seen import Seen

_BETWEEN = r"[^0-9\n]{0,40}\n?[^0-9\n]{0,40}?"
"""What stands between two digits in a source, and not on the page: marks, a target, a line end."""


def place_of(
    reviewed: Reviewed, seen: Seen, written: str, rank: int = 0, digits: str = ""
) -> tuple[int, int]:
    """Return the place of the occurrence ``rank`` of ``written``, within what ``seen`` comes from.

    Where the source writes it otherwise, that of its ``digits``; else the first line.
    """
    lines = reviewed.text.split("\n")[seen.line - 1 : seen.line - 1 + seen.lines]
    found = [*_literal(lines, written, seen.line)]
    if found:
        return found[min(rank, len(found) - 1)]
    if digits:
        whole = "\n".join(lines)
        plain = "".join(_digit(each) for each in whole)
        if match := re.search(_BETWEEN.join(digits), plain):
            before = plain[: match.start()]
            return seen.line + before.count("\n"), match.start() - before.rfind("\n")
    return seen.line, 1


def _literal(lines: list[str], written: str, first: int) -> Iterator[tuple[int, int]]:
    for number, line in enumerate(lines, first):
        start = line.find(written)
        while start >= 0:
            yield number, start + 1
            start = line.find(written, start + 1)


def _digit(sign: str) -> str:
    value = unicodedata.digit(sign, None)
    return sign if value is None else str(value)
