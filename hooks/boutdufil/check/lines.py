"""The lines of a source file, what is not text being blanked so that every place is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boutdufil.source.text_file import fences

_FENCE = re.compile(r"(`{3,}|~{3,})")
_BLOCK_START = re.compile(r" {0,3}(/{3,}) *([\w-]+)")
_CODE_SPAN = re.compile(r"`[^`]*`")
_ADDRESS = re.compile(r"\]\([^)\s]*\)|\]:\s*\S+|https?://\S+|\b(?:[\w-]+\.)+[a-z]{2,}\b(?:/\S*)?")
_KEY = re.compile(r"[\"']?([A-Za-z_]+)[\"']? *:")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that people read. ``key`` is that of the front matter, empty in the body."""

    number: int
    text: str
    key: str = ""


def blank(pattern: re.Pattern[str], text: str) -> str:
    """Replace what ``pattern`` finds by as many spaces."""
    return pattern.sub(lambda match: " " * len(match[0]), text)


def without_addresses(text: str) -> str:
    """Blank links' targets, addresses of sites, and words of a program."""
    return blank(_ADDRESS, blank(_CODE_SPAN, text))


def readable(text: str) -> Iterator[Line]:
    """Yield the lines of a file that people read: neither drawn screens nor blocks of code."""
    key = ""
    fence = ""
    screen = ""
    lines = text.split("\n")
    opening, closing = fences(lines)
    body = 0 if opening is None else len(lines) if closing is None else closing + 1
    for number, line in enumerate(lines, 1):
        if number <= body:
            if number - 1 in (opening, closing):
                continue
            if match := _KEY.match(line):
                key = match[1]
                yield Line(number, " " * match.end() + line[match.end() :], key)
            else:
                yield Line(number, line, key)
        elif fence:
            fence = "" if line.startswith(fence) else fence
        elif screen:
            screen = "" if line.strip() == screen else screen
        elif match := _FENCE.match(line):
            fence = match[1]
        elif (match := _BLOCK_START.match(line)) and match[2].lower() == "ecran":
            screen = match[1]
        else:
            yield Line(number, line)
