"""What is wrong within the lines of a body: tags, images, half-written verbs, stray slashes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boutdufil.language.text import SPACES
from boutdufil.markup.gesture import GESTURE
from boutdufil.model.finding import Code, Report
from boutdufil.source.tree import Block, Heading, Node, Prose, Span, Tree

CODE_SPAN = r"`[^`\n]*`"
"""What is printed as it is: ```` `<b>` ````; not a lone ```` ` ````."""
TAG = rf"<(?!(?:https|mailto|tel):)(/?[A-Za-z!?][^{SPACES}>]*)"
"""A tag or a comment: ``<b>``, ``</b``, ``<!--``; not ``<https://…>``, nor ``a < b``."""

_CODE_SPAN, _TAG = re.compile(CODE_SPAN), re.compile(TAG)
_IMAGE = re.compile(r"!\[[^\]]*\]")
# Braces that hold a bar or a slash and are no pair of verbs: ``{a|b``, ``{a/b}``; not ``{id}``.
_HALF_GESTURE = re.compile(r"\{[^{}]*\|[^{}]*|[^{}\s]*\|[^{}|]*\}|\{\w+/\w+\}")
# Three slashes within a line: « ouvrez /// dire »; not the end of an address, « file:///a ».
_SLASHES = re.compile(r"(?<![:/\w])/{3,}(?![\w/])")


def blank(pattern: re.Pattern[str], text: str) -> str:
    """Replace what ``pattern`` finds by as many spaces."""
    return pattern.sub(lambda match: " " * len(match[0]), text)


def without_code(text: str) -> str:
    """Blank the words of a program within a line."""
    return blank(_CODE_SPAN, text) if "`" in text else text


def written_lines(tree: Tree) -> Iterator[tuple[int, str]]:
    """Yield the lines of Markdown, of headings and of blocks' first lines, with their number."""
    for span in _written(tree.nodes):
        number = tree.line(span.start)
        yield from enumerate(tree.words(span).removesuffix("\n").split("\n"), number)


def _written(nodes: tuple[Node, ...]) -> Iterator[Span]:
    for node in nodes:
        if isinstance(node, Prose | Heading):
            yield node.span
        elif isinstance(node, Block):
            if not node.is_nearly:
                yield node.header
            if not node.is_raw:
                yield from _written(node.children)


def check_inline(tree: Tree, report: Report) -> None:
    """Report what cannot be printed as it is written."""
    headers = {tree.line(block.header.start) for block in tree.blocks()}
    for line, text in written_lines(tree):
        words = without_code(text)
        if "<" in words:
            _check_tag(words, line, report)
        if "![" in words:
            _check_image(words, text, line, report)
        if line not in headers:
            if "{" in words or "}" in words:
                _check_gesture(words, line, report)
            if "///" in words:
                _check_slashes(words, text, line, report)


def _check_tag(words: str, line: int, report: Report) -> None:
    if match := _TAG.search(words):
        report.add(
            Code.RAW_HTML,
            line,
            "une balise HTML est écrite dans le texte",
            found=f"<{match[1]}>",
            expected="du texte simple, du gras (**mot**) ou une liste",
            hint="retirez la balise",
            column=match.start() + 1,
        )


def _check_image(words: str, text: str, line: int, report: Report) -> None:
    if match := _IMAGE.search(words):
        report.add(
            Code.IMAGE,
            line,
            "une image est insérée dans la fiche",
            found=text.strip(),
            expected="un écran décrit avec des mots, qui se lit au téléphone",
            hint="remplacez-la par un bloc : /// ecran | Ce que l’on voit",
            column=match.start() + 1,
        )


def _check_gesture(words: str, line: int, report: Report) -> None:
    if match := _HALF_GESTURE.search(blank(GESTURE, words)):
        first, *others = re.split(r"[|/]", match[0].strip("{} "), maxsplit=1)
        report.add(
            Code.WRONG_GESTURE,
            line,
            "ces accolades ne choisissent pas entre deux verbes",
            found=match[0],
            expected="une accolade, le verbe du doigt, une barre droite, le verbe de la souris, "
            "une accolade",
            hint=f"écrivez : {{{first.strip()}|{(''.join(others).split() or ['cliquez'])[0]}}}",
            column=match.start() + 1,
        )


def _check_slashes(words: str, text: str, line: int, report: Report) -> None:
    if match := _SLASHES.search(words):
        report.add(
            Code.STRAY_SLASHES,
            line,
            "ces barres au milieu d’une ligne n’ouvrent et ne referment rien",
            found=text.strip(),
            expected="trois barres au début de leur propre ligne",
            hint="mettez-les sur une ligne à part, ou retirez-les",
            column=match.start() + 1,
        )
