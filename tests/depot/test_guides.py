"""What the contributors' guides show is right, and none is forgotten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report
from tests.conftest import model_body_with

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs/contribuer").glob("*.md"))
_EXAMPLE = re.compile(r"^```\n(/{3,} .*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    (guide.stem, example)
    for guide in GUIDES
    for example in _EXAMPLE.findall(guide.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("guide", "example"), EXAMPLES)
def test_an_example_may_be_copied(guide: str, example: str, reader: Reader) -> None:
    report = Report("tutoriels/cyber-hygiene/exemple.md")
    reader.read(model_body_with(example), report.path, report, 0)
    assert report.findings == []


def test_there_are_examples_of_a_script() -> None:
    assert sum(guide == "ecrire-un-script" for guide, _example in EXAMPLES) == 5


@pytest.mark.parametrize("entry", ["docs/contribuer/index.md", "CONTRIBUTING.md"])
def test_the_guides_of_people_are_told_from_the_first_page(entry: str) -> None:
    text = (ROOT / entry).read_text(encoding="utf-8")
    for guide in (
        *("corriger-une-phrase", "ecrire-une-fiche", "ecrire-un-script", "relire-une-fiche"),
        "publier-sa-base",
    ):
        assert f"{guide}.md)" in text
