"""rapports/: the same mistakes as a terminal, a pull request and a program are told of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boutdufil.check.report import FORMATS, Manner, lines_of
from boutdufil.kinds.folder import ContentReader
from boutdufil.project import check

FOLDER = Path(__file__).parent / "rapports"
UPDATE = "BOUTDUFIL_UPDATE" in os.environ


@pytest.mark.parametrize("format_name", sorted(FORMATS))
def test_a_report_is_the_one_that_was_read(
    format_name: str, write_tree: Callable[[Path, str], list[str]], today: date, tmp_path: Path
) -> None:
    write_tree(tmp_path, (FOLDER / "contenu.txt").read_text(encoding="utf-8"))
    findings = check(ContentReader(tmp_path).read(today))
    told = FORMATS[format_name](findings, "docs", Manner(line_of=lines_of(tmp_path))) + "\n"
    golden = FOLDER / f"{format_name}.txt"
    if UPDATE:
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
