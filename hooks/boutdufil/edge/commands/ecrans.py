"""``fil ecrans``: every drawn screen of the site, as sheets in build/ecrans/."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from boutdufil.edge.clock import latest_day
from boutdufil.edge.commands.folders import content_reader
from boutdufil.resources import OVERRIDES
from boutdufil.tools.contact_sheet import write_sheets

TARGET = Path("build/ecrans")


def run(options: Namespace) -> int:
    """Write the sheets; return 0."""
    content = content_reader(options).read(latest_day())
    written = write_sheets(content, OVERRIDES, TARGET)
    print(f"{len(written)} planches dans {TARGET}/")
    return 0
