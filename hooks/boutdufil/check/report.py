"""Findings as an author, a pull request or a program reads them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import fields

from boutdufil.model.finding import Finding, Severity

_GITHUB_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "notice",
}


def as_text(findings: Sequence[Finding], folder: str) -> str:
    """Return findings for a terminal: the place, what is wrong, what was found and expected."""
    blocks = []
    for finding in findings:
        lines = [
            f"{folder}/{finding.path}, ligne {finding.line}",
            f"  {finding.severity} {finding.code} : {finding.problem}",
        ]
        if finding.found:
            lines.append(f"    trouvé  : {finding.found}")
        if finding.expected:
            lines.append(f"    attendu : {finding.expected}")
        if finding.hint:
            lines.extend(
                f"    conseil : {line}" if number == 0 else f"              {line}"
                for number, line in enumerate(finding.hint.split("\n"))
            )
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, summary(findings)])


def as_github(findings: Sequence[Finding], folder: str) -> str:
    """Return findings as annotations on the lines of a pull request."""
    lines = []
    for finding in findings:
        message = _github_text(" ; ".join(_sentences(finding)))
        lines.append(
            f"::{_GITHUB_LEVELS[finding.severity]} "
            f"file={_github_property(f'{folder}/{finding.path}')},line={finding.line},"
            f"col={finding.column},title={finding.code}::{message}"
        )
    return "\n".join(lines)


def as_json(findings: Sequence[Finding], folder: str) -> str:
    """Return findings as a JSON list; the keys are those of Finding, and ``severity``."""
    return json.dumps(
        [
            {
                **{field.name: getattr(finding, field.name) for field in fields(Finding)},
                "path": f"{folder}/{finding.path}",
                "severity": finding.severity,
            }
            for finding in findings
        ],
        ensure_ascii=False,
        indent=2,
    )


FORMATS: dict[str, Callable[[Sequence[Finding], str], str]] = {
    "texte": as_text,
    "github": as_github,
    "json": as_json,
}


def summary(findings: Sequence[Finding]) -> str:
    """Return one sentence: how many findings of each severity."""
    if not findings:
        return "Rien à signaler."
    counts = Counter(finding.severity for finding in findings)
    counted = [
        f"{counts[severity]} {severity}{'s' if counts[severity] > 1 else ''}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(counted) + "."


def _sentences(finding: Finding) -> list[str]:
    parts = [finding.problem]
    if finding.found:
        parts.append(f"trouvé : {finding.found}")
    if finding.expected:
        parts.append(f"attendu : {finding.expected}")
    if finding.hint:
        parts.append(finding.hint)
    return parts


def _github_text(text: str) -> str:
    # https://docs.github.com/actions/reference/workflow-commands : the message is one line.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_text(text).replace(":", "%3A").replace(",", "%2C")
