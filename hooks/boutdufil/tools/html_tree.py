"""A page as a reader's program sees it: a small tree, without any outside library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),
    }
)
DRAWING = frozenset({"circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect"})


class MalformedPageError(Exception):
    """A tag is not closed, or is closed twice."""


@dataclass(eq=False)
class Element:
    """A tag with what it holds, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, attribute: str) -> str:
        """Return the value of an attribute; raises KeyError when it has none."""
        return self.attributes[attribute]

    def __contains__(self, attribute: str) -> bool:
        """Tell whether the element carries an attribute, whatever it holds."""
        return attribute in self.attributes

    @property
    def text(self) -> str:
        """Everything written inside, with single ordinary spaces."""
        return " ".join("".join(self._strings()).split())

    def _strings(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._strings()

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every element inside, at any depth, in reading order: ask once the tree is whole."""
        found: list[Element] = []
        waiting = [child for child in reversed(self.children) if isinstance(child, Element)]
        while waiting:
            element = waiting.pop()
            found.append(element)
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]
        return tuple(found)

    def all(self, *tags: str, **attributes: str) -> list[Element]:
        """Return the elements of these tags; ``data_page="liste"`` asks for an attribute."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if (not tags or element.tag in tags)
            and all(element.attributes.get(name) == value for name, value in wanted.items())
        ]

    def having(self, attribute: str) -> list[Element]:
        """Return the elements that carry ``attribute``."""
        return [element for element in self.elements if attribute in element]

    def one(self, *tags: str, **attributes: str) -> Element:
        """Return the only such element."""
        found = self.all(*tags, **attributes)
        assert len(found) == 1, f"{len(found)} × {tags} {attributes}"
        return found[0]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        if len(names) != len(set(names)):
            raise MalformedPageError(f"<{tag}> repeats an attribute, {self._place}")
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID | DRAWING:
            raise MalformedPageError(f"<{tag}/> closes itself, {self._place}")
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if len(self._open) == 1 or self._open[-1].tag != tag:
            raise MalformedPageError(
                f"</{tag}> where <{self._open[-1].tag}> is open, {self._place}"
            )
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    @property
    def _place(self) -> str:
        line, column = self.getpos()
        return f"line {line}, column {column + 1}"

    def finish(self) -> Element:
        self.close()
        if len(self._open) != 1:
            raise MalformedPageError(f"<{self._open[-1].tag}> is never closed")
        return self.root


def parse(html: str) -> Element:
    """Return the tree of ``html``; raise ``MalformedPageError`` when it is not well nested."""
    builder = _Builder()
    builder.feed(html)
    return builder.finish()


_INLINE = frozenset(
    {
        *("a", "abbr", "b", "br", "button", "code", "dd", "dt", "em"),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "i",
            "label",
            "legend",
            "li",
            "p",
            "q",
            "small",
            "span",
            "strong",
            "summary",
            "time",
        ),
    }
)


_ORDINARY_SPACES = re.compile(r"[ \n]+")


def _is_drawing(element: Element) -> bool:
    hidden = element.attributes.get("aria-hidden") == "true"
    return element.tag == "svg" or (hidden and not element.text)


def _fits_on_a_line(element: Element) -> bool:
    return element.tag in _INLINE and all(
        isinstance(child, str) or _is_drawing(child) or child.tag in VOID or _fits_on_a_line(child)
        for child in element.children
    )


def pretty(element: Element, depth: int = 0) -> str:
    """Return ``element`` one block a line, as a person likes to read it; drawings are left out."""
    indent = "  " * depth
    if _is_drawing(element):
        return ""
    opening = _opening(element)
    if element.tag in VOID:
        return f"{indent}{opening}\n"
    if _fits_on_a_line(element):
        return f"{indent}{_ORDINARY_SPACES.sub(' ', _in_line(element))}\n"
    inside = "".join(
        pretty(child, depth + 1)
        if isinstance(child, Element)
        else f"{indent}  {_ORDINARY_SPACES.sub(' ', child).strip(' ')}\n"
        for child in element.children
        if isinstance(child, Element) or child.strip()
    )
    return f"{indent}{opening}\n{inside}{indent}</{element.tag}>\n"


def _in_line(element: Element) -> str:
    if _is_drawing(element):
        return ""
    if element.tag in VOID:
        return _opening(element)
    inside = "".join(
        _in_line(child) if isinstance(child, Element) else child for child in element.children
    )
    return f"{_opening(element)}{inside}</{element.tag}>"


def _opening(element: Element) -> str:
    attributes = "".join(
        f' {name}="{value}"' if value else f" {name}" for name, value in element.attributes.items()
    )
    return f"<{element.tag}{attributes}>"
