"""The guide of the screen language: its text, then each word, its YAML, and what it draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.example.values import WORDS, Example
from boutdufil.kinds.published import Published
from boutdufil.model.icons import ICONS
from boutdufil.pages.page import Head, TextPage

DRAWING_FILE = "contribuer/dessiner-un-ecran.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingPage(TextPage):
    """Every word, under its heading, and each icon: its name, and the drawing of the theme."""

    template: ClassVar[str] = "drawing.html"

    groups: tuple[tuple[str, tuple[Example, ...]], ...]
    icon_names: tuple[tuple[str, str], ...]


def drawing_page(head: Head, published: Published) -> DrawingPage:
    """Return the guide, with the words that this site explains."""
    found = {example.word: example for example in published.content.examples}
    return DrawingPage(
        **head,
        groups=tuple(
            (heading, tuple(found[word] for word in words if word in found))
            for heading, words in WORDS.items()
        ),
        icon_names=tuple((name, drawing) for name, drawing in sorted(ICONS.items()) if drawing),
    )
