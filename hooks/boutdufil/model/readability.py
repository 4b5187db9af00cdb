"""How hard a French text is to read, and to hear."""

from __future__ import annotations

import re

_SPACE = r"[ \u00a0\u202f\n]"
_SENTENCE_END = re.compile(
    rf"(?:(?<=[.!?…])|(?<=[.!?…][»”)])|(?<=[.!?…]{_SPACE}»)){_SPACE}+(?![»”)?!])"
)
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*", re.UNICODE)


def sentences(text: str) -> tuple[str, ...]:
    """Cut plain text into sentences; what holds no word, such as « … », is not one."""
    parts = (part.strip() for part in _SENTENCE_END.split(text))
    return tuple(part for part in parts if _WORD.search(part))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as people count them: ``l’écran`` and ``33,50`` are one each."""
    return tuple(_WORD.findall(text))
