"""Two more judges, for our scripts and style sheets: Biome (a linter), and TypeScript (types)."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
JUDGED = ("overrides/assets/css", "overrides/assets/js", "tests/browser")
BIOME = HERE / "node_modules" / "@biomejs" / "biome" / "bin" / "biome"
TYPES = HERE / "node_modules" / "typescript" / "bin" / "tsc"
MOST = "1000"
_REPORTED = re.compile(
    r"(?P<file>[^\s(][^(]*)\((?P<line>\d+),\d+\): error (?P<code>TS\d+): (?P<words>.*)"
)
"""A line of TypeScript's: ``a.js(3,1): error TS2304: …``; those that go on below say no more."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a judge says of a line."""

    rule: str
    file: str
    line: int
    words: str


def lint(folder: Path = ROOT) -> list[Remark]:
    """Return what Biome says of the scripts and the sheets of a copy of the project."""
    options = (f"--config-path={HERE}", "--reporter=json", f"--max-diagnostics={MOST}")
    report = json.loads(_output(BIOME, "lint", *options, *JUDGED, folder=folder))
    summary, found = report["summary"], report["diagnostics"]
    if not summary["changed"] + summary["unchanged"]:
        raise RuntimeError("Biome n’a rien lu.")
    return [
        Remark(
            each["category"],
            each["location"]["path"],
            each["location"]["start"]["line"],
            each["message"],
        )
        for each in found
    ]


def check_types(folder: Path = ROOT) -> list[Remark]:
    """Return what TypeScript says of the scripts of a copy of the project."""
    configuration = folder / "tests" / "audit"
    said = _output(TYPES, "--project", str(configuration), "--pretty", "false", folder=folder)
    return [
        Remark(match["code"], match["file"], int(match["line"]), match["words"])
        for match in map(_REPORTED.fullmatch, said.splitlines())
        if match
    ]


def _output(program: Path, *arguments: str, folder: Path) -> str:
    """Return what a Node program says; it fails when it has something to say."""
    command = ["node", str(program), *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode and not run.stdout.strip():
        raise RuntimeError(run.stderr)
    return run.stdout
