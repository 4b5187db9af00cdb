"""The guide of the screen language: every word, its YAML, and what it draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from boutdufil.markup.screens import read_screen
from boutdufil.model.finding import Finding, Report
from boutdufil.model.screen import ELEMENTS, FRAMES, Screen
from boutdufil.model.taxonomy import Taxonomy

DRAWING_FILE = "contribuer/dessiner-un-ecran.md"
EXAMPLES = "contribuer/ecrans"
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
    screen: Screen | None
    findings: tuple[Finding, ...] = ()


def read_example(docs: Path, word: str, taxonomy: Taxonomy) -> Example:
    """Read the example of ``word``: a comment that explains it, then the YAML."""
    path = f"{EXAMPLES}/{word}.yml"
    comment, _, source = (docs / path).read_text(encoding="utf-8").partition("\n")
    report = Report(path)
    screen = read_screen(source, "", report, 1, taxonomy)
    sentence = comment.removeprefix("#").strip()
    return Example(word, sentence, source.rstrip(), screen, tuple(report.findings))


def read_examples(docs: Path, taxonomy: Taxonomy) -> tuple[Example, ...]:
    """Read the examples; another organisation's site may have none."""
    return tuple(
        read_example(docs, word, taxonomy)
        for words in WORDS.values()
        for word in words
        if (docs / EXAMPLES / f"{word}.yml").is_file()
    )
