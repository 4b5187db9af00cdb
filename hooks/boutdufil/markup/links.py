"""The links of a body: where each is written, where it leads, and what is wrong with it."""

from __future__ import annotations

import html
import posixpath
import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern
from urllib.parse import unquote, urlsplit

from boutdufil.language.numbering import NumberingPlan
from boutdufil.markup.inline import blank
from boutdufil.markup.seen import Hyperlink
from boutdufil.model.finding import Code, Report
from boutdufil.model.web_address import (
    Fault,
    call_fault,
    mail_fault,
    read_address,
    text_fault,
)
from boutdufil.source.tree import Prose, Span, Tree, walk

SITE = "site:"
"""Starts an address that counts from the root of the site."""
GESTURES = "gestes"
"""The folder of the gestures, that of their addresses too."""
STEP_ANCHOR = re.compile(r"etape-(\d{1,2})")

_CODE_SPAN = re.compile(r"`+[^`]*`+")
# A gesture of the library, by its name: ``geste:ouvrir-les-reglages``.
_GESTURE = re.compile(r"geste:(.+)")
# Where a target begins, parentheses going by two: ``](a.md)``, ``](a(1))``, ``<https://…>``.
_TARGET = re.compile(
    r"\]\(\s*<?(?P<inline>(?:[^()\s>]|\([^()\s]*\))+)|<(?P<bare>(?:https?|mailto|tel):[^\s>]+)>"
)
# ``[nom]: adresse``, alone on its line, which links of the body name.
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?P<target>[^\s>]+)>?.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to another source file: its path within the content folder, and as it is written."""

    path: str
    line: int
    written: str
    column: int = 1

    @property
    def place(self) -> tuple[int, int]:
        """The line and the column of the link."""
        return self.line, self.column

    @property
    def fragment(self) -> str:
        """The place within the other file."""
        return self.written.partition("#")[2]


def targets(text: str) -> Iterator[tuple[str, int]]:
    """Yield the target of each link of ``text``, and where it begins."""
    for match in _TARGET.finditer(blank(_CODE_SPAN, text)):
        kind = match.lastgroup or "inline"
        yield match[kind], match.start(kind)
    for match in _DEFINITION.finditer(text):
        yield match["target"], match.start("target")


class Links:
    """The links of one body, ``path`` being that of its file within the content folder."""

    def __init__(self, tree: Tree, path: str, report: Report, plan: NumberingPlan | None) -> None:
        self.tree = tree
        self.path = path
        self.report = report
        self.plan = plan
        self.mentions: list[Mention] = []
        self.definitions: list[str] = []
        self._defined: dict[str, int] = {}
        for node in walk(tree.nodes):
            if isinstance(node, Prose):
                self._define(node.span)
                self._refuse_escapes(node.span)

    def _define(self, span: Span) -> None:
        words = self.tree.words(span)
        for match in _DEFINITION.finditer(words) if "]:" in words else ():
            self.definitions.append(match[0])
            self._defined.setdefault(match["target"], span.start + match.start("target"))

    def _refuse_escapes(self, span: Span) -> None:
        r"""Refuse ``https://a.fr\.b.fr``: two readers may not agree on what it leads to."""
        words = self.tree.words(span)
        for target, start in targets(words) if "\\" in words else ():
            if "\\" in target and isinstance(fault := read_address(target), Fault):
                self._refuse(fault, target, span.start + start)

    def resolver(self, span: Span) -> _Resolver:
        """Return what resolves the links of one fragment, in the order of the text."""
        return _Resolver(self, span)

    def resolve(self, target: str, offset: int) -> str | None:
        """Return the address of a link, counted from the root of the site; None: it has none."""
        line, column = self.tree.place(offset)
        fault = _fault(target, self.plan)
        if fault is not None:
            self._refuse(fault, target, offset)
            return None
        address, path = _followed(target, self.path)
        if address is None:
            self.report.add(
                Code.WRONG_LINK,
                line,
                "ce lien ne peut pas être suivi",
                found=target,
                expected="une adresse en https://, ou le fichier d’une autre fiche (.md)",
                hint=_likely_address(target),
                column=column,
            )
        elif path is not None:
            # A menu that comes back in ten sentences is written once in what is kept of a file.
            self.mentions.append(Mention(intern(path), line, intern(target), column))
        return address

    def check_text(self, link: Hyperlink, span: Span) -> None:
        """Report a link of ``span`` whose words show another place than the one it leads to."""
        fault = text_fault(link.text, link.address, self.plan)
        if fault is not None:
            written = self.tree.words(span)
            place = max(written.find(link.address), 0) or len(written) - len(written.lstrip())
            self._refuse(fault, f"{link.text} : {link.address}", span.start + place)

    def _refuse(self, fault: Fault, found: str, offset: int) -> None:
        line, column = self.tree.place(offset)
        self.report.add(
            fault.code,
            line,
            fault.problem,
            found=found,
            expected=fault.expected,
            hint=fault.hint,
            column=column,
        )

    def place_of(self, target: str, span: Span) -> int:
        """Return where a target is written that the text of ``span`` only names."""
        words = self.tree.words(span)
        first = span.start + len(words) - len(words.lstrip())
        return self._defined.get(target, first)


class _Resolver:
    def __init__(self, links: Links, span: Span) -> None:
        self._links = links
        self._span = span
        self._places: dict[str, deque[int]] | None = None

    def __call__(self, target: str) -> str | None:
        if self._places is None:
            self._places = defaultdict(deque)
            for written, start in targets(self._links.tree.words(self._span)):
                self._places[written].append(self._span.start + start)
        places = self._places.get(target)
        offset = places.popleft() if places else self._links.place_of(target, self._span)
        return self._links.resolve(target, offset)


def _fault(target: str, plan: NumberingPlan | None) -> Fault | None:
    """Return why nobody may follow a link that leaves the site; None for one that does not."""
    scheme = html.unescape(target).partition(":")[0].lower()
    if scheme == "tel":
        return call_fault(target, plan)
    if scheme == "mailto":
        return mail_fault(target)
    read = read_address(target)
    return read if isinstance(read, Fault) else None


def _followed(target: str, path: str) -> tuple[str | None, str | None]:
    """Return the address of ``target``, and the file that it mentions, if any, from ``path``."""
    gesture = _GESTURE.fullmatch(target)
    if gesture:
        return f"{SITE}{GESTURES}/{gesture[1]}/", f"{GESTURES}/{gesture[1]}.md"
    try:
        parts = urlsplit(html.unescape(target))
    except ValueError:
        return None, None
    if parts.scheme or parts.netloc:
        is_whole = read_address(target) is not None
        # What is wrong with the others was told before.
        safe = is_whole or target.startswith(("mailto:", "tel:"))
        return (target if safe else None), None
    if not parts.path:
        return target, path
    if not parts.path.endswith(".md") or parts.path.startswith("/"):
        return None, None
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    if file.startswith(("../", "/")):
        return None, None
    address = re.sub(r"(?:^|/)index$", "", file.removesuffix(".md"))
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{SITE}{address}/{fragment}", file


def _likely_address(target: str) -> str:
    if target.startswith("www."):
        return f"écrivez : https://{target}"
    if target.startswith("http://"):
        return f"écrivez : https://{target.removeprefix('http://')}"
    return "[fiche 101](../cyber-hygiene/message-suspect.md)"
