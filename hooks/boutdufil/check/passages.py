"""Every passage that is said aloud, in the author's letters and at the author's place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from boutdufil.check.lines import blank
from boutdufil.language.sentences import spans
from boutdufil.language.text import fold
from boutdufil.markup.gesture import GESTURE
from boutdufil.model.script import (
    Ask,
    ForAudiences,
    ForDevices,
    Part,
    Rephrase,
    Say,
    Script,
    Trouble,
)

_BLOCK = re.compile(r" {0,3}(/{3,})")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+[.)]) +(?=\S)")
_LABEL = re.compile(r"(\*\*|__)(.+?)\1", re.DOTALL)
_TARGET = re.compile(r"\]\([^)\s]*\)|[\[\]]")
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Passage:
    """Words said aloud: ``raw`` begins at ``line`` and ``column``; ``step`` counts from 1.

    ``step`` is 0 outside the steps. ``devices`` are real ones; empty: all those of the tutorial.
    """

    kind: str
    raw: str
    line: int
    column: int
    devices: tuple[str, ...]
    step: int
    is_question: bool = False
    """Whether it is the question of a « demander », and not the words of an answer."""

    @cached_property
    def text(self) -> str:
        """The words, marks being blanked and the finger's verb standing for both."""
        spoken = GESTURE.sub(lambda match: f" {match[1]}".ljust(len(match[0])), self.raw)
        return blank(_TARGET, spoken.replace("*", " "))

    @cached_property
    def without_gestures(self) -> str:
        """The words without the verbs that follow the device."""
        return blank(GESTURE, self.raw)

    @cached_property
    def sentences(self) -> tuple[tuple[str, int], ...]:
        """Each sentence with the place where it starts in ``text``."""
        return tuple((self.text[start:end], start) for start, end in spans(self.text))

    @cached_property
    def tokens(self) -> tuple[tuple[str, int], ...]:
        """Each word, folded, with its place in ``text``."""
        return tuple((_folded(match[0]), match.start()) for match in _TOKEN.finditer(self.text))

    def sentence_at(self, offset: int) -> str:
        """Return the sentence that holds a place in ``text``."""
        held = [sentence for sentence, start in self.sentences if start <= offset]
        return held[-1] if held else self.text.strip()

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a place in ``text``."""
        before = self.raw[:offset]
        lines = before.count("\n")
        column = offset - before.rfind("\n") if lines else self.column + offset
        return self.line + lines, column


def passages(script: Script, text: str) -> tuple[Passage, ...]:
    """Return what ``script``, read from the file ``text``, says aloud, in reading order."""
    lines = text.split("\n")
    found: list[Passage] = []
    for step in script.steps:
        found += _said(step.parts, lines, (), step.rank)
    found += _said(script.understanding, lines, (), 0)
    return tuple(found)


def _said(
    parts: Sequence[Part], lines: Sequence[str], devices: tuple[str, ...], step: int
) -> Iterator[Passage]:
    for part in parts:
        if isinstance(part, ForDevices):
            yield from _said(part.parts, lines, part.devices, step)
        elif isinstance(part, ForAudiences):
            yield from _said(part.parts, lines, devices, step)
        elif isinstance(part, Say | Rephrase | Ask | Trouble) and 0 < part.line <= len(lines):
            held = (part.devices if isinstance(part, Say) else ()) or devices
            for line, column, raw in _words(part, lines):
                question = isinstance(part, Ask) and line == part.line
                yield Passage(part.kind, raw, line, column, held, step, question)


def _words(
    part: Say | Rephrase | Ask | Trouble, lines: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield the words of a block, each run of them with its line and column."""
    content = _content(part.line, lines)
    if isinstance(part, Ask):
        opening = lines[part.line - 1]
        start = opening.find("|") + 1
        start += len(opening[start:]) - len(opening[start:].lstrip())
        yield part.line, start + 1, opening[start:]
        for number, raw in _runs(content, begins=_ITEM):
            yield from _quoted(number, raw, after_label=True)
    elif isinstance(part, Trouble):
        for number, raw in _runs(content):
            if raw.lstrip().startswith("«") and raw.rstrip(" .\n").endswith("»"):
                yield from _quoted(number, raw)
    else:
        for number, raw in _runs(content):
            yield number, 1, raw


def _content(line: int, lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return the numbered lines of the block that opens at ``line``."""
    opening = _BLOCK.match(lines[line - 1])
    mark = opening[1] if opening else "///"
    content = []
    for number in range(line + 1, len(lines) + 1):
        if lines[number - 1].strip() == mark:
            break
        content.append((number, lines[number - 1]))
    return content


def _runs(
    content: Sequence[tuple[int, str]], begins: re.Pattern[str] | None = None
) -> Iterator[tuple[int, str]]:
    """Join the lines of a paragraph, or of an item of a list, under the number of the first."""
    start = 0
    run: list[str] = []
    for number, line in content:
        if run and (not line.strip() or (begins and begins.match(line))):
            yield start, "\n".join(run)
            run = []
        if line.strip():
            start = start if run else number
            run.append(line)
    if run:
        yield start, "\n".join(run)


def _quoted(line: int, raw: str, *, after_label: bool = False) -> Iterator[tuple[int, int, str]]:
    """Yield what stands between the first « and the last », after the bold answer if any."""
    label = _LABEL.search(raw) if after_label else None
    start = raw.find("«", label.end() if label else 0)
    end = raw.rfind("»")
    if start == -1 or end <= start:
        return
    start += 1
    start += len(raw[start:end]) - len(raw[start:end].lstrip())
    before = raw[:start]
    lines = before.count("\n")
    column = start - before.rfind("\n") if lines else start + 1
    yield line + lines, column, raw[start:end].rstrip()


def find_words(
    passage: Passage, phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
) -> Iterator[tuple[str, int]]:
    """Yield each phrase that is said, as its value in ``phrases``, with its place.

    ``phrases`` are by their first word: ``{"menu": [(("menu", "principal"), "menu")]}``.
    """
    words = [word for word, _place in passage.tokens]
    for rank, (word, place) in enumerate(passage.tokens):
        for phrase, value in phrases.get(word, ()):
            if tuple(words[rank : rank + len(phrase)]) == phrase:
                yield value, place


def phrase_words(text: str) -> tuple[str, ...]:
    """Cut a phrase as ``find_words`` expects it."""
    return tuple(_TOKEN.findall(fold(text)))


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    """Fold a word once: the same ones come back in every tutorial."""
    return fold(word)
