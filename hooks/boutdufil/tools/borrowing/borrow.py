"""What is taken of another base, looked at as if it were here before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from boutdufil.kinds.content import Content
from boutdufil.kinds.loan.values import Loan, text_digest
from boutdufil.kinds.registry import form_of
from boutdufil.kinds.tutorial.numbers import written_numbers
from boutdufil.kinds.tutorial.values import FOLDER
from boutdufil.language.text import counted
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Finding, Report, Severity
from boutdufil.project import check
from boutdufil.source.text_file import decode
from boutdufil.tools.borrowing.adapting import adapted
from boutdufil.tools.borrowing.lender import Lender, NotLentError, Offer


@dataclass(frozen=True, slots=True)
class Taken:
    """A tutorial to write: its text, and what is noted of it."""

    loan: Loan
    text: str


def take(lender: Lender, offers: Sequence[Offer], content: Content) -> tuple[Taken, ...]:
    """Return the tutorials as they would be here, together; raises NotLentError."""
    here = {document.path for document in content.documents}
    here |= {f"{FOLDER}/{offer.reference}.md" for offer in offers}
    return tuple(_taken(lender, offer, here) for offer in offers)


def _whole(text: str, loan: Loan) -> str:
    """Return a text that says, once it is written and read again, what its hash is of."""
    if decode(text.encode(), Report(loan.path)) != text:
        raise NotLentError(f"le texte de « {loan.reference} » n’est pas celui d’une fiche.")
    return text


def _taken(lender: Lender, offer: Offer, here: set[str]) -> Taken:
    loan = Loan(
        reference=offer.reference,
        base=lender.base,
        name=lender.name,
        licence=lender.licence,
        licence_url=lender.licence_url,
        digest=offer.digest,
    )
    # Within its bounds first: what cuts its links is not made for more.
    text = _whole(lender.text(offer), loan)
    local = _whole(adapted(text, loan.path, here), loan)
    if local == text:
        return Taken(loan, text)
    return Taken(replace(loan, here=text_digest(local)), local)


def faults(content: Content, taken: Sequence[Taken]) -> tuple[Finding, ...]:
    """Return what would stop a publication if these were here: a number, a word, a gesture."""
    texts = {each.loan.path: each.text for each in taken}
    reader = Reader(content.taxonomy)
    documents = {document.path: document for document in content.documents}
    for path, text in texts.items():
        documents[path] = form_of(path).document(text.encode(), path, reader, content.today)
    found = [each for path in texts for each in documents[path].findings]
    would_be = replace(
        content,
        documents=tuple(documents[path] for path in sorted(documents)),
        texts={**content.texts, **texts},
        numbers={
            **content.numbers,
            **written_numbers({path: text.encode() for path, text in texts.items()}),
        },
        findings=(*(each for each in content.findings if each.path not in texts), *found),
    )
    return tuple(
        finding
        for finding in check(would_be, texts.__contains__)
        if finding.severity is Severity.ERROR and finding.code is not Code.BORROWED
    )


def difference(before: str, after: str) -> str:
    """Return how many lines a text gains and loses: ``3 lignes de plus, 1 ligne de moins``."""
    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    gained = lost = 0
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            lost, gained = lost + end - start, gained + last - first
    said = [(gained, "de plus"), (lost, "de moins")]
    return ", ".join(f"{counted(count, 'ligne')} {how}" for count, how in said if count)


def with_loans(loans: Sequence[Loan], taken: Sequence[Taken]) -> tuple[Loan, ...]:
    """Return what is borrowed, once these are: the others, and their order, stay."""
    new: Mapping[str, Loan] = {each.loan.reference: each.loan for each in taken}
    kept = [new.get(loan.reference, loan) for loan in loans]
    known = {loan.reference for loan in loans}
    return (*kept, *(loan for name, loan in new.items() if name not in known))
