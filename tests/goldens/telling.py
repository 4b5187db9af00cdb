"""How a case writes what authors are told."""

from __future__ import annotations

from itertools import groupby

from boutdufil.model.finding import Finding


def told_lines(findings: tuple[Finding, ...]) -> str:
    """Return findings as a case writes them: one line each, under their file."""
    if not findings:
        return "Rien à signaler.\n"
    lines = []
    for path, found in groupby(findings, key=lambda finding: finding.path):
        lines.append(path)
        lines += [f"  {_line(finding)}" for finding in found]
    return "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    column = f", colonne {finding.column}" if finding.column != 1 else ""
    place = f"{finding.code} ligne {finding.line}{column}"
    told = [finding.problem, finding.found, finding.expected, finding.hint]
    return f"{place} : {' | '.join(told)}".replace("\n", " ⏎ ").replace("\t", "⇥").rstrip()
