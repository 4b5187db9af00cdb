"""What a browser has to mend to read a page: the HTML standard's own list, told by tinyhtml5.

Whether a page has to be mended depends on its tags, hardly on its words; and the pages of a site
are made of the same parts. Each part is read once, without its words, under what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tinyhtml5 import inputstream
from tinyhtml5.parser import HTMLParser

from boutdufil.tools.html_tree import VOID

HOLDERS = frozenset(
    {
        *("article", "aside", "body", "details", "dialog", "div", "dl", "figure", "footer", "form"),
        *("g", "header", "li", "main", "nav", "ol", "section", "svg", "ul"),
    }
)
"""Under these a part is read alike, whatever was closed before it."""
Part = tuple[tuple[str, ...], str]
"""The names of what a part stands in, from the body, and its source."""

# Signs that are read apart: tags and references, and those that no page may hold.
_APART = "<>&\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe-\\U0010ffff"
# A value without any, but for the only one that a table looks at.
_VALUE = re.compile(f'="(?!hidden")[^"{_APART}]*"')
# Words without any, between two tags; blanks alone stay as they are.
_WORDS = re.compile(f">[^{_APART}]*[^\\s{_APART}][^{_APART}]*(?=<)")
# The same element again, which holds no other.
_AGAIN = re.compile(r"(<([a-z][a-zA-Z0-9-]*)[^<>]*(?:/>|>[^<>]*</\2>)\s*)\1+")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z][a-zA-Z0-9-]*)(?P<rest>[^<>]*)>")
_SHELL = '<!doctype html><html lang="fr"><head><title>a</title></head>{}</html>'


class _Runs(dict[tuple[Iterable[str], bool], re.Pattern[str]]):
    """The runs of characters that the parser looks for, each compiled once.

    tinyhtml5 2.1 means to: it keeps each under what it has compiled, and never finds it again.
    """

    def __missing__(self, key: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, opposite = key
        listed = "".join(f"\\x{ord(character):02x}" for character in characters)
        self[key] = re.compile(f"[{'' if opposite else '^'}{listed}]+")
        return self[key]


inputstream.characters_until_regex = _Runs()


def syntax(html: str) -> list[str]:
    """Return what a browser has to mend to read ``html``."""
    parser = HTMLParser()
    parser.parse(html)
    return [f"{place}: {code} {values}" for place, code, values in parser.errors]


def mends(html: str) -> list[str]:
    """Return the same, quickly when there is nothing: parts that were read are not read again."""
    return [] if all(map(_is_right, set(parts(html)))) else syntax(html)


@cache
def _is_right(part: Part) -> bool:
    around, source = part
    if not around:
        return not syntax(source)
    opened = "".join(f"<{name}>" for name in around)
    closed = "".join(f"</{name}>" for name in reversed(around))
    return not syntax(_SHELL.format(f"{opened}{source}{closed}"))


def parts(html: str) -> Iterator[Part]:
    """Yield the parts of a page, without their words; those that are cut out leave an empty one.

    A page whose tags do not answer each other is one part.
    """
    plain = _WORDS.sub(">a", _VALUE.sub('=""', html))
    found: list[Part] = []
    names: list[str] = []
    sources = [""]
    at = 0
    # What is within another element than a holder stays with it.
    within, depth = "", 0
    for tag in _TAG.finditer(plain):
        name = tag["name"]
        if name in VOID or tag["rest"].endswith("/"):
            continue
        if within:
            depth += (-1 if tag["close"] else 1) if name == within else 0
            within = within if depth else ""
        elif name not in HOLDERS:
            within, depth = name if not tag["close"] and names else "", 1
        elif not tag["close"]:
            sources[-1] += plain[at : tag.start()]
            sources.append("")
            names.append(name)
            at = tag.start()
        elif not names or names.pop() != name:
            break
        else:
            whole = sources.pop() + plain[at : tag.end()]
            found.append((tuple(names), _AGAIN.sub(r"\1", whole)))
            sources[-1] += f"<{name}></{name}>"
            at = tag.end()
    else:
        if not names and not within:
            yield from (part for part in found if part[0])
            yield (), sources[-1] + plain[at:]
            # The body holds the others: it is read in the page that holds nothing else.
            yield from (((), _SHELL.format(source)) for around, source in found if not around)
            return
    yield (), html
