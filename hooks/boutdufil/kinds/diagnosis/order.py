"""The diagnoses in the order in which every page shows them."""

from __future__ import annotations

from boutdufil.kinds.diagnosis.values import Diagnosis
from boutdufil.kinds.published import Published


def in_order(published: Published) -> tuple[Diagnosis, ...]:
    """Return the diagnoses by audience, in the order of the taxonomy, then by number."""
    audiences = [*published.catalog.taxonomy.audiences]
    return tuple(
        sorted(
            published.content.of(Diagnosis),
            key=lambda each: (audiences.index(each.entry.audiences[0]), each.number),
        )
    )


def for_audience(published: Published, audience: str) -> tuple[Diagnosis, ...]:
    """Return the diagnoses of an audience."""
    return tuple(each for each in in_order(published) if audience in each.entry.audiences)
