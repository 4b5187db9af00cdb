"""French spaces. Sources hold ordinary ones; readers must never see a « ? » alone on its line."""

from __future__ import annotations

import re

NARROW = "\u202f"
WIDE = "\u00a0"

_TAG_OR_TEXT = re.compile(
    r"(<(pre|code|textarea|script|style|title)\b[^>]*>.*?</\2>|<[^>]+>)|([^<]+)", re.DOTALL
)
_BEFORE = re.compile(r" +(?=[;!?»%€])")
_COLON = re.compile(r" +(?=:(?:\s|$))")
_AFTER_QUOTE = re.compile(r"« +")
_BETWEEN = re.compile(r"(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=(?:min|minutes?|h|ans|km|Ko|Mo|Go)\b)")


def typeset(html: str) -> str:
    """Set the no-break spaces of French in the text of a page, tags and code left alone.

    Narrow before « ; ! ? » », full before « : » and after « « », as set by the Imprimerie
    nationale's *Lexique*; between a number and its unit, full.
    """
    return _TAG_OR_TEXT.sub(lambda match: match[1] or typeset_text(match[3]), html)


def typeset_text(text: str) -> str:
    """Set the no-break spaces of a text without markup."""
    if " " not in text:
        return text
    text = _BEFORE.sub(NARROW, text)
    text = _COLON.sub(WIDE, text)
    text = _AFTER_QUOTE.sub(f"«{NARROW}", text)
    return _BETWEEN.sub(WIDE, text)
