"""What became of the tutorials that were borrowed: here, and in the bases that wrote them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from boutdufil.check.report import as_text
from boutdufil.kinds.content import Content
from boutdufil.kinds.loan.values import Loan, text_digest
from boutdufil.tools.borrowing.borrow import Taken, difference, faults, take
from boutdufil.tools.borrowing.lender import Lender, NotLentError, Offer


@dataclass(frozen=True, slots=True)
class Renewed:
    """What becomes of one loan: a line that tells it, and what is written, if anything.

    ``beside`` is a text that is laid next to one that this base made its own; ``loan`` is what is
    noted from now on; ``needs`` tells whether somebody has something to do.
    """

    told: str
    loan: Loan
    taken: Taken | None = None
    beside: str = ""
    needs: bool = False


@dataclass(frozen=True)
class Renewal:
    """Looks at each loan of a base; ``is_accepted``: what has changed elsewhere is taken."""

    content: Content
    folder: str
    is_accepted: bool
    lender_of: Callable[[str], Lender] = Lender
    _lenders: dict[str, Lender] = field(default_factory=dict)

    def all(self) -> Iterator[Renewed]:
        """Yield what becomes of each loan, in the order of their file."""
        for loan in self.content.loans.values():
            try:
                yield self._one(loan)
            except NotLentError as error:
                yield Renewed(f"{loan.reference} : {error}", loan, needs=True)

    def _one(self, loan: Loan) -> Renewed:
        lender = self._lenders.setdefault(loan.base, self.lender_of(loan.base))
        offer = lender.offer(loan.reference)
        text = self.content.texts.get(loan.path)
        is_same = offer.digest == loan.digest
        is_held = any(document.path == loan.path for document in self.content.documents)
        own = is_held and not loan.is_changed and (text is None or text_digest(text) != loan.pin)
        if loan.digest and own:
            (new,) = take(lender, [offer], self.content)
            if new.text == text:
                # It was written by a run that was cut short.
                return Renewed(f"{loan.reference} : à jour.", new.loan)
            return Renewed(
                f"{loan.reference} : changée ici sans que {self.folder}/emprunts.yml le dise.",
                loan,
                needs=True,
            )
        if is_same and is_held:
            return Renewed(f"{loan.reference} : à jour.", loan)
        if loan.digest and not is_same and not self.is_accepted:
            return self._shown(lender, offer, loan)
        if is_held and not loan.digest:
            return Renewed(
                f"{loan.reference} : une fiche de ce nom est déjà ici. Retirez-la d’abord.",
                loan,
                needs=True,
            )
        return self._taken(lender, offer, loan)

    def _shown(self, lender: Lender, offer: Offer, loan: Loan) -> Renewed:
        """Tell what changed there, and write nothing."""
        (new,) = take(lender, [offer], self.content)
        changed = difference(self.content.texts.get(loan.path, ""), new.text)
        return Renewed(
            f"{loan.reference} : {lender.name} l’a changée ({changed or 'rien ici'} ; relue "
            f"le {offer.reviewed}). Empreinte {loan.digest[:12]}…, puis {offer.digest[:12]}… : "
            f"{loan.origin}",
            loan,
            needs=True,
        )

    def _taken(self, lender: Lender, offer: Offer, loan: Loan) -> Renewed:
        (new,) = take(lender, [offer], self.content)
        if found := faults(self.content, [new]):
            told = f"{loan.reference} : elle ne va pas ici, rien n’est écrit.\n"
            return Renewed(told + as_text(found, self.folder), loan, needs=True)
        if loan.is_changed and loan.path in self.content.texts:
            noted = replace(loan, digest=offer.digest)
            told = f"{loan.reference} : gardée comme vous l’avez changée ; la leur est dans"
            return Renewed(told, noted, beside=new.text, needs=True)
        told = "changée" if loan.digest and loan.digest != offer.digest else "prise"
        return Renewed(f"{loan.reference} : {told}, d’après {lender.name}.", new.loan, new)
