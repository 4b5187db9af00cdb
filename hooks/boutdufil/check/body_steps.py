"""Steps of a correction within a body: each changes the form of its lines, never what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from boutdufil.check.front_steps import LETTER, Parts
from boutdufil.markup.lists import with_lists
from boutdufil.markup.screens import SCREEN
from boutdufil.model.finding import Report
from boutdufil.source.scanner import scan
from boutdufil.source.tree import Block, Code, Span, Tree, walk
from boutdufil.source.yaml_text import meant

# A straight apostrophe before a letter or what opens a word: « l'*autre* »; not « 5' ».
_STRAIGHT_BEFORE_MARK = re.compile(rf"(?<=[{LETTER}])'(?=[{LETTER}*\[«])")
# What is no sentence: code, the target of a link, an address.
_NOT_PROSE = re.compile(r"`+[^`]*`+|\]\([^)]*\)|\]\[[^\]]*\]|<[^>]*>")
_DEFINITION = re.compile(r"\s*\[[^\]]+\]:")
_MARK_ALONE = re.compile(r"\s*(?:[-*+]|\d+[.)]|#+|>)")


def screens_mended(parts: Parts) -> Parts:
    """Write the screens with the signs that YAML knows."""
    if parts.is_yaml:
        return parts
    body = parts.body
    screens = [block.content for block in _scanned(body).blocks() if block.is_raw]
    for span in reversed(screens):
        body = body[: span.start] + meant(body[span.start : span.end], SCREEN)[0] + body[span.end :]
    return replace(parts, body=body)


def listed(parts: Parts) -> Parts:
    """Write as lists those that are meant to be."""
    return parts if parts.is_yaml else replace(parts, body=with_lists(_scanned(parts.body)))


def curled_body(parts: Parts) -> Parts:
    """Curl the apostrophes."""
    lines = parts.body.split("\n")
    for number in _prose(parts.body):
        line = lines[number]
        if not _DEFINITION.match(line) and not line.startswith(("    ", "\t")):
            lines[number] = _curled_line(line)
    return replace(parts, body="\n".join(lines))


def _curled_line(line: str) -> str:
    pieces = []
    place = 0
    for match in _NOT_PROSE.finditer(line):
        pieces += [_STRAIGHT_BEFORE_MARK.sub("’", line[place : match.start() + 1])[:-1], match[0]]
        place = match.end()
    return "".join([*pieces, _STRAIGHT_BEFORE_MARK.sub("’", line[place:])])


def stripped(parts: Parts) -> Parts:
    """Take away the blanks that say nothing: two at the end of a line, in a text, break it."""
    lines = parts.body.split("\n")
    for number in _prose(parts.body, with_screens=True):
        line = lines[number]
        bare = line.rstrip(" \t")
        following = lines[number + 1] if number + 1 < len(lines) else ""
        is_break = line.endswith("  ") and bool(bare) and bool(following.strip())
        if not is_break and not _MARK_ALONE.fullmatch(bare):
            lines[number] = bare
    front = parts.front
    if front is not None:
        front = "\n".join(line.rstrip(" \t") for line in front.split("\n"))
    return replace(parts, front=front, body="\n".join(lines))


def _prose(body: str, *, with_screens: bool = False) -> Sequence[int]:
    """Return the lines of ``body`` that are text: not code, nor a screen unless it is asked."""
    tree = _scanned(body)
    hidden: set[int] = set()
    for node in walk(tree.nodes):
        if isinstance(node, Code):
            hidden.update(_lines(tree, node.span))
        elif isinstance(node, Block) and node.is_raw and not with_screens:
            hidden.update(_lines(tree, node.content))
    return [number - 1 for number in range(1, body.count("\n") + 2) if number not in hidden]


def _lines(tree: Tree, span: Span) -> range:
    return range(tree.line(span.start), tree.line(span.end - 1) + 1) if span else range(0)


@lru_cache(maxsize=4)
def _scanned(body: str) -> Tree:
    """Scan a body that most steps leave as it is once for all of them."""
    return scan(body, Report(""))
