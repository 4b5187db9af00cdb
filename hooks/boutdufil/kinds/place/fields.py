"""One value of the standard at a time: what is written, as this site uses it, or a fault."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from boutdufil.kinds.place.departments import overseas
from boutdufil.kinds.place.faults import Fault
from boutdufil.kinds.place.values import Position
from boutdufil.kinds.place.words import Words
from boutdufil.language.dialled import Sort, sort_of
from boutdufil.language.plans import FRANCE
from boutdufil.language.text import closest
from boutdufil.model.finding import Code
from boutdufil.model.web_address import WebAddress, mail_fault, read_address

T = TypeVar("T")

BETWEEN = "|"
"""What stands between two values of a list."""
SHORT = 4
"""Digits of the short numbers that a place may have."""
MOST_VALUES = 12
"""Of one list: the longest of the standard has eleven."""

_SPACES = re.compile(r"\s+")
# ``2024-04-02``, or with an hour after it; not ``02/04/2024``.
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
# « 04 75 00 00 00 / 06 12 34 56 78 », « … ou … »: the first is dialled.
_OTHER_NUMBER = re.compile(r"\s*(?:[/;|]|\bou\b)\s*")
_NOT_DIALLED = re.compile(r"[^\d\s+().-]")
_NOT_A_DIGIT = re.compile(r"(?!^\+)\D")
_PLAN = FRANCE
"""The standard is that of France, whoever shows its places."""
_CODES = "|".join((_PLAN.code, *_PLAN.kin))
# ``+33180059880``, ``0180059880``, ``180059880``, ``+262262123456``; not ``+441632960000``.
_NATIONAL = re.compile(rf"(?:\+?(?:{_CODES})0?|00(?:{_CODES})0?|0?)([1-9]\d{{8}})")
# ``+687123456``: six or eight digits, without the 0 of others, dialled with their prefix.
_WITHOUT_ZERO = re.compile(rf"(?:\+|00)((?:{'|'.join(_PLAN.territories)})\d{{6,8}})")
_METROPOLIS = ((41.0, 51.6), (-5.7, 10.0))
"""Between which latitudes, and longitudes, France in Europe is."""
_AFAR = ((-50.0, 52.0), (-180.0, 180.0))
"""The same of the whole country, overseas included."""


class Checked:
    """The cells of one row, by the name of their column, and what is wrong with them."""

    def __init__(self, line: int, cells: dict[str, str]) -> None:
        self.line = line
        self.faults: list[Fault] = []
        self._cells = cells

    def text(self, column: str, most: int = 300) -> str:
        """Return a cell on one line, cut at a word when it is longer than anyone reads."""
        plain = _SPACES.sub(" ", self._cells.get(column, "")).strip()
        if len(plain) <= most:
            return plain
        return f"{plain[:most].rpartition(' ')[0] or plain[:most]}…"

    def values(self, words: Words) -> tuple[str, ...]:
        """Return the short names of a list; what the standard does not know is left out."""
        known, unknown = _listed(self._cells.get(words.field, ""), words)
        for written in unknown:
            near = closest(written[:80], words.known)
            self.fault(
                Code.UNKNOWN_VALUE,
                f"« {words.field} » a une valeur que le standard ne connaît pas : laissée de côté",
                written,
                "une valeur du standard, les valeurs séparées par une barre droite",
                f"vouliez-vous dire « {near} » ?" if near else "",
            )
        return known

    def phone(self) -> str:
        """Return the digits that one dials in France, empty when there is no number to give."""
        written = self.text("telephone", 40)
        if not written:
            return ""
        digits = _dialled(written)
        if digits is None:
            self._contact("ce numéro de téléphone ne se compose pas", written, _PLAN.example)
            return ""
        if sort_of(digits, _PLAN) is not Sort.ORDINARY:
            self._contact("ce numéro est surtaxé, ou étranger", written, _PLAN.example)
            return ""
        return digits

    def mails(self) -> tuple[str, ...]:
        """Return the addresses that one can write to."""
        return self._each("courriels", _mail, "cette adresse e-mail n’en est pas une", "a@b.fr")

    def sites(self, column: str = "site_web") -> tuple[str, ...]:
        """Return the addresses that lead where they seem to."""
        return self._each(column, _site, "cette adresse ne peut pas être suivie", "https://a.fr/")

    def _each(
        self, column: str, read: Callable[[str], T | None], problem: str, expected: str
    ) -> tuple[T, ...]:
        found = []
        for written in _cut(self._cells.get(column, "")):
            value = read(written)
            if value is None:
                self._contact(problem, written, expected)
            elif value not in found:
                found.append(value)
        return tuple(found)

    def day(self) -> date | None:
        """Return the day when the place was last described."""
        if "date_maj" not in self._cells:
            return None
        written = self.text("date_maj", 40)
        match = _DAY.fullmatch(written)
        try:
            if match:
                return date(*map(int, match.groups()))
        except ValueError:
            pass
        problem = "« date_maj » n’est pas une date" if written else "« date_maj » manque"
        self.fault(
            Code.WRONG_DAY,
            f"{problem} : l’âge de ces renseignements n’est pas dit",
            written,
            "2024-04-02",
        )
        return None

    def position(self, department: str) -> Position | None:
        """Return where the place is, None when it is not said or cannot be there."""
        written = self.text("latitude", 40), self.text("longitude", 40)
        if not any(written):
            return None
        box = _AFAR if overseas(department) else _METROPOLIS
        latitude, longitude = map(_degrees, written)
        if _within(latitude, longitude, box):
            return Position(round(latitude, 5), round(longitude, 5))
        swapped = not overseas(department) and _within(longitude, latitude, box)
        self.fault(
            Code.WRONG_POSITION,
            "ce point n’est pas là où est la commune : le lieu reste, sans point sur le dessin",
            " ; ".join(written),
            "latitude, puis longitude, en degrés : 43.52609 ; 5.41423",
            "latitude et longitude semblent échangées" if swapped else "",
        )
        return None

    def _contact(self, problem: str, found: str, expected: str) -> None:
        self.fault(Code.WRONG_CONTACT, f"{problem} : laissé de côté", found, expected)

    def fault(
        self, code: Code, problem: str, found: str = "", expected: str = "", hint: str = ""
    ) -> None:
        """Note what is wrong."""
        self.faults.append(Fault(code, self.line, problem, found, expected, hint))


def _cut(written: str) -> list[str]:
    return [each.strip() for each in written.split(BETWEEN) if each.strip()][:MOST_VALUES]


@lru_cache(maxsize=8192)
def _listed(written: str, words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the short names of a list in the order of the standard, then what is unknown."""
    short = {each: words.short(each) for each in _cut(written)}
    known = tuple(each for each in words.said if each in short.values())
    return known, tuple(each for each, name in short.items() if name is None)


