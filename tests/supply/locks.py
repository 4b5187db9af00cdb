"""A lock, read: each package with its version, its hashes, and who asks for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUN, DEV = "requirements.lock", "requirements-dev.lock"
PAIRS = "requirements-pairs.lock"
"""What the bench compares us to."""
# « brotli==1.2.1 \ », with what its environment must be; its hashes, one a line; who asks for it.
LOCKED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)(?: ;[^\\\n]*)?(?P<hashes>(?: \\\n +--hash=\S+)+)"
    r"(?P<parents>(?:\n +#.*)*)",
    re.MULTILINE,
)
_PARENT = re.compile(r"(?:via|# ) +(?P<name>[a-z0-9-]+)(?: \(.*\))?$", re.MULTILINE)
"""``# via mkdocs``, ``#   au-bout-du-fil (pyproject.toml)``; not ``#   -c requirements.lock``."""


@dataclass(frozen=True, slots=True)
class Locked:
    """A package: its version, its hashes (``--hash=sha256:…``), the packages that ask for it."""

    name: str
    version: str
    hashes: tuple[str, ...]
    parents: tuple[str, ...]


def text_of(name: str) -> str:
    """Return a lock as it is written."""
    return (ROOT / name).read_text(encoding="utf-8")


def locked(name: str) -> Mapping[str, Locked]:
    """Return the packages of a lock by name."""
    return {
        match["name"]: Locked(
            name=match["name"],
            version=match["version"],
            hashes=tuple(match["hashes"].split(" \\\n    ")[1:]),
            parents=tuple(_PARENT.findall(match["parents"])),
        )
        for match in LOCKED.finditer(text_of(name))
    }
