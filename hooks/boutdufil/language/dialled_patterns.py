"""What the numbers of a plan look like in a text: its forms, with all that people put between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from boutdufil.language.numbering import NumberingPlan, any_of, digit_patterns

_SPACE = r" \u00a0\u2009\u202f"
_GAP = rf"(?:[{_SPACE}]{{0,3}}[./_·‐-―-]?[{_SPACE}]{{0,3}}|[{_SPACE}]?\n[{_SPACE}]?)"
"""What people put between two digits: a space or two, a point, a dash, the end of a line."""
_WIDE = r"[^0-9A-Za-zÀ-ÿ]{0,6}?"
"""What may stand between two digits of a number that is hidden: anything that is not read."""
_ALONE = rf"(?<![\w+#/@,.])(?<!\d[{_SPACE}.-])"
"""Before a number that is no part of another, of a name or of an address."""
_ENDS = r"(?![\w/@]|[.,]\d)"
_NEVER = r"(?!)"
Join = Callable[[Iterable[str]], str]
LONGEST_SHORT = 6
"""Digits of a number that stands for no line of its own: « 118 218 »."""
TOLD_APART = 5
"""Digits of a message's number that are seldom anything else; shorter ones are years, longer ones
are codes."""

_SENT = re.compile(
    r"\b(?:sms|mms|textos?|messages?|envoy\w*|envoi|r[ée]pond\w*|tap\w+|compos\w+|appel\w*|stop|oui"
    r"|num[ée]ros?)\b[^.!?\n]{0,60}$"
    r"|\b(?:au|le|vers)\s*$",
    re.IGNORECASE,
)
# « un SMS au 4567 »; not « un message de 2026 ».
_SENT_TO = re.compile(
    r"\b(?:sms|mms|textos?|messages?|envoy\w*|envoi|stop|oui)\b[^.!?\n]{0,60}"
    r"\b(?:au|vers(?: le)?|num[ée]ro)\s*$",
    re.IGNORECASE,
)
MESSAGES = (_SENT, _SENT_TO)
"""What stands before a number that a message is sent to, as :attr:`Patterns.messages` are."""
# « fiche 101 », « 12 euros », from the first digit on: from each, a row of them takes its square.
COUNTED = re.compile(
    rf"\bfiches?[{_SPACE}]\d{{3,4}}\b|\bn°[{_SPACE}]?\d{{1,3}}\b(?![{_SPACE}.-]?\d)"
    rf"|(?<!\d)\d+[{_SPACE}]?"
    r"(?:€|euros?|mots?|lettres|caractères|personnes|[kKMG]o|px|ans|pages)\b"
)
# « 26/11/2026 », « 2026-11-26 », « 2025-2026 »: eight digits, as some numbers; not « 26 11 20 ».
DATED = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}[{_SPACE}./-]\d{{1,2}}[{_SPACE}./-](?:19|20)\d\d"
    rf"|(?:19|20)\d\d-\d\d-\d\d|(?:19|20)\d\d[{_SPACE}/-]{{1,3}}(?:19|20)\d\d)(?!\d)"
)
# « www.33700.fr/a », whose digits nobody dials.
ADDRESS = re.compile(r"https?://\S+|(?<![\w.@-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\b(?:/\S*)?")


@dataclass(frozen=True, slots=True)
class Patterns:
    """What to look for in a text, sort by sort."""

    dear: re.Pattern[str]
    directory: re.Pattern[str]
    """Short numbers that are dear."""
    messages: tuple[re.Pattern[str], ...]
    """As ``MESSAGES``: what few other things look like, then what needs more to be one."""
    foreign: re.Pattern[str]
    overseas: re.Pattern[str]
    ordinary: re.Pattern[str]
    plus: re.Pattern[str]
    """« plus deux cent seize… », in digits; not « plus de vingt »."""
    away: re.Pattern[str]
    """How what rings abroad begins."""
    alone: re.Pattern[str]
    """All that is dear, in digits; a few more may follow a line's."""


