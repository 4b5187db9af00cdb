"""What maintainers see of plain language: the hardest tutorials, the hardest sentences."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.content import Content
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.values import LEVELS, Card, Tutorial
from boutdufil.language.readability import LEAST_SCORES, LONGEST_SENTENCE
from boutdufil.model.reading import BRACKETS, Readability, Sentence
from boutdufil.pages.jargon import Jargon, unexplained
from boutdufil.pages.page import Bar, Head, TextPage, bars
from boutdufil.pages.terms import by_name

READABILITY_FILE = "contribuer/lisibilite.md"
MOST_TUTORIALS = 50
"""Rows of the table: the page stays as long as this, however many tutorials there are."""
MOST_SENTENCES = 40
SENTENCES_A_TUTORIAL = 5


@dataclass(frozen=True, slots=True)
class HardTutorial:
    """A row of the table: a tutorial, how hard it is, and what to look at in it."""

    tutorial: Card
    readability: Readability
    jargon: tuple[Jargon, ...]

    @property
    def is_too_hard(self) -> bool:
        """Tell whether it is under the score that its level asks for."""
        score = self.readability.public.score
        return score is not None and score < LEAST_SCORES[self.tutorial.level]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its hardest sentences."""
        return self.readability.sentences[:SENTENCES_A_TUTORIAL]


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence with the tutorial that it stands in."""

    tutorial: Card
    sentence: Sentence


def readings(catalog: Catalog, content: Content) -> Iterator[tuple[Tutorial, Readability]]:
    """Yield each published tutorial with its measure, by number."""
    measured = {document.path: document.readability for document in content.documents}
    for tutorial in catalog.tutorials:
        if tutorial.path in measured:
            yield tutorial, measured[tutorial.path]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadabilityPage(TextPage):
    """The measure of every tutorial; ``levels``: the least score of each, by its name."""

    template: ClassVar[str] = "readability.html"

    total: int
    rows: tuple[HardTutorial, ...]
    sentences: tuple[HardSentence, ...]
    sentence_total: int
    lengths: tuple[Bar, ...]
    levels: tuple[tuple[str, int], ...]
    longest_sentence: int = LONGEST_SENTENCE


def readability_page(head: Head, published: Published) -> ReadabilityPage:
    """Return the page of readability."""
    found = tuple(readings(published.catalog, published.content))
    hardest = heapq.nsmallest(MOST_TUTORIALS, found, key=lambda each: _ease(each[1]))
    sentences = [
        HardSentence(tutorial.card, sentence)
        for tutorial, readability in found
        for sentence in readability.sentences
    ]
    named = by_name(published.catalog.terms)
    return ReadabilityPage(
        **head,
        total=len(found),
        rows=tuple(
            HardTutorial(tutorial.card, readability, unexplained(tutorial.script, named))
            for tutorial, readability in hardest
        ),
        sentences=tuple(
            heapq.nlargest(MOST_SENTENCES, sentences, key=lambda each: each.sentence.hardness)
        ),
        sentence_total=len(sentences),
        lengths=_lengths([readability for _tutorial, readability in found]),
        levels=tuple((LEVELS[level], least) for level, least in LEAST_SCORES.items()),
    )


def _ease(readability: Readability) -> float:
    """Return the score; what is too short to have one comes last."""
    score = readability.public.score
    return float("inf") if score is None else score


def _lengths(found: list[Readability]) -> tuple[Bar, ...]:
    """Return how many sentences of the site have each length."""
    lowest = (1, *(bound + 1 for bound in BRACKETS))
    names = [f"{low} à {high} mots" for low, high in zip(lowest, BRACKETS, strict=False)]
    names.append(f"{lowest[-1]} mots ou plus")
    counts = [sum(each.lengths[rank] for each in found) for rank in range(len(names))]
    return bars(zip(names, counts, strict=True))
