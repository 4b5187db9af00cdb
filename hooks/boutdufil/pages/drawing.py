"""The guide of the screen language: every word, its YAML, and what it draws."""

from __future__ import annotations

from collections.abc import Iterable

from boutdufil.kinds.example.values import WORDS, Example
from boutdufil.model.icons import ICONS

DRAWING_FILE = "contribuer/dessiner-un-ecran.md"


def drawn_words(examples: Iterable[Example]) -> dict[str, object]:
    """Return what the guide shows: every word under its heading, and the icons by name."""
    found = {example.word: example for example in examples}
    groups = tuple(
        (heading, tuple(found[word] for word in words if word in found))
        for heading, words in WORDS.items()
    )
    drawn = tuple((name, drawing) for name, drawing in sorted(ICONS.items()) if drawing)
    return {"groups": groups, "icon_names": drawn}
