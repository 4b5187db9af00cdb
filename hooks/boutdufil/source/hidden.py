"""Signs that nobody sees, as they stand or by their number: in a file, and in what YAML decodes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from boutdufil.model.finding import Code, Report
from boutdufil.source.signs import BREAKS, HIDDEN, named

# A joiner, a mark of direction, a break that is no line of ours; not a tab, nor a no-break space.
_UNSEEN = re.compile(f"[{HIDDEN}{BREAKS}\x1c-\x1f]")
# A sign by its number or its name, as HTML writes it: ``&#x202E;``, ``&#8203``, ``&zwj;``.
_ENTITY = re.compile(r"&(?:#\d{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,30});?")
_FORBIDDEN = "\x7f"
"""What stands for a sign that no page may hold, where one is named."""


def hidden_signs(text: str, report: Report) -> None:
    """Report each sign that nobody sees, wherever it stands, but those that were reported."""
    known = {(each.line, each.column) for each in report.findings if each.code is Code.LOOKALIKE}
    for line, column, sign in _hidden(text):
        if report.is_full:
            return
        if (line, column) in known:
            continue
        _tell_hidden(report, line, column, sign)


def hidden_in_values(values: Iterable[tuple[str, int]], text: str, report: Report) -> None:
    r"""Report the signs that values, each with its line, hold and that ``text`` does not show.

    YAML writes any sign by its number: ``"\u202E"``. One that stands as such is told already.
    """
    for value, line in values:
        found = next((each[0] for each in _UNSEEN.finditer(value) if each[0] not in text), None)
        if found is not None:
            _tell_hidden(report, line, 1, found)


def _tell_hidden(report: Report, line: int, column: int, sign: str) -> None:
    report.add(
        Code.HIDDEN_CHARACTER,
        line,
        "un signe invisible est caché dans cette ligne",
        found=named(sign),
        expected="des signes que l’on voit",
        hint="effacez le mot en entier, puis tapez-le de nouveau",
        column=column,
    )


def _hidden(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the line, the column and the sign of each that is not seen, written as HTML or not."""
    if "&" not in text and _UNSEEN.search(text) is None:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for found in _UNSEEN.finditer(line):
            yield number, found.start() + 1, found[0]
        for found in _ENTITY.finditer(line) if "&" in line else ():
            # Python forgets what HTML forbids, and browsers show it.
            meant = html.unescape(found[0])
            hidden = _UNSEEN.search(meant)
            if hidden or not meant:
                yield number, found.start() + 1, hidden[0] if hidden else _FORBIDDEN
