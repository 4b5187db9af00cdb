"""How two French texts are compared, whatever the keyboard that typed them."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return ``text`` for comparison: lower case, no accents, straight apostrophes, single spaces.

    >>> fold("J\u2019ai compris\u00a0?")
    "j'ai compris ?"
    """
    plain = text.replace("\u2019", "'")
    joined = plain.lower().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFD", joined)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _SPACES.sub(" ", bare).strip()


def slugify(text: str) -> str:
    """Return ``text`` as the last part of an address: ``J\u2019ai cliqué`` → ``j-ai-clique``."""
    return _NOT_A_WORD.sub("-", fold(text)).strip("-")


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
