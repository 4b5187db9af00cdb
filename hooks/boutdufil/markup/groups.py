"""Read the body of a diagnosis: groups of questions, then what is advised in any case."""

from __future__ import annotations

from boutdufil.markup.advice import read_list
from boutdufil.markup.body import Body
from boutdufil.markup.inline import check_inline
from boutdufil.markup.lists import check_lists
from boutdufil.markup.reader import BodyReading, Reader
from boutdufil.markup.sections import check_groups, is_in_any_case, titles
from boutdufil.model.finding import Report
from boutdufil.model.script import Advised, Script
from boutdufil.source.scanner import scan
from boutdufil.source.tree import Heading, Node, Prose, Tree

_GROUP = 2
"""The level of the headings of the groups."""


def read_groups(
    reader: Reader, body: str, path: str, report: Report, line_offset: int, axes: tuple[str, ...]
) -> Body | None:
    """Return what ``body`` says, or None once its mistakes have been reported.

    The steps of its script are its groups. ``axes`` are those that an answer may add points to;
    none: they could not be read.
    """
    tree = scan(body, report, line_offset)
    check_inline(tree, report)
    if not tree.has_open_code:
        check_groups(titles(tree), report, 1 + line_offset)
    if report.has_errors:
        return None
    check_lists(tree, report)
    reading = _Groups(reader, tree, path, report, axes)
    script = reading.whole()
    if report.has_errors:
        return None
    return Body(
        script, tuple(reading.links.mentions), tuple(reading.passages), seen=tuple(reading.seen)
    )


class _Groups(BodyReading):
    """The reading of the body of one diagnosis."""

    def __init__(
        self, reader: Reader, tree: Tree, path: str, report: Report, axes: tuple[str, ...]
    ) -> None:
        super().__init__(reader, tree, path, report)
        self.axes = axes

    def whole(self) -> Script:
        """Cut the tree at its headings."""
        introduction: list[Node] = []
        groups: list[tuple[Heading, list[Node]]] = []
        for node in self.tree.nodes:
            if isinstance(node, Heading) and node.level == _GROUP:
                groups.append((node, []))
            else:
                (groups[-1][1] if groups else introduction).append(node)
        told = self._section({"introduction": introduction}, "introduction")
        asked = [each for each in groups if not self._is_last(each[0])]
        steps = tuple(self._step(rank, *group) for rank, group in enumerate(asked, 1))
        self.section, self.step = "further", 0
        advised = (self._advised(*group) for group in groups if self._is_last(group[0]))
        return Script(told, steps=steps, further=tuple(advised))

    def _is_last(self, heading: Heading) -> bool:
        return is_in_any_case(self.tree.words(heading.title))

    def _advised(self, heading: Heading, nodes: list[Node]) -> Advised:
        listed = read_list(self, tuple(node for node in nodes if isinstance(node, Prose)))
        return Advised(listed, self.tree.line(heading.span.start))
