"""Findings as an author, a pull request or a program reads them."""

from __future__ import annotations

import json
import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from boutdufil.language.text import counted
from boutdufil.model.finding import Code, Finding, Severity
from boutdufil.source.disk import read_ordinary

_GITHUB_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "notice",
}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36"}
_BOLD, _DIM = "1", "2"
TAB = 4
"""Columns between two tab stops."""
WIDEST = 100
"""Columns of a source line that are shown."""
FIXABLE = "corrigé automatiquement par --corriger"

# An order given to a runner, at the start of its line: « ::error::a »; not « a::b ».
_ORDER = re.compile(r"^(\s*)::")

LineOf = Callable[[str, int], str]


def _no_line(_path: str, _line: int) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a terminal is written to; ``line_of`` gives a line of a source file, empty if unknown."""

    colour: bool = False
    line_of: LineOf = _no_line

    def paint(self, text: str, *codes: str) -> str:
        """Return ``text`` in a colour (SGR codes), when the terminal has colours."""
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.colour and text else text


PLAIN = Manner()


def lines_of(root: Path) -> LineOf:
    """Return what gives the lines of the files of ``root``, as the findings count them."""

    @cache
    def lines(path: str) -> list[str]:
        raw = read_ordinary(root, path)
        if raw is None:
            return []
        text = raw.decode("utf-8-sig", errors="replace")
        return unicodedata.normalize("NFC", text).replace("\r\n", "\n").split("\n")

    def line_of(path: str, line: int) -> str:
        known = lines(path)
        return known[line - 1] if 0 < line <= len(known) else ""

    return line_of


def page_of(code: Code) -> str:
    """Return the address of the page that explains ``code``, from the root of the site."""
    return f"/contribuer/codes/{code.lower()}/"


def _file(finding: Finding, folder: str) -> str:
    """Return the file of a finding, from where one stands; the settings are beside the content."""
    whole = f"{folder}/{finding.path}"
    return posixpath.normpath(whole) if finding.path.startswith("../") else whole


def as_text(findings: Sequence[Finding], folder: str, manner: Manner = PLAIN) -> str:
    """Return findings for a terminal: the place, what is wrong, what to write, then what to do."""
    blocks = [_block(finding, folder, manner) for finding in findings]
    return "\n\n".join([*blocks, "\n".join([summary(findings), *_next(findings)])])


def _block(finding: Finding, folder: str, manner: Manner) -> str:
    colour = _COLOURS[finding.severity]
    named = manner.paint(f"{finding.severity} {finding.code}", _BOLD, colour)
    place = printable(f"{_file(finding, folder)}, ligne {finding.line}")
    lines = [
        manner.paint(place, _BOLD),
        f"  {named} : {printable(finding.problem)}",
        *_excerpt(finding, manner, colour),
    ]
    for name, told in (
        ("trouvé  ", finding.found),
        ("attendu ", finding.expected),
        ("conseil ", finding.hint),
    ):
        for number, line in enumerate(told.split("\n") if told else ()):
            lead = f"    {name}: " if number == 0 else " " * 14
            lines.append(lead + printable(line))
    if finding.fixable:
        lines.append(f"    {FIXABLE}")
    lines.append(manner.paint(f"    pourquoi : {page_of(finding.code)}", _DIM))
    return "\n".join(lines)


def _excerpt(finding: Finding, manner: Manner, colour: str) -> list[str]:
    """Return the source line, and carets under the place."""
    source = manner.line_of(finding.path, finding.line).rstrip()
    if not source or finding.code is Code.MISSING_KEY:
        return []
    start, length = _place(finding, source)
    first = 0
    if _width(source) > WIDEST:
        first = max(0, min(start - WIDEST // 3, len(source) - WIDEST))
    shown = ("…" if first else "") + source[first : first + WIDEST]
    shown += "…" if first + WIDEST < len(source) else ""
    before = ("…" if first else "") + source[first:start]
    number = str(finding.line)
    column = _width(before)
    carets = "^" * max(1, min(_width(before + source[start : start + length]), WIDEST) - column)
    return [
        f"    {number} | {_flat(shown)}",
        f"    {' ' * len(number)} | {' ' * column}{manner.paint(carets, colour)}",
    ]


def _place(finding: Finding, source: str) -> tuple[int, int]:
    """Return where the place begins in ``source``, counted from 0, and its length."""
    start = min(finding.column - 1, len(source) - 1)
    if finding.found and source.startswith(finding.found, start):
        return start, len(finding.found)
    if start == 0:
        bare = len(source) - len(source.lstrip())
        if finding.found and source.count(finding.found) == 1:
            return source.index(finding.found), len(finding.found)
        return bare, len(source) - bare
    return start, 1


def _flat(text: str) -> str:
    """Return ``text`` with its tabs as spaces, and nothing that a terminal would obey."""
    return printable(text.expandtabs(TAB))


def _width(text: str) -> int:
    """Return how many columns ``text`` takes on a terminal."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in _flat(text)
    )


