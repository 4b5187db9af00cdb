"""A borrowed tutorial is the one that was taken, or the page says that it is not."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.loan.values import Loan, Loans, text_digest
from boutdufil.model.finding import Code, Finding


def borrowed_as_taken(content: Content) -> Iterator[Finding]:
    """What is shown under the name of another is what they wrote."""
    for document, declared in content.read(Loans):
        seen: set[str] = set()
        for rank, loan in enumerate(declared.loans):
            place = document.path, document.line("emprunts", rank)
            if loan.reference in seen:
                yield _finding(
                    *place,
                    "cette fiche est déjà empruntée plus haut",
                    loan.reference,
                    "une seule fois chaque fiche",
                    "gardez l’une des deux",
                )
            elif not loan.digest or not loan.name or not loan.licence:
                yield _finding(
                    *place,
                    "cette fiche n’a pas encore été prise",
                    loan.reference,
                    "son empreinte, le nom de la base et la licence du texte",
                    "lancez : fil emprunter",
                )
            elif loan.path not in content.texts:
                yield from _absent(content, loan, *place)
            elif not loan.is_changed and text_digest(content.texts[loan.path]) != loan.pin:
                yield _finding(
                    loan.path,
                    1,
                    f"cette fiche, empruntée à « {loan.name} », n’est plus comme elle a été prise",
                    "un autre texte",
                    f"celui de {loan.origin}",
                    f"retirez-la et lancez « fil emprunter » ; ou, dans {document.path}, écrivez "
                    "sous elle « modifiee: oui » : sa page le dira",
                )
            seen.add(loan.reference)


def _absent(content: Content, loan: Loan, path: str, line: int) -> Iterator[Finding]:
    """Tell that a file is not there; of one that cannot be read, that is told already."""
    documents: tuple[Document, ...] = content.documents
    if loan.path not in {each.path for each in documents}:
        yield _finding(
            path,
            line,
            "la fiche empruntée n’est pas là",
            loan.path,
            "le fichier que « fil emprunter » a écrit",
            "lancez « fil emprunter », ou retirez-la de cette liste",
        )


def _finding(path: str, line: int, problem: str, found: str, expected: str, hint: str) -> Finding:
    return Finding(path, line, 1, Code.BORROWED, problem, found, expected, hint)
