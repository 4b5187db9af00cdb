"""The lines of a source file, what is not text being blanked so that every place is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boutdufil.markup.inline import blank, without_code, written_lines
from boutdufil.model.finding import Report
from boutdufil.source.blocks import BLOCKS
from boutdufil.source.scanner import scan
from boutdufil.source.text_file import fences
from boutdufil.source.tree import Block, Tree

_ADDRESS = re.compile(r"\]\([^)\s]*\)|\]:\s*\S+|https?://\S+|\b(?:[\w-]+\.)+[a-z]{2,}\b(?:/\S*)?")
_KEY = re.compile(r"[\"']?([A-Za-z_]+)[\"']? *:")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that people read. ``key`` is that of the front matter, empty in the body."""

    number: int
    text: str
    key: str = ""


def without_addresses(text: str) -> str:
    """Blank links' targets, addresses of sites, and words of a program."""
    return blank(_ADDRESS, without_code(text))


def readable(text: str) -> Iterator[Line]:
    """Yield the lines of a file that people read: neither drawn screens nor blocks of code."""
    lines = text.split("\n")
    opening, closing = fences(lines)
    start = 0
    if opening is not None:
        start = len(lines) if closing is None else closing + 1
        yield from _front(lines[opening + 1 : closing], opening + 2)
    tree = scan("\n".join(lines[start:]), Report(""), start)
    arguments = {tree.line(block.header.start): _argument(tree, block) for block in tree.blocks()}
    for number, line in written_lines(tree):
        yield Line(number, arguments.get(number, line))


def _argument(tree: Tree, block: Block) -> str:
    """Return the first line of a block, only the words that people read in it."""
    header = tree.words(block.header).removesuffix("\n")
    if BLOCKS[block.name].argument_is_names:
        return " " * len(header)
    start = block.argument.start - block.header.start
    return " " * start + header[start:]


def _front(lines: list[str], first: int) -> Iterator[Line]:
    """Yield the lines of a front matter, each with the key that it belongs to."""
    key = ""
    for number, line in enumerate(lines, first):
        match = _KEY.match(line)
        if match:
            key = match[1]
        yield Line(number, " " * match.end() + line[match.end() :] if match else line, key)
