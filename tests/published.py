"""The content of this site as it is published, read once for all the tests of a process."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from boutdufil.kinds.content import Content
from boutdufil.project import read

DOCS = Path(__file__).parents[1] / "docs"


@cache
def published_content() -> Content:
    """Return the content of ``docs/``, as it is today."""
    return read(DOCS, date.today())
