"""What is installed is what was locked: the site with its own, the tests with theirs."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.peers.tools import FOLDER, npm_command, python_commands
from tests.supply.locks import DEV, LOCKED, PAIRS, ROOT, RUN, locked, text_of

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
FOLDERS = ("tests/audit", "tests/engines", "tests/peers")
ASKED_IN_TIME = {"playwright"}
"""What a command looks for when it needs it, and tells how to install."""


@pytest.mark.parametrize("name", [RUN, DEV, PAIRS])
def test_every_line_is_a_version_and_its_hashes(name: str) -> None:
    assert LOCKED.sub("", text_of(name)).split() == []
    hashes = [each for package in locked(name).values() for each in package.hashes]
    assert len(hashes) > 100
    assert [each for each in hashes if not _HASH.fullmatch(each)] == []


def test_the_tests_try_what_builds_the_site() -> None:
    run, dev = locked(RUN), locked(DEV)
    assert {name: each.version for name, each in run.items()} == {
        name: dev[name].version for name in run
    }
    assert [name for name in run if run[name].hashes != dev[name].hashes] == []
    assert {"pytest", "playwright", "ruff"} <= {*dev} - {*run}


def imported() -> Iterator[tuple[str, str]]:
    """Yield what each module of the program imports, by its first name, outside of it."""
    for file in sorted((ROOT / "hooks").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((file.name, alias.name.partition(".")[0]) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield file.name, node.module.partition(".")[0]


def test_the_site_is_built_with_its_own_lock() -> None:
    """What the program imports is there for who has never run a test."""
    homes = packages_distributions()
    run = locked(RUN)
    lacking = {
        (file, name)
        for file, name in imported()
        if name not in sys.stdlib_module_names
        and name not in {"boutdufil", "__future__"} | ASKED_IN_TIME
        and not {re.sub(r"[_.]", "-", home.lower()) for home in homes.get(name, ())} & {*run}
    }
    assert lacking == set()


def planned(target: str, folder: Path, glibc: str) -> str:
    """Return what ``make`` would run in a new environment; ``glibc``: empty where it is not."""
    asked = ["make", "--dry-run", f"GLIBC={glibc}", f"VENV={folder}", target]
    alone = {"PATH": os.environ["PATH"]}
    ran = subprocess.run(asked, cwd=ROOT, env=alone, capture_output=True, text=True, check=True)
    return ran.stdout


@pytest.mark.parametrize("target", ["site", "serve"])
def test_a_site_installs_what_builds_it_and_nothing_else(target: str, tmp_path: Path) -> None:
    told = planned(target, tmp_path, glibc="here")
    installs = [line for line in told.splitlines() if "pip install" in line]
    assert len(installs) == 2
    assert f"--require-hashes --only-binary :all: --requirement {RUN}" in installs[0]
    assert "--no-deps --no-build-isolation --editable ." in installs[1]
    assert DEV not in told
    assert "npm" not in told


def test_where_a_wheel_may_lack_only_those_are_built(tmp_path: Path) -> None:
    """Outside of Linux: three packages, named in the Makefile, and no other."""
    told = planned("site", tmp_path, glibc="")
    only = re.search(r"--only-binary (\S+) --requirement requirements\.lock", told)
    assert only
    assert {*locked(RUN)} - {*only[1].split(",")} == {"rcssmin", "rjsmin", "watchdog"}


def test_what_places_our_package_is_locked() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    asked = project["build-system"]["requires"]
    assert project["project"]["optional-dependencies"]["pose"] == asked
    assert asked == [f"setuptools=={locked(RUN)['setuptools'].version}"]


def test_no_package_of_npm_runs_anything_to_be_installed() -> None:
    installs = re.findall(r"^\t(?:@)?npm (?:ci|install|i)\b.*$", MAKEFILE, re.MULTILINE)
    assert len(installs) == len(FOLDERS) - 1
    assert [
        line for line in installs if "npm ci" not in line or "--ignore-scripts" not in line
    ] == []


def test_what_we_are_compared_to_is_installed_aside(tmp_path: Path) -> None:
    """The bench alone installs it, in a folder of its own: no command of the Makefile does."""
    folder, pip = map(" ".join, python_commands(tmp_path))
    assert folder.endswith(f"-m venv --clear {tmp_path}/.venv")
    assert pip.startswith(f"{tmp_path}/.venv/bin/python -m pip install ")
    assert f"--require-hashes --only-binary :all: --requirement {ROOT / PAIRS}" in pip
    asked = f"/bin/npm ci --prefix {tmp_path} --ignore-scripts --silent"
    assert " ".join(npm_command("/bin/npm", tmp_path)) == asked
    assert f"--requirement {PAIRS}" not in MAKEFILE
    assert f"LOCKED,{PAIRS}" not in MAKEFILE
    assert FOLDER == ROOT / "build" / "pairs"


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_package_of_npm_has_its_hash(folder: str) -> None:
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    # What comes within another has the hash of that one.
    packages = {
        name: each
        for name, each in lock["packages"].items()
        if name and not each.get("inBundle", False)
    }
    assert packages
    assert [
        name
        for name, each in packages.items()
        if not each.get("integrity", "").startswith("sha512-")
    ] == []


@pytest.mark.parametrize("name", [RUN, DEV, PAIRS])
def test_the_known_faults_of_every_version_are_asked(name: str) -> None:
    """Nothing is asked here: the tool says of how many packages it would."""
    (asked,) = re.findall(r"\$\(BIN\)/(pip-audit .*) --requirement", MAKEFILE)
    command = [str(Path(sys.executable).parent / "pip-audit"), *asked.split()[1:]]
    told = subprocess.run(
        [*command, "--dry-run", "--requirement", name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"would have audited {len(locked(name))} packages" in told.stdout + told.stderr


@pytest.mark.parametrize(
    ("failing", "code"),
    [
        *(("", 0), (RUN, 2), (DEV, 2), (PAIRS, 2)),
        *(("tests/audit", 2), ("tests/engines", 0), ("tests/peers", 2)),
    ],
)
def test_one_list_of_faults_does_not_hide_the_next(failing: str, code: int, tmp_path: Path) -> None:
    """Stand-ins say what they are asked, and that something was found in one of the lists."""
    said = (
        f'#!/bin/sh\necho "${{0##*/}} $*"\ncase "$*" in *"{failing or "nothing"}"*) exit 1;; esac\n'
    )
    for name in ("bin/npm", "bin/pip-audit", ".builder", ".installed"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(said, encoding="utf-8")
        file.chmod(0o755)
    ran = subprocess.run(
        ["make", f"VENV={tmp_path}", "failles"],
        cwd=ROOT,
        env={"PATH": f"{tmp_path}/bin:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == code
    pip = "pip-audit --require-hashes --disable-pip --progress-spinner off --requirement"
    npm = "npm audit --prefix {} --package-lock-only --audit-level high"
    asked = [line for line in ran.stdout.splitlines() if line.startswith(("npm", "pip-audit"))]
    locks = [f"{pip} {each}" for each in (RUN, DEV, PAIRS)]
    assert asked == [*locks, *map(npm.format, FOLDERS)]
