"""Work spread over the cores of the machine, when it is long enough to be worth it."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent import futures
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

CHUNK = 20
"""Items given to a core at once."""
MOST = 500
"""Chunks given to the same children. Their memory grows with what they look at, that of their maker
included, which they share until they do: others begin again from what it holds."""
WORTH = 100
"""Files to review, pages to make: fewer are done sooner by one core than shared between two."""

_job: tuple[Callable[[object], object], Sequence[object]] | None = None
"""What is under way: a child made by a fork finds it here, and nothing has to be sent to it."""


def spread(
    work: Callable[[Item], Made], items: Sequence[Item], worth: int = WORTH, chunk: int = CHUNK
) -> Iterator[Made]:
    """Yield ``work(item)`` for each of ``items``, made on every core from ``worth`` items on.

    Each core has a copy of all that this process holds, made by a fork; what ``work`` leaves behind
    in memory is lost with it, and only what it returns comes back. A fork copies the locks of other
    threads as they are, held for ever: where there are others (a preview), as on a system that
    does not fork well, all is made here, one after the other. So is what is begun by a child, or
    while another work is under way.
    """
    global _job  # what a child made by a fork finds
    if len(items) < worth or _job or not can_fork():
        yield from map(work, items)
        return
    # What one file asks for is done before this is loaded.
    from multiprocessing import get_context

    # To look for what goes in circles writes in all that there is: each child would have its own.
    gc.freeze()
    _job = (work, items)  # type: ignore[assignment]  # of any item
    try:
        for start in range(0, len(items), MOST * chunk):
            ranks = range(len(items))[start : start + MOST * chunk]
            with futures.ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
                yield from pool.map(_nth, ranks, chunksize=chunk)  # type: ignore[misc]  # of work's
    finally:
        _job = None
        gc.unfreeze()


def can_fork() -> bool:
    """Tell whether this process may be copied, to work on every core of the machine."""
    is_alone = threading.active_count() == 1
    return is_alone and sys.platform == "linux" and (os.cpu_count() or 1) > 1


def _nth(rank: int) -> object:
    assert _job is not None, "a child is made once the work is known"
    work, items = _job
    return work(items[rank])
