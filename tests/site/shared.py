"""What the workers of a run make once, for all of them."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Share = Callable[[str, Callable[[Path], object]], Path]
"""Give a name and what fills a folder; the folder comes back, filled by whoever came first."""


def sharing(factory: pytest.TempPathFactory) -> Share:
    """Return what shares folders between the workers of this run: nobody may write in them."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent

    def share(name: str, fill: Callable[[Path], object]) -> Path:
        folder, filled = base / name, base / f"{name}.fait"
        # The lock falls with its holder: whoever waits then fills the folder in turn.
        with (base / f"{name}.verrou").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not filled.exists():
                fill(folder)
                filled.touch()
        return folder

    return share
