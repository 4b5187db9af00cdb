"""Findings as an author, a pull request or a program reads them."""

from __future__ import annotations

import json
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.check.report import FORMATS, as_github, as_json, as_text, summary
from boutdufil.model.finding import Code, Finding, Severity

ERROR = Finding(
    "tutoriels/ecole/a.md",
    7,
    3,
    Code.UNKNOWN_KEY,
    "la clé « titr » est inconnue",
    "titr",
    "titre",
    "vouliez-vous dire « titre » ?",
)
WARNING = Finding("tutoriels/ecole/b.md", 1, 1, Code.NO_SCRIPT, "pas encore de script")


def test_a_terminal_shows_the_place_then_what_to_do() -> None:
    assert as_text([ERROR, WARNING], "docs") == (
        "docs/tutoriels/ecole/a.md, ligne 7\n"
        "  erreur FIL110 : la clé « titr » est inconnue\n"
        "    trouvé  : titr\n"
        "    attendu : titre\n"
        "    conseil : vouliez-vous dire « titre » ?\n"
        "\n"
        "docs/tutoriels/ecole/b.md, ligne 1\n"
        "  avertissement FIL216 : pas encore de script\n"
        "\n"
        "1 erreur, 1 avertissement."
    )


def test_a_line_to_write_of_several_lines_stays_aligned() -> None:
    finding = Finding("a.md", 1, 1, Code.MISSING_KEY, "il manque « x »", hint="x:\n  - un")
    assert "    conseil : x:\n                - un\n" in as_text([finding], "docs")


def test_nothing_to_say_is_said() -> None:
    assert as_text([], "docs") == "Rien à signaler."
    assert as_github([], "docs") == ""
    assert json.loads(as_json([], "docs")) == []


def test_findings_are_counted_in_french() -> None:
    assert summary([ERROR]) == "1 erreur."
    assert summary([WARNING, ERROR, WARNING, ERROR]) == "2 erreurs, 2 avertissements."


def test_a_pull_request_shows_it_on_the_line() -> None:
    error, warning = as_github([ERROR, WARNING], "docs").split("\n")
    assert error == (
        "::error file=docs/tutoriels/ecole/a.md,line=7,col=3,title=FIL110::"
        "la clé « titr » est inconnue ; trouvé : titr ; attendu : titre ; "
        "vouliez-vous dire « titre » ?"
    )
    assert warning == (
        "::warning file=docs/tutoriels/ecole/b.md,line=1,col=1,title=FIL216::pas encore de script"
    )


def test_what_a_stranger_writes_cannot_end_an_annotation() -> None:
    hostile = Finding("a,b:c%\n.md", 1, 1, Code.TAB, "100 %\r\n::error::faux, non : vrai")
    assert as_github([hostile], "docs") == (
        "::error file=docs/a%2Cb%3Ac%25%0A.md,line=1,col=1,title=FIL106::"
        "100 %25%0D%0A::error::faux, non : vrai"
    )


@given(path=st.text(), told=st.tuples(*[st.text()] * 4))
def test_an_annotation_is_one_line_that_can_be_read_back(
    path: str, told: tuple[str, str, str, str]
) -> None:
    line = as_github([Finding(path, 1, 1, Code.TAB, *told)], "docs")
    assert "\n" not in line
    assert "\r" not in line
    match = re.fullmatch(r"::error file=([^,:]*),line=1,col=1,title=FIL106::(.*)", line, re.DOTALL)
    assert match
    file = match[1].replace("%2C", ",").replace("%3A", ":")
    assert file.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%") == f"docs/{path}"


def test_a_program_reads_every_key() -> None:
    assert json.loads(as_json([ERROR], "docs")) == [
        {
            "path": "docs/tutoriels/ecole/a.md",
            "line": 7,
            "column": 3,
            "code": "FIL110",
            "problem": "la clé « titr » est inconnue",
            "found": "titr",
            "expected": "titre",
            "hint": "vouliez-vous dire « titre » ?",
            "fixable": False,
            "severity": "erreur",
        }
    ]


@pytest.mark.parametrize("format_name", ["texte", "github", "json"])
def test_each_format_names_the_place_and_the_code(format_name: str) -> None:
    written = FORMATS[format_name]([WARNING], "contenu")
    assert "contenu/tutoriels/ecole/b.md" in written
    assert Code.NO_SCRIPT in written


def test_a_mistake_stops_the_publication_and_a_weakness_does_not() -> None:
    structural = {code for code in Code if code.value[3] in "123"}
    assert {code for code in structural if code.severity is not Severity.ERROR} == {Code.NO_SCRIPT}
    reviewed = {code for code in Code if code.value[3] in "4567"}
    assert {code for code in reviewed if code.severity is Severity.ERROR} == {
        Code.PREMIUM_NUMBER,
        Code.CLOSED_NUMBER,
        Code.HIDDEN_CHARACTER,
    }


def test_a_code_is_its_text_and_comes_back_from_it() -> None:
    assert f"{Code.NO_SCRIPT}" == "FIL216"
    assert Code("FIL216") is Code.NO_SCRIPT
    assert pickle.loads(pickle.dumps(Code.NO_SCRIPT)).severity is Severity.WARNING
