"""Each case of constats/: what authors write, and what they are told."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boutdufil.kinds.content import Content
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.tutorial.declaration import TUTORIAL
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.finding import Code
from boutdufil.project import check
from tests.goldens.telling import told_lines

CASES = sorted((Path(__file__).parent / "constats").glob("*.txt"))
UPDATE = "BOUTDUFIL_UPDATE" in os.environ
_CUT = re.compile(r"^--- (attendu|compris)\n", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_authors_are_told(
    case: Path, write_tree: Callable[[Path, str], list[str]], today: date, tmp_path: Path
) -> None:
    tree, *told = _CUT.split(case.read_text(encoding="utf-8"))
    expected = dict(zip(told[::2], told[1::2], strict=True))
    write_tree(tmp_path, tree)
    content = ContentReader(tmp_path).read(today)
    findings = check(content)
    answer = {"attendu": told_lines(findings)}
    # What is said of a file alone is what is said of it among all.
    for path in {found.path for found in findings}:
        alone = check(content, path.__eq__)
        assert alone == tuple(found for found in findings if found.path == path)
    if "compris" in expected:
        keys = [line.split(" = ")[0] for line in expected["compris"].splitlines()]
        answer["compris"] = _understood(content, keys)
    if UPDATE:
        answers = "".join(f"--- {name}\n{text}" for name, text in answer.items())
        case.write_text(f"{tree}{answers}", encoding="utf-8")
    else:
        assert answer["attendu"] == expected["attendu"]
        assert answer == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_is_about_one_code_only(case: Path) -> None:
    expected = case.read_text(encoding="utf-8").partition("--- attendu\n")[2]
    named = case.stem.split("-")[0]
    if named == "compris":
        assert expected.startswith("Rien à signaler.\n")
        assert "--- compris\n" in expected
    else:
        # The one that says that there are too many comes after them.
        others = {"FIL205"} if named == Code.TOO_MANY_FOUND else set()
        assert set(re.findall(r"^  (FIL\d+) ", expected, re.MULTILINE)) == {named} | others


def test_every_code_has_its_case() -> None:
    shown = {case.stem.split("-")[0] for case in CASES}
    # A country is told by the settings of a base, and not by its content: pays/ tries it.
    assert {code.value for code in Code} - {Code.UNKNOWN_PLAN} == shown - {"compris"}


def _understood(content: Content, keys: list[str]) -> str:
    (tutorial,) = (each for each in content.tutorials if each.path.endswith("/exemple.md"))
    return "".join(f"{key} = {_value(tutorial, key)}\n" for key in keys)


def _value(tutorial: Tutorial, key: str) -> str:
    if key == "étape 1":
        (part, *_others) = tutorial.script.steps[0].parts
        return repr(part)
    attribute = next(known.attribute for known in TUTORIAL.keys if known.name == key)
    value = getattr(tutorial, attribute)
    return " | ".join(str(each) for each in value) if isinstance(value, tuple) else str(value)
