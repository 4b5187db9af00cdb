"""How hard a tutorial is to read, with the line of each hard sentence.

Measured as each file is read: on every core, and once only for a file that does not change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from boutdufil.language.readability import counts, measure
from boutdufil.markup.passage import Passage
from boutdufil.model.reading import BRACKETS, Readability, Sentence, bracket_of

KEPT = 8
"""Hard sentences remembered for each tutorial, beside those that are too long."""
MOST_TOO_LONG = 40
"""Too long sentences remembered for each tutorial: a page of laws need not be told in full."""


def measured(passages: Iterable[Passage], summary: str, summary_line: int) -> Readability:
    """Measure a tutorial from its ``passages``, and from its summary, which one reads first."""
    cut = [
        sentence
        for passage in (Passage("resume", summary, summary_line, 1), *passages)
        for sentence in _sentences(passage)
    ]
    lengths = Counter(bracket_of(sentence.words) for sentence in cut if not sentence.said)
    hard = [sentence for sentence in cut if sentence.is_hard]
    hard.sort(key=lambda sentence: sentence.hardness, reverse=True)
    kept = min(sum(each.is_too_long for each in hard), MOST_TOO_LONG) + KEPT
    return Readability(
        public=measure((each.words, each.syllables) for each in cut if not each.said),
        said=measure((each.words, each.syllables) for each in cut if each.said),
        lengths=tuple(lengths[rank] for rank in range(len(BRACKETS) + 1)),
        sentences=tuple(hard[:kept]),
    )


def _sentences(passage: Passage) -> Iterator[Sentence]:
    for text, start in passage.sentences:
        read = passage.read(start, len(text))
        line, _column = passage.place(start)
        yield Sentence(read, *counts(read), line, passage.step, passage.said)
