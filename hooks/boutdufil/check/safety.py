"""Rules of safety: no number, address or hidden sign that could mislead someone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boutdufil.check.lines import without_addresses
from boutdufil.check.review import Review, Rule
from boutdufil.kinds.references.values import CLOSED, PhoneNumber
from boutdufil.markup.inline import blank
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.source.hidden import hidden_signs

_GAP = r"[ .\u00a0\u202f-]?"
_TEN_DIGITS = rf"(?:(?:\+|00)33{_GAP}(?:\(0\){_GAP})?|0{_GAP})[1-9](?:{_GAP}\d){{8}}"
_SHORT = r"(?:3\d{3}|3[3-8]\d{3}|116[ \u00a0\u202f]?\d{3})"
_NUMBER = re.compile(
    rf"(?<![\w+#/@])(?<!\d[ .,\u00a0\u202f-])(?:{_TEN_DIGITS}|{_SHORT})(?![\w/@]|[.,]\d)"
)
# Most lines hold none, and need not be looked at: « 3 »; not « ² ».
_DIGIT = re.compile(r"\d")
# « fiche 101 », « 12 euros », from the first digit on: from each, a row of them takes its square.
_NOT_A_NUMBER = re.compile(
    r"(?:\bfiches? |\bn° ?|\bnumero: ?)\d+"
    r"|(?<!\d)\d+[ \u00a0\u202f]?"
    r"(?:€|euros?|mots?|lettres|caractères|personnes|[kKMG]o|px|ans|pages)\b"
)
_PREMIUM = re.compile(r"089\d{7}")
"""Numbers whose call is surcharged: 08 90 to 08 99 (ARCEP, the French numbering plan)."""

_PERSONAL = re.compile(
    r"[\w.+-]+@(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|free|"
    r"orange|wanadoo|sfr|neuf|laposte|bbox|numericable|club-internet|proton|protonmail|tutanota)"
    r"\.(?:com|fr|net|org|me)\b",
    re.IGNORECASE,
)


def phone_numbers(review: Review) -> Iterator[Finding]:
    """A number is given when it was verified; a closed or an expensive one is never let through."""
    declared = {number.digits: number for number in review.content.references.numbers}
    for path, lines in review.lines:
        for line in lines:
            if line.key == "numero" or not _DIGIT.search(line.text):
                continue
            text = blank(_NOT_A_NUMBER, without_addresses(line.text))
            for match in _NUMBER.finditer(text):
                finding = _judge(path, line.number, match, declared.get(_digits(match[0])))
                if finding is not None:
                    yield finding


def closed_numbers_drawn(review: Review) -> Iterator[Finding]:
    """A drawn screen may show an invented number; a closed one is published nowhere."""
    closed = {
        number.digits: number
        for number in review.content.references.numbers
        if number.status == CLOSED
    }
    for path, number, line in _lines_with("0123456789", review) if closed else ():
        for match in _NUMBER.finditer(line):
            if known := closed.get(_digits(match[0])):
                yield _closed(path, number, match, known)


def _lines_with(signs: str, review: Review) -> Iterator[tuple[str, int, str]]:
    """Yield every line, drawn or not, that holds one of ``signs``: its file, its number, its text.

    Few lines do, and looking for them costs far less than the search that follows.
    """
    held = re.compile(f"[{signs}]")
    for path, text in review.content.texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            if held.search(line):
                yield path, number, line


def _digits(written: str) -> str:
    """Return the number as it is dialled in France."""
    digits = re.sub(r"\D", "", written.replace("(0)", ""))
    return re.sub(r"^(?:00)?33(?=\d{9}$)", "0", digits)


def _judge(path: str, line: int, match: re.Match[str], known: PhoneNumber | None) -> Finding | None:
    column = match.start() + 1
    if known is not None:
        return _closed(path, line, match, known) if known.status == CLOSED else None
    if _PREMIUM.fullmatch(_digits(match[0])):
        return Finding(
            path,
            line,
            column,
            Code.PREMIUM_NUMBER,
            "l’appel de ce numéro est surtaxé, et personne ne l’a vérifié",
            match[0],
            "un numéro gratuit, ou déclaré dans « numeros.yml »",
            "retirez-le, ou déclarez-le dans docs/numeros.yml avec sa source et son prix",
        )
    return Finding(
        path,
        line,
        column,
        Code.UNDECLARED_NUMBER,
        "ce numéro de téléphone n’est pas déclaré",
        match[0],
        "un numéro de « numeros.yml »",
        "vérifiez-le sur le site officiel, puis déclarez-le dans docs/numeros.yml",
    )


def _closed(path: str, line: int, match: re.Match[str], known: PhoneNumber) -> Finding:
    return Finding(
        path,
        line,
        match.start() + 1,
        Code.CLOSED_NUMBER,
        f"ce numéro est fermé : {known.name}",
        match[0],
        "un numéro où quelqu’un répond",
        "retirez-le",
    )


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
    phone_numbers,
    closed_numbers_drawn,
    hidden_characters,
    personal_addresses,
)
