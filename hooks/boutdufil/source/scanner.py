"""The one grammar of a body: its headings, its blocks and its code, from text to tree.

Markdown is told nothing of them, and given prose only: no second parser sees a block elsewhere, or
does not see it. What looks like a block and is not one is a mistake, which is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from boutdufil.language.text import SPACES, closest
from boutdufil.model.finding import Finding, Report
from boutdufil.source import mistakes
from boutdufil.source.blocks import BLOCKS
from boutdufil.source.bounds import too_deep
from boutdufil.source.tree import Block, Code, Heading, Node, Option, Prose, Span, Stray, Tree

# Python and JavaScript read these alike: « \w », « \s » and « . » do not mean the same in both.
_NAME = r"[0-9A-Za-z_\u00b5-\u1fff-]+"
FENCE = r"^ {0,3}(`{3,}|~{3,})([^\n]*)$"
"""The first or the last line of code: ```` ```html ````; not the span ```` ```a``` ````."""
HEADING = r"^ {0,3}(#{1,6})(?![#0-9*])[ \t]*([^\n]*?)(?:[ \t]+#+)?[ \t]*$"
"""A heading: ``## Étapes``; not ``#31#``, which one dials."""
OPENING = rf"^ {{0,3}}(/{{3,}}) *({_NAME}) *(?:\| *([^\n]*?) *)?$"
"""The first line of a block: ``/// dire | android``; not ``// dire``, nor ``/// sinon : Rien``."""
CLOSING = r"^ {0,3}(/{3,}) *$"
"""The last line of a block: three slashes or more, and nothing else."""
OPTION = rf"^ {{4,}}({_NAME}) ?: *([^\n]*?) *$"
"""A line under the first one of a block: ``    nom: verifier``; not one at the margin."""
NEARLY = rf"^[{SPACES}>]*/{{2,}}[{SPACES}]*[^{SPACES}/]|^[{SPACES}>]*/{{3,}}"
"""Two slashes and a word, or three, even in a quotation: ``// dire``, ``> ///``; not ``/a``."""
FAR = rf"^ {{4,}}[^{SPACES}]"
"""A text so far from the margin that it would be code; not a line at the margin."""

# What the first line of a block, of code, a heading begin with: any other line is plain.
_MARKED = re.compile(rf"[{SPACES}>]*[/`~#]")
_FENCE, _HEADING, _OPENING = re.compile(FENCE), re.compile(HEADING), re.compile(OPENING)
_CLOSING, _OPTION = re.compile(CLOSING), re.compile(OPTION)
_NEARLY = re.compile(NEARLY)
# The slashes, the name and the argument of such a line, whatever stands between them.
_MEANT = re.compile(r"^[\s>]*(/+)\s*([^\s|:/]*)\s*[|:/]*\s*(.*?)\s*$")
_FAR = re.compile(FAR)
_DEEPEST = 8
"""Blocks one within the other; a « dire » for some devices and some audiences makes three."""
_CUTTING = 3
"""The lowest level of the headings that cut a body: those of the steps."""


def scan(text: str, report: Report, line_offset: int = 0) -> Tree:
    """Cut ``text``, which begins after ``line_offset`` lines of its file; report its mistakes.

    A text with mistakes has a tree all the same, the likely one: it serves to find the others.
    """
    tree, found = _scanned(text, line_offset)
    report.take(found)
    return tree


@lru_cache(maxsize=1)  # a file is read, then its lines are looked at: the same text twice in a row
def _scanned(text: str, line_offset: int) -> tuple[Tree, tuple[Finding, ...]]:
    report = Report("")
    scanner = _Scanner(text, report, line_offset)
    start = 0
    for line in text.split("\n"):
        end = min(start + len(line) + 1, len(text))
        scanner.read(line, Span(start, end))
        start = end
    return Tree(text, line_offset, scanner.end()), tuple(report.findings)


