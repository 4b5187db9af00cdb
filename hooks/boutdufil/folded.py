"""A value kept folded, as bytes, until someone looks at it.

Of ten thousand tutorials, a build needs every title at once, and the words of one at a time: a
script takes ten times less room as bytes than as the thousands of values that it is made of.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar, cast, overload

from boutdufil.pickled import opened, packed

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

MOST_UNFOLDED = 128
"""Beyond, the one unfolded longest ago is folded again: a body fills 100 KB, and what is worked out
of it as much again."""


class Folded(Generic[T_co]):
    """Holds a ``value``, which is folded as soon as it goes to another process or to the store."""

    __slots__ = ("__weakref__", "_bytes", "_value")

    def __init__(self, value: T_co) -> None:
        self._bytes: bytes | None = None
        self._value: T_co | None = value

    @property
    def value(self) -> T_co:
        """The value: the same one, as long as it stays unfolded."""
        if self._value is None:
            assert self._bytes is not None, "what is not unfolded is folded"
            self._value = cast(T_co, opened(self._bytes))
            _unfolded.append(self)
        return self._value

    def fold(self) -> None:
        """Let go of the value, which is made again from its bytes when someone asks for it."""
        self.__getstate__()
        self._value = None

    def __getstate__(self) -> bytes:
        """Return the bytes."""
        if self._bytes is None:
            self._bytes = packed(self._value)
        return self._bytes

    def __setstate__(self, state: bytes) -> None:
        """Take the bytes of another."""
        self._bytes, self._value = state, None

    def __eq__(self, other: object) -> bool:
        """Tell whether both hold the same."""
        return isinstance(other, Folded) and (self is other or self.value == other.value)

    def __hash__(self) -> int:
        """Of what it holds."""
        return hash(self.value)

    def __repr__(self) -> str:
        """Return what it holds, as it is written."""
        return repr(self.value)


class Unfolding(Mapping[str, T]):
    """Values by their names, each of which stays folded until it is asked for."""

    def __init__(self, folded: Mapping[str, Folded[T]]) -> None:
        self._folded = folded

    def __getitem__(self, name: str) -> T:
        """Return a value; raises KeyError when there is none."""
        return self._folded[name].value

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a value, which stays folded."""
        return name in self._folded

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._folded)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._folded)


class Leaves(Sequence[T]):
    """Values one after the other, each of which stays folded until it is looked at."""

    def __init__(self, values: Iterable[T]) -> None:
        self._folded = [*map(_folded, values)]

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        """Return a value, or several; raises IndexError when there is none."""
        if isinstance(place, slice):
            return [each.value for each in self._folded[place]]
        return self._folded[place].value

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._folded)


def _folded(value: T) -> Folded[T]:
    """Return a value folded already; as it is, in a process that folds nothing."""
    folded = Folded(value)
    if _unfolded.most is not None:
        folded.fold()
    return folded


class _Unfolded:
    """Those that are unfolded, the oldest first."""

    def __init__(self) -> None:
        self.most: int | None = MOST_UNFOLDED
        self._known: deque[Folded[object]] = deque()

    def append(self, folded: Folded[object]) -> None:
        if self.most is None:
            return
        self._known.append(folded)
        if len(self._known) > self.most:
            self._known.popleft().fold()


_unfolded = _Unfolded()


def keep_unfolded() -> None:
    """Fold nothing again in this process: a preview looks at all of it at each save."""
    _unfolded.most = None
