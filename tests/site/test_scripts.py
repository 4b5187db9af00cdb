"""The scripts of the site hand few things to one another, and all of them are declared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "overrides" / "assets" / "js"
TYPES = (FOLDER / "types.d.ts").read_text(encoding="utf-8")
_WINDOW = re.compile(r"^interface Window \{$(?P<names>.*?)^\}$", re.MULTILINE | re.DOTALL)
_DECLARED = re.compile(r"^  (?P<name>\w+)\??[:(]", re.MULTILINE)
_SHARED = re.compile(r"\bfil[A-Z]\w*")
"""``filBox``, wherever it stands; not ``fil-box``, nor ``profilBox``."""
_SET = re.compile(r"\b(?:window|self|globalThis)(?:\.(?P<name>\w+)|\[[^]]*\]) *=(?!=)")

_CLOSED = re.compile(
    r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
    r"""|(?<=[(=,:] |.[(!,=])/(?:\\.|\[(?:\\.|[^]\\])*\]|[^/\\])+/"""
)
"""A text between quotes, or a pattern: ``"a"``, ``(/[`*]/``; not a division."""


def declared(types: str) -> set[str]:
    (match,) = _WINDOW.finditer(types)
    return set(_DECLARED.findall(match["names"]))


def scripts() -> Mapping[str, str]:
    return {
        file.relative_to(FOLDER).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(FOLDER.rglob("*.js"))
    }


def undeclared(text: str) -> set[str]:
    """Return the names that a script reads or sets, and that nobody declared."""
    set_by_it = {match["name"] or match[0] for match in _SET.finditer(text)}
    return ({*_SHARED.findall(text)} | set_by_it) - declared(TYPES)


def goes_on(line: str) -> bool:
    """Tell whether a text that begins on this line may end on another."""
    return _CLOSED.sub("", line).count("`") % 2 > 0 or line.endswith("\\")


def test_what_scripts_share_is_declared() -> None:
    assert {name: found for name, text in scripts().items() if (found := undeclared(text))} == {}


def test_nothing_is_declared_that_no_script_shares() -> None:
    found = {name for text in scripts().values() for name in _SHARED.findall(text)}
    assert found == declared(TYPES)
    assert len(found) <= 19, "few names: one a script that gives something, one a file of data"


def test_the_data_of_the_build_has_a_declared_name() -> None:
    folder = ROOT / "hooks" / "boutdufil"
    written = [*folder.rglob("*.py")]
    given = {
        name
        for file in written
        for name in re.findall(r"\bwindow\.(fil\w+)|\b(filShard)\(", file.read_text("utf-8"))
    }
    names = {name for pair in given for name in pair if name}
    assert {"filGuides", "filDeclaration", "filFiche", "filShard"} <= names <= declared(TYPES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("window.filSecret = 1;", {"filSecret"}),
        ("if (window.filSecret) go(filOther);", {"filSecret", "filOther"}),
        ("window.secret = 1; window.secret === 2;", {"secret"}),
        ('window["secret"] = 1;', {'window["secret"] ='}),
        ("window.filBox.open(); location.hash = 'fil-box';", set()),
        ("if (window.other === profilBox) go();", set()),
    ],
)
def test_a_name_that_nobody_declared_would_be_seen(text: str, found: set[str]) -> None:
    assert undeclared(text) == found


def test_each_script_is_closed_on_itself() -> None:
    """A name that one of them declares is no name of the others, though a folder is joined."""
    whole = re.compile(
        r'(?://[^\n]*\n)+\(function \(\) \{\n  "use strict";\n.*\n\}\)\(\);\n', re.DOTALL
    )
    assert [name for name, text in scripts().items() if not whole.fullmatch(text)] == []


def test_a_text_ends_on_its_line() -> None:
    """A line that is a remark leaves what is published: it must never be one of a text."""
    open_ended = {
        name: lines
        for name, text in scripts().items()
        if (lines := [line for line in text.splitlines() if goes_on(line)])
    }
    assert open_ended == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("say(`${one} et", True),
        ('say("une \\', True),
        ("say(`${one}`, '`');", False),
        ('text.replace(/[`*]/g, "\\"`");', False),
    ],
)
def test_a_text_that_goes_on_would_be_seen(line: str, found: bool) -> None:
    assert goes_on(line) == found


def test_no_type_is_left_to_chance() -> None:
    loose = re.compile(r"@ts-\w+|\{ *(?:any|\*|Function|Object)\b|[:<|]\s*any\b|\bany\[\]")
    assert {
        name: found
        for name, text in {**scripts(), "types.d.ts": TYPES}.items()
        if (found := loose.findall(text))
    } == {}


def test_no_script_is_long() -> None:
    lengths = {name: text.count("\n") for name, text in scripts().items()}
    assert {name: length for name, length in lengths.items() if length > 350} == {}
