"""What a site is made of, and under which licences: two files, the same on every site.

``make composition`` writes them from the locks (tests/supply/): a build reads no package for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
BOM = "sbom.cdx.json"
"""The bill of materials, in CycloneDX: the end of its name is that by which programs find it."""
LICENCES = "licences.txt"


def composition_files() -> Iterator[tuple[str, str]]:
    """Yield both, by address."""
    for name in (BOM, LICENCES):
        yield name, (FOLDER / name).read_text(encoding="utf-8")
