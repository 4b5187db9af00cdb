"""A value known by being that very one, and not by what it holds.

A script has thousands of parts: to compare two of them costs as much as to work again on one.
Within a process, a file that did not change is the same value, from a page to the next and from a
save of its author to the next: what was worked out of it is remembered by this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Generic, TypeVar
from weakref import ref

T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R")


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
    """Remember what ``work`` gave of each value, as long as that value is there.

    What it gives may hold parts of the value, and not the value itself: neither would ever go.
    """
    known: dict[int, tuple[ref[T], R]] = {}

    @wraps(work)
    def recalled(value: T) -> R:
        number = id(value)
        found = known.get(number)
        if found is None:
            # Two may work at once on the same value: they find the same.
            gone = ref(value, lambda _gone: known.pop(number, None))
            found = known[number] = (gone, work(value))
        return found[1]

    return recalled


def by_themselves(work: Callable[[T, U], R]) -> Callable[[T, U], R]:
    """Remember what ``work`` gave of each value with the last other value that came with it."""

    @by_itself
    def last(_value: T) -> list[tuple[U, R]]:
        return []

    @wraps(work)
    def recalled(value: T, other: U) -> R:
        known = last(value)
        if not known or known[0][0] is not other:
            known[:] = [(other, work(value, other))]
        return known[0][1]

    return recalled
