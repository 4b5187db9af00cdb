"""The whole content folder, as it was read: a value that every rule and every page looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from boutdufil.kinds.code.values import Explanation
from boutdufil.kinds.document import Document
from boutdufil.kinds.example.values import Example
from boutdufil.kinds.gesture.values import Gesture
from boutdufil.kinds.loan.values import Loan, Loans
from boutdufil.kinds.page.values import Home, WrittenPage
from boutdufil.kinds.performances.values import Performances
from boutdufil.kinds.references.values import Numbers, References
from boutdufil.kinds.screen_words.values import ScreenWord, ScreenWords
from boutdufil.kinds.statement.values import Statement
from boutdufil.kinds.synonyms.values import Synonyms
from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.language.numbering import NumberingPlan
from boutdufil.language.plans import FRANCE
from boutdufil.model.finding import Finding
from boutdufil.model.taxonomy import Taxonomy

T = TypeVar("T")
Found = Mapping[str, tuple[Finding, ...]]
"""What was found in files, each alone, by what tells the state of each."""


@dataclass(frozen=True)
class Content:
    """All that was read, right or wrong."""

    taxonomy: Taxonomy
    documents: tuple[Document, ...]
    """The Markdown files: what people read."""
    findings: tuple[Finding, ...] = ()
    today: date = date.max
    """The day of the reading."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """What each Markdown file says, by its path, the unreadable ones left out."""
    data: tuple[Document, ...] = ()
    """The other files: lists, words, examples."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The number that each tutorial asks for, by its path, the unreadable ones included."""
    plan: NumberingPlan | None = FRANCE
    """How one dials in the country of the base; None: it is not known."""
    looked_at: Found = field(default_factory=dict, compare=False, repr=False)
    """What was found in the tutorials that were looked at as they were read."""

    def of(self, wanted: type[T]) -> tuple[T, ...]:
        """Return the values of one kind that could be read, in the order of their files."""
        return tuple(value for _document, value in self.read(wanted))

    def read(self, wanted: type[T]) -> Iterator[tuple[Document, T]]:
        """Yield the values of one kind that could be read, with their files."""
        for document in (*self.documents, *self.data):
            if isinstance(document.value, wanted):
                yield document, document.value

    def _one(self, wanted: type[T], absent: T) -> T:
        return next(iter(self.of(wanted)), absent)

    @cached_property
    def tutorials(self) -> tuple[Tutorial, ...]:
        """The tutorials that could be read, drafts included."""
        return self.of(Tutorial)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The terms that could be read."""
        return self.of(Term)

    @cached_property
    def gestures(self) -> Mapping[str, Gesture]:
        """The gestures that could be read, by slug, in the order of their titles."""
        found = sorted(self.of(Gesture), key=lambda gesture: gesture.entry.title.lower())
        return {gesture.slug: gesture for gesture in found}

    @cached_property
    def pages(self) -> tuple[WrittenPage, ...]:
        """The pages written by hand that could be read, the home page included."""
        return self.of(WrittenPage)

    @cached_property
    def home(self) -> Home:
        """What the home page puts forward."""
        entries = (page.entry for page in self.pages if isinstance(page.entry, Home))
        return next(entries, Home())

    @cached_property
    def explanations(self) -> tuple[Explanation, ...]:
        """The codes that are explained, in their order."""
        return self.of(Explanation)

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The words of screens that are explained."""
        return self.of(Example)

    @cached_property
    def synonyms(self) -> Synonyms:
        """Words that people use one for another."""
        return self._one(Synonyms, Synonyms())

    @cached_property
    def screen_words(self) -> tuple[ScreenWord, ...]:
        """Words of screens, as devices set in other languages write them."""
        return self._one(ScreenWords, ScreenWords()).words

    @cached_property
    def statement(self) -> Statement:
        """The accessibility statement."""
        return self._one(Statement, Statement())

    @cached_property
    def performances(self) -> Performances:
        """What the bench recorded."""
        return self._one(Performances, Performances())

    @cached_property
    def loans(self) -> Mapping[str, Loan]:
        """The tutorials that other bases wrote, by ``theme/slug``, in the order of their list."""
        return {loan.reference: loan for each in self.of(Loans) for loan in each.loans}

    @cached_property
    def references(self) -> References:
        """What reviewers have agreed on."""
        numbers = self._one(Numbers, Numbers()).numbers
        return replace(self._one(References, References()), numbers=numbers)
