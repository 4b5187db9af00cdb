"""The wheel, built as it is published, and a fresh environment that has it and nothing of ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.builds import REPOSITORY

BUILT_FROM = ("pyproject.toml", "README.md", "LICENSE", "mkdocs.yml", "docs", "hooks", "overrides")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
Fil = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this project, built from a copy: nothing is left in the repository."""
    source = tmp_path_factory.mktemp("source")
    for part in BUILT_FROM:
        if (REPOSITORY / part).is_dir():
            leftovers = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(REPOSITORY / part, source / part, ignore=leftovers)
        else:
            shutil.copy(REPOSITORY / part, source / part)
    target = tmp_path_factory.mktemp("paquet")
    offline = ("--no-deps", "--no-index", "--no-build-isolation")
    _ran(*PIP, "wheel", *offline, "--wheel-dir", target, source)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="session")
def fil(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Fil:
    """Run the installed ``fil`` in a folder; the libraries are those of the tests."""
    environment = tmp_path_factory.mktemp("environnement")
    _ran(sys.executable, "-m", "venv", "--without-pip", environment)
    python = environment / "bin" / "python"
    _ran(*PIP, "--python", python, "install", "--no-deps", "--no-index", wheel)
    (packages,) = environment.glob("lib/python*/site-packages")
    # Only now: pip must not take what the tests have for what is installed there. A folder that is
    # named in such a file has its own « .pth » left unread, that of our working copy included.
    (packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n")

    def run(
        *arguments: str | Path, folder: Path, typed: str = "", encoding: str = "utf-8"
    ) -> subprocess.CompletedProcess[bytes]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return subprocess.run(
            [environment / "bin" / "fil", *map(str, arguments)],
            cwd=folder,
            env={**kept, "PYTHONIOENCODING": encoding, "PYTHONWARNDEFAULTENCODING": "1"},
            input=typed.encode(encoding.partition(":")[0]),
            capture_output=True,
            timeout=300,
            check=False,
        )

    return run


def _ran(*command: str | Path) -> None:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([*map(str, command)], env=clean, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
