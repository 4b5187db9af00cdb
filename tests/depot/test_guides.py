"""What the contributors' guides show is right, and none is forgotten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report
from boutdufil.thread.graph import END, Graph, NodeKind
from boutdufil.thread.weave import weave
from tests.conftest import model_body_with

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs/contribuer").glob("*.md"))
# A block, or a gesture that is called: « /// dire », « [Comment… »; not a command to type.
_EXAMPLE = re.compile(r"^```\n((?:/{3,} |\[).*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"^ {4}nom: (\S+)$", re.MULTILINE)
# A place of the call that is led to: « [la preuve](#plus-rien) »; not the cells of a table.
_LED_TO = re.compile(r"\]\(#([a-z-]+)\)")
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


def test_the_examples_of_a_script_are_one_call(reader: Reader) -> None:
    """Copied one after the other, they hold together: all is reached, and all ends."""
    call = "\n".join(example for guide, example in EXAMPLES if guide == "ecrire-un-script")
    report = Report("tutoriels/cyber-hygiene/exemple.md")
    read = reader.read(f"## Étapes\n\n### J’éteins tout\n\n{call}", report.path, report, 0)
    assert read is not None
    assert report.findings == []
    assert {*_LED_TO.findall(call)} <= {*_NAMED.findall(call)}
    graph = weave(read.script)
    assert _within_reach(graph, [graph.start, *_at_any_time(graph)]) == {*graph.by_id}
    assert all(END in _within_reach(graph, [node]) for node in graph.by_id)
    assert {node.kind for node in graph.nodes} == {*NodeKind}


def _at_any_time(graph: Graph) -> list[str]:
    return [rescue.lead.node for rescue in graph.rescues if rescue.lead.node]


def _within_reach(graph: Graph, starts: list[str]) -> set[str]:
    reached: set[str] = set()
    while starts:
        node = graph.by_id[starts.pop()]
        if node.id not in reached:
            reached.add(node.id)
            starts += [reply.lead.node for reply in node.replies if reply.lead.node]
            starts += [node.next] if node.next and not node.replies else []
    return reached


@pytest.mark.parametrize("entry", ["docs/contribuer/index.md", "CONTRIBUTING.md"])
def test_the_guides_of_people_are_told_from_the_first_page(entry: str) -> None:
    text = (ROOT / entry).read_text(encoding="utf-8")
    for guide in (
        *("corriger-une-phrase", "ecrire-une-fiche", "ecrire-un-script", "relire-une-fiche"),
        "publier-sa-base",
    ):
        assert f"{guide}.md)" in text