@lru_cache(maxsize=16)
def patterns_of(plan: NumberingPlan) -> Patterns:
    """Return what the numbers of ``plan`` look like."""
    lines, short = _parted(plan.dear)
    sure = [form for form in plan.messages if len(_digits(form)) == TOLD_APART]
    unsure = [form for form in plan.messages if form not in sure]
    away = rf"(?:\+|{_abroad(plan)})"
    ours = "|".join((*plan.kin, *plan.territories)) or _NEVER
    between = rf"[{_SPACE}]?"
    return Patterns(
        dear=re.compile(rf"(?<![0-9]){_lines(plan, lines, _WIDE)}"),
        directory=re.compile(_ALONE + _any("".join, short, _GAP) + _ENDS),
        messages=tuple(
            re.compile(_ALONE + _any(_GAP.join, forms, _GAP) + _ENDS) for forms in (sure, unsure)
        ),
        foreign=re.compile(
            rf"(?<![0-9A-Za-z]){away}[{_SPACE}(]{{0,2}}(?!{plan.code})[1-9]"
            rf"(?:[{_SPACE}.()/-]{{0,3}}[0-9]){{6,13}}"
        ),
        overseas=re.compile(rf"{away}(?:{ours})"),
        ordinary=re.compile(
            rf"(?<![\w+#/@])(?<!\d[{_SPACE}.,-])"
            rf"(?:{_lines(plan, plan.national, _GAP)}|{_any(''.join, plan.short, between)}){_ENDS}"
        ),
        plus=re.compile(
            rf"\bplus[{_SPACE},]{{1,3}}(?!{plan.code})[1-9](?:[{_SPACE},.]{{0,3}}[0-9]){{7,13}}",
            re.IGNORECASE,
        ),
        away=re.compile(away),
        alone=re.compile(rf"{any_of(lines)}\d*|{any_of((*short, *plan.messages))}"),
    )


def _abroad(plan: NumberingPlan) -> str:
    return "|".join(dict.fromkeys(("00", plan.abroad)))


def _digits(form: str) -> Sequence[str]:
    return [*chain.from_iterable(digit_patterns(form))]


def _parted(forms: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the forms of whole lines, then the short ones."""
    lines = [form for form in forms if len(_digits(form)) > LONGEST_SHORT]
    return lines, [form for form in forms if form not in lines]


def _any(join: Join, forms: Iterable[str], between: str) -> str:
    """Return what has one of ``forms``, its groups apart by ``between``."""
    each = (between.join(join(group) for group in digit_patterns(form)) for form in forms)
    return f"(?:{'|'.join(each) or _NEVER})"


def _lines(plan: NumberingPlan, forms: Sequence[str], gap: str) -> str:
    """Return what has one of ``forms``, dialled at home or written from abroad, longest first."""
    trunk = plan.trunk
    code = rf"(?:\+|(?<!\d)(?:{_abroad(plan)}))[{_SPACE}]?{plan.code}{gap}"
    longest = sorted(forms, key=lambda form: -len(_digits(form)))
    if plan.has_trunk:
        begins = rf"(?:{code}(?:\({gap}{trunk}{gap}\){gap}|{trunk}{gap})?|{trunk}{gap})"
        rests = [gap.join(_digits(form)[len(trunk) :]) for form in longest]
    else:
        begins = rf"(?:{code}|{trunk}{gap})?" if trunk else rf"(?:{code})?"
        rests = [_with_area(form, gap) for form in longest]
    return rf"{begins}(?:{'|'.join(rests) or _NEVER})"


def _with_area(form: str, gap: str) -> str:
    """Return what has a form whose first digits may stand between brackets: « (514) 555-0123 »."""
    area, *others = digit_patterns(form)
    rest = gap.join(chain.from_iterable(others))
    return rf"\(?{gap.join(area)}\)?{gap}{rest}"
