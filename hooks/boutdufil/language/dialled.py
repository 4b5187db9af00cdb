"""Numbers that one may dial, however they are written: spaced, spelt, or drawn in other digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from boutdufil.language.dialled_patterns import ADDRESS, COUNTED, DATED, MESSAGES, patterns_of
from boutdufil.language.numbering import NumberingPlan, bare_digits
from boutdufil.language.numerals import spelt


class Sort(StrEnum):
    """What becomes of who dials a number."""

    ORDINARY = "ordinary"
    DEAR = "dear"
    """Its call, or its message, is surcharged, as the plan of the country says."""
    FOREIGN = "foreign"
    """It rings abroad: nobody here says who answers, nor what it costs."""


@dataclass(frozen=True, slots=True)
class Dialled:
    """A number in a text: ``digits`` as one dials them in the country, and where it is written."""

    digits: str
    sort: Sort
    start: int
    end: int


MOST_FOUND = 200
"""Numbers of one text that are told: nobody reads more, and each is compared with the others."""

_MAYBE = re.compile(r"\d(?:\D{0,12}\d){2}")
_LETTER_O = re.compile(
    r"(?<![^\W\d])[oO](?=[^\w\n]{0,2}[\d])|(?<=\d)[oO]|(?<=\d[ .-])[oO]{1,2}(?!\w)"
)
_LETTER_L = re.compile(r"(?<=\d)[lI](?![a-z])|(?<![^\W\d])[lI](?=\d)")


def numbers_in(text: str, plan: NumberingPlan) -> Iterator[Dialled]:
    """Yield the numbers of ``text`` that one could dial, each once, the dearest first."""
    plain = _plain(text)
    taken: list[tuple[int, int]] = []
    for found in _found(plain, plan) if _MAYBE.search(plain) else ():
        if len(taken) >= MOST_FOUND:
            return
        if _is_free(found.start, found.end, taken):
            taken.append((found.start, found.end))
            yield found
    digits, places = spelt(plain)
    for found in _found_spelt(digits, plan) if places else ():
        start, end = places[found.start], places[found.end - 1] + 1
        if _is_free(start, end, taken):
            taken.append((start, end))
            yield Dialled(found.digits, found.sort, start, min(end, len(text)))


def _is_free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return all(end <= other or stop <= start for other, stop in taken)


def dear_in(text: str, plan: NumberingPlan) -> Iterator[Dialled]:
    """Yield the dear numbers whose digits follow each other in ``text``, whatever is between."""
    for match in patterns_of(plan).dear.finditer(_plain(text)):
        yield _dialled(match, Sort.DEAR, plan)


def sort_of(written: str, plan: NumberingPlan) -> Sort:
    """Return the sort of a number that stands alone."""
    bare = re.sub(r"[^+\d]", "", _plain(written))
    digits, patterns = plan.dialled(bare), patterns_of(plan)
    if digits.startswith("00") or (patterns.away.match(bare) and digits == bare_digits(bare)):
        return Sort.ORDINARY if patterns.overseas.match(bare) else Sort.FOREIGN
    if patterns.alone.fullmatch(digits):
        return Sort.DEAR
    return _sorted(digits, plan)


def _sorted(digits: str, plan: NumberingPlan) -> Sort:
    return Sort.FOREIGN if plan.is_abroad(digits) else Sort.ORDINARY


def _found(text: str, plan: NumberingPlan) -> Iterator[Dialled]:
    patterns = patterns_of(plan)
    for match in patterns.dear.finditer(text):
        yield _dialled(match, Sort.DEAR, plan)
    counted = COUNTED.sub(_blanked, ADDRESS.sub(_blanked, text))
    for match in patterns.foreign.finditer(counted):
        is_ours = patterns.overseas.match(re.sub(r"[^+\d]", "", match[0]))
        yield _dialled(match, Sort.ORDINARY if is_ours else Sort.FOREIGN, plan)
    for match in patterns.directory.finditer(counted):
        yield _dialled(match, Sort.DEAR, plan)
    undated = counted if plan.has_trunk else DATED.sub(_blanked, counted)
    for match in patterns.ordinary.finditer(undated):
        yield _dialled(match, _sorted(plan.dialled(match[0]), plan), plan)
    # A whole number may end as one that a message is sent to.
    for pattern, sent in zip(patterns.messages, MESSAGES, strict=True):
        for match in pattern.finditer(counted):
            if sent.search(counted, max(0, match.start() - 90), match.start()):
                yield _dialled(match, Sort.DEAR, plan)


def _found_spelt(text: str, plan: NumberingPlan) -> Iterator[Dialled]:
    """Yield what is long enough to be no count: « trois mille » is no number to dial."""
    patterns = patterns_of(plan)
    for pattern, sort in (
        (patterns.dear, Sort.DEAR),
        (patterns.directory, Sort.DEAR),
        (patterns.plus, Sort.FOREIGN),
    ):
        for match in pattern.finditer(text):
            yield _dialled(match, sort, plan)
    for match in patterns.ordinary.finditer(text):
        digits = plan.dialled(match[0])
        if plan.is_national(digits):
            yield _dialled(match, _sorted(digits, plan), plan)


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _dialled(match: re.Match[str], sort: Sort, plan: NumberingPlan) -> Dialled:
    return Dialled(plan.dialled(match[0]), sort, match.start(), match.end())


def _plain(text: str) -> str:
    """Return ``text`` sign for sign, its digits being ours, and letters that pass for them too."""
    if not text.isascii():
        text = text.translate({ord(sign): _plain_sign(sign) for sign in {*text}})
    if "o" in text or "O" in text:
        # Each turn reads one more letter of a row: a number has ten of them.
        for _turn in range(10):
            read = _LETTER_O.sub(_zeros, text)
            if read == text:
                break
            text = read
    return _LETTER_L.sub("1", text)


def _zeros(match: re.Match[str]) -> str:
    return "0" * len(match[0])


@cache
def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    flat = unicodedata.normalize("NFKC", sign)
    return flat if len(flat) == 1 else sign
