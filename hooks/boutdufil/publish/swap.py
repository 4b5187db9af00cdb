"""Build aside, then swap: a failed or interrupted build leaves the published folder whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path


def publish(build: Callable[[Path], None], site: Path) -> None:
    """Run ``build`` on an empty folder beside ``site``, then put that folder in its place.

    Whatever ``build`` raises is raised again once the half-made folder is removed. A former run
    that was stopped between the two renames is repaired first.
    """
    fresh, former = (site.with_name(f".{site.name}-{state}") for state in ("neuf", "ancien"))
    if former.exists() and not site.exists():
        former.rename(site)
    for leftover in (fresh, former):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        build(fresh)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    if site.exists():
        site.rename(former)
    fresh.rename(site)
    shutil.rmtree(former, ignore_errors=True)
