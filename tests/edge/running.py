"""``fil`` as a person runs it: another process, a console of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.site.builds import SILENT

FIL = (sys.executable, "-m", "boutdufil.edge.cli")


def fil(
    *arguments: str | Path,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    typed: bytes = b"",
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in ``folder``; the answer is bytes, as the console gets them."""
    inherited = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    return subprocess.run(
        [*FIL, *map(str, arguments)],
        cwd=folder,
        env={**inherited, **SILENT, **(environment or {})},
        input=typed,
        capture_output=True,
        timeout=120,
        check=False,
    )
