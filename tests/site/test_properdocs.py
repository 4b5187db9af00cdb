"""The day MkDocs 1 is no longer kept up, ProperDocs builds the same site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.site.builds import SILENT, Built, contents


def test_properdocs_writes_the_same_bytes(project: Path, real_site: Built, tmp_path: Path) -> None:
    site = tmp_path / "site"
    asked = [sys.executable, "-m", "properdocs", "build", "--strict"]
    asked += ["--config-file", "mkdocs.yml", "--site-dir", str(site)]
    environment = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    built = subprocess.run(
        asked, cwd=project, env={**environment, **SILENT}, capture_output=True, check=False
    )
    assert built.returncode == 0, built.stderr.decode()
    assert b"WARNING" not in built.stderr
    assert contents(site) == contents(real_site.site)
