"""Style sheets and scripts, named by their content: a browser keeps them as long as it likes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to publish at ``address``."""

    address: str
    content: bytes


def gather(folder: Path) -> Mapping[str, Asset]:
    """Return the assets of ``folder`` by logical name.

    Each folder of ``css/`` is one style sheet: its files, one a component, joined in the order of
    their names. Each file of ``js/`` is one script, loaded by the pages that have its feature.
    """
    assets = {}
    for group in sorted((folder / "css").iterdir()):
        sheets = sorted(group.glob("*.css")) if group.is_dir() else []
        if sheets:
            content = b"\n".join(sheet.read_bytes().strip() for sheet in sheets) + b"\n"
            assets[f"{group.name}.css"] = hashed(f"{group.name}.css", content)
    for script in sorted((folder / "js").glob("*.js")):
        assets[script.name] = hashed(script.name, script.read_bytes())
    return assets


def hashed(name: str, content: bytes) -> Asset:
    """Return an asset whose name changes with its content."""
    stem, _, suffix = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(f"assets/{stem}.{digest}.{suffix}", content)
