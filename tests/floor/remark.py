"""What is too young in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """``words`` is what is too young, ``since`` the browsers that have it late and since when."""

    words: str
    since: str
    line: int
