"""The options of a quiz, and its explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from boutdufil.language.text import counted
from boutdufil.markup.fragments import Fragments
from boutdufil.markup.prose import items, paragraphs
from boutdufil.model.finding import Code
from boutdufil.model.script import Option, Quiz
from boutdufil.source.tree import Block, Prose, Span

# The box of an option and its words: ``[x] Oui``; not ``[note] Oui``.
_TICK = re.compile(r"\s*\[\s*([xX]?)\s*\]\s*(?=\S)")


def read_quiz(reading: Fragments, block: Block, question: Markup) -> Quiz:
    """Return the options and the explanation of a « question », its mistakes being reported."""
    line = reading.tree.line(block.span.start)
    reading.passage(block.name, block.argument)
    options: list[Option] = []
    explanation: list[Markup] = []
    for span in _paragraphs(block, reading.tree.text):
        ticks = [*_ticks(reading.tree.text, span)]
        if ticks:
            options += [Option(reading.inline(words), right) for words, right in ticks]
            for words, _right in ticks:
                reading.passage(block.name, words)
        else:
            explanation.append(reading.blocks(span))
            reading.read_aloud(block.name, [Prose(span)])
    explanation += [
        reading.html([child]) for child in block.children if not isinstance(child, Prose)
    ]
    if len(options) < 2 or not any(option.right for option in options) or not explanation:
        reading.report.add(
            Code.WRONG_QUIZ,
            line,
            "la question n’est pas complète",
            found=f"{counted(len(options), 'réponse')}, dont "
            f"{sum(option.right for option in options)} juste, et "
            + ("une explication" if explanation else "pas d’explication"),
            expected="au moins deux réponses, dont une juste, puis une explication",
            hint="- [ ] Une réponse fausse, - [x] La bonne réponse, puis une phrase",
        )
    return Quiz(question, tuple(options), Markup("").join(explanation), line)


def _paragraphs(block: Block, text: str) -> Iterator[Span]:
    for child in block.children:
        if isinstance(child, Prose):
            yield from paragraphs(text, child.span)


def _ticks(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """Yield the words of each option, and whether it is right; none when one has no box."""
    found, outside = items(text, span)
    ticks = [_TICK.match(text, item.words.start, item.words.end) for item in found]
    if outside or not all(ticks):
        return
    for item, tick in zip(found, ticks, strict=True):
        assert tick is not None
        yield Span(tick.end(), item.words.end), tick[1] != ""
