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
    r"(?:(?P<file>[^\s(][^(]*)\((?P<line>\d+),\d+\): )?error (?P<code>TS\d+): (?P<words>.*)"
)
"""``a.js(3,1): error TS2304: …``, or without a place; not the lines that go on below, set in."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a judge says of a line."""

    rule: str
    file: str
    line: int
    words: str


def lint() -> list[Remark]:
    """Return what Biome says of the scripts and the sheets."""
    options = (f"--config-path={HERE}", "--reporter=json", f"--max-diagnostics={MOST}")
    found = json.loads(_output(BIOME, "lint", *options, *JUDGED))["diagnostics"]
    return [
        Remark(
            each["category"],
            each["location"]["path"],
            each["location"]["start"]["line"],
            each["message"],
        )
        for each in found
    ]


def check_types() -> list[Remark]:
    """Return what TypeScript says of the scripts."""
    said = _output(TYPES, "--project", str(HERE), "--pretty", "false")
    return [
        Remark(match["code"], match["file"] or "", int(match["line"] or 0), match["words"])
        for match in map(_REPORTED.fullmatch, said.splitlines())
        if match
    ]


def _output(program: Path, *arguments: str) -> str:
    """Return what a Node program says; one that fails without a word has not judged."""
    command = ["node", str(program), *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode and not run.stdout.strip():
        raise RuntimeError(run.stderr)
    return run.stdout
