"""A finding: what is wrong in a source file, where, and how to mend it, in plain French."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Self


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "erreur"  # the page cannot be right: stops the publication
    WARNING = "avertissement"  # a reviewer should look
    ADVICE = "conseil"


class Code(StrEnum):
    """The stable codes, each an error unless a lesser severity stands beside it.

    1xx the file and its front matter, 2xx the body, 3xx the whole content; what a reviewer would
    say: 4xx language, 5xx method, 6xx upkeep, 7xx safety, 8xx the thread of the call, 9xx the
    places of help.
    """

    severity: Severity

    def __new__(cls, code: str, severity: Severity = Severity.ERROR) -> Self:
        """Make the text ``code``, which knows its severity."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.severity = severity
        return member

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
    LOOKALIKE = "FIL122"
    TOO_DEEP = "FIL123"
    TOO_MANY = "FIL124"
    TOO_MANY_FOUND = "FIL125"
    NOT_A_FILE = "FIL126"
    MISSING_FILE = "FIL127"
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
    NO_SCRIPT = "FIL216", Severity.WARNING
    WRONG_GESTURE = "FIL217"
    FAKE_LIST = "FIL218"
    WRONG_NAME = "FIL219"
    WRONG_POINTS = "FIL220"
    WRONG_DIAGNOSIS = "FIL221"
    DUPLICATE_NUMBER = "FIL301"
    DUPLICATE_SLUG = "FIL302"
    DEAD_REFERENCE = "FIL303"
    CIRCULAR_REFERENCE = "FIL304"
    ADDRESS_TAKEN = "FIL305"
    BORROWED = "FIL306"
    WRONG_ORDER = "FIL321"
    LIKELY_ORDER = "FIL322", Severity.WARNING
    OTHER_AUDIENCE = "FIL323", Severity.WARNING
    LONG_SPEECH = "FIL401", Severity.WARNING
    JARGON = "FIL402", Severity.ADVICE
    RIDDLE = "FIL403", Severity.WARNING
    WRONG_HAND = "FIL404", Severity.WARNING
    FAMILIAR = "FIL405", Severity.WARNING
    DOUBLE_NEGATION = "FIL406", Severity.ADVICE
    MISSPELT = "FIL407", Severity.WARNING
    LONG_SENTENCE = "FIL420", Severity.WARNING
    HARD_TEXT = "FIL421", Severity.ADVICE
    NO_TROUBLE = "FIL501", Severity.WARNING
    NO_SELF_CHECK = "FIL502", Severity.WARNING
    NO_PICTURE = "FIL503", Severity.ADVICE
    NO_CHOICE = "FIL504", Severity.WARNING
    SHORTENED_LINK = "FIL505", Severity.WARNING
    OLD_REVIEW = "FIL601", Severity.WARNING
    UNKNOWN_HOST = "FIL602", Severity.WARNING
    SAME_TUTORIAL = "FIL603", Severity.WARNING
    SAME_CALL = "FIL604", Severity.ADVICE
    STUFFED = "FIL605", Severity.WARNING
    UNDECLARED_NUMBER = "FIL701", Severity.WARNING
    PREMIUM_NUMBER = "FIL702"
    CLOSED_NUMBER = "FIL703"
    HIDDEN_CHARACTER = "FIL704"
    PERSONAL_ADDRESS = "FIL705", Severity.WARNING
    DECEPTIVE_LINK = "FIL706"
    UNKNOWN_PLAN = "FIL707", Severity.ADVICE
    LEFT_ASKING = "FIL801", Severity.WARNING
    UNREACHED = "FIL802", Severity.WARNING
    ENDLESS = "FIL803", Severity.WARNING
    TWO_QUESTIONS = "FIL804", Severity.WARNING
    SAID_ONE_WAY = "FIL805", Severity.WARNING
    UNSEEN_GESTURE = "FIL806", Severity.WARNING
    SEVERAL_GESTURES = "FIL807", Severity.WARNING
    SAID_ONCE = "FIL808", Severity.WARNING
    UNSAID = "FIL809", Severity.WARNING
    WHO_RINGS_BACK = "FIL810", Severity.WARNING
    LOST_ACCENT = "FIL811", Severity.WARNING
    UNFIT_GESTURE = "FIL812", Severity.WARNING
    CROWDED = "FIL813", Severity.WARNING
    OTHER_TABLE = "FIL901", Severity.WARNING
    WRONG_COLUMN = "FIL902", Severity.WARNING
    TORN_ROW = "FIL903", Severity.WARNING
    NOT_A_PLACE = "FIL904", Severity.WARNING
    UNKNOWN_VALUE = "FIL905", Severity.WARNING
    WRONG_POSITION = "FIL906", Severity.WARNING
    SAME_PLACE = "FIL907", Severity.WARNING
    SHUT_PLACE = "FIL908", Severity.WARNING
    WRONG_CONTACT = "FIL909", Severity.WARNING
    WRONG_HOURS = "FIL910", Severity.WARNING
    WRONG_DAY = "FIL911", Severity.WARNING


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to mend.

    ``path`` is relative to the content folder, with slashes; ``line`` and ``column`` count from 1.
    ``problem`` is a short sentence; ``found`` and ``expected`` may be empty where the sentence says
    it all; ``hint`` is the likely intention, or the very line to write instead. ``fixable`` tells
    that ``fil verifier --corriger`` does it. ``key`` is the one that is missing, where one is.
    ``draft``: the file is one, which nobody publishes yet.
    """

    path: str
    line: int
    column: int
    code: Code
    problem: str
    found: str = ""
    expected: str = ""
    hint: str = ""
    fixable: bool = False
    key: str = ""
    draft: bool = False

    @property
    def severity(self) -> Severity:
        """That of its code; what is wrong in a draft stops nobody."""
        if self.draft and self.code.severity is Severity.ERROR:
            return Severity.WARNING
        return self.code.severity


MOST_TOLD = 200
"""Findings of one file that are told: nobody reads more, and a stranger may cause millions."""


class Report:
    """Collects the findings of one file while it is being read, up to ``MOST_TOLD``."""

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
        fixable: bool = False,
        key: str = "",
    ) -> None:
        """Record a finding of this file; ``found`` is cut to what a terminal line can show."""
        if self.is_full:
            if self.findings[-1].code is not Code.TOO_MANY_FOUND:
                self.findings.append(too_many(self.findings[-1]))
            return
        shown = found if len(found) <= 120 else found[:119] + "…"
        self.findings.append(
            Finding(self.path, line, column, code, problem, shown, expected, hint, fixable, key)
        )

    def take(self, findings: Iterable[Finding]) -> None:
        """Record what was found in this file apart, as if it had been found here."""
        for each in findings:
            if self.is_full:
                self.add(each.code, each.line, each.problem)
                return
            self.findings.append(replace(each, path=self.path))

    @property
    def is_full(self) -> bool:
        """Tell whether no more is told of this file."""
        return len(self.findings) >= MOST_TOLD

    @property
    def has_errors(self) -> bool:
        """Tell whether something stops the publication."""
        return has_errors(self.findings)


def too_many(last: Finding) -> Finding:
    """Return what is said after the ``last`` finding that is told of its file."""
    return Finding(
        last.path,
        last.line,
        1,
        Code.TOO_MANY_FOUND,
        "il y a trop à corriger dans ce fichier : la suite n’est pas dite",
        f"plus de {MOST_TOLD} constats",
        "de quoi relire en une fois",
        "corrigez ceux-ci, puis relancez : fil verifier",
    )


def bearable(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by place, of each file no more than anyone reads."""
    kept: list[Finding] = []
    for _path, group in groupby(sorted(findings), key=lambda finding: finding.path):
        found = [*group]
        told = [each for each in found if each.code is not Code.TOO_MANY_FOUND]
        kept += told[:MOST_TOLD]
        if len(found) > min(len(told), MOST_TOLD):
            kept.append(too_many(kept[-1]))
    return tuple(kept)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether one of ``findings`` stops the publication."""
    return any(finding.severity is Severity.ERROR for finding in findings)
