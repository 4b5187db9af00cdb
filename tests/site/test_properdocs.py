"""The day MkDocs 1 is no longer kept up, ProperDocs builds the same site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import heavy
from tests.site.builds import SILENT, Built, contents


@pytest.mark.parametrize("name", ["tiny_site", pytest.param("real_site", marks=heavy)])
def test_properdocs_writes_the_same_bytes(
    request: pytest.FixtureRequest, name: str, tmp_path: Path
) -> None:
    built: Built = request.getfixturevalue(name)
    site = tmp_path / "site"
    asked = [sys.executable, "-m", "properdocs", "build", "--strict"]
    asked += ["--config-file", "mkdocs.yml", "--site-dir", str(site)]
    inherited = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    environment = {**inherited, **SILENT}
    run = subprocess.run(
        asked,
        cwd=built.docs.parent,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    assert b"WARNING" not in run.stderr
    assert contents(site) == contents(built.site)
