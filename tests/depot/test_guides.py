"""What the contributors' guides show is right, and none is forgotten."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from boutdufil.kinds.folder import ContentReader
from boutdufil.markup.groups import read_groups
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report
from boutdufil.model.script import Ask
from boutdufil.project import check
from boutdufil.thread.graph import NodeKind
from boutdufil.thread.weave import weave
from tests.conftest import MODEL_FILE, model_body_with, write_tree

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs/contribuer").glob("*.md"))
# A block, or a gesture that is called: « /// dire », « [Comment… »; not a command to type.
_EXAMPLE = re.compile(r"^```\n((?:/{3,} |\[).*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    (guide.stem, example)
    for guide in GUIDES
    for example in _EXAMPLE.findall(guide.read_text(encoding="utf-8"))
]


DIAGNOSED = "ecrire-un-diagnostic"
"""The guide whose examples are of a diagnosis."""


@pytest.mark.parametrize(("guide", "example"), [each for each in EXAMPLES if each[0] != DIAGNOSED])
def test_an_example_may_be_copied(guide: str, example: str, reader: Reader) -> None:
    report = Report("tutoriels/cyber-hygiene/exemple.md")
    reader.read(model_body_with(example), report.path, report, 0)
    assert report.findings == []


def test_the_examples_of_a_diagnosis_may_be_copied(reader: Reader) -> None:
    report = Report("diagnostics/exemple.md")
    examples = [example for guide, example in EXAMPLES if guide == DIAGNOSED]
    last = (
        "## Dans tous les cas\n\n- [Je lis](../tutoriels/cyber-hygiene/exemple.md) : pour oser.\n"
    )
    body = "\n".join(["## Les clés\n", *examples, last])
    read = read_groups(reader, body, report.path, report, 0, ("collaboration",))
    assert report.findings == []
    assert examples
    assert read is not None
    assert [len(part.answers) for part in read.script.steps[0].parts if isinstance(part, Ask)] == [
        3
    ]


def test_the_examples_of_a_script_are_one_call(tmp_path: Path) -> None:
    """Copied one after the other, they are a step in which all that is proven of a call holds."""
    call = "\n".join(example for guide, example in EXAMPLES if guide == "ecrire-un-script")
    text = MODEL_FILE.read_text(encoding="utf-8")
    head, model = text.replace("niveau: 1\n", "niveau: 1\nappareils: [ordinateur]\n").split(
        "## Étapes\n"
    )
    rest = model[model.index("## J’ai compris ?") :]
    write_tree(tmp_path, "")
    copytree(ROOT / "docs/gestes", tmp_path / "gestes")
    tutorial = tmp_path / "tutoriels/cyber-hygiene/exemple.md"
    tutorial.parent.mkdir(parents=True)
    tutorial.write_text(
        f"{head}## Étapes\n\n### J’éteins tout\n\nJ’éteins la machine.\n\n{call}\n{rest}",
        encoding="utf-8",
    )
    project = ContentReader(tmp_path).read(date(2026, 12, 1))
    found = [each for each in check(project) if each.path.startswith("tutoriels/")]
    assert found == []
    kinds = {node.kind for node in weave(project.tutorials[0].script).nodes}
    assert kinds == {*NodeKind}


@pytest.mark.parametrize("entry", ["docs/contribuer/index.md", "CONTRIBUTING.md"])
def test_the_guides_of_people_are_told_from_the_first_page(entry: str) -> None:
    text = (ROOT / entry).read_text(encoding="utf-8")
    for guide in (
        *("corriger-une-phrase", "ecrire-une-fiche", "ecrire-un-script", "relire-une-fiche"),
        "commencer-sa-base",
    ):
        assert f"{guide}.md)" in text
