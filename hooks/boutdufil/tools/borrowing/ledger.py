"""The file of what is borrowed, as ``fil emprunter`` writes it: whole, in one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boutdufil.kinds.loan.values import Loan
from boutdufil.tools.starting.words import quoted

HEAD = """\
# Les fiches prises à d’autres bases : « fil emprunter » écrit ce fichier.
# Une fiche changée ici le dit : ajoutez sous elle la ligne « modifiee: oui ».
"""


def ledger_text(loans: Iterable[Loan]) -> str:
    """Return the file that declares these loans."""
    lines = [line for loan in loans for line in _lines(loan)]
    return HEAD + ("\n".join(["emprunts:", *lines]) if lines else "emprunts: []") + "\n"


def _lines(loan: Loan) -> Iterator[str]:
    yield f"  - fiche: {loan.reference}"
    yield f"    base: {loan.base}"
    for key, value in (
        ("nom", quoted(loan.name) if loan.name else ""),
        ("licence", quoted(loan.licence) if loan.licence else ""),
        ("licence_url", loan.licence_url),
        ("empreinte", loan.digest),
        ("ici", loan.here),
        ("modifiee", "oui" if loan.is_changed else ""),
    ):
        if value:
            yield f"    {key}: {value}"
