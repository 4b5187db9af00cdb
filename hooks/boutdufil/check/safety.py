"""Rules of safety: no hidden sign, and no address of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boutdufil.check.review import FileRule, Reviewed
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.source.hidden import hidden_signs

_PERSONAL = re.compile(
    r"[\w.+-]+@(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|free|"
    r"orange|wanadoo|sfr|neuf|laposte|bbox|numericable|club-internet|proton|protonmail|tutanota)"
    r"\.(?:com|fr|net|org|me)\b",
    re.IGNORECASE,
)


def hidden_characters(reviewed: Reviewed) -> Iterator[Finding]:
    """What is not seen can turn a sentence round, or cut a word that is searched for."""
    told = {
        (found.line, found.column)
        for found in reviewed.document.findings
        if found.code is Code.LOOKALIKE
    }
    report = Report(reviewed.path)
    hidden_signs(reviewed.text, report)
    for found in report.findings:
        # What stands in the structure of a front matter was told while it was read.
        if (found.line, found.column) not in told:
            yield found


def personal_addresses(reviewed: Reviewed) -> Iterator[Finding]:
    """An address of a person is not published, even an invented one: someone may have it."""
    for number, line in enumerate(reviewed.text.split("\n"), 1):
        # Few lines hold one: looking for it costs far less than the search that follows.
        for match in _PERSONAL.finditer(line) if "@" in line else ():
            yield Finding(
                reviewed.path,
                number,
                match.start() + 1,
                Code.PERSONAL_ADDRESS,
                "cette adresse e-mail est peut-être celle d’une personne",
                match[0],
                "une adresse d’exemple, qui finit par « .example »",
                f"écrivez : {match[0].partition('@')[0]}@messagerie.example",
            )


RULES: tuple[FileRule, ...] = (
    hidden_characters,
    personal_addresses,
)
