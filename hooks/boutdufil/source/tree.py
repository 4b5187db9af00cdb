"""A body as a tree of headings, blocks, code and prose, each with its span in the text.

Every character of the text is in one node and one only: printed back, the tree is the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from boutdufil.source.blocks import BLOCKS


class Span(NamedTuple):
    """A stretch of a text, by the places of its first character and of what follows its last.

    A body has thousands of them, and a tuple is made three times sooner than another value.
    """

    start: int
    end: int

    def __bool__(self) -> bool:
        """Tell whether it holds something."""
        return self.end > self.start


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of ``level`` 1 to 6; ``title`` is its words, without the signs around them."""

    span: Span
    level: int
    title: Span


@dataclass(frozen=True, slots=True)
class Prose:
    """Whole lines of Markdown."""

    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """Lines between two fences, shown as they are; ``content`` is without the fences."""

    span: Span
    content: Span


@dataclass(frozen=True, slots=True)
class Stray:
    """A line that closes a block when none is open."""

    span: Span


@dataclass(frozen=True, slots=True)
class Option:
    """``nom: valeur``, under the first line of a block."""

    span: Span
    name: str
    value: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A block. ``is_wrong``: its first line is a mistake, and its ``name`` the likely intention.

    ``header`` is the first line and ``closing`` the last one, None for a block left open; without
    an argument, the span of ``argument`` is empty.
    """

    span: Span
    name: str
    header: Span
    argument: Span
    options: tuple[Option, ...]
    children: tuple[Node, ...]
    closing: Span | None
    is_wrong: bool = False

    @property
    def is_raw(self) -> bool:
        """Whether its content is no Markdown."""
        return BLOCKS[self.name].raw and not self.is_wrong

    @property
    def is_nearly(self) -> bool:
        """Whether its first line is not that of a block, but looks like one."""
        return self.is_wrong and self.argument.start == self.header.end

    @property
    def content(self) -> Span:
        """What stands between the first lines and the last."""
        start = self.options[-1].span.end if self.options else self.header.end
        return Span(start, self.closing.start if self.closing else self.span.end)


Node = Heading | Prose | Code | Stray | Block


@dataclass(frozen=True)
class Tree:
    """A text and its nodes; it begins after ``line_offset`` lines of its file."""

    text: str
    line_offset: int
    nodes: tuple[Node, ...]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return tuple(accumulate(lengths, initial=0))[:-1]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line of the file and the column of a place in the text, both from 1."""
        rank = bisect_right(self._starts, offset) - 1
        return rank + 1 + self.line_offset, offset - self._starts[rank] + 1

    def line(self, offset: int) -> int:
        """Return the line of the file that holds a place in the text."""
        return self.place(offset)[0]

    def words(self, span: Span) -> str:
        """Return what is written in ``span``."""
        return self.text[span.start : span.end]

    @property
    def has_open_code(self) -> bool:
        """Tell whether code that nothing closes has taken the rest of the text."""
        last = self.nodes[-1] if self.nodes else None
        while isinstance(last, Block) and last.children:
            last = last.children[-1]
        return isinstance(last, Code) and last.content.end == last.span.end

    def blocks(self) -> Iterator[Block]:
        """Yield every block, those inside another included."""
        return (node for node in walk(self.nodes) if isinstance(node, Block))


def walk(
    nodes: Sequence[Node], into: Callable[[Block], bool] = lambda _block: True
) -> Iterator[Node]:
    """Yield ``nodes`` and those in the blocks that ``into`` enters, in the order of the text."""
    for node in nodes:
        yield node
        if isinstance(node, Block) and into(node):
            yield from walk(node.children, into)


def pieces(nodes: Sequence[Node]) -> Iterator[Span]:
    """Yield the spans that no other holds, which cover the text without a gap nor an overlap."""
    for node in nodes:
        if not isinstance(node, Block):
            yield node.span
            continue
        yield node.header
        yield from (option.span for option in node.options)
        yield from pieces(node.children)
        if node.closing is not None:
            yield node.closing
