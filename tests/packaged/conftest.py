"""The wheel, built as it is published, and a fresh environment that has it and nothing of ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest

from tests.site.builds import REPOSITORY

BUILT_FROM = ("pyproject.toml", "README.md", "LICENSE", "mkdocs.yml", "docs", "hooks", "overrides")
PATIENCE = 180
"""Seconds before a program that serves is ended, whatever it says."""
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
Fil = Callable[..., "subprocess.CompletedProcess[bytes]"]
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this project, built from a copy: nothing is left in the repository.

    « make paquet » keeps it, in a folder of its own: what is published is what was tried.
    """
    source = tmp_path_factory.mktemp("source")
    for part in BUILT_FROM:
        if (REPOSITORY / part).is_dir():
            leftovers = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(REPOSITORY / part, source / part, ignore=leftovers)
        else:
            shutil.copy(REPOSITORY / part, source / part)
    kept = os.environ.get("BOUTDUFIL_PAQUET")
    target = Path(kept) if kept else tmp_path_factory.mktemp("paquet")
    offline = ("--no-deps", "--no-index", "--no-build-isolation")
    _ran(*PIP, "wheel", *offline, "--wheel-dir", target, source)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``fil`` of a fresh environment; the libraries are those of the tests."""
    environment = tmp_path_factory.mktemp("environnement")
    _ran(sys.executable, "-m", "venv", "--without-pip", environment)
    python = environment / "bin" / "python"
    _ran(*PIP, "--python", python, "install", "--no-deps", "--no-index", wheel)
    (packages,) = environment.glob("lib/python*/site-packages")
    # Only now: pip must not take what the tests have for what is installed there. A folder that is
    # named in such a file has its own « .pth » left unread, that of our working copy included.
    (packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return environment / "bin" / "fil"


@pytest.fixture(scope="session")
def fil(installed: Path) -> Fil:
    """Run the installed ``fil`` in a folder, as someone who answers at a console."""

    def run(
        *arguments: str | Path, folder: Path, typed: str = "", encoding: str = "utf-8"
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [installed, *map(str, arguments)],
            cwd=folder,
            env=_bare(PYTHONIOENCODING=encoding, PYTHONWARNDEFAULTENCODING="1"),
            input=typed.encode(encoding.partition(":")[0]),
            capture_output=True,
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture
def start(installed: Path) -> Iterator[Start]:
    """Start the installed ``fil``, and end it when the test does."""
    started: list[subprocess.Popen[bytes]] = []

    def begin(*arguments: str | Path, folder: Path) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [installed, *map(str, arguments)],
            cwd=folder,
            env=_bare(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        started.append(process)
        # What never comes is not waited for: its end is read instead.
        limit = Timer(PATIENCE, process.kill)
        limit.daemon = True
        limit.start()
        return process

    yield begin
    for process in started:
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


def _bare(**more: str) -> dict[str, str]:
    """Return an environment in which nothing tells where our working copy is."""
    return {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ} | more


def _ran(*command: str | Path) -> None:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([*map(str, command)], env=clean, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
