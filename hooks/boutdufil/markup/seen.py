"""What a page shows of a file, as a browser shows it: its words without their marks, its links."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

import yaml

from boutdufil.source.shape import Node

DRAWN = "ecran"
"""The key of what a drawn screen shows, where a number or an address may be invented."""
CODE = "code"
"""The key of what is shown as it is written, between two fences."""

# What ends a line on the page: ``</p>``, ``<br>``, ``<td>``; not ``<strong>``.
_BREAK = re.compile(
    r"</?(?:p|br|li|ul|ol|t[dhr]|table|thead|tbody|h[1-6]|hr|pre|blockquote|d[dlt])\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")
# What a browser shows beside the finger of a mouse: ``<a href="…" title="b">``.
_HINT = re.compile(r'<[^>]*? title="([^"]*)"')
# What nh3 writes of a link: ``<a href="site:a/">b</a>``.
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
# A verb that follows the device, whose pair no page shows at once.
_GESTURE = re.compile(
    r'<span\b[^>]*?data-appuyer="([^"]*)" data-cliquer="([^"]*)"[^>]*>.*?</span>', re.DOTALL
)
# What a number or an address may be made of: a digit in any writing, a letter that is not of
# French, a point within a word, a numeral. Most sentences hold none.
_TELLING = re.compile(
    r"[^\W_a-zA-ZÀ-ÿœŒ]|\w[.\u2024\u3002\uff0e\uff61]\w|\bz[ée]ro\b|\bcent[ -]dix|@"
    r"|\bneuf[ -]cent|\bplus (?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)\b",
    re.IGNORECASE,
)
# What all of that has a part of: these signs, or one of these words, looked for far sooner.
_TELLING_SIGN = re.compile(r"[^\W_a-zA-ZÀ-ÿœŒ]|[.\u2024\u3002\uff0e\uff61]\w")
_TELLING_WORDS = ("cent", "plus ", "zer", "zér", "@")


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link of a page: where it leads, as its ``href`` says, and its words."""

    address: str
    text: str

    @property
    def is_outside(self) -> bool:
        """Whether it leads out of the site."""
        return bool(re.match(r"(?:[A-Za-z][\w+.-]*:|//)", self.address)) and not (
            self.address.startswith("site:")
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """Words that a page shows, from ``lines`` lines of a file, ``line`` being the first.

    ``key`` tells what shows them: ``recap``, ``sources 0 nom``, ``ecran``; empty, the text.
    """

    text: str
    line: int
    lines: int = 1
    key: str = ""
    links: tuple[Hyperlink, ...] = ()

    @property
    def is_drawn(self) -> bool:
        """Whether a drawn screen shows it."""
        return self.key == DRAWN

    @property
    def is_telling(self) -> bool:
        """Whether it may hold a number or an address."""
        return bool(self.links) or (
            _holds_a_part(self.text) and _TELLING.search(self.text) is not None
        )


def may_be_telling(fragment: str) -> bool:
    """Tell whether a fragment may show a number, an address or a link: most words cannot.

    Only those between two tags of a paragraph are looked at: another tag may part a number.
    """
    bare = str(fragment).removeprefix("<p>").removesuffix("</p>").replace("&nbsp;", "\u00a0")
    return "<" in bare or "&" in bare or _holds_a_part(bare)


def _holds_a_part(text: str) -> bool:
    lowered = text.lower()
    said = any(map(lowered.__contains__, _TELLING_WORDS))
    return said or _TELLING_SIGN.search(text) is not None


def words_shown(fragment: str) -> str:
    """Return the words of a fragment, one line a line of the page, nothing between bold letters.

    >>> words_shown("<p>08<strong>99</strong> &lt;3</p><p>Bien.</p>").splitlines()
    ['0899 <3', 'Bien.']
    """
    if "<" not in fragment:
        return _whole_lines(fragment)
    text = fragment
    pairs = _GESTURE.findall(fragment)
    if any(character.isdigit() for pair in pairs for verb in pair for character in verb):
        # A device shows one of the two: the digits around it go with it.
        text = "\n".join(_GESTURE.sub(rf"\{side}", fragment) for side in (1, 2))
    return _whole_lines(_TAG.sub("", _BREAK.sub("\n", text)))


def _whole_lines(text: str) -> str:
    """Return what a browser shows of lines without a tag, as plain text."""
    shown = html.unescape(str(text))
    if "\n" not in shown:
        return shown if shown.strip() else ""
    return "\n".join(line for line in shown.split("\n") if line.strip())


def links_shown(fragment: str) -> tuple[Hyperlink, ...]:
    """Return the links of a fragment that the allowlist has gone through, in their order."""
    return tuple(
        Hyperlink(html.unescape(address), words_shown(words))
        for address, words in _LINK.findall(fragment)
    )


def dialled_by(link: Hyperlink) -> str:
    """Return the number that a link dials, nothing for one that does not."""
    address = unquote(link.address)
    return address[4:] if address[:4].lower() == "tel:" else ""


def seen(fragment: str, line: int, lines: int = 1, key: str = "") -> Seen:
    """Return what a fragment of HTML shows, and the numbers that its links dial."""
    if "<" not in fragment:
        return Seen(words_shown(fragment), line, lines, key)
    links = links_shown(fragment)
    dialled = filter(None, map(dialled_by, links))
    hints = map(html.unescape, _HINT.findall(fragment))
    return Seen("\n".join((words_shown(fragment), *hints, *dialled)), line, lines, key, links)


def values_seen(node: Node | None, line_offset: int) -> tuple[Seen, ...]:
    """Return the texts of a YAML tree that may hold a number or an address, by their keys."""
    found = (
        Seen(value.value, value.start_mark.line + 1 + line_offset, _height(value), key)
        for key, value in _texts(node, "")
    )
    return tuple(each for each in found if each.is_telling)


def _height(value: yaml.ScalarNode) -> int:
    return max(1, value.end_mark.line - value.start_mark.line + (value.end_mark.column > 0))


def _texts(node: Node | None, key: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield key, node
    elif isinstance(node, yaml.SequenceNode):
        for rank, item in enumerate(node.value):
            yield from _texts(item, f"{key} {rank}")
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _texts(name, f"{key} ?".strip())
            yield from _texts(value, f"{key} {name.value}".strip())
