"""Each case of fils/: the text of a tutorial, and the graph of its call."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report
from boutdufil.thread.data import words
from boutdufil.thread.graph import Condition, Graph, Lead, Node, Rescue
from boutdufil.thread.weave import weave

CASES = sorted((Path(__file__).parent / "fils").glob("*.txt"))
UPDATE = "BOUTDUFIL_UPDATE" in os.environ
PATH = "tutoriels/cyber-hygiene/exemple.md"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_where_each_thing_leads(case: Path, reader: Reader) -> None:
    about, _, rest = case.read_text(encoding="utf-8").partition("--- corps\n")
    body, _, expected = rest.partition("--- fil\n")
    report = Report(PATH)
    read = reader.read(body, PATH, report)
    assert read is not None, report.findings
    told = "".join(f"{line}\n" for line in _graph(weave(read.script)))
    if UPDATE:
        case.write_text(f"{about}--- corps\n{body}--- fil\n{told}", encoding="utf-8")
    else:
        assert told == expected


def _graph(graph: Graph) -> Iterator[str]:
    yield f"commence en {graph.start}"
    for node in graph.nodes:
        yield from _node(node)
    for rescue in graph.rescues:
        yield _rescue(rescue)


def _node(node: Node) -> Iterator[str]:
    name = f" « {node.name} »" if node.name else ""
    gesture = f" {node.gesture}" if node.gesture else ""
    written = "" if node.is_written else ", script à écrire"
    yield (
        f"{node.id} {node.kind}{gesture}{name}, ligne {node.line}{written}"
        f"{_condition(node.condition)} : {words(node.html)}{_suite(node.next)}"
    )
    if node.otherwise:
        yield f"  autrement : {words(node.otherwise)}"
    for reply in node.replies:
        learnt = "".join(f", retient {each.situation or each.device}" for each in reply.learnt)
        said = f" « {words(reply.words)} »" if reply.words else ""
        yield f"  {words(reply.label)} :{said}{learnt}{_lead(reply.lead)}"


def _rescue(rescue: Rescue) -> str:
    stop = " stop" if rescue.is_stop else ""
    other = f" (autrement : {words(rescue.otherwise)})" if rescue.otherwise else ""
    return (
        f"secours{stop} de l’étape {rescue.step}{_condition(rescue.condition)} :"
        f" {words(rescue.situation)} : « {words(rescue.words)} »{other}{_lead(rescue.lead)}"
    )


def _condition(condition: Condition) -> str:
    held = (*condition.devices, *condition.situations, *condition.audiences)
    return f" [{' '.join(held)}]" if held else ""


def _lead(lead: Lead) -> str:
    if lead.tutorial:
        return f" → {lead.tutorial}, étape {lead.step}"
    return _suite(lead.node)


def _suite(node: str) -> str:
    return f" → {node}" if node else ""
