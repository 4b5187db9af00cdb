"""Lines that their author took for a list, and that would be printed one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boutdufil.markup.prose import paragraphs
from boutdufil.model.finding import Code, Report
from boutdufil.source.tree import Block, Node, Prose, Span, Tree

# A mark that Markdown knows: ``- a``, ``2. a``; not ``1998. a``, the end of a sentence.
_KNOWN = re.compile(r"^ {0,3}(?:(?P<bullet>[-*+])|(?P<number>\d{1,2}\.))[ \t]+(?=\S)")
# A mark that it does not: ``• a``, ``1) a``, a dash and a no-break space; not ``- a``.
_UNKNOWN = re.compile(
    r"^[ \t]*(?:(?P<bullet>[•◦▪‣·●○■]|[-*+](?=[\u00a0\u2007\u2009\u202f]))|(?P<number>\d{1,2})\))"
    r"[\s\u00a0\u2007\u2009\u202f]+(?=\S)"
)
# A dash that touches its word, or a long one: ``-un papier``, ``– un papier``; not ``-5``.
_LOOSE = re.compile(r"^[ \t]*(?P<bullet>-(?=[^\W\d_])|[–—](?=[ \u00a0\u202f]))[\s\u00a0\u202f]*")


@dataclass(frozen=True, slots=True)
class FakeItem:
    """A line that is no item: the place of its mark, and the right one to write instead."""

    mark: Span
    right: str
    needs_blank: bool
    """Whether it must be cut from the line above."""


def fake_items(tree: Tree) -> Iterator[FakeItem]:
    """Yield the lines that are no items, in the order of the text."""
    for span in _prose(tree.nodes):
        for paragraph in paragraphs(tree.text, span):
            yield from _in_paragraph(tree.text, paragraph)


def _prose(nodes: tuple[Node, ...]) -> Iterator[Span]:
    for node in nodes:
        if isinstance(node, Prose):
            yield node.span
        elif isinstance(node, Block) and not node.is_raw:
            yield from _prose(node.children)


def _in_paragraph(text: str, paragraph: Span) -> Iterator[FakeItem]:
    start = paragraph.start
    lines = text[paragraph.start : paragraph.end].split("\n")
    if lines[0].startswith(("    ", "\t")):
        return
    loose = sum(bool(_LOOSE.match(line)) for line in lines) > 1
    kind = ""
    """What the lines so far are items of; empty: of nothing."""
    for rank, line in enumerate(lines):
        known = _KNOWN.match(line)
        match = known or _UNKNOWN.match(line)
        if match is None and (loose or (rank and lines[rank - 1].rstrip().endswith(":"))):
            match = _LOOSE.match(line)
        if match is not None:
            bullet = match["bullet"]
            own = "bullet" if bullet else "number"
            if known is None or (rank and kind != own):
                right = "- " if bullet else f"{match['number'].rstrip('.')}. "
                yield FakeItem(
                    Span(start, start + match.end()), right, needs_blank=bool(rank) and kind != own
                )
            kind = own
        start += len(line) + 1


def check_lists(tree: Tree, report: Report) -> None:
    """Report the lists that are not: once a paragraph would be enough, but each line is to mend."""
    for item in fake_items(tree):
        line, column = tree.place(item.mark.start)
        end = tree.text.find("\n", item.mark.start)
        written = tree.text[item.mark.start : end if end != -1 else len(tree.text)]
        words = tree.text[item.mark.end : end if end != -1 else len(tree.text)]
        blank = "une ligne vide, puis " if item.needs_blank else ""
        report.add(
            Code.FAKE_LIST,
            line,
            "cette ligne ressemble à un élément de liste, mais sera collée à la précédente"
            if item.needs_blank
            else "cette ligne ressemble à un élément de liste, mais n’en est pas un",
            found=written.strip(),
            expected=f"{blank}un tiret et un espace, ou un chiffre, un point et un espace",
            hint=f"écrivez, après une ligne vide : {item.right}{words.strip()}"
            if item.needs_blank
            else f"écrivez : {item.right}{words.strip()}",
            column=column,
            fixable=True,
        )


def with_lists(tree: Tree) -> str:
    """Return the text, its lists written as lists."""
    text = tree.text
    for item in reversed([*fake_items(tree)]):
        blank = "\n" if item.needs_blank else ""
        text = text[: item.mark.start] + blank + item.right + text[item.mark.end :]
    return text
