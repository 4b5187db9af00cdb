"""A value known by being that very one, and not by what it holds.

A script has thousands of parts: to compare two of them costs as much as to work again on one.
Within a process, a file that did not change is the same value, from a page to the next and from a
save of its author to the next: what was worked out of it is remembered by this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


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
