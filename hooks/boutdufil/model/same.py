"""A value known by being that very one, and not by what it holds.

A script has thousands of parts: to compare two of them costs as much as to work again on one.
Within a process, a file that did not change is the same value, from a page to the next and from a
save of its author to the next: what was worked out of it is remembered by this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
MOST_KNOWN = 4_096
"""Values of which something is remembered: the two scripts of a tutorial, of which one links the
glossary, for some two thousand tutorials. Whoever goes round more finds none of them again."""


@dataclass(frozen=True, slots=True, eq=False)
class Same(Generic[T]):
    """Equals itself, and no other; ``value`` is held, so that no other takes its place."""

    value: T

    def __hash__(self) -> int:
        """Of the object, whatever it holds."""
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        """Tell whether both are the same object."""
        return isinstance(other, Same) and self.value is other.value


def by_itself(work: Callable[[T], R]) -> Callable[[T], R]:
    """Remember what ``work`` gave of each value: a value is known by being itself."""
    remembered = lru_cache(maxsize=MOST_KNOWN)(lambda known: work(known.value))

    @wraps(work)
    def recalled(value: T) -> R:
        found: R = remembered(Same(value))
        return found

    return recalled
