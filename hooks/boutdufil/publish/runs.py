"""Long work on each file of a site, shared between cores, and made again where a file changed only.

What was made is kept run by run: neighbours in the order of their names. A run ends at a name that
its hash chooses, so that a page more, or less, changes one run and leaves the others as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from typing import TypeVar

from boutdufil.cores import spread
from boutdufil.store import Store

Made = TypeVar("Made")

LONG = 128
"""Files of a run, more or less: a divisor of 256."""
WORTH = 2
"""Runs: fewer are done sooner by one core than shared between two."""


def runs(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Cut names in runs, in the order of their letters."""
    run: list[str] = []
    for name in sorted(names):
        run.append(name)
        if sha256(name.encode()).digest()[0] % LONG == 0:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def made_of_each(
    names: Iterable[str],
    told: Callable[[str], str],
    make: Callable[[str], Made],
    kept_as: bytes,
    store: Store | None,
) -> Iterator[tuple[str, Made]]:
    """Yield each name with what is made of it, in the order of their letters.

    ``told`` tells the file of a name, and all that is made of it, from any other; what was made
    of the same is recalled from ``store``, under ``kept_as``.
    """
    work = partial(_made, told, make, kept_as, store)
    for run in spread(work, [*runs(names)], worth=WORTH, chunk=1):
        yield from run


def _made(
    told: Callable[[str], str],
    make: Callable[[str], Made],
    kept_as: bytes,
    store: Store | None,
    run: tuple[str, ...],
) -> list[tuple[str, Made]]:
    parts = (kept_as, run[-1].encode())
    kept = store.recall(parts) if store else None
    before: dict[str, Made] = kept if isinstance(kept, dict) else {}
    digests = {name: told(name) for name in run}
    after: dict[str, Made] = {}
    for name, digest in digests.items():
        if digest not in after:
            after[digest] = before[digest] if digest in before else make(name)
    if store and after != before:
        store.keep(parts, after, level=0)
    return [(name, after[digest]) for name, digest in digests.items()]
