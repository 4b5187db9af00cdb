"""Numbers that one may dial, however they are written: spaced, spelt, or drawn in other digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What becomes of who dials a number."""

    ORDINARY = "ordinary"
    DEAR = "dear"
    """Its call, or its message, is surcharged: 08 9, 118, and the short ones of SMS+ (ARCEP)."""
    FOREIGN = "foreign"
    """It rings abroad: nobody here says who answers, nor what it costs."""


@dataclass(frozen=True, slots=True)
class Dialled:
    """A number in a text: ``digits`` as one dials them in France, and where it is written."""

    digits: str
    sort: Sort
    start: int
    end: int


MOST_FOUND = 200
"""Numbers of one text that are told: nobody reads more, and each is compared with the others."""

_SPACE = r" \u00a0\u2009\u202f"
_GAP = rf"(?:[{_SPACE}]{{0,3}}[./_·‐-―-]?[{_SPACE}]{{0,3}}|[{_SPACE}]?\n[{_SPACE}]?)"
"""What people put between two digits: a space or two, a point, a dash, the end of a line."""
_WIDE = r"[^0-9A-Za-zÀ-ÿ]{0,6}?"
"""What may stand between two digits of a number that is hidden: anything that is not read."""
_FRANCE = rf"(?:\+|(?<!\d)00)[{_SPACE}]?33"
_DEAR = re.compile(
    rf"(?<![0-9])(?:{_FRANCE}{_WIDE}(?:\({_WIDE}0{_WIDE}\){_WIDE})?|0{_WIDE})"
    rf"8{_WIDE}9(?:{_WIDE}[0-9]){{7}}"
)
# « 118 218 »; not « 118 », « 0 118 218 ».
_DIRECTORY = re.compile(rf"(?<![\w+#/@,.])(?<!\d[{_SPACE}.-])118{_GAP}[0-9]{{3}}(?![\w/@]|[.,]\d)")
# « OUI au 81234 »: five digits that a message is sent to; « 75001 Paris » is told by its words.
_MESSAGE = re.compile(
    rf"(?<![\w+#/@,.])(?<!\d[{_SPACE}.-])[4-8](?:{_GAP}[0-9]){{4}}(?![\w/@]|[.,]\d)"
)
_SENT = re.compile(
    r"\b(?:sms|mms|textos?|messages?|envoy\w*|envoi|r[ée]pond\w*|tap\w+|compos\w+|appel\w*|stop|oui"
    r"|num[ée]ros?)\b[^.!?\n]{0,60}$"
    r"|\b(?:au|le|vers)\s*$",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    rf"(?<![0-9A-Za-z])(?:\+|00)[{_SPACE}(]{{0,2}}(?!33)[1-9](?:[{_SPACE}.()/-]{{0,3}}[0-9]){{6,13}}"
)
_OVERSEAS = re.compile(r"(?:\+|00)(?:262|508|590|594|596|681|687|689)")
"""Prefixes of France beyond the seas: whoever has such a number was not chosen for its price."""
_TEN = rf"(?:{_FRANCE}{_GAP}(?:\(0\){_GAP})?|0{_GAP})[1-9](?:{_GAP}[0-9]){{8}}"
_SHORT = rf"(?:3[0-9]{{3}}|3[3-8][0-9]{{3}}|116[{_SPACE}]?[0-9]{{3}}|3[0-9][{_SPACE}][0-9]{{2}})"
_ORDINARY = re.compile(rf"(?<![\w+#/@])(?<!\d[{_SPACE}.,-])(?:{_TEN}|{_SHORT})(?![\w/@]|[.,]\d)")
# « fiche 101 », « 12 euros », from the first digit on: from each, a row of them takes its square.
_COUNTED = re.compile(
    rf"\bfiches?[{_SPACE}]\d{{3,4}}\b|\bn°[{_SPACE}]?\d{{1,3}}\b(?![{_SPACE}.-]?\d)"
    rf"|(?<!\d)\d+[{_SPACE}]?"
    r"(?:€|euros?|mots?|lettres|caractères|personnes|[kKMG]o|px|ans|pages)\b"
)
# « www.33700.fr/a », whose digits nobody dials.
_ADDRESS = re.compile(r"https?://\S+|(?<![\w.@-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\b(?:/\S*)?")
_MAYBE = re.compile(r"\d(?:\D{0,12}\d){2}")
_LETTER_O = re.compile(
    r"(?<![^\W\d])[oO](?=[^\w\n]{0,2}[\d])|(?<=\d)[oO]|(?<=\d[ .-])[oO]{1,2}(?!\w)"
)
_LETTER_L = re.compile(r"(?<=\d)[lI](?![a-z])|(?<![^\W\d])[lI](?=\d)")


