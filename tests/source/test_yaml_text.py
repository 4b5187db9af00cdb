"""A dash is lost where YAML reads it as the end of the line above, and nowhere else."""

from __future__ import annotations

import pytest

from boutdufil.kinds.path.declaration import PATH
from boutdufil.model.finding import Code, Report
from boutdufil.source.yaml_text import compose


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("resume: |\n  Je prépare :\n    - un papier\n    - un crayon\ncode: 1", []),
        ("resume: >-\n  Je prépare :\n      - un papier\ntitre: Je lis\n  - un papier", [5]),
        ("etapes:\n  - |\n    Je prépare :\n      - un papier\n  - deux", []),
        ("etapes:\n  - je_sais: |\n      Je lis\n        - un\n    fiche: a\n      - b", [6]),
        ("publics: seniors\n  - jeunes", [2]),
    ],
)
def test_a_dash_is_lost_outside_a_text_of_many_lines(text: str, lines: list[int]) -> None:
    report = Report("parcours/je-lis.md")
    compose(text, PATH, report, 0)
    lost = [each for each in report.findings if "ce tiret est lu comme la suite" in each.problem]
    assert [(each.code, each.line) for each in lost] == [(Code.NOT_YAML, line) for line in lines]
