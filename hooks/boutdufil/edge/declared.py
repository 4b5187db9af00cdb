"""What the settings of a base say of who it is, read without MkDocs: a check loads no builder."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from boutdufil.model.finding import Finding
from boutdufil.model.organisation import Organisation
from boutdufil.source.organisation import read_name, read_organisation


def organisation_of(
    file: Path, content: Path, today: date
) -> tuple[Organisation, tuple[Finding, ...]]:
    """Return what the settings of a base say of who it is, and what is wrong in them.

    Findings have the path of the ``file`` from the folder of the ``content``, as all others.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return Organisation(), ()
    path = Path(os.path.relpath(file.resolve(), content.resolve())).as_posix()
    return read_organisation(text, path, today)


def site_name_of(file: Path) -> str:
    """Return how the settings of a base call it, empty when they do not say."""
    try:
        return read_name(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return ""
