"""The index: lunr's Builder, fed with words already analysed.

Two things differ from its own ``add``: words are counted at once, and terms are numbered in their
order, so that a shard need not carry their numbers. Fields are not normalised by their length
(``b`` is 0): every tutorial is written to the same plan, and a weight then follows from a count,
which is all that a shard carries.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lunr.builder import Builder

from boutdufil.cores import spread
from boutdufil.search.analysis import stem, words
from boutdufil.search.documents import FIELDS, MOST_WORDS, TERM, TERM_BOOST, SearchDocument

TOGETHER = 128
"""Documents of one index: of ten thousand at once, it would fill more than a gigabyte."""
WORTH = 4
"""Indexes that are worth more than one core."""
Counts = tuple[int, ...]
"""How often a document holds a term in each field."""


class Index(Builder):  # type: ignore[misc]  # lunr has no types
    """Counts of every term, in each field of each document; documents are named by their rank."""

    def __init__(self, fields: Mapping[str, float] = FIELDS) -> None:
        super().__init__()
        self.ref("ref")
        self.b(0)
        for name, boost in fields.items():
            self.field(name, boost)
        self.names = tuple(fields)
        self.forms: Counter[str] = Counter()
        """In how many documents each word is, as it is written, folded."""

    @classmethod
    def of(cls, documents: Iterable[SearchDocument]) -> Index:
        """Return the index of ``documents``."""
        index = cls()
        counts: dict[str, dict[str, dict[str, object]]] = {}
        for rank, document in enumerate(documents):
            reference = f"d{rank}"
            index._documents[reference] = {"boost": TERM_BOOST if document.kind == TERM else 1}
            forms: set[str] = set()
            for name in index.names:
                found = words(document.fields.get(name, ""))
                forms.update(found)
                terms = [stem(word) for word in found[: MOST_WORDS.get(name)]]
                field_reference = f"{name}/{reference}"
                index.field_term_frequencies[field_reference] = Counter(terms)
                index.field_lengths[field_reference] = len(terms)
                index.document_count += bool(terms)
                for term in index.field_term_frequencies[field_reference]:
                    if term not in counts:
                        counts[term] = {each: {} for each in index.names}
                    counts[term][name][reference] = {}
            index.forms.update(forms)
        for number, term in enumerate(sorted(counts)):
            index.inverted_index[term] = {**counts[term], "_index": number}
        return index

    def postings(self, term: str) -> list[tuple[int, tuple[int, ...]]]:
        """Return the rank of each document that holds ``term``, with its count in each field."""
        posting = self.inverted_index[term]
        counts: dict[int, list[int]] = {}
        for place, name in enumerate(self.names):
            for reference in posting[name]:
                held = counts.setdefault(int(reference[1:]), [0] * len(self.names))
                held[place] = self.field_term_frequencies[f"{name}/{reference}"][term]
        return [(rank, tuple(held)) for rank, held in sorted(counts.items())]


@dataclass(frozen=True, slots=True)
class Counted:
    """What documents hold."""

    postings: Mapping[str, Mapping[Counts, Sequence[int]]]
    """The ranks of the documents that hold each term, in their order, by its counts there."""
    forms: Counter[str]
    """In how many documents each word is, as it is written, folded."""
    texts: int
    """How many fields have words, in all documents."""


def counted(documents: Sequence[SearchDocument]) -> Counted:
    """Return what ``documents`` hold, each by its rank, one index after another on every core."""
    postings: dict[str, dict[Counts, array[int]]] = {}
    forms: Counter[str] = Counter()
    texts = 0
    starts = range(0, len(documents), TOGETHER)
    for part in spread(lambda start: _counted(documents, start), starts, WORTH, chunk=1):
        for term, groups in part.postings.items():
            known = postings.setdefault(term, {})
            for counts, ranks in groups.items():
                known.setdefault(counts, array("L")).extend(ranks)
        forms.update(part.forms)
        texts += part.texts
    return Counted(postings, forms, texts)


def _counted(documents: Sequence[SearchDocument], start: int) -> Counted:
    index = Index.of(documents[start : start + TOGETHER])
    postings: dict[str, dict[Counts, array[int]]] = {}
    for term in index.inverted_index:
        groups = postings[term] = {}
        for rank, counts in index.postings(term):
            groups.setdefault(counts, array("L")).append(start + rank)
    return Counted(postings, index.forms, index.document_count)
