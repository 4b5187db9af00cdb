"""Prose from Markdown to safe HTML. Python-Markdown is given no block, no heading and no code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from xml.etree import ElementTree

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from boutdufil.markup.gesture import CSS_CLASS, OwnSigns

Resolve = Callable[[str], str | None]
"""From the target of a link, as it is written, to its address; None: it leads nowhere."""

TAB = 4

_Printed = tuple[str, bool, tuple[str, ...]]
"""What a fragment prints depends on: its text, whether it is within a line, the definitions."""
_LONGEST_KEPT, _MOST_KEPT = 2_000, 20_000
_kept: dict[_Printed, Markup] = {}
"""What fragments print that lead nowhere: a file is read again at each save, at each correction."""

# A sign that may be one of Markdown; not what stands between words: ``« 12 h - 14 h »``.
_SIGN = re.compile(r"_|[^\w ,.;:!?'’…«»“”()%€/–—\u00a0\u202f-]")

_TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "a", "span"),
    *("h3", "h4", "h5", "h6", "div", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href"},
    "div": {"role", "tabindex", "aria-label"},
    "span": {"data-appuyer", "data-cliquer"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
}
_CLASSES = {"span": {CSS_CLASS}, "div": {"fil-table"}}
_SCHEMES = {"https", "mailto", "tel", "site"}


def clean(html: str) -> Markup:
    """Keep of ``html`` what the allowlist names: content comes from strangers."""
    return Markup(  # noqa: S704  # what nh3 returns is safe
        nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            allowed_classes=_CLASSES,
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
            allowed_classes=_CLASSES,
            url_schemes=_SCHEMES,
            link_rel=None,
        )
    )


def _plain_line(text: str) -> Markup | None:
    """Return a line of words without a sign; None for any other.

    Most are: Markdown tries each of its patterns on them, and finds none.
    """
    words = text.strip()
    return None if not words or _SIGN.search(words) else _as_written("span", words)


def _plain_paragraph(text: str) -> Markup | None:
    """Return one line of words that begin a sentence, as a paragraph; None for anything else."""
    words = text.rstrip("\n")
    begins = words[:1].isalpha() or words.startswith(("«", "“"))
    if not begins or words[-1].isspace() or _SIGN.search(words):
        return None
    return _as_written("p", words)


def _as_written(tag: str, words: str) -> Markup:
    """Return words that hold nothing to escape, as nh3 writes them."""
    written = words.replace("\u00a0", "&nbsp;")
    return Markup(f"<{tag}>{written}</{tag}>")  # noqa: S704  # letters, and signs of a sentence


class ScrollingTables(Treeprocessor):
    """Puts each table in a box that the keyboard can move: a phone is narrower than some tables."""

    def run(self, root: ElementTree.Element) -> None:
        for holder in [*root.iter()]:
            for place, table in enumerate(holder):
                if table.tag == "table":
                    box = ElementTree.Element("div", {"class": "fil-table", "role": "group"})
                    box.set("tabindex", "0")
                    box.set("aria-label", f"Tableau : {', '.join(_heads(table))}")
                    box.append(table)
                    holder[place] = box


def _heads(table: ElementTree.Element) -> Iterator[str]:
    for head in table.iter("th"):
        if words := "".join(head.itertext()).strip():
            yield words


@cache
def _markdown() -> Markdown:
    """Build the only instance: building one costs more than using it.

    Of PyMdown Extensions, ``betterem`` serves here: a sign within a word or a number stays as it is
    written.
    """
    markdown = Markdown(
        extensions=["tables", "sane_lists", "pymdownx.betterem", OwnSigns()],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "pymdownx.betterem": {"smart_enable": "all"},
        },
    )
    # A tag is text here (and a finding); white space between elements says nothing.
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    # Headings are cut out already.
    markdown.parser.blockprocessors.deregister("setextheader")
    markdown.parser.blockprocessors.deregister("hashheader")
    markdown.treeprocessors.deregister("prettify")
    markdown.treeprocessors.register(ScrollingTables(markdown), "scrolling tables", -1)
    return markdown


class Renderer:
    """Renders the fragments of one body after the other."""

    def __init__(self) -> None:
        self._markdown = _markdown()
        self._definitions: tuple[str, ...] = ()

    def begin(self, definitions: Iterable[str]) -> None:
        """Forget the former body; ``definitions`` are the targets that its links may name."""
        self._markdown.reset()
        self._definitions = (*definitions,)
        for definition in self._definitions:
            self._markdown.parser.parseDocument([definition])

    def blocks(self, text: str, resolve: Resolve) -> Markup:
        """Return the paragraphs, the lists and the tables of ``text``."""
        return self._printed(text, resolve, within_a_line=False)

    def inline(self, text: str, resolve: Resolve) -> Markup:
        """Return ``text``, which is within a line."""
        html = self._printed(text, resolve, within_a_line=True)
        words = str(html).removeprefix("<span>").removesuffix("</span>").strip()
        return Markup(words)  # noqa: S704  # what was cleaned

    def heading(self, level: int, text: str, resolve: Resolve) -> Markup:
        """Return a heading that is no section and no step."""
        return clean(f"<h{level}>{self.inline(text, resolve)}</h{level}>")

    def code(self, text: str) -> Markup:
        """Return lines as they are written."""
        return clean(f"<pre><code>{escape(text.expandtabs(TAB))}</code></pre>")

    def _printed(self, text: str, resolve: Resolve, *, within_a_line: bool) -> Markup:
        asked = (text, within_a_line, self._definitions)
        if (kept := _kept.get(asked)) is not None:
            return kept
        plain = _plain_line(text) if within_a_line else _plain_paragraph(text)
        html, has_links = (plain, False) if plain else self._parsed(text, resolve, within_a_line)
        # A link is told to the file that holds it, each time.
        if not has_links and len(text) <= _LONGEST_KEPT:
            if len(_kept) >= _MOST_KEPT:
                _kept.clear()
            _kept[asked] = html
        return html

    def _parsed(self, text: str, resolve: Resolve, within_a_line: bool) -> tuple[Markup, bool]:
        """Return what ``text`` prints, and whether it holds links."""
        root = self._line(text) if within_a_line else self._blocks(text)
        for processor in self._markdown.treeprocessors:
            replaced = processor.run(root)
            root = root if replaced is None else replaced
        links = [*root.iter("a")]
        for link in links:
            address = resolve(link.get("href", ""))
            if address is None:
                link.attrib.pop("href", None)
            else:
                link.set("href", address)
        return clean(self._serialised(root)), bool(links)

    def _blocks(self, text: str) -> ElementTree.Element:
        root = self._markdown.parser.parseDocument(self._lines(text.rstrip("\n"))).getroot()
        assert root is not None
        return root

    def _line(self, text: str) -> ElementTree.Element:
        root = ElementTree.Element("div")
        words = " ".join(filter(None, (line.strip() for line in self._lines(text))))
        ElementTree.SubElement(root, "span").text = words
        return root

    def _lines(self, text: str) -> list[str]:
        lines = text.split("\n")
        for preprocessor in self._markdown.preprocessors:
            lines = preprocessor.run(lines)
        return lines

    def _serialised(self, root: ElementTree.Element) -> str:
        html = "".join(self._markdown.serializer(element) for element in root)
        for postprocessor in self._markdown.postprocessors:
            html = postprocessor.run(html)
        return html
