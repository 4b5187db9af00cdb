"""Opening hours as OpenStreetMap writes them, in French words.

``opening_hours`` (the Rust library of Rémi Dupré) reads the syntax and says when it is open. A week
is looked at, and the other weeks of a year where the text speaks of months, weeks or dates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

import opening_hours

from boutdufil.language.text import enumerate_french

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ALWAYS = "Ouvert jour et nuit, tous les jours."
VARY = "Ces horaires changent dans l’année : j’appelle avant de venir."
LONGEST = 400
"""Characters: the longest timetable that a person reads is half of it."""

_A_MONDAY = datetime(2026, 1, 5)  # noqa: DTZ001  # hours of a place are those of its clock
"""Of one year for all, so that the same file gives the same page on any day."""
_WEEKS = 52
_WHOLE_DAY = (0, 1440)

# « Jul-Aug », « week 1-10 », « 2026 », « easter », « Mo[1] »: weeks differ; not « Mo-Fr ».
_SEASONAL = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|easter)|\b\d{4}\b|\[", re.IGNORECASE
)
_PUBLIC_HOLIDAYS = re.compile(r"\bPH\b(?P<shut>\s+(?:off|closed))?", re.IGNORECASE)
# « sunrise-sunset », « 10:00+ »: no clock says when it ends; not « Su », « 10:00-12:00 ».
_NO_CLOCK = re.compile(r"sunrise|sunset|dawn|dusk|\d\s*\+", re.IGNORECASE)
# « "sur rendez-vous" »; not « "au 06 12 34 56 78" », which nobody has read again.
_REMARK = re.compile(r'"([^"\d]{1,60})"')
_MAYBE = re.compile(r'\bPH\b|unknown|"|\b\d{4}\b', re.IGNORECASE)
_SCHOOL_HOLIDAYS = re.compile(r"\bSH\b", re.IGNORECASE)

Spans = tuple[tuple[int, int], ...]
Week = tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """``sentences`` say when a place is open; ``is_shut``: it never is."""

    sentences: tuple[str, ...] = ()
    is_shut: bool = False


@lru_cache(maxsize=4096)
def read_hours(written: str) -> Hours | None:
    """Return what ``written`` says, or None when it is not in the syntax of OpenStreetMap.

    >>> read_hours("Mo-Fr 09:00-12:00; Sa 08:30-12:00").sentences
    ('Du lundi au vendredi : de 9 h à 12 h.', 'Le samedi : de 8 h 30 à 12 h.')
    """
    if len(written) > LONGEST or _NO_CLOCK.search(written) or not opening_hours.validate(written):
        return None
    if _REMARK.fullmatch(written):
        return Hours(tuple(_notes(written, varies=False)))
    timetable = opening_hours.OpeningHours(written, auto_country=False, auto_timezone=False)
    weeks = Counter(_weeks(timetable, _WEEKS if _SEASONAL.search(written) else 1))
    usual = max(weeks, key=lambda week: (any(week), weeks[week]))
    sentences = (*_said(usual), *_notes(written, varies=len(weeks) > 1))
    # Open at hours that are not said, or on a public holiday alone, is not shut.
    return Hours(sentences, is_shut=not any(usual) and not _MAYBE.search(written))


def _weeks(timetable: opening_hours.OpeningHours, count: int) -> Iterator[Week]:
    for rank in range(count):
        begins = _A_MONDAY + timedelta(weeks=rank)
        days: list[list[tuple[int, int]]] = [[] for _day in DAYS]
        for start, end, state, _comment in timetable.intervals(begins, begins + timedelta(weeks=1)):
            if state == opening_hours.State.OPEN:
                _add(days, start - begins, end - begins)
        yield tuple(map(tuple, days))


def _add(days: list[list[tuple[int, int]]], start: timedelta, end: timedelta) -> None:
    """Put a span in its days, in minutes; what ends the next morning is of the evening."""
    first, last = int(start.total_seconds()) // 60, int(end.total_seconds()) // 60
    while first < last:
        day, minute = divmod(first, 1440)
        rest = last - first
        if minute and minute + rest <= 2160:
            days[day].append((minute, minute + rest))
            return
        stop = min(1440, minute + rest)
        days[day].append((minute, stop))
        first += stop - minute


def _said(week: Week) -> Iterator[str]:
    if all(spans == (_WHOLE_DAY,) for spans in week):
        yield ALWAYS
        return
    told: set[int] = set()
    for day, spans in enumerate(week):
        if spans and day not in told:
            same = [other for other in range(len(DAYS)) if week[other] == spans]
            told.update(same)
            said = f" : {_spans(spans)}" if spans != (_WHOLE_DAY,) else ""
            yield f"{_days(same)}{said}."


def _days(days: list[int]) -> str:
    """Return ``Du lundi au vendredi``, ``Le samedi``, ``Lundi, mardi et jeudi``."""
    names = [DAYS[day] for day in days]
    if len(days) == len(DAYS):
        return "Tous les jours"
    if len(days) == 1:
        return f"Le {names[0]}"
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"Du {names[0]} au {names[-1]}"
    return enumerate_french(names, "et").capitalize()


def _spans(spans: Spans) -> str:
    return enumerate_french((f"de {_clock(start)} à {_clock(end)}" for start, end in spans), "et")


def _clock(minute: int) -> str:
    """Return ``9 h``, ``18 h 30``, ``minuit``."""
    hour, rest = divmod(minute, 60)
    if rest == 0 and hour in {0, 24}:
        return "minuit"
    return f"{hour % 24} h {rest:02}" if rest else f"{hour % 24} h"


def _notes(written: str, *, varies: bool) -> Iterator[str]:
    remark = _REMARK.search(written)
    if remark and remark[1].strip():
        yield f"{remark[1].strip().capitalize()}."
    if varies:
        yield VARY
    holidays = _PUBLIC_HOLIDAYS.search(written)
    if holidays:
        yield (
            "Fermé les jours fériés." if holidays["shut"] else "D’autres horaires les jours fériés."
        )
    if _SCHOOL_HOLIDAYS.search(written):
        yield "D’autres horaires pendant les vacances scolaires."
