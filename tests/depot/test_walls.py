"""The arrows of the house, which the README draws: one that goes back up is refused."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "hooks" / "boutdufil"
LONGEST_MODULE = 350
"""Lines. A longer file answers two questions."""


def lint(hooks: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    return subprocess.run(
        [*command, "--config", str(ROOT / "pyproject.toml"), "--no-cache"],
        cwd=hooks,
        env={"PYTHONPATH": str(hooks), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


BACK_UP = {
    "language.text": "model.finding",
    "source.scanner": "markup.sections",
    "pages.page": "kinds.tutorial.pages",
    "check.safety": "project",
    "kinds.term.values": "edge.clock",
}


def test_an_arrow_that_goes_back_up_is_refused(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "boutdufil", ignore=shutil.ignore_patterns("__pycache__"))
    for module, target in BACK_UP.items():
        file = tmp_path / "boutdufil" / f"{module.replace('.', '/')}.py"
        arrow = f"import boutdufil.{target}\n"
        file.write_text(file.read_text(encoding="utf-8") + arrow, encoding="utf-8")
    told = lint(tmp_path)
    assert told.returncode == 1
    for module, target in BACK_UP.items():
        assert re.search(rf"boutdufil\.{module} ->\s+boutdufil\.{target} ", told.stdout), module


def test_the_arrows_of_today_are_kept() -> None:
    told = lint(PACKAGE.parent)
    assert told.returncode == 0, told.stdout


def test_the_readme_draws_the_layers_in_their_order() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["id"] == "couches")
    declared = [name for layer in layers for name in layer.split(" : ")]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    drawn = re.findall(r"^\| `hooks/boutdufil/(\w+)(?:/|\.py)` \|", readme, re.MULTILINE)
    assert drawn == declared[::-1]


def test_no_module_answers_two_questions() -> None:
    files = [
        *PACKAGE.rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
        *(ROOT / "overrides" / "assets").rglob("*.js"),
    ]
    assert len(files) > 250
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    long = {str(file.relative_to(ROOT)): n for file, n in lengths.items() if n > LONGEST_MODULE}
    assert long == {}