@dataclass(slots=True)
class _Open:
    """A block whose last line has not been met."""

    name: str
    slashes: int
    line: int
    header: Span
    argument: Span
    is_wrong: bool = False
    """Told already: its end is expected, and that is all."""
    options: list[Option] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def holds(self, name: str) -> bool:
        """Tell whether a block may begin within this one."""
        return not self.is_wrong and BLOCKS[self.name].container and self.name != name

    def block(self, end: int, closing: Span | None = None) -> Block:
        return Block(
            Span(self.header.start, end),
            self.name,
            self.header,
            self.argument,
            tuple(self.options),
            tuple(self.children),
            closing,
            self.is_wrong,
        )


@dataclass(slots=True)
class _Fence:
    """Code whose last line has not been met."""

    mark: str
    line: int
    first: Span


class _Scanner:
    """Reads line after line; ``line`` is the number of the last one read."""

    def __init__(self, text: str, report: Report, line_offset: int) -> None:
        self.text = text
        self.report = report
        self.line = line_offset
        self.nodes: list[Node] = []
        self.stack: list[_Open] = []
        self.fence: _Fence | None = None
        self.prose = Span(0, 0)
        """The lines of prose read last, not yet a node."""
        self.forgiven: list[int] = []
        """Slashes of the last lines to come of blocks that are told to be open already."""
        self.is_lost = False
        """Whether blocks stand deeper than anyone follows: no more is understood."""

    def read(self, text: str, span: Span) -> None:
        """Read one line, ``span`` holding its end too."""
        self.line += 1
        if self.is_lost:
            self._add_prose(span)
            return
        inside = self.stack[-1] if self.stack else None
        raw = inside is not None and BLOCKS[inside.name].raw and not inside.is_wrong
        if self.fence is not None:
            self._read_code(text, span)
        elif _MARKED.match(text) is None:
            self._read_plain(inside, text, span)
        elif match := _CLOSING.match(text):
            self._close(len(match[1]), span)
        elif (match := _OPENING.match(text)) and not (raw and match[2].lower() not in BLOCKS):
            self._open(match, span)
        elif raw or self._is_option(inside, text, span):
            self._read_plain(inside, text, span)
        elif (match := _FENCE.match(text)) and not (match[1][0] == "`" and "`" in match[2]):
            self.fence = _Fence(match[1], self.line, span)
        elif _NEARLY.match(text):
            self._open_nearly(text, span)
        elif match := _HEADING.match(text):
            if len(match[1]) <= _CUTTING:
                self._end_containers(span)
            title = Span(span.start + match.start(2), span.start + match.end(2))
            self._add(Heading(span, len(match[1]), title))
        else:
            self._add_prose(span)

    def end(self) -> tuple[Node, ...]:
        """Return the nodes, once every line is read."""
        end = len(self.text)
        if self.fence is not None:
            mistakes.open_code(self.report, self.fence.line, self.fence.mark)
            self._add(Code(Span(self.fence.first.start, end), Span(self.fence.first.end, end)))
        while self.stack:
            if self.fence is None and not self.is_lost:
                self._tell_open(self.stack[-1], None)
            self._leave(end)
        self._flush()
        return tuple(self.nodes)

    def _read_code(self, text: str, span: Span) -> None:
        assert self.fence is not None
        match = _FENCE.match(text)
        if match and match[1].startswith(self.fence.mark) and not match[2].strip():
            first = self.fence.first
            self.fence = None
            self._add(Code(Span(first.start, span.end), Span(first.end, span.start)))

    def _read_plain(self, inside: _Open | None, text: str, span: Span) -> None:
        """Read a line that opens, closes and cuts nothing."""
        if inside is not None and self._is_option(inside, text, span):
            self._read_option(inside, text, span)
        else:
            self._add_prose(span)

    def _is_option(self, inside: _Open | None, text: str, span: Span) -> bool:
        return (
            inside is not None
            and self._is_under_header(inside, span)
            and _FAR.match(text) is not None
        )

    def _is_under_header(self, block: _Open, span: Span) -> bool:
        above = block.options[-1].span if block.options else block.header
        return span.start == above.end and not block.children and not self.prose

    def _read_option(self, block: _Open, text: str, span: Span) -> None:
        match = _OPTION.match(text)
        if match and match[1] in BLOCKS[block.name].options:
            value = Span(span.start + match.start(2), span.start + match.end(2))
            block.options.append(Option(span, match[1], value))
            return
        mistakes.far_from_margin(self.report, self.line, text)
        self._add_prose(span)

    def _open(self, match: re.Match[str], span: Span) -> None:
        name, argument, slashes = match[2].lower(), match[3] or "", len(match[1])
        start = match.start(3) if match[3] is not None else match.end()
        place = Span(span.start + start, span.start + start + len(argument))
        known = BLOCKS.get(name)
        if known is None:
            # Its end must find it: it stands in as the likely block, or as a plain one.
            near = mistakes.unknown_block(self.report, self.line, name) or "dire"
            self._enter(_Open(near, slashes, self.line, span, place, is_wrong=True))
            return
        mistakes.wrong_argument(self.report, self.line, known, argument, slashes)
        self._check_outer(name, slashes, span)
        self._enter(_Open(name, slashes, self.line, span, place))

    def _check_outer(self, name: str, slashes: int, span: Span) -> None:
        """Report the blocks that should have been closed before this one begins.

        As many slashes as its own end a block, unless it is one that holds others.
        """
        for outer in reversed(self.stack):
            if outer.slashes == slashes and not outer.holds(name):
                self._tell_open(outer, self.line)
                self.forgiven.append(slashes)
                while self._leave(span.start) is not outer:
                    pass
            elif not outer.is_wrong and (not BLOCKS[outer.name].container or outer.name == name):
                mistakes.misplaced_block(self.report, self.line, name, outer.name, outer.line)

    def _end_containers(self, span: Span) -> None:
        """Report what a part, or a step, finds open: it begins in no block."""
        rank = next((rank for rank, each in enumerate(self.stack) if each.holds("")), None)
        while rank is not None and len(self.stack) > rank:
            self._tell_open(self.stack[-1], self.line)
            self.forgiven.append(self.stack[-1].slashes)
            self._leave(span.start)

    def _open_nearly(self, text: str, span: Span) -> None:
        match = _MEANT.match(text)
        slashes, name, argument = match.groups() if match else ("///", "", "")
        near = closest(name, BLOCKS) or "dire"
        mistakes.stray_opening(self.report, self.line, text, near, argument)
        nowhere = Span(span.end, span.end)
        opened = max(3, len(slashes))
        self._enter(_Open(near, opened, self.line, span, nowhere, is_wrong=True))

    def _close(self, slashes: int, span: Span) -> None:
        depth = next(
            (rank for rank, each in reversed([*enumerate(self.stack)]) if each.slashes == slashes),
            None,
        )
        if depth is None:
            if slashes in self.forgiven:
                self.forgiven.remove(slashes)
            else:
                mistakes.stray_closing(self.report, self.line, slashes)
            self._add(Stray(span))
            return
        for inner in self.stack[depth + 1 :]:
            self._tell_open(inner, self.line)
        while len(self.stack) > depth + 1:
            self._leave(span.start)
        self._leave(span.end, span)

    def _tell_open(self, block: _Open, before: int | None) -> None:
        if not block.is_wrong:
            mistakes.unclosed_block(self.report, block.line, block.name, block.slashes, before)

    def _enter(self, block: _Open) -> None:
        self._flush()
        self.stack.append(block)
        if len(self.stack) > _DEEPEST:
            too_deep(self.report, self.line)
            self.is_lost = True

    def _leave(self, end: int, closing: Span | None = None) -> _Open:
        self._flush()
        left = self.stack.pop()
        self._add(left.block(end, closing))
        return left

    def _add_prose(self, span: Span) -> None:
        self.prose = Span(self.prose.start if self.prose else span.start, span.end)

    def _add(self, node: Node) -> None:
        self._flush()
        (self.stack[-1].children if self.stack else self.nodes).append(node)

    def _flush(self) -> None:
        if self.prose:
            prose, self.prose = Prose(self.prose), Span(0, 0)
            (self.stack[-1].children if self.stack else self.nodes).append(prose)
