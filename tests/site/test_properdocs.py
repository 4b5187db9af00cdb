"""The day MkDocs 1 is no longer kept up, ProperDocs builds the same site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import heavy
from tests.site.builds import SILENT, Built, contents, copy_project

FAR_AWAY = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"}


@pytest.mark.parametrize(
    ("name", "environment"), [("tiny_site", {}), pytest.param("real_site", FAR_AWAY, marks=heavy)]
)
def test_properdocs_writes_the_same_bytes(
    request: pytest.FixtureRequest, name: str, environment: dict[str, str], tmp_path: Path
) -> None:
    """The whole site is built again once: by it, in another folder of another machine.

    What only one of these changes is told by the small site (and see test_publication).
    """
    built: Built = request.getfixturevalue(name)
    elsewhere = copy_project(tmp_path / "un autre dossier", origin=built.docs.parent)
    site = tmp_path / "site"
    asked = [sys.executable, "-m", "properdocs", "build", "--strict"]
    asked += ["--config-file", "mkdocs.yml", "--site-dir", str(site)]
    inherited = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    run = subprocess.run(
        asked,
        cwd=elsewhere,
        env={**inherited, **SILENT, **environment},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    assert b"WARNING" not in run.stderr
    first, again = contents(built.site), contents(site)
    assert {*again} == {*first}
    assert [path for path in first if again[path] != first[path]] == []
