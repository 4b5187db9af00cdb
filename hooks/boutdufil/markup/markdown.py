"""Prose from Markdown to safe HTML. Python-Markdown is given no block, no heading and no code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree import ElementTree

import nh3
from markdown import Markdown
from markupsafe import Markup, escape

from boutdufil.markup.gesture import CSS_CLASS, OwnSigns

Resolve = Callable[[str], str | None]
"""From the target of a link, as it is written, to its address; None: it leads nowhere."""

TAB = 4

_TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "a", "span"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href"},
    "span": {"data-appuyer", "data-cliquer"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
}
_SCHEMES = {"https", "mailto", "tel", "site"}


def clean(html: str) -> Markup:
    """Keep of ``html`` what the allowlist names: content comes from strangers."""
    return Markup(  # noqa: S704  # what nh3 returns is safe
        nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            allowed_classes={"span": {CSS_CLASS}},
            url_schemes=_SCHEMES,
            link_rel=None,
        ).strip()
    )


def clean_page(html: str) -> Markup:
    """Keep of a page written by hand what the allowlist names; its headings have anchors."""
    return Markup(  # noqa: S704  # what nh3 returns is safe
        nh3.clean(
            html,
            tags=_TAGS | {"h1", "h2", "dl", "dt", "dd"},
            attributes=_ATTRIBUTES | {level: {"id"} for level in ("h1", "h2", "h3", "h4")},
            allowed_classes={"span": {CSS_CLASS}},
            url_schemes=_SCHEMES - {"site"},
            link_rel=None,
        )
    )


class Renderer:
    """Renders fragments of one body after the other: building a Markdown instance costs more.

    Of PyMdown Extensions, ``betterem`` serves here: a sign within a word or a number stays as it is
    written.
    """

    def __init__(self) -> None:
        self._markdown = Markdown(
            extensions=["tables", "sane_lists", "pymdownx.betterem", OwnSigns()],
            extension_configs={
                "tables": {"use_align_attribute": True},
                "pymdownx.betterem": {"smart_enable": "all"},
            },
        )
        # A tag is text here (and a finding); white space between elements says nothing.
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        # Headings are cut out already.
        self._markdown.parser.blockprocessors.deregister("setextheader")
        self._markdown.parser.blockprocessors.deregister("hashheader")
        self._markdown.treeprocessors.deregister("prettify")

    def begin(self, definitions: Iterable[str]) -> None:
        """Forget the former body; ``definitions`` are the targets that its links may name."""
        self._markdown.reset()
        for definition in definitions:
            self._markdown.parser.parseDocument([definition])

    def blocks(self, text: str, resolve: Resolve) -> Markup:
        """Return the paragraphs, the lists and the tables of ``text``."""
        root = self._markdown.parser.parseDocument(self._lines(text.rstrip("\n"))).getroot()
        assert root is not None
        return clean(self._serialised(root, resolve))

    def inline(self, text: str, resolve: Resolve) -> Markup:
        """Return ``text``, which is within a line."""
        root = ElementTree.Element("div")
        words = " ".join(filter(None, (line.strip() for line in self._lines(text))))
        ElementTree.SubElement(root, "span").text = words
        html = clean(self._serialised(root, resolve))
        return html.removeprefix("<span>").removesuffix("</span>").strip()

    def heading(self, level: int, text: str, resolve: Resolve) -> Markup:
        """Return a heading that is no section and no step."""
        return clean(f"<h{level}>{self.inline(text, resolve)}</h{level}>")

    def code(self, text: str) -> Markup:
        """Return lines as they are written."""
        return clean(f"<pre><code>{escape(text.expandtabs(TAB))}</code></pre>")

    def _lines(self, text: str) -> list[str]:
        lines = text.split("\n")
        for preprocessor in self._markdown.preprocessors:
            lines = preprocessor.run(lines)
        return lines

    def _serialised(self, root: ElementTree.Element, resolve: Resolve) -> str:
        for processor in self._markdown.treeprocessors:
            replaced = processor.run(root)
            root = root if replaced is None else replaced
        for link in root.iter("a"):
            address = resolve(link.get("href", ""))
            if address is None:
                link.attrib.pop("href", None)
            else:
                link.set("href", address)
        html = "".join(self._markdown.serializer(element) for element in root)
        for postprocessor in self._markdown.postprocessors:
            html = postprocessor.run(html)
        return html
