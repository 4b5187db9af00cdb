"""How hard a tutorial is to read, with the line of each hard sentence.

Measured as each file is read: on every core, and once only for a file that does not change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from boutdufil.language.readability import counts, measure
from boutdufil.markup.passage import Passage
from boutdufil.model.reading import BRACKETS, Readability, Sentence, bracket_of, is_light

KEPT = 8
"""Hard sentences remembered for each tutorial, beside those that are too long."""
MOST_TOO_LONG = 40
"""Too long sentences remembered for each tutorial: a page of laws need not be told in full."""


def measured(passages: Iterable[Passage], summary: str, summary_line: int) -> Readability:
    """Measure a tutorial from its ``passages``, and from its summary, which one reads first."""
    shown: list[tuple[int, int]] = []
    said: list[tuple[int, int]] = []
    hard: list[Sentence] = []
    for passage in (Passage("resume", summary, summary_line, 1), *passages):
        for text, start in passage.sentences:
            read = passage.read(start, len(text))
            counted = counts(read)
            (said if passage.said else shown).append(counted)
            if not is_light(*counted):
                line, _column = passage.place(start)
                hard.append(Sentence(read, *counted, line, passage.step, passage.said))
    lengths = Counter(bracket_of(words) for words, _syllables in shown)
    hard = [sentence for sentence in hard if sentence.is_hard]
    hard.sort(key=lambda sentence: sentence.hardness, reverse=True)
    kept = min(sum(each.is_too_long for each in hard), MOST_TOO_LONG) + KEPT
    return Readability(
        public=measure(shown),
        said=measure(said),
        lengths=tuple(lengths[rank] for rank in range(len(BRACKETS) + 1)),
        sentences=tuple(hard[:kept]),
    )