def dialled_digits(written: str) -> str:
    """Return a number as it is dialled in France.

    >>> dialled_digits("+33 (0)1 23 45 67 89"), dialled_digits("116 006")
    ('0123456789', '116006')
    """
    digits = "".join(each for each in written.replace("(0)", "") if each.isdigit())
    return re.sub(r"^(?:00)?33(?=\d{9})", "0", digits)


def numbers_in(text: str) -> Iterator[Dialled]:
    """Yield the numbers of ``text`` that one could dial, each once, dear ones first."""
    plain = _plain(text)
    taken: list[tuple[int, int]] = []
    for found in _found(plain) if _MAYBE.search(plain) else ():
        if len(taken) >= MOST_FOUND:
            return
        if _is_free(found.start, found.end, taken):
            taken.append((found.start, found.end))
            yield found
    spelt, places = _spelt(plain)
    for found in _found_spelt(spelt) if places else ():
        start, end = places[found.start], places[found.end - 1] + 1
        if _is_free(start, end, taken):
            taken.append((start, end))
            yield Dialled(found.digits, found.sort, start, min(end, len(text)))


def _is_free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return all(end <= other or stop <= start for other, stop in taken)


def dear_in(text: str) -> Iterator[Dialled]:
    """Yield the numbers in 08 9 whose digits follow each other in ``text``, whatever is between."""
    for match in _DEAR.finditer(_plain(text)):
        yield _dialled(match, Sort.DEAR)


def sort_of(written: str) -> Sort:
    """Return the sort of a number that stands alone.

    >>> [sort_of(each).value for each in ("0 899 70 07 00", "118 218", "+216 71 12 34 56", "3018")]
    ['dear', 'dear', 'foreign', 'ordinary']
    """
    bare = re.sub(r"[^+\d]", "", _plain(written))
    digits = dialled_digits(bare)
    if (bare.startswith("+") and digits[:1] != "0") or digits.startswith("00"):
        return Sort.ORDINARY if _OVERSEAS.match(bare) else Sort.FOREIGN
    is_dear = re.fullmatch(r"089\d{7,}|118\d{3}|[4-8]\d{4}", digits)
    return Sort.DEAR if is_dear else Sort.ORDINARY


def _found(text: str) -> Iterator[Dialled]:
    for match in _DEAR.finditer(text):
        yield _dialled(match, Sort.DEAR)
    counted = _COUNTED.sub(_blanked, _ADDRESS.sub(_blanked, text))
    for match in _FOREIGN.finditer(counted):
        is_ours = _OVERSEAS.match(re.sub(r"[^+\d]", "", match[0]))
        yield _dialled(match, Sort.ORDINARY if is_ours else Sort.FOREIGN)
    for match in _DIRECTORY.finditer(counted):
        yield _dialled(match, Sort.DEAR)
    for match in _MESSAGE.finditer(counted):
        if _SENT.search(counted, max(0, match.start() - 90), match.start()):
            yield _dialled(match, Sort.DEAR)
    for match in _ORDINARY.finditer(counted):
        yield _dialled(match, Sort.ORDINARY)


def _found_spelt(text: str) -> Iterator[Dialled]:
    """Yield what is long enough to be no count: « trois mille » is no number to dial."""
    for pattern, sort in ((_DEAR, Sort.DEAR), (_DIRECTORY, Sort.DEAR), (_PLUS, Sort.FOREIGN)):
        for match in pattern.finditer(text):
            yield _dialled(match, sort)
    for match in _ORDINARY.finditer(text):
        digits = dialled_digits(match[0])
        if len(digits) == 10:
            yield _dialled(match, Sort.ORDINARY)


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _dialled(match: re.Match[str], sort: Sort) -> Dialled:
    return Dialled(dialled_digits(match[0]), sort, match.start(), match.end())


def _plain(text: str) -> str:
    """Return ``text`` sign for sign, its digits being ours, and letters that pass for them too."""
    if not text.isascii():
        text = "".join(map(_plain_sign, text))
    if "o" in text or "O" in text:
        # Each turn reads one more letter of a row: a number has ten of them.
        for _turn in range(10):
            text = _LETTER_O.sub(_zeros, text)
    return _LETTER_L.sub("1", text)


def _zeros(match: re.Match[str]) -> str:
    return "0" * len(match[0])


def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    flat = unicodedata.normalize("NFKC", sign)
    return flat if len(flat) == 1 else sign


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
_MAYBE_SPELT = re.compile(r"z[ée]ro|\b0|cent[ -]dix|\bplus\b", re.IGNORECASE)
# « plus deux cent seize, soixante et onze… »; not « plus de vingt ».
_PLUS = re.compile(
    rf"\bplus[{_SPACE},]{{1,3}}(?!33)[1-9](?:[{_SPACE},.]{{0,3}}[0-9]){{7,13}}", re.IGNORECASE
)


def _spelt(text: str) -> tuple[str, list[int]]:
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
