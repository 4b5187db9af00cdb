"""A numbering plan: what one dials in a country, and how one writes it there.

A *form* is a number as one writes it, ``x`` being any digit: ``0[1-9] xx xx xx xx``. Its groups are
those in which it is read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

# What stands for one digit in a form: ``3``, ``x``, ``[1-9]``.
_DIGIT = re.compile(r"\[[0-9-]+\]|[0-9x]")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberingPlan:
    """What the regulator of a country declares of its numbers.

    Forms of ``national`` numbers are as they are dialled there: they begin with the ``trunk``
    where it must be dialled; where they do not, one may dial it all the same.
    """

    country: str
    """As people name it: « Belgique »."""
    within: str
    """« de Belgique »."""
    names: tuple[str, ...] = ()
    """Other names that one may declare: « Québec »."""
    code: str
    """What is dialled from abroad, after ``+`` (ITU-T E.164)."""
    trunk: str = ""
    abroad: str = "00"
    """What is dialled before the code of another country."""
    national: tuple[str, ...]
    short: tuple[str, ...] = ()
    """Short numbers that look like nothing else; two or three digits may be a count."""
    dear: tuple[str, ...]
    """Calls that cost more: never given to anyone."""
    messages: tuple[str, ...] = ()
    """Numbers that a message is sent to, and that cost more."""
    mobile: tuple[str, ...] = ()
    """Those of mobile phones: each may be a person's own. None where nothing tells them."""
    vital: frozenset[str] = frozenset()
    """Dear numbers, in digits, that may be given all the same."""
    areas: frozenset[str] = frozenset()
    """How numbers begin that ring in this country, where others share its code; none: all do."""
    kin: tuple[str, ...] = ()
    """Other codes of the same country, whose numbers are dialled here with the trunk."""
    territories: tuple[str, ...] = ()
    """Other codes of the same country, dialled whole."""
    police: str
    """Whom one calls in danger: an example that everyone knows."""
    example: str
    """A number of an institution, or one that nobody has, as it is dialled from abroad."""

    @property
    def has_trunk(self) -> bool:
        """Whether each national number begins with the trunk."""
        return bool(self.trunk) and self.national[0].startswith(self.trunk)

    def form_of(self, digits: str) -> str | None:
        """Return the form that ``digits``, as they are dialled here, are written in."""
        forms = (*self.short, *self.dear, *self.national, *self.messages)
        return next((form for form in forms if _has(form, digits)), None)

    def is_national(self, digits: str) -> bool:
        """Tell whether ``digits`` are a whole number of this country, as it is dialled here."""
        return any(_has(form, digits) for form in self.national)

    def is_mobile(self, digits: str) -> bool:
        """Tell whether ``digits`` are the number of a mobile phone."""
        return any(_has(form, digits) for form in self.mobile)

    def is_abroad(self, digits: str) -> bool:
        """Tell whether ``digits`` are a number of this plan that rings in another country."""
        return bool(self.areas) and self.is_national(digits) and digits[:3] not in self.areas

    def dialled(self, written: str) -> str:
        """Return the digits that one dials here for a number, however it is written."""
        digits = bare_digits(written.replace("(0)", ""))
        first = next((sign for sign in written if sign == "+" or sign.isdigit()), "")
        is_away = first == "+"
        if not is_away and self.form_of(digits):
            return digits
        before = _prefix(self).match(f"+{digits}" if is_away else digits)
        if before is None:
            return digits
        rest = digits[before.end() - is_away :]
        return rest if self.is_national(rest) or not self.has_trunk else f"{self.trunk}{rest}"

    def grouped(self, digits: str) -> str:
        """Return ``digits``, as :meth:`dialled` tells them, in the groups that are read aloud."""
        form = self.form_of(digits)
        if form is not None:
            return _written(form, digits)
        if not digits.startswith("+"):
            return digits
        rest = digits[4:]
        return " ".join((digits[:4], *(rest[at : at + 2] for at in range(0, len(rest), 2))))


def digit_patterns(form: str) -> tuple[tuple[str, ...], ...]:
    """Return a regular expression for each digit of a form, group by group.

    >>> digit_patterns("3x [12]x")
    (('3', '[0-9]'), ('[12]', '[0-9]'))
    """
    return tuple(
        tuple("[0-9]" if each == "x" else each for each in _DIGIT.findall(group))
        for group in re.split(r"[ -](?![^\[]*\])", form)
    )


def bare_digits(written: str) -> str:
    """Return the digits of a number where no plan is known."""
    return "".join(sign for sign in written if sign.isdigit())


def any_of(forms: Iterable[str]) -> str:
    """Return a regular expression for digits in one of ``forms``; it may be used alone."""
    each = ("".join(map("".join, digit_patterns(form))) for form in forms)
    return f"(?:{'|'.join(each) or '(?!)'})"


@lru_cache(maxsize=256)
def _form(form: str) -> re.Pattern[str]:
    return re.compile(any_of((form,)))


def _has(form: str, digits: str) -> bool:
    return _form(form).fullmatch(digits) is not None


def _written(form: str, digits: str) -> str:
    left = iter(digits)
    return _DIGIT.sub(lambda _match: next(left), form)


@lru_cache(maxsize=16)
def _prefix(plan: NumberingPlan) -> re.Pattern[str]:
    """Return what stands before a national number that is written from abroad."""
    trunk = len(plan.trunk) if plan.has_trunk else 0
    least = min(sum(map(len, digit_patterns(form))) for form in plan.national) - trunk
    away = rf"(?:\+|00|{plan.abroad})"
    kin = rf"|{away}(?:{'|'.join(plan.kin)})" if plan.kin else ""
    return re.compile(rf"(?:{away}?{plan.code}{kin})(?=\d{{{least}}})")
