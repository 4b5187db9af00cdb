"""Numbers written in words, in the order in which one dials their digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BELOW = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_UNITS = {word: value for value, word in enumerate(_BELOW.split())} | {"zero": 0, "une": 1}
_TENS = {
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
_NUMERAL = re.compile(
    r"(?<![\w’'])(?:" + "|".join((*_UNITS, *_TENS, "cents?")) + r")(?![\w’'])", re.IGNORECASE
)
_BETWEEN_WORDS = re.compile(r"[\s,;:.…_\-–—/]{1,4}(?:et[ -]|puis )?", re.IGNORECASE)
# « zéro un… », « cent dix-huit… », « neuf cent… »; not « trois mille ».
_MAYBE_SPELT = re.compile(r"z[ée]ro|\b0|cent[ -]dix|neuf[ -]cent|\bplus\b", re.IGNORECASE)


def spelt(text: str) -> tuple[str, list[int]]:
    """Return ``text`` with its numerals in digits, and the place of each sign; no place: none is.

    A row of numerals makes one number: « zéro un, vingt-trois » gives ``0123``.
    """
    if not _MAYBE_SPELT.search(text):
        return text, []
    shown: list[str] = []
    places: list[int] = []
    done = 0
    for start, end, digits in _rows(text):
        shown.append(text[done:start] + digits)
        places += range(done, start)
        last = len(digits) - 1
        places += [start if rank < last else end - 1 for rank in range(len(digits))]
        done = end
    if not done:
        return text, []
    places += range(done, len(text))
    return "".join((*shown, text[done:])), places


def _rows(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of numerals: where each stands, and its digits."""
    row: list[str] = []
    start = end = 0
    for match in _NUMERAL.finditer(text):
        between = text[end : match.start()]
        if row and not _BETWEEN_WORDS.fullmatch(between):
            yield start, end, _digits_of(row)
            row = []
        elif row and "," in between:
            row.append(",")
        start = start if row else match.start()
        row.append(match[0].lower())
        end = match.end()
    if row:
        yield start, end, _digits_of(row)


def _digits_of(row: list[str]) -> str:
    """Return the digits of a row of numerals, in the order in which one dials them.

    >>> _digits_of("zéro huit cent quatre vingt dix neuf".split())
    '0899'
    >>> _digits_of("trente et un".replace("et ", "").split())
    '31'
    """
    written: list[str] = []
    rank = 0
    while rank < len(row):
        if row[rank] == ",":
            rank += 1
            continue
        value, rank = _hundreds(row, rank)
        written.append(str(value))
    return "".join(written)


def _hundreds(row: list[str], rank: int) -> tuple[int, int]:
    value, rank = _below_hundred(row, rank) if not row[rank].startswith("cent") else (1, rank)
    if 0 < value < 10 and rank < len(row) and row[rank].startswith("cent"):
        rank += 1
        value *= 100
        if rank < len(row) and row[rank] not in {",", "zéro", "zero"}:
            rest, after = _below_hundred(row, rank)
            # « sept cents, sept cents » is twice the same, and no 707.
            if after == len(row) or not row[after].startswith("cent"):
                return value + rest, after
    return value, rank


def _below_hundred(row: list[str], rank: int) -> tuple[int, int]:
    word = row[rank]
    if word.startswith("cent"):
        return 1, rank
    following = row[rank + 1] if rank + 1 < len(row) else ""
    if word == "quatre" and following in {"vingt", "vingts"}:
        value, rank = 80, rank + 2
    elif word in _TENS:
        value, rank = _TENS[word], rank + 1
    elif word == "dix" and _UNITS.get(following, 0) in {7, 8, 9}:
        return 10 + _UNITS[following], rank + 2
    else:
        return _UNITS[word], rank + 1
    if rank < len(row) and row[rank] in _UNITS:
        unit = _UNITS[row[rank]]
        if value in {60, 80} and unit == 10:
            rest, rank = _below_hundred(row, rank)
            return value + rest, rank
        if 0 < unit < 10 or (value in {60, 80} and unit > 10):
            return value + unit, rank + 1
    return value, rank
