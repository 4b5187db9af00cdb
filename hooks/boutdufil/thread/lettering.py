"""How wide words are drawn, and where to cut them, without a font at hand.

The widths are those of DejaVu Sans, one of the widest that a reader may have: with another, a word
is a little narrower than its room.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_NARROW = frozenset("ijlftrI.,;:!'’|()[]«»“” \u202f\u00a0-")
_WIDE = frozenset("mwMWOQGDœŒæ%@…→")
_NARROW_EM, _WIDE_EM, _EM, _CAPITAL_EM = 0.38, 0.88, 0.6, 0.7
BOLD = 1.13
"""How much wider bold letters are."""
ELLIPSIS = "…"
_BEFORE = re.compile(r" (?=[?!:;»→])")
"""The space before a sign that begins no line; not that of « mot - mot »."""
_AFTER = re.compile(r"(?<=[«→]) ")
"""The space after a sign that ends no line; not that of « mot, mot »."""
_LONGEST_WORD = 16
"""Letters that are given up so as to cut between words."""
_MOST_LETTERS = 400
"""No drawn text shows more: what is longer is not measured to its end."""


def width_of(text: str, size: float) -> float:
    """Return how wide a text is, ``size`` being that of its letters, in the same unit."""
    return size * _ems(text)


# A line is measured where it is cut, where it is put, and where its way begins.
@lru_cache(maxsize=16_384)
def _ems(text: str) -> float:
    return sum(map(_em, text))


@cache
def _em(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if letter.isupper() else _EM


def fit(text: str, room: float, size: float) -> str:
    """Return the first words of a text that fit in ``room``, with an ellipsis when it is cut."""
    (line,) = wrap(text, room, size, 1) or ("",)
    return line


def wrap(text: str, room: float, size: float, lines: int) -> tuple[str, ...]:
    """Return a text on ``lines`` lines at most; the last one tells that it is cut."""
    found: list[str] = []
    kept = _BEFORE.sub("\u00a0", " ".join(text[:_MOST_LETTERS].split()))
    waiting = [word for word in _AFTER.sub("\u00a0", kept).split(" ") if word]
    while waiting and len(found) < lines:
        line, waiting = _line(waiting, room, size)
        found.append(line)
    if waiting:
        found[-1] = _cut(found[-1], room, size)
    return tuple(found)


def _line(waiting: list[str], room: float, size: float) -> tuple[str, list[str]]:
    """Return the words that fit on a line, one at least, and those that remain."""
    first = waiting[0]
    # Even its narrowest letters may be too many: they need no measure.
    if len(first) * _NARROW_EM * size > room or width_of(first, size) > room:
        return _cut(first, room, size), waiting[1:]
    count, width = 1, _ems(first)
    for word in waiting[1:]:
        # Of what is added alone, letter by letter: a line is measured once.
        width = sum(map(_em, f" {word}"), width)
        if size * width > room:
            break
        count += 1
    return " ".join(waiting[:count]), waiting[count:]


def _cut(line: str, room: float, size: float) -> str:
    """Return the beginning of a line with an ellipsis; whole words, unless one is too long."""
    left = room / size - _em(ELLIPSIS)
    count = 0
    while count < len(line) and (left := left - _em(line[count])) >= 0:
        count += 1
    kept = line[:count]
    if count < len(line):
        shorter = kept.rpartition(" ")[0]
        kept = shorter if len(shorter) > len(kept) - _LONGEST_WORD else kept
    return kept.rstrip(" ,;:.!?…") + ELLIPSIS
