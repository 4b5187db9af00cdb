"""The index: lunr's Builder, fed with words already analysed.

Two things differ from its own ``add``: words are counted at once, and terms are numbered in their
order, so that a shard need not carry their numbers. Fields are not normalised by their length
(``b`` is 0): every tutorial is written to the same plan, and a weight then follows from a count,
which is all that a shard carries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from lunr.builder import Builder

from boutdufil.search.analysis import stems
from boutdufil.search.documents import FIELDS, MOST_WORDS, TERM, TERM_BOOST, SearchDocument


class Index(Builder):  # type: ignore[misc]  # lunr has no types
    """Counts of every term, in each field of each document; documents are named by their rank."""

    def __init__(self, fields: Mapping[str, float] = FIELDS) -> None:
        super().__init__()
        self.ref("ref")
        self.b(0)
        for name, boost in fields.items():
            self.field(name, boost)
        self.names = tuple(fields)

    @classmethod
    def of(cls, documents: Iterable[SearchDocument]) -> Index:
        """Return the index of ``documents``."""
        index = cls()
        counts: dict[str, list[tuple[str, str]]] = {}
        for rank, document in enumerate(documents):
            reference = f"d{rank}"
            index._documents[reference] = {"boost": TERM_BOOST if document.kind == TERM else 1}
            for name in index.names:
                terms = stems(document.fields.get(name, ""))[: MOST_WORDS.get(name)]
                field_reference = f"{name}/{reference}"
                index.field_term_frequencies[field_reference] = Counter(terms)
                index.field_lengths[field_reference] = len(terms)
                index.document_count += bool(terms)
                for term in index.field_term_frequencies[field_reference]:
                    counts.setdefault(term, []).append((name, reference))
        for number, term in enumerate(sorted(counts)):
            posting: dict[str, object] = {name: {} for name in index.names}
            for name, reference in counts[term]:
                in_field = posting[name]
                assert isinstance(in_field, dict)
                in_field[reference] = {}
            index.inverted_index[term] = {**posting, "_index": number}
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
