"""What must be alone of its name, and is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Protocol, TypeVar


class _Written(Protocol):
    @property
    def path(self) -> str: ...


W = TypeVar("W", bound=_Written)


def rivals(files: Iterable[W], name_of: Callable[[W], Hashable]) -> Iterator[tuple[W, str]]:
    """Yield each of the files that share a name with others, and the paths of those."""
    holders: dict[Hashable, list[W]] = defaultdict(list)
    for file in files:
        holders[name_of(file)].append(file)
    for group in holders.values():
        for file in group if len(group) > 1 else ():
            yield file, ", ".join(other.path for other in group if other is not file)
