"""How two French texts are compared, whatever the keyboard that typed them."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType

SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""Within brackets of a pattern, any space: what Python calls ``\\s``, and JavaScript does not."""
ACCENTS = r"[\u0300-\u036f]"
"""The marks that Unicode takes apart from the letters of Latin, Greek and Cyrillic (NFD)."""
FOLDED = (("\u2019", "'"), ("œ", "oe"), ("æ", "ae"))
"""What else is written in two ways: each small sign, and what any keyboard writes instead."""
NOT_IN_ADDRESSES = "[^a-z0-9]+"

_SPACES = re.compile(f"[{SPACES}]+")
_ACCENTS = re.compile(ACCENTS)
_NOT_IN_ADDRESSES = re.compile(NOT_IN_ADDRESSES)


def fold(text: str) -> str:
    """Return ``text`` for comparison: lower case, no accents, straight apostrophes, single spaces.

    >>> fold("J\u2019ai compris\u00a0?")
    "j'ai compris ?"
    """
    plain = text.lower()
    for written, instead in FOLDED:
        plain = plain.replace(written, instead)
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", plain))
    return _SPACES.sub(" ", bare).strip()


def slugify(text: str) -> str:
    """Return ``text`` as the last part of an address: ``J\u2019ai cliqué`` → ``j-ai-clique``."""
    return _NOT_IN_ADDRESSES.sub("-", fold(text)).strip("-")


def meant(word: str, known: Iterable[str], names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the word of ``known`` that is written, or whose name is; empty when there is none.

    ``names`` are by word. « Seniors » is meant for ``seniors``, « Mon téléphone » for the theme.
    """
    folded = fold(word)
    called = (
        each for each in known if folded in (fold(each), fold(names[each]) if each in names else "")
    )
    return next(called, "") if folded else ""


def closest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that ``word`` most likely meant, or None when nothing is near enough."""
    by_folded = {fold(choice): choice for choice in choices}
    matches = difflib.get_close_matches(fold(word), by_folded, n=1, cutoff=0.66)
    return by_folded[matches[0]] if matches else None


def counted(number: int, word: str) -> str:
    """Return ``1 caractère``, ``2 caractères``."""
    return f"{number} {word}{'s' if number > 1 else ''}"


def decimal(value: float, digits: int = 1) -> str:
    """Return ``8,5``."""
    return f"{value:.{digits}f}".replace(".", ",")


def enumerate_french(words: Iterable[str], conjunction: str = "ou") -> str:
    """Return ``a, b ou c``."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {conjunction} {listed[-1]}"
