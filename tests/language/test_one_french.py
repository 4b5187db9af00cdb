"""French is written once: what compares, cuts or sends texts is in one folder, for both engines."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from boutdufil.language import browser

PROJECT = Path(__file__).parents[2]
PYTHON = PROJECT / "hooks" / "boutdufil"
SCRIPTS = PROJECT / "overrides" / "assets" / "js"

FOLDING = re.compile(r"\bNFK?D\b")
SENTENCE_SIGNS = re.compile(r"\[\^?\.[!?]")
GSM = re.compile(r"ΔΦΓ|Δ_ΦΓ")
ELSEWHERE = {
    "search/analysis.py": "the search’s own words: its rules reach the browser with its index",
    "edge/console.py": "the letters that a console lacks, which are not compared but shown",
    "check/spelling.py": "where a capital does not make a name: after a sign, wherever it stands",
}
SCRIPTS_ELSEWHERE = {
    "french/": "these",
    "search": "the rules of the search come with its index",
    "near.js": "names of communes, on pages that have no other need of French",
}


@pytest.mark.parametrize("pattern", [FOLDING, SENTENCE_SIGNS, GSM], ids=["fold", "cut", "send"])
def test_no_other_module_writes_french_again(pattern: re.Pattern[str]) -> None:
    names = {
        str(file.relative_to(PYTHON))
        for file in PYTHON.rglob("*.py")
        if pattern.search(file.read_text(encoding="utf-8"))
    }
    assert {name for name in names if not name.startswith("language/")} <= ELSEWHERE.keys()


@pytest.mark.parametrize("pattern", [FOLDING, SENTENCE_SIGNS, GSM], ids=["fold", "cut", "send"])
def test_no_other_script_writes_french_again(pattern: re.Pattern[str]) -> None:
    names = {
        str(file.relative_to(SCRIPTS))
        for file in SCRIPTS.rglob("*.js")
        if pattern.search(file.read_text(encoding="utf-8"))
    }
    assert not {name for name in names if not name.startswith(tuple(SCRIPTS_ELSEWHERE))}


def test_the_tables_are_plain_values() -> None:
    handed = browser.script().removeprefix("window.filFrench=").removesuffix(";\n")
    tables = json.loads(handed)["tables"]
    assert tables.keys() == browser.tables().keys()
    for name, pattern in tables["sentences"].items():
        if name != "lookedBack":
            assert "(?<" not in pattern, f"{name}: a browser of 2022 stops at a look-behind"
            re.compile(pattern)
