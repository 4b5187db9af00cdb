"""What a tutorial gives to read, and to hear: its passages, its measure, its hardest sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

from boutdufil.language.readability import LONGEST_SENTENCE, Measure, syllables, words
from boutdufil.model.script import (
    Ask,
    Container,
    Part,
    Prose,
    Quiz,
    Rephrase,
    Say,
    Script,
    Trouble,
    questions,
)

EASY_SENTENCE = 15
"""Words of a sentence that one reads without an effort; the guides of plain French say 12 to 15."""
LONG_WORD = 4
"""Syllables of a word that one spells out: « confidentialité »; « message » has two."""
HEAVY = 2
"""Long words from which a sentence is heavy, when its words have ``HEAVY_MEAN`` syllables in mean.

One long word is often the one that is written on the screen.
"""
HEAVY_MEAN = 1.9
BRACKETS = (5, 10, 15, 20)
"""The longest sentence, in words, of each bracket but the last, which is above ``LONGEST``."""

_JOINED = re.compile(r"[’'-]")
_LEFT_OUT = re.compile(r"<(pre|h[1-6])\b.*?</\1>", re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|hr)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or an item, as plain text, of ``step`` (0: of none)."""

    text: str
    step: int = 0
    said: bool = False


def is_light(words: int, syllables: int) -> bool:
    """Tell whether a sentence that counts so many cannot be hard: most are, and are seen no closer.

    >>> is_light(8, 12)
    True
    """
    return words <= EASY_SENTENCE and syllables < HEAVY_MEAN * words


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence worth looking at. ``line`` counts from 1 in the file, 0 when it is not known."""

    text: str
    words: int
    syllables: int
    line: int = 0
    step: int = 0
    said: bool = False

    @property
    def is_too_long(self) -> bool:
        """Tell whether a beginner gets lost in it."""
        return self.words > LONGEST_SENTENCE

    @property
    def is_heavy(self) -> bool:
        """Tell whether its words are long ones."""
        return self.syllables >= HEAVY_MEAN * self.words and len(self.long_words) >= HEAVY

    @property
    def long_words(self) -> tuple[str, ...]:
        """Its long words, each once; what an apostrophe or a hyphen joins is many words."""
        parts = (part for word in words(self.text) for part in _JOINED.split(word))
        return tuple(dict.fromkeys(part for part in parts if syllables(part) >= LONG_WORD))

    @property
    def is_hard(self) -> bool:
        """Tell whether there is something to say about it."""
        return self.words > EASY_SENTENCE or self.is_heavy

    @property
    def hardness(self) -> tuple[int, float]:
        """What sentences are ranked by: length, which is sure, then Kandel and Moles' weights."""
        length = self.words if self.words > EASY_SENTENCE else 0
        return length, 1.015 * self.words + 73.6 * self.syllables / max(self.words, 1)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is hard, in the words of an author."""
        reasons = []
        if self.words > EASY_SENTENCE:
            reasons.append(f"{'trop longue' if self.is_too_long else 'longue'} : {self.words} mots")
        if self.is_heavy:
            reasons.append(f"mots longs : {', '.join(self.long_words)}")
        return tuple(reasons)


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard a tutorial is: what the public reads, what the mediator says, apart.

    ``lengths`` counts the public's sentences by bracket of ``BRACKETS``, the last being above.
    ``sentences`` are the hard ones, the hardest first: all those that are too long, and a few more.
    """

    public: Measure = field(default_factory=Measure)
    said: Measure = field(default_factory=Measure)
    lengths: tuple[int, ...] = (0,) * (len(BRACKETS) + 1)
    sentences: tuple[Sentence, ...] = ()


def bracket_of(length: int) -> int:
    """Return the rank, from 0, of the bracket of a sentence of ``length`` words."""
    return sum(length > bound for bound in BRACKETS)


def passages(script: Script) -> Iterator[Passage]:
    """Yield what is read and what is said, in the order of the file; titles are left out."""
    sections: tuple[tuple[int, tuple[Part, ...]], ...] = (
        (0, script.introduction),
        (0, script.before),
        *((step.rank, step.parts) for step in script.steps),
        (0, script.understanding),
        (0, script.choosing),
        (0, script.further),
    )
    for step, parts in sections:
        yield from _passages(parts, step)


def _passages(parts: Iterable[Part], step: int) -> Iterator[Passage]:
    for part in parts:
        if isinstance(part, Prose):
            yield from _cut(part.html, step)
        elif isinstance(part, Say | Rephrase):
            yield from _cut(part.html, step, said=True)
        elif isinstance(part, Trouble):  # and Stop: where one is missing, the other serves for both
            yield from _cut(part.public, step)
            yield from _cut(part.spoken, step, said=True)
        elif isinstance(part, Ask):
            for ask in questions(part):
                yield from _cut(ask.question, step, said=True)
                yield from _cut(ask.otherwise, step, said=True)
                for answer in ask.answers:
                    yield from _cut(answer.words, step, said=True)
        elif isinstance(part, Quiz):
            yield from _cut(part.question, step)
            for option in part.options:
                yield from _cut(option.html, step)
            yield from _cut(part.explanation, step)
        elif isinstance(part, Container):
            yield from _passages(part.parts, step)


def _cut(html: str, step: int, *, said: bool = False) -> Iterator[Passage]:
    """Cut a fragment into its paragraphs and items; code blocks and headings are not sentences."""
    for block in _BLOCK.split(_LEFT_OUT.sub("<p>", str(html))):
        text = " ".join(unescape(_TAG.sub("", block.replace("<br", " <br"))).split())
        if text:
            yield Passage(text, step, said)
