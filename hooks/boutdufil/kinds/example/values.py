"""A word of the language of screens, explained: its YAML, and what it draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boutdufil.model.screen import ELEMENTS, FRAMES, Screen

FOLDER = "contribuer/ecrans"
WORDS: Mapping[str, tuple[str, ...]] = {
    "Les cadres": tuple(FRAMES),
    "Ce que l’écran montre": tuple(ELEMENTS),
    "Ce que chaque chose peut porter": ("repere", "place", "etat", "but", "variantes"),
}
"""Every word of the language, under the heading where the guide explains it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A word explained: a ``sentence``, the YAML that an author writes, what it draws."""

    word: str
    sentence: str
    source: str
    screen: Screen