def printable(text: str) -> str:
    """Return a line without what a terminal or GitHub's runner would obey.

    A stranger's text must not colour or hide a finding, nor give an order to who runs this:
    https://docs.github.com/actions/reference/workflow-commands
    """
    shown = "".join(
        "\ufffd" if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp") else each
        for each in text
    )
    return _ORDER.sub(r"\1: :", shown).replace("##[", "## [")


def _next(findings: Sequence[Finding]) -> list[str]:
    """Say what to do next."""
    lines = []
    fixable = sum(finding.fixable for finding in findings)
    if fixable:
        verb = "se corrigent seuls" if fixable > 1 else "se corrige seul"
        lines.append(f"{counted(fixable, 'constat')} {verb} : fil verifier --corriger")
    if any(finding.severity is Severity.ERROR for finding in findings):
        lines.append("Une erreur empêche de publier. Corrigez, puis relancez : fil verifier")
    elif findings:
        lines.append("Rien n’empêche de publier. La personne qui relit regardera ces lignes.")
    if any(finding.draft for finding in findings):
        lines.append(
            "Un brouillon n’est pas publié. Une fois complet, retirez sa ligne « brouillon: true »."
        )
    return lines


def as_github(findings: Sequence[Finding], folder: str, manner: Manner = PLAIN) -> str:
    """Return findings as annotations on the lines of a pull request, then their number.

    GitHub shows ten of each level: the last line tells how many there are.
    """
    lines = []
    for finding in findings:
        message = _github_text(" ; ".join(_sentences(finding)))
        source = manner.line_of(finding.path, finding.line).rstrip()
        column = _place(finding, source)[0] + 1 if source else finding.column
        lines.append(
            f"::{_GITHUB_LEVELS[finding.severity]} "
            f"file={_github_property(_file(finding, folder))},line={finding.line},"
            f"col={column},title={finding.code}::{message}"
        )
    if findings:
        lines.append(f"::notice title=fil verifier::{summary(findings)}")
    return "\n".join(lines)


def as_json(findings: Sequence[Finding], folder: str, manner: Manner = PLAIN) -> str:
    """Return findings as a JSON list; the keys are those of Finding, ``severity`` and ``page``."""
    return json.dumps(
        [
            {
                **{field.name: getattr(finding, field.name) for field in fields(Finding)},
                "path": _file(finding, folder),
                "severity": finding.severity,
                "page": page_of(finding.code),
            }
            for finding in findings
        ],
        ensure_ascii=False,
        indent=2,
    )


FORMATS: dict[str, Callable[[Sequence[Finding], str, Manner], str]] = {
    "texte": as_text,
    "github": as_github,
    "json": as_json,
}


def summary(findings: Sequence[Finding]) -> str:
    """Return one sentence: how many findings of each severity."""
    if not findings:
        return "Rien à signaler."
    counts = Counter(finding.severity for finding in findings)
    told = [counted(counts[severity], severity) for severity in Severity if counts[severity]]
    return ", ".join(told) + "."


def _sentences(finding: Finding) -> list[str]:
    parts = [finding.problem]
    if finding.found:
        parts.append(f"trouvé : {finding.found}")
    if finding.expected:
        parts.append(f"attendu : {finding.expected}")
    if finding.hint:
        parts.append(finding.hint)
    if finding.fixable:
        parts.append(FIXABLE)
    return parts


def _github_text(text: str) -> str:
    # https://docs.github.com/actions/reference/workflow-commands : the message is one line.
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace("##[", "## [")


def _github_property(text: str) -> str:
    return _github_text(text).replace(":", "%3A").replace(",", "%2C")
