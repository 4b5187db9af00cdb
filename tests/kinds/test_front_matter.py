"""A front matter is read where it stands: what comes before it shifts no line and no word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boutdufil.check.lines import readable
from boutdufil.kinds.folder import ContentReader
from boutdufil.model.finding import Report
from boutdufil.project import check
from boutdufil.source.text_file import cut, decode

Write = Callable[[Path, str], list[str]]

FAULTS = (
    "< niveau: 1\n> niveau: 9\n",
    "< niveau: 1\n> nivau: 1\n",
    "< niveau: 1\n> niveau: 1\n> - perdu\n",
    "< niveau: 1\n> titre: Encore\n> niveau: 1\n",
    "< recap: J’attends, je vérifie, je signale.\n> recap: Je lis tout sur www.exemple.fr.\n",
    "<   - Ma banque veut mon code\n>   - Appelez le 08 99 12 34 56\n",
    "< Je lis le message en entier.\n> Appelez le 08 99 12 34 56.\n",
)


def places(write_tree: Write, folder: Path, today: date, changes: str) -> set[tuple[str, int]]:
    write_tree(folder, f"--- fiche: tutoriels/cyber-hygiene/exemple.md\n{changes}")
    return {(each.code, each.line) for each in check(ContentReader(folder).read(today))}


@pytest.mark.parametrize("before", ["\n", "\n\n\n", "  \n", "\ufeff", "\ufeff\n", "\r\n\r\n"])
@pytest.mark.parametrize("changes", FAULTS)
def test_a_finding_has_its_line_whatever_comes_before(
    changes: str, before: str, write_tree: Write, today: date, tmp_path: Path
) -> None:
    expected = places(write_tree, tmp_path, today, changes)
    assert expected
    file = tmp_path / "tutoriels/cyber-hygiene/exemple.md"
    file.write_bytes(before.encode() + file.read_bytes())
    found = {(each.code, each.line) for each in check(ContentReader(tmp_path).read(today))}
    assert found == {(code, line + before.count("\n")) for code, line in expected}


@pytest.mark.parametrize("before", ["", "\n", " \n\n"])
def test_the_two_parts_know_the_lines_before_them(before: str, model_text: str) -> None:
    text = before + model_text
    parts = cut(text, ["titre"], Report(""))
    assert parts is not None
    lines = text.split("\n")
    assert lines[parts.front_offset] == "numero: 101"
    assert lines[parts.body_offset - 1] == "---"
    assert "\n".join(lines[parts.body_offset :]) == parts.body


@pytest.mark.parametrize("before", ["", "\n", " \n\n"])
def test_lines_keep_their_key(before: str, model_text: str) -> None:
    shift = before.count("\n")
    keys = {line.key: line.number - shift for line in readable(before + model_text) if line.key}
    assert keys["titre"] == 3
    assert keys["appels"] == 10
    assert keys["relu_le"] == 15
    bodies = [line for line in readable(before + model_text) if line.number > 16 + shift]
    assert {line.key for line in bodies} == {""}


def test_a_mark_of_order_is_no_line(model_text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + model_text.encode(), Report("")) == model_text
