"""Each case of pays/: a base in its country, and what is told of the numbers that it gives."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boutdufil.kinds.folder import ContentReader
from boutdufil.project import check
from boutdufil.source.organisation import read_organisation
from tests.goldens.telling import told_lines

CASES = sorted((Path(__file__).parent / "pays").glob("*.txt"))
UPDATE = "BOUTDUFIL_UPDATE" in os.environ
_COUNTRY = re.compile(r"^--- pays: (.*)\n", re.MULTILINE)
_ANSWER = "--- attendu\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_told_of_numbers_in_a_country(
    case: Path, write_tree: Callable[[Path, str], list[str]], today: date, tmp_path: Path
) -> None:
    whole, _cut, expected = case.read_text(encoding="utf-8").partition(_ANSWER)
    about, country, tree = _COUNTRY.split(whole)
    write_tree(tmp_path, f"{about}{tree}")
    settings = f"extra:\n  pays: {country}\n"
    base, declared = read_organisation(settings, "../mkdocs.yml", today)
    findings = check(ContentReader(tmp_path, plan=base.plan).read(today))
    told = told_lines((*declared, *findings))
    if UPDATE:
        case.write_text(f"{whole}{_ANSWER}{told}", encoding="utf-8")
    assert told == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_is_about_one_code_only(case: Path) -> None:
    expected = case.read_text(encoding="utf-8").partition(_ANSWER)[2]
    named = {case.stem.split("-")[0]} if case.stem.startswith("FIL") else set()
    assert set(re.findall(r"^  (FIL\d+) ", expected, re.MULTILINE)) == named
