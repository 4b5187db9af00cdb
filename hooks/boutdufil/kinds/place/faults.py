"""What is wrong in a table, row by row, and how it is told: never a list that nobody reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from boutdufil.language.text import counted
from boutdufil.model.finding import Code, Finding

MOST_OF_A_CODE = 10
"""Findings of one code that are told one by one: the others are counted, with their lines."""
MOST_LINES = 15
"""Lines that are named among the others."""
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong at a line: what became of it is in ``problem``, in French."""

    code: Code
    line: int
    problem: str
    found: str = ""
    expected: str = ""
    hint: str = ""


def counts(faults: Iterable[Fault]) -> Mapping[str, int]:
    """Return how many faults each code has."""
    return dict(sorted(Counter(fault.code.value for fault in faults).items()))


def told(faults: Iterable[Fault], path: str) -> Iterator[Finding]:
    """Yield the findings of a file, of each code no more than anyone reads."""
    by_code: dict[Code, list[Fault]] = {}
    for fault in faults:
        by_code.setdefault(fault.code, []).append(fault)
    for code, found in by_code.items():
        for fault in found[:MOST_OF_A_CODE]:
            shown = fault.found
            shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
            yield Finding(
                path, fault.line, 1, code, fault.problem, shown, fault.expected, fault.hint
            )
        if rest := found[MOST_OF_A_CODE:]:
            yield _others(rest, code, path)


def _others(faults: list[Fault], code: Code, path: str) -> Finding:
    lines = ", ".join(str(fault.line) for fault in faults[:MOST_LINES])
    more = ", …" if len(faults) > MOST_LINES else ""
    return Finding(
        path,
        faults[0].line,
        1,
        code,
        f"la même chose à {counted(len(faults), 'autre')} ligne{'s' if len(faults) > 1 else ''}",
        f"lignes {lines}{more}",
        faults[0].expected,
        "demandez un fichier corrigé à qui le publie, ou corrigez ces lignes",
    )
