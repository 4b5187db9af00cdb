"""What prose is made of: paragraphs, items of a list, cells, each with its span in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boutdufil.source.tree import Span

# An item of a list and the space after its mark: ``- a``, ``2. a``; not ``-a``, nor ``**a**``.
ITEM = re.compile(r"^( *)(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
# The line under the headings of a table: ``|---|:-:|``; not a line of words.
_RULE = re.compile(r"^[ |:-]*-[ |:-]*$")
_CELL = re.compile(r"[^|]+")
GUILLEMETS = {"«": "»", "“": "”", "„": "”", '"': '"'}
"""What opens words to read aloud, and what closes them."""
_QUOTE_MARK = re.compile(r"^ {0,3}(?:> ?)+")
_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"\s*(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)

_COLON = re.compile(r"[\s\u00a0\u202f]*:?[\s\u00a0\u202f]*")
_PAIRS = {opens: re.compile(f"[{opens}{closes}]") for opens, closes in GUILLEMETS.items()}


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its words, then what is indented below it."""

    words: Span
    children: tuple[Item, ...] = ()


def paragraphs(text: str, span: Span) -> Iterator[Span]:
    """Yield the runs of lines that no blank line cuts, without the last line end."""
    start = end = span.start
    for line in _LINE.finditer(text, span.start, span.end):
        if not line[0].strip():
            continue
        if end > start and text[end : line.start()].count("\n") > 1:
            yield Span(start, end)
            start = end = line.start()
        start = start if end > start else line.start()
        end = line.end()
    if end > start:
        yield Span(start, end)


def readings(text: str, span: Span) -> Iterator[Span]:
    """Yield what is read in one go: a paragraph, an item or a cell, without its mark.

    What is indented like code is not read.
    """
    in_list = False
    for paragraph in paragraphs(text, span):
        lines = [
            Span(*match.span()) for match in _LINE.finditer(text, paragraph.start, paragraph.end)
        ]
        first = text[lines[0].start : lines[0].end]
        if first.startswith(("    ", "\t")) and not in_list:
            continue
        if any(_RULE.match(text[each.start : each.end]) for each in lines[1:2]) and "|" in first:
            yield from _cells(text, lines)
        else:
            in_list = bool(ITEM.match(first)) or (in_list and first.startswith(" "))
            yield from _items_or_words(text, lines)


def _cells(text: str, lines: list[Span]) -> Iterator[Span]:
    for line in (lines[0], *lines[2:]):
        for cell in _CELL.finditer(text, line.start, line.end):
            if cell[0].strip():
                yield Span(*cell.span())


def _items_or_words(text: str, lines: list[Span]) -> Iterator[Span]:
    start = end = -1
    for line in lines:
        written = text[line.start : line.end]
        mark = ITEM.match(written) or _QUOTE_MARK.match(written)
        if start == -1 or ITEM.match(written):
            if start != -1:
                yield Span(start, end)
            start = line.start + (mark.end() if mark else 0)
        end = line.end
    if end > start:
        yield Span(start, end)


def items(text: str, span: Span) -> tuple[tuple[Item, ...], tuple[Span, ...]]:
    """Return the items of the list in ``span``, and what there stands outside them."""
    found: list[tuple[int, Span, list[Item]]] = []
    outside: list[Span] = []
    after_blank = True
    for line in re.finditer(r"[^\n]*\n?", text[span.start : span.end]):
        written = line[0].removesuffix("\n")
        start = span.start + line.start()
        if not written.strip():
            after_blank = True
            continue
        end = start + len(written.rstrip())
        mark = ITEM.match(written)
        indented = len(written) - len(written.lstrip(" ")) >= 2
        if mark:
            found.append((len(mark[1]), Span(start + mark.end(), end), []))
        elif found and (indented or not after_blank):
            margin, words, children = found[-1]
            found[-1] = (margin, Span(words.start, end), children)
        else:
            outside.append(Span(start, end))
        after_blank = False
    return _nested(found), tuple(outside)


def _nested(found: list[tuple[int, Span, list[Item]]]) -> tuple[Item, ...]:
    """Put under each item those that are two spaces or more to its right."""
    nested: list[Item] = []
    rank = 0
    while rank < len(found):
        margin, words, _children = found[rank]
        last = rank + 1
        while last < len(found) and found[last][0] >= margin + 2:
            last += 1
        nested.append(Item(words, _nested(found[rank + 1 : last])))
        rank = last
    return tuple(nested)


def label(text: str, words: Span) -> tuple[Span, Span] | None:
    """Cut ``**réponse** : la suite`` into the label and what follows; None without a label."""
    match = _LABEL.match(text, words.start, words.end)
    if match is None:
        return None
    colon = _COLON.match(text, match.end(), words.end)
    assert colon is not None, "it matches nothing at all"
    return Span(*match.span(2)), Span(colon.end(), words.end)


def quoted(text: str, span: Span) -> Span | None:
    """Return what one pair of guillemets holds, when it holds all that ``span`` says.

    A keyboard has straight ones, and a word processor curls them: they are understood.
    """
    inner = text[span.start : span.end].rstrip(" .\n\u00a0\u202f")
    lead = len(inner) - len(inner.lstrip())
    opening = inner[lead : lead + 1]
    closing = GUILLEMETS.get(opening, "")
    last = len(inner) - 1
    if not closing or inner[last] != closing or _closed(inner, lead, opening, closing) != last:
        return None
    words = inner[lead + 1 : last]
    start = span.start + lead + 1 + len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))


def _closed(text: str, start: int, opening: str, closing: str) -> int:
    """Return where what opens at ``start`` is closed, others like it being between; -1: nowhere."""
    depth = 1
    for mark in _PAIRS[opening].finditer(text, start + 1):
        depth += -1 if mark[0] == closing else 1
        if depth == 0:
            return mark.start()
    return -1
