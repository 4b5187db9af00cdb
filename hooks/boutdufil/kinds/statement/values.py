"""The accessibility statement: each criterion of the RGAA 4.1, and where the site stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FAILS = "non conforme"
STATES = ("conforme", FAILS, "non applicable")


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One criterion, in our words; ``how`` it was checked.

    ``by_person``: no program can tell, and nobody has judged it yet.
    """

    number: str
    demand: str
    state: str
    how: str
    by_person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The criteria of one of the thirteen topics of the RGAA."""

    name: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """All topics; empty when the site has declared nothing."""

    topics: tuple[Topic, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in the order of the RGAA."""
        return tuple(criterion for topic in self.topics for criterion in topic.criteria)

    def count(self, state: str) -> int:
        """Return how many criteria are in ``state``."""
        return sum(criterion.state == state for criterion in self.criteria)

    @property
    def to_judge(self) -> int:
        """How many criteria still wait for a person's judgement."""
        return sum(criterion.by_person for criterion in self.criteria)

    @property
    def failing(self) -> Iterator[Criterion]:
        """Yield what does not conform: it is told first."""
        return (criterion for criterion in self.criteria if criterion.state == FAILS)
