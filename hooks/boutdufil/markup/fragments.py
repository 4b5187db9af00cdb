"""The fragments of a body under way: what they print, and the passages that they are made of."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from boutdufil.language.numbering import NumberingPlan
from boutdufil.markup.links import Links
from boutdufil.markup.markdown import Renderer
from boutdufil.markup.passage import Passage
from boutdufil.markup.prose import paragraphs, readings
from boutdufil.markup.seen import CODE, DRAWN, Seen, may_be_telling, seen
from boutdufil.model.finding import Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source import tree as source
from boutdufil.source.tree import Heading, Node, Span, Tree


class Fragments:
    """Prints the spans of ``tree``; keeps its passages and its links.

    ``step`` is the rank of the step under way, 0 outside the steps, and ``devices`` those that what
    is read holds for. ``axes`` are those of a diagnosis, None in any other file.
    """

    def __init__(
        self,
        renderer: Renderer,
        taxonomy: Taxonomy,
        plan: NumberingPlan | None,
        tree: Tree,
        path: str,
        report: Report,
    ) -> None:
        self.renderer = renderer
        self.taxonomy = taxonomy
        self.tree = tree
        self.report = report
        self.links = Links(tree, path, report, plan)
        self.renderer.begin(self.links.definitions)
        self.passages: list[Passage] = []
        self.seen: list[Seen] = []
        self.step = 0
        self.devices: tuple[str, ...] = ()
        self.axes: tuple[str, ...] | None = None

    def html(self, nodes: Iterable[Node]) -> Markup:
        """Return what ``nodes``, which are no blocks, print."""
        printed = []
        for node in nodes:
            if isinstance(node, source.Prose):
                printed.append(self.blocks(node.span))
            elif isinstance(node, Heading):
                resolve = self.links.resolver(node.title)
                title = self.tree.words(node.title)
                heading = self.renderer.heading(node.level, title, resolve)
                printed.append(self._looked_at(heading, node.title))
            elif isinstance(node, source.Code):
                code = self.renderer.code(self.tree.words(node.content))
                printed.append(self._looked_at(code, node.content, CODE))
        return Markup("").join(printed)

    def blocks(self, span: Span) -> Markup:
        """Return the paragraphs and lists of ``span``."""
        html = self.renderer.blocks(self.tree.words(span), self.links.resolver(span))
        return self._looked_at(html, span)

    def inline(self, span: Span) -> Markup:
        """Return ``span``, which is within a line."""
        html = self.renderer.inline(self.tree.words(span), self.links.resolver(span))
        return self._looked_at(html, span)

    def _looked_at(self, html: Markup, span: Span, key: str = "") -> Markup:
        """Keep what ``html`` shows, once its links are found to lead where they say."""
        if not may_be_telling(html):
            return html
        words = self.tree.words(span)
        line = self.tree.line(span.start)
        shown = seen(html, line, words.rstrip("\n").count("\n") + 1, key)
        for link in shown.links:
            self.links.check_text(link, span)
        if shown.is_telling:
            self.seen.append(shown)
        return html

    def drawn(self, texts: Iterable[str], line: int, lines: int) -> None:
        """Keep what a drawn screen shows."""
        shown = Seen("\n".join(texts), line, lines, DRAWN)
        if shown.is_telling:
            self.seen.append(shown)

    def read_aloud(
        self, kind: str, nodes: Iterable[Node], *, said: bool = False, is_shared: bool = False
    ) -> None:
        """Keep the passages of ``nodes``: a paragraph is said, an item is read, in one go."""
        cut = paragraphs if said else readings
        for node in nodes:
            if isinstance(node, source.Prose):
                for span in cut(self.tree.text, node.span):
                    self.passage(kind, span, said=said, is_shared=is_shared)

    def passage(
        self,
        kind: str,
        span: Span,
        *,
        said: bool = False,
        is_shared: bool = False,
        is_question: bool = False,
    ) -> None:
        """Keep one passage, at its place."""
        if span:
            line, column = self.tree.place(span.start)
            words = self.tree.words(span)
            self.passages.append(
                Passage(
                    kind, words, line, column, self.step, self.devices, said, is_shared, is_question
                )
            )
