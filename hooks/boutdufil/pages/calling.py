"""Numbers that one presses to call: those that were verified, and that cost nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from boutdufil.kinds.references.values import OPEN, PhoneNumber

# « au 17 », « un SMS au 114 », « 116 006 »; not « 17Cyber », nor « 2017 », nor « 17.fr ».
_CALLED = r"(?P<text>SMS au )?(?<![\w.])(?P<number>{})(?![\w]|\.\w)"

# What is written between two digits, and not dialled: « 514 555-0123 ».
_BETWEEN = re.compile(r"[^+\d]")


def with_calls(text: str, numbers: Iterable[PhoneNumber]) -> Markup:
    """Return ``text``, its numbers pressed to call, or to write where it says « SMS au »."""
    known = [each.number for each in numbers if each.status == OPEN and not each.surcharged]
    if not known:
        return Markup.escape(text)
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(_CALLED.format("|".join(map(re.escape, longest_first))))
    pieces, end = [], 0
    for match in pattern.finditer(text):
        pieces += [Markup.escape(text[end : match.start("number")]), _link(match)]
        end = match.end()
    return Markup().join([*pieces, text[end:]])


def _link(match: re.Match[str]) -> Markup:
    scheme = "sms" if match["text"] else "tel"
    address = _BETWEEN.sub("", match["number"])
    return Markup('<a href="{}:{}">{}</a>').format(scheme, address, match["number"])
