"""Words that people use one for another, as declared by those who answer calls."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """``same``: each phrase of a group leads to the others; ``near``: the first to the others."""

    same: tuple[tuple[str, ...], ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
