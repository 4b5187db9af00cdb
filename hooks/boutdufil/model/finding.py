"""A finding: what is wrong in a source file, where, and how to mend it, in plain French."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "erreur"  # the page cannot be right: stops the publication
    WARNING = "avertissement"  # a reviewer should look
    ADVICE = "conseil"


class Code(StrEnum):
    """The stable codes: 1xx the file and its front matter, 2xx the body, 3xx the whole content."""

    NOT_UTF8 = "FIL101"
    EMPTY_FILE = "FIL102"
    TOO_LARGE = "FIL103"
    NO_FRONT_MATTER = "FIL104"
    NOT_YAML = "FIL105"
    TAB = "FIL106"
    MISPLACED_FILE = "FIL107"
    UNKNOWN_KEY = "FIL110"
    MISSING_KEY = "FIL111"
    DUPLICATE_KEY = "FIL112"
    WRONG_KIND = "FIL113"
    WRONG_LENGTH = "FIL114"
    UNKNOWN_WORD = "FIL115"
    WRONG_DATE = "FIL116"
    WRONG_NUMBER = "FIL117"
    RECAP_TOO_LONG = "FIL118"
    WRONG_ADDRESS = "FIL119"
    FOLDER_IS_NOT_THEME = "FIL120"
    LOST_CHARACTER = "FIL121"
    UNKNOWN_BLOCK = "FIL201"
    UNCLOSED_BLOCK = "FIL202"
    MISSING_ARGUMENT = "FIL203"
    UNEXPECTED_ARGUMENT = "FIL204"
    STRAY_SLASHES = "FIL205"
    WRONG_SECTION = "FIL206"
    NO_STEP = "FIL207"
    MISPLACED_BLOCK = "FIL208"
    RAW_HTML = "FIL209"
    WRONG_LINK = "FIL210"
    WRONG_SCREEN = "FIL211"
    WRONG_ANSWERS = "FIL212"
    WRONG_QUIZ = "FIL213"
    IMAGE = "FIL214"
    EMPTY_BLOCK = "FIL215"
    NO_SCRIPT = "FIL216"
    WRONG_GESTURE = "FIL217"
    DUPLICATE_NUMBER = "FIL301"
    DUPLICATE_SLUG = "FIL302"
    DEAD_REFERENCE = "FIL303"
    CIRCULAR_REFERENCE = "FIL304"
    ADDRESS_TAKEN = "FIL305"


_NOT_ERRORS = {Code.NO_SCRIPT: Severity.WARNING}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to mend.

    ``path`` is relative to the content folder, with slashes; ``line`` and ``column`` count from 1.
    ``problem`` is a short sentence; ``found`` and ``expected`` may be empty where the sentence says
    it all; ``hint`` is the likely intention, or the very line to write instead.
    """

    path: str
    line: int
    column: int
    code: Code
    problem: str
    found: str = ""
    expected: str = ""
    hint: str = ""

    @property
    def severity(self) -> Severity:
        """An error, unless the code is a lesser one."""
        return _NOT_ERRORS.get(self.code, Severity.ERROR)


class Report:
    """Collects the findings of one file while it is being read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []

    def add(
        self,
        code: Code,
        line: int,
        problem: str,
        *,
        found: str = "",
        expected: str = "",
        hint: str = "",
        column: int = 1,
    ) -> None:
        """Record a finding of this file; ``found`` is cut to what a terminal line can show."""
        shown = found if len(found) <= 120 else found[:119] + "…"
        self.findings.append(Finding(self.path, line, column, code, problem, shown, expected, hint))

    @property
    def has_errors(self) -> bool:
        """Tell whether something stops the publication."""
        return has_errors(self.findings)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether one of ``findings`` stops the publication."""
    return any(finding.severity is Severity.ERROR for finding in findings)
