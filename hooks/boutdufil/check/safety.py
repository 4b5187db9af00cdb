"""Rules of safety: no hidden sign, and no address of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boutdufil.check.review import Review, Rule
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.source.hidden import hidden_signs

_PERSONAL = re.compile(
    r"[\w.+-]+@(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|free|"
    r"orange|wanadoo|sfr|neuf|laposte|bbox|numericable|club-internet|proton|protonmail|tutanota)"
    r"\.(?:com|fr|net|org|me)\b",
    re.IGNORECASE,
)


def _lines_with(signs: str, review: Review) -> Iterator[tuple[str, int, str]]:
    """Yield every line, drawn or not, that holds one of ``signs``: its file, its number, its text.

    Few lines do, and looking for them costs far less than the search that follows.
    """
    held = re.compile(f"[{signs}]")
    for path, text in review.content.texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            if held.search(line):
                yield path, number, line


def hidden_characters(review: Review) -> Iterator[Finding]:
    """What is not seen can turn a sentence round, or cut a word that is searched for."""
    told = {
        (found.path, found.line, found.column)
        for found in review.content.findings
        if found.code is Code.LOOKALIKE
    }
    for path, text in review.content.texts.items():
        report = Report(path)
        hidden_signs(text, report)
        for found in report.findings:
            # What stands in the structure of a front matter was told while it was read.
            if (path, found.line, found.column) not in told:
                yield found


def personal_addresses(review: Review) -> Iterator[Finding]:
    """An address of a person is not published, even an invented one: someone may have it."""
    for path, number, line in _lines_with("@", review):
        for match in _PERSONAL.finditer(line):
            yield Finding(
                path,
                number,
                match.start() + 1,
                Code.PERSONAL_ADDRESS,
                "cette adresse e-mail est peut-être celle d’une personne",
                match[0],
                "une adresse d’exemple, qui finit par « .example »",
                f"écrivez : {match[0].partition('@')[0]}@messagerie.example",
            )


RULES: tuple[Rule, ...] = (
    hidden_characters,
    personal_addresses,
)
