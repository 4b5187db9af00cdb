"""``fil emprunter``: tutorials of another base, taken under their authors' name, and followed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from boutdufil.check.report import as_text
from boutdufil.edge.clock import latest_day
from boutdufil.edge.commands.folders import content_folder, content_reader
from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.content import Content
from boutdufil.kinds.loan.declaration import LOANS_FILE, is_base, tidy_base
from boutdufil.kinds.loan.values import Loan
from boutdufil.language.text import counted
from boutdufil.source.disk import NotAFileError, write_ordinary
from boutdufil.tools.borrowing.borrow import Taken, faults, take, with_loans
from boutdufil.tools.borrowing.ledger import ledger_text
from boutdufil.tools.borrowing.lender import Lender, NotLentError, Offer
from boutdufil.tools.borrowing.renewal import Renewal, Renewed
from boutdufil.tools.unusable import UnusableError
from boutdufil.tools.updating.plan import BESIDE

TO_DO = 1
THEN = "\nRelisez-les, puis lancez « fil verifier » : chaque page dit qui l’a écrite."


def run(options: Namespace) -> int:
    """Take what is asked for, or look at all that was taken; return 1 when there is more to do."""
    folder = content_folder(options)
    content = content_reader(options).read(latest_day())
    if not content.taxonomy.themes:
        raise UnusableError(f"{folder / TAXONOMY_FILE} ne se lit pas : lancez « fil verifier ».")
    if any(found.path == LOANS_FILE for found in content.findings):
        raise UnusableError(f"{folder / LOANS_FILE} ne se lit pas : lancez « fil verifier ».")
    if options.adresse is None:
        return _renew(folder, content, is_accepted=options.accepter)
    return _borrow(folder, content, _base(options.adresse), options.fiches)


def _base(written: str) -> str:
    base = tidy_base(written)
    if not is_base(base):
        raise UnusableError(
            f"« {written} » n’est pas l’adresse d’une base publiée. Écrivez-la en entier, en https."
        )
    return base


# Taken for the first time ---------------------------------------------------------------------


def _borrow(folder: Path, content: Content, base: str, asked: Sequence[str]) -> int:
    if not asked:
        raise UnusableError("dites quelles fiches, par leur numéro : fil emprunter ADRESSE 101")
    lender, loans = Lender(base), tuple(content.loans.values())
    try:
        offers = [lender.offer(each) for each in dict.fromkeys(asked)]
        _refuse_known(folder, content, loans, offers)
        taken = take(lender, offers, content)
    except NotLentError as error:
        raise UnusableError(str(error)) from None
    if found := faults(content, taken):
        print(as_text(found, folder.as_posix()))
        print("\nRien n’est écrit : ce qui précède manque ici, ou y est déjà pris.")
        return TO_DO
    _write(folder, with_loans(loans, taken), taken)
    for each in taken:
        cut = " ; liens vers des fiches absentes retirés" if each.loan.here else ""
        print(f"{folder / each.loan.path} : de {lender.name}, licence {lender.licence}{cut}")
    print(THEN)
    return 0


def _refuse_known(
    folder: Path, content: Content, loans: Iterable[Loan], offers: Iterable[Offer]
) -> None:
    """Refuse a tutorial that is here already, whoever wrote it."""
    known = {loan.reference for loan in loans}
    here = {document.path for document in content.documents}
    for offer in offers:
        path = Loan(reference=offer.reference, base="").path
        if offer.reference in known:
            raise NotLentError(
                f"« {offer.reference} » est déjà empruntée : « fil emprunter », seul, la revoit."
            )
        if path in here:
            raise NotLentError(
                f"{folder / path} existe déjà : une base n’a qu’une fiche de ce nom."
            )


# Looked at again ------------------------------------------------------------------------------


def _renew(folder: Path, content: Content, *, is_accepted: bool) -> int:
    if not content.loans:
        print("Rien n’est emprunté. Pour commencer : fil emprunter ADRESSE 101")
        return 0
    renewed = [*Renewal(content, folder.as_posix(), is_accepted).all()]
    for each in renewed:
        print(f"{each.told} {_beside(folder, each)}" if each.beside else each.told)
    _write(
        folder,
        [each.loan for each in renewed],
        [each.taken for each in renewed if each.taken is not None],
        tuple(content.loans.values()),
    )
    for each in renewed:
        if each.beside:
            write_ordinary(folder.resolve().parent, _beside(folder, each), each.beside.encode())
    return _concluded(renewed, is_accepted=is_accepted)


def _beside(folder: Path, renewed: Renewed) -> str:
    return f"{BESIDE}/{folder.resolve().name}/{renewed.loan.path}"


def _concluded(renewed: Sequence[Renewed], *, is_accepted: bool) -> int:
    needing = [each for each in renewed if each.needs]
    if needing and not is_accepted:
        print(
            f"\n{counted(len(needing), 'fiche')} à regarder. Pour prendre ce qui a changé : "
            "fil emprunter --accepter"
        )
    elif any(each.taken for each in renewed):
        print(THEN)
    return TO_DO if needing else 0


def _write(
    folder: Path, loans: Sequence[Loan], taken: Sequence[Taken], before: Sequence[Loan] = ()
) -> None:
    """Write what is borrowed; a run that is cut short is begun again.

    A new tutorial is declared first, and one that is renewed, last: what is missing is then taken,
    what is there already is noted.
    """
    renewed = [each for each in taken if (folder / each.loan.path).is_file()]
    try:
        for each in renewed:
            write_ordinary(folder, each.loan.path, each.text.encode())
        if [*loans] != [*before]:
            write_ordinary(folder, LOANS_FILE, ledger_text(loans).encode())
        for each in taken:
            if each not in renewed:
                write_ordinary(folder, each.loan.path, each.text.encode())
    except NotAFileError as error:
        raise UnusableError(f"« {error} » est un lien : il n’est ni suivi ni remplacé.") from None
