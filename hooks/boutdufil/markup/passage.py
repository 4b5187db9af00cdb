"""A passage: what is read, or said aloud, in one go, in the author's letters and at their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from boutdufil.language.sentences import spans
from boutdufil.language.text import fold
from boutdufil.markup.gesture import GESTURE, both_verbs
from boutdufil.markup.inline import blank

# What frames words and is not read: the target of a link, brackets, the mark of a quotation.
_FRAME = re.compile(r"\]\([^)\s]*\)|[\[\]`]|^ {0,3}(?:> ?)+", re.MULTILINE)
# What a plain passage does not hold: a frame, bold letters, verbs that follow the device.
_MARK = re.compile(r"[\[\]`>*{]")
TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Passage:
    """Words of a block of this ``kind``: ``raw`` begins at ``line`` and ``column`` of the file.

    ``step`` counts from 1, 0 outside the steps. ``devices`` are real ones; empty: all those of the
    tutorial.
    """

    kind: str
    raw: str
    line: int
    column: int
    step: int = 0
    devices: tuple[str, ...] = ()
    said: bool = False
    is_shared: bool = False
    """Whether it is read, or said, for want of words of that sort."""
    is_question: bool = False
    """Whether it is the question of a « demander », and not the words of an answer."""

    def __getstate__(self) -> dict[str, object]:
        """Leave out what is worked out of the rest: nobody who opens it again wants all of that."""
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    @cached_property
    def text(self) -> str:
        """The words, marks being blanked and the finger's verb standing for both."""
        if _MARK.search(self.raw) is None:
            return self.raw
        spoken = GESTURE.sub(lambda match: f" {match[1]}".ljust(len(match[0])), self.raw)
        return blank(_FRAME, spoken.replace("*", " "))

    @cached_property
    def without_gestures(self) -> str:
        """The words without the verbs that follow the device."""
        return self.raw if self.text is self.raw else blank(GESTURE, self.raw)

    @cached_property
    def sentences(self) -> tuple[tuple[str, int], ...]:
        """Each sentence with the place where it starts in ``text``."""
        text = self.text
        return tuple([(text[start:end], start) for start, end in spans(text)])

    @cached_property
    def tokens(self) -> tuple[tuple[str, int], ...]:
        """Each word, folded, with its place in ``text``."""
        starts = (match.start() for match in TOKEN.finditer(self.text))
        return tuple(zip(self.words, starts, strict=True))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words, folded; their places are wanted far less often."""
        return tuple(map(_folded, TOKEN.findall(self.text)))

    def read(self, start: int, length: int) -> str:
        """Return a stretch of ``text`` as it is printed, both verbs in it, on one line."""
        end = start + length
        if self.text is self.raw:
            return " ".join(self.raw[start:end].split())
        for match in GESTURE.finditer(self.raw):
            start = match.start() if match.start() < start < match.end() else start
            end = match.end() if match.start() < end < match.end() else end
        raw = GESTURE.sub(both_verbs, self.raw[start:end])
        return " ".join(_FRAME.sub("", raw.replace("*", "")).split())

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


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    """Fold a word once: the same ones come back in every tutorial."""
    return fold(word)
