"""How hard a tutorial is to read, with the line of each hard sentence.

Measured as each file is read: on every core, and once only for a file that does not change. The
lines are known here alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from boutdufil.language.readability import measure, syllables, words
from boutdufil.language.sentences import sentences
from boutdufil.markup.gesture import GESTURE
from boutdufil.model.reading import BRACKETS, Passage, Readability, Sentence, bracket_of, passages
from boutdufil.model.script import Script

KEPT = 8
"""Hard sentences remembered for each tutorial, beside those that are too long."""
MOST_TOO_LONG = 40
"""Too long sentences remembered for each tutorial: a page of laws need not be told in full."""
_KEY_WORDS = 6
"""Words by which a sentence is found again, when markup hides one of the others."""

_TARGET = re.compile(r"\]\([^)\s]*\)")


def measured(
    script: Script, summary: str, summary_line: int, body: str, offset: int
) -> Readability:
    """Measure a tutorial; ``body`` begins after ``offset`` lines of its file."""
    cut = [
        (passage, sentence, words(sentence))
        for passage in (Passage(summary), *passages(script))
        for sentence in sentences(passage.text)
    ]
    public = [found for passage, _sentence, found in cut if not passage.said]
    lengths = Counter(bracket_of(len(found)) for found in public)
    hard = [sentence for each in cut for sentence in _hard(*each)]
    hard.sort(key=lambda sentence: sentence.hardness, reverse=True)
    kept = hard[: min(sum(each.is_too_long for each in hard), MOST_TOO_LONG) + KEPT]
    lines = _Lines(body, offset) if kept else None
    in_summary = sentences(summary)
    step_lines = {step.rank: step.line for step in script.steps}

    def line_of(sentence: Sentence) -> int:
        if lines is None or sentence.text in in_summary:
            return summary_line
        return lines.of(sentence.text) or step_lines.get(sentence.step, 1)

    return Readability(
        public=measure(public),
        said=measure(found for passage, _sentence, found in cut if passage.said),
        lengths=tuple(lengths[rank] for rank in range(len(BRACKETS) + 1)),
        sentences=tuple(replace(sentence, line=line_of(sentence)) for sentence in kept),
    )


def _hard(passage: Passage, text: str, found: tuple[str, ...]) -> Iterator[Sentence]:
    """Yield the sentence when there is something to say about it."""
    spoken = sum(map(syllables, found))
    sentence = Sentence(text, len(found), spoken, step=passage.step, said=passage.said)
    if sentence.is_hard:
        yield sentence


class _Lines:
    """The words of a body with their lines, in which a sentence is found again."""

    def __init__(self, body: str, offset: int) -> None:
        self._words: list[str] = []
        self._lines: list[int] = []
        for number, line in enumerate(body.split("\n"), offset + 1):
            found = words(_TARGET.sub("]", GESTURE.sub(_both, line)))
            self._words += found
            self._lines += [number] * len(found)

    def of(self, sentence: str) -> int:
        """Return the line on which ``sentence`` begins, 0 when its words are not found."""
        whole = list(words(sentence))
        return self._find(whole) or self._find(whole[:_KEY_WORDS])

    def _find(self, key: list[str]) -> int:
        place = -1
        for _occurrence in range(self._words.count(key[0])):
            place = self._words.index(key[0], place + 1)
            if self._words[place : place + len(key)] == key:
                return self._lines[place]
        return 0


def _both(match: re.Match[str]) -> str:
    """Write both verbs, as the reader of the body does."""
    touch, click = match[1].strip(), match[2].strip()
    return f"{touch} ou {click[:1].lower()}{click[1:]}"
