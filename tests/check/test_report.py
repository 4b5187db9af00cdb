"""Findings as an author, a pull request or a program reads them."""

from __future__ import annotations

import json
import pickle
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.check.report import (
    FORMATS,
    PLAIN,
    WIDEST,
    Manner,
    as_github,
    as_json,
    as_text,
    summary,
)
from boutdufil.edge.cli import main
from boutdufil.model.finding import Code, Finding, Severity
from tests.conftest import WriteTree

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
        "    pourquoi : /contribuer/codes/fil110/\n"
        "\n"
        "docs/tutoriels/ecole/b.md, ligne 1\n"
        "  avertissement FIL216 : pas encore de script\n"
        "    pourquoi : /contribuer/codes/fil216/\n"
        "\n"
        "1 erreur, 1 avertissement.\n"
        "Une erreur empêche de publier. Corrigez, puis relancez : fil verifier"
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
    error, warning, counts = as_github([ERROR, WARNING], "docs").split("\n")
    assert counts == "::notice title=fil verifier::1 erreur, 1 avertissement."
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
        "100 %25%0D%0A::error::faux, non : vrai\n"
        "::notice title=fil verifier::1 erreur."
    )


@given(path=st.text(), told=st.tuples(*[st.text()] * 4))
def test_an_annotation_is_one_line_that_can_be_read_back(
    path: str, told: tuple[str, str, str, str]
) -> None:
    written = as_github([Finding(path, 1, 1, Code.TAB, *told)], "docs")
    line = written.removesuffix("\n::notice title=fil verifier::1 erreur.")
    assert line != written
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
            "key": "",
            "draft": False,
            "severity": "erreur",
            "page": "/contribuer/codes/fil110/",
        }
    ]


@pytest.mark.parametrize("format_name", ["texte", "github", "json"])
def test_each_format_names_the_place_and_the_code(format_name: str) -> None:
    written = FORMATS[format_name]([WARNING], "contenu", PLAIN)
    assert "contenu/tutoriels/ecole/b.md" in written
    assert Code.NO_SCRIPT in written


def test_a_mistake_stops_the_publication_and_a_weakness_does_not() -> None:
    structural = {code for code in Code if code.value[3] in "123"}
    assert {code for code in structural if code.severity is not Severity.ERROR} == {
        *(Code.NO_SCRIPT, Code.LIKELY_ORDER, Code.OTHER_AUDIENCE)
    }
    reviewed = {code for code in Code if code.value[3] in "45678"}
    assert {code for code in reviewed if code.severity is Severity.ERROR} == {
        Code.PREMIUM_NUMBER,
        Code.CLOSED_NUMBER,
        Code.HIDDEN_CHARACTER,
        Code.DECEPTIVE_LINK,
    }


def test_a_code_is_its_text_and_comes_back_from_it() -> None:
    assert f"{Code.NO_SCRIPT}" == "FIL216"
    assert Code("FIL216") is Code.NO_SCRIPT
    assert pickle.loads(pickle.dumps(Code.NO_SCRIPT)).severity is Severity.WARNING


# The source line, and the place under it --------------------------------------------------------


def excerpt(source: str, column: int, found: str = "") -> tuple[str, str]:
    """Return the line shown and the line of carets, without what stands before them."""
    finding = Finding("a.md", 7, column, Code.TAB, "faux", found)
    lines = as_text([finding], "docs", Manner(line_of=lambda _path, _line: source)).split("\n")
    shown, carets = lines[2:4]
    assert shown.startswith("    7 | ")
    assert carets.startswith("      | ")
    return shown[8:], carets[8:]


@pytest.mark.parametrize(
    ("source", "column", "found", "carets"),
    [
        ("titr: Bonjour", 1, "titr", "^^^^"),
        ("  titr: Bonjour", 1, "", "  ^^^^^^^^^^^^^"),
        ("publics: [seniors, jeune]", 20, "jeune", "                   ^^^^^"),
        ("publics: [seniors, jeune]", 1, "jeune", "                   ^^^^^"),
        ("Étapes à éviter : <b>", 19, "<b>", "                  ^^^"),
        ("é é <b>", 5, "<b>", "    ^^^"),
        ("un\tdeux <b>", 9, "<b>", "         ^^^"),
        ("世界 <b>", 4, "<b>", "     ^^^"),
        ("court", 40, "", "    ^"),
        ("deux deux", 1, "deux", "^^^^"),
    ],
)
def test_the_place_is_under_the_line(source: str, column: int, found: str, carets: str) -> None:
    shown, under = excerpt(source, column, found)
    assert shown == source.expandtabs(4)
    assert under == carets


