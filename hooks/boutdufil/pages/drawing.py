"""The guide of the screen language: every word, its YAML, and what it draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from boutdufil.markup.screens import EXAMPLES, read_screen
from boutdufil.model.finding import Finding, Report
from boutdufil.model.icons import ICONS
from boutdufil.model.screen import ELEMENTS, FRAMES, Screen
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.text_file import decode

DRAWING_FILE = "contribuer/dessiner-un-ecran.md"
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
    report = Report(path)
    text = decode((docs / path).read_bytes(), report)
    if text is None:
        return Example(word, "", "", None, tuple(report.findings))
    comment, _, source = text.partition("\n")
    screen = read_screen(source, "", report, 1, taxonomy)
    sentence = comment.removeprefix("#").strip()
    return Example(word, sentence, source.rstrip(), screen, tuple(report.findings))


def drawn_words(examples: Iterable[Example]) -> dict[str, object]:
    """Return what the guide shows: every word under its heading, and the icons by name."""
    found = {example.word: example for example in examples}
    groups = tuple(
        (heading, tuple(found[word] for word in words if word in found))
        for heading, words in WORDS.items()
    )
    drawn = tuple((name, drawing) for name, drawing in sorted(ICONS.items()) if drawing)
    return {"groups": groups, "icon_names": drawn}


def read_examples(docs: Path, taxonomy: Taxonomy) -> tuple[Example, ...]:
    """Read the examples; another organisation's site may have none."""
    return tuple(
        read_example(docs, word, taxonomy)
        for words in WORDS.values()
        for word in words
        if (docs / EXAMPLES / f"{word}.yml").is_file()
    )
