"""The words of screens, in French and as devices set in other languages write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = {
    "en": "anglais",
    "es": "espagnol",
    "pt": "portugais",
    "tr": "turc",
    "uk": "ukrainien",
    "ar": "arabe",
}
"""By their tag (BCP 47), in the order in which the desk offers them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenWord:
    """A word of a menu or of a button; English, the most frequent of the others, is always told."""

    french: str
    en: str
    es: str = ""
    pt: str = ""
    tr: str = ""
    uk: str = ""
    ar: str = ""

    @property
    def foreign(self) -> Mapping[str, str]:
        """The word in each language that has it, by the language's tag."""
        words = {tag: str(getattr(self, tag)) for tag in LANGUAGES}
        return {tag: word for tag, word in words.items() if word}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenWords:
    """All of them, in the order of the file."""

    words: tuple[ScreenWord, ...] = ()
