"""Synonyms that lead to one tutorial alone, once the others are not kept: each is taken out."""

from __future__ import annotations

from collections.abc import Iterable

from boutdufil.kinds.synonyms.declaration import SYNONYMS_FILE
from boutdufil.model.finding import Code, Finding


def stuffed_lines(findings: Iterable[Finding]) -> dict[int, list[str]]:
    """Return the words to take out of the file of synonyms, by the line that they stand on."""
    words: dict[int, list[str]] = {}
    for finding in findings:
        if finding.code is Code.STUFFED and finding.path == SYNONYMS_FILE:
            _first, _comma, word = finding.found.strip("[]").partition(", ")
            words.setdefault(finding.line, []).append(word)
    return words


def without(text: str, words: dict[int, list[str]]) -> str:
    """Return the file of synonyms without ``words``; a line that says nothing any more goes too."""
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        if number not in words:
            lines.append(line)
            continue
        before, _bracket, rest = line.partition("[")
        held = [word.strip() for word in rest.rstrip().removesuffix("]").split(",")]
        kept = [word for word in held if word not in words[number]]
        if len(kept) > 1:
            lines.append(f"{before}[{', '.join(kept)}]")
    return "\n".join(lines)