@given(before=st.text("aé \t世", max_size=300), after=st.text("aé \t世", max_size=300))
def test_the_place_stays_in_sight_whatever_is_around(before: str, after: str) -> None:
    shown, under = excerpt(f"|{before}<b>{after}|", len(before) + 2, "<b>")
    assert len(shown) <= 4 * WIDEST
    wide = "".join(each * 2 if each == "世" else each for each in shown)
    start = under.index("^")
    assert wide[start : start + 3] == "<b>"
    assert under.strip() == "^^^"


def test_a_terminal_obeys_nothing_that_a_stranger_wrote() -> None:
    hostile = "\x1b[2J\x1b[31mfaux\u202e\r"
    finding = Finding(hostile, 1, 1, Code.TAB, hostile, hostile, hostile, hostile)
    told = as_text([finding], "docs", Manner(line_of=lambda _path, _line: hostile))
    assert not set("\x1b\u202e\r") & set(told)
    assert told.count("faux") == 6


def test_colours_are_those_of_the_severity_and_end() -> None:
    told = as_text([ERROR, WARNING], "docs", Manner(colour=True))
    assert "\x1b[1;31merreur FIL110\x1b[0m" in told
    assert "\x1b[1;33mavertissement FIL216\x1b[0m" in told
    assert re.sub(r"\x1b\[[\d;]+m", "", told) == as_text([ERROR, WARNING], "docs")


def test_a_finding_says_that_it_is_mended_alone() -> None:
    finding = Finding("a.md", 1, 1, Code.WRONG_DATE, "faux", fixable=True)
    told = as_text([finding, finding], "docs")
    assert told.count("    corrigé automatiquement par --corriger\n") == 2
    assert "\n2 constats se corrigent seuls : fil verifier --corriger\n" in told
    assert as_github([finding], "docs").startswith(
        "::error file=docs/a.md,line=1,col=1,title=FIL116::faux ; corrigé automatiquement"
    )


def test_a_warning_alone_stops_nothing() -> None:
    assert as_text([WARNING], "docs").endswith(
        "\n1 avertissement.\nRien n’empêche de publier. La personne qui relit regardera ces lignes."
    )


ORDERS = "seniors\n::error file=a::b\r::set-output ::d\u2028::add-mask::e\n \x1c::f\n##[group]g"


@pytest.mark.parametrize("name", ["path", "problem", "found", "expected", "hint"])
def test_what_a_stranger_writes_gives_no_order_to_the_runner(name: str) -> None:
    told = {"path": "a.md", "problem": "b", "found": "", "expected": "", "hint": "", name: ORDERS}
    finding = replace(ERROR, code=Code.TAB, line=1, column=1, **told)  # type: ignore[arg-type]
    manner = Manner(line_of=lambda _path, _line: ORDERS)
    for form, write in FORMATS.items():
        for line in re.split("[\r\n]+", write([finding], "docs", manner)):
            own = line.startswith(("::error file=docs/", "::notice title=fil verifier::"))
            assert own == (form == "github")
            assert own or not line.strip().startswith("::")
            assert form == "json" or "##[" not in line


def test_a_value_of_many_lines_gives_no_order_either(
    write_tree: WriteTree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(
        tmp_path,
        "--- fiche: tutoriels/cyber-hygiene/exemple.md\n< publics: [seniors]\n"
        '> publics: ["seniors\\n::error::a\\n ##[error]b", "\\n\\n::stop-commands::c"]\n',
    )
    main(["--contenu", str(tmp_path), "verifier"])
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "stop-commands" in line]
    assert not [line for line in lines if line.strip().startswith(("::", "##["))]