def _dialled(written: str) -> str | None:
    """Return ten digits, or a short number, of a number however it is written.

    >>> _dialled("+33 (0)1 80 05 98 80"), _dialled("180059880"), _dialled("3949"), _dialled("12")
    ('0180059880', '0180059880', '3949', None)
    """
    first = _OTHER_NUMBER.split(written)[0].replace("(0)", "")
    if _NOT_DIALLED.search(first):
        return None
    bare = _NOT_A_DIGIT.sub("", first)
    if alone := _WITHOUT_ZERO.fullmatch(bare):
        return f"+{alone[1]}"
    national = _NATIONAL.fullmatch(bare)
    if national:
        return f"0{national[1]}"
    return bare if len(bare) == SHORT and _PLAN.form_of(bare) else None


def _mail(written: str) -> str | None:
    return written if mail_fault(f"mailto:{written}") is None else None


def _site(written: str) -> str | None:
    """Return an address in https, even of one written otherwise: no page of ours leads there."""
    address = re.sub(r"^(?:http://|(?=www\.))", "https://", written)
    return address if isinstance(read_address(address), WebAddress) else None


def _degrees(written: str) -> float:
    """Return a number of degrees; what is none is nowhere."""
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return math.nan


def _within(
    latitude: float, longitude: float, box: tuple[tuple[float, float], tuple[float, float]]
) -> bool:
    """Tell whether a point is in a box; a number that is none is in no box, nor is 0 ; 0."""
    (south, north), (west, east) = box
    return south <= latitude <= north and west <= longitude <= east and latitude != 0
