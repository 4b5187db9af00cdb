"""A page written by hand that has no steps: plain Markdown, printed once, and looked at as printed.

What is published is what was looked at: two readers of Markdown that do not agree on where some
code ends would let a link through that nobody checked.
"""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from boutdufil.language.numbering import NumberingPlan
from boutdufil.markup.body import Body
from boutdufil.markup.inline import check_inline
from boutdufil.markup.links import Links
from boutdufil.markup.lists import check_lists
from boutdufil.markup.markdown import Resolve, ScrollingTables, clean_page
from boutdufil.markup.seen import CODE, seen
from boutdufil.model.finding import Code, Report
from boutdufil.model.script import Script
from boutdufil.source.tree import Block, Span, Tree

_CODE = re.compile(r"<pre>.*?</pre>", re.DOTALL)


def read_plain(tree: Tree, path: str, report: Report, plan: NumberingPlan | None) -> Body | None:
    """Return what a page prints, or None once its mistakes have been reported."""
    check_inline(tree, report)
    check_lists(tree, report)
    for block in tree.blocks():
        _report_block_of_page(block, tree, report)
    links = Links(tree, path, report, plan)
    whole = Span(0, len(tree.text))
    html = printed_page(tree.text, links.resolver(whole))
    line, lines = 1 + tree.line_offset, tree.text.count("\n") + 1
    shown = seen(_CODE.sub("", html), line, lines)
    code = seen("".join(_CODE.findall(html)), line, lines, CODE)
    for link in shown.links:
        links.check_text(link, whole)
    if report.has_errors:
        return None
    told = tuple(each for each in (shown, code) if each.is_telling)
    return Body(Script(), tuple(links.mentions), html=html, seen=told)


class _Resolved(Treeprocessor):
    """Gives each link of a page its address, once the page is a tree."""

    resolve: Resolve

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            address = self.resolve(link.get("href", ""))
            if address is None:
                link.attrib.pop("href", None)
            else:
                link.set("href", address)


@cache
def _markdown() -> tuple[Markdown, _Resolved]:
    """Build the only instance: headings have anchors, and a tag is text (and a finding)."""
    markdown = Markdown(
        extensions=["tables", "fenced_code", "toc"],
        extension_configs={"tables": {"use_align_attribute": True}},
    )
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    resolved = _Resolved(markdown)
    markdown.treeprocessors.register(resolved, "resolved", -1)
    markdown.treeprocessors.register(ScrollingTables(markdown), "scrolling tables", -2)
    return markdown, resolved


def printed_page(text: str, resolve: Resolve) -> Markup:
    """Return the safe HTML of the Markdown of a whole page."""
    markdown, resolved = _markdown()
    markdown.reset()
    resolved.resolve = resolve
    return clean_page(markdown.convert(text))


def _report_block_of_page(block: Block, tree: Tree, report: Report) -> None:
    if block.is_wrong:
        return
    report.add(
        Code.MISPLACED_BLOCK,
        tree.line(block.span.start),
        f"un bloc « {block.name} » n’est pas lu dans une page sans étapes",
        found=tree.words(block.header).strip(),
        expected="du texte simple, ou une partie « ## Étapes » qui contient le bloc",
        hint="retirez les deux lignes de barres, et gardez le texte",
    )
