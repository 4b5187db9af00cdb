"""Each case of cartes/: the text of a tutorial, and where each thing stands on its map."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report
from boutdufil.model.script import plain
from boutdufil.thread.draughtsman import picture
from boutdufil.thread.outline import outline
from boutdufil.thread.picture import Legend, Picture
from boutdufil.thread.weave import weave

CASES = sorted((Path(__file__).parent / "cartes").glob("*.txt"))
UPDATE = "BOUTDUFIL_UPDATE" in os.environ
PATH = "tutoriels/cyber-hygiene/exemple.md"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_where_each_thing_stands(case: Path, reader: Reader) -> None:
    about, _, rest = case.read_text(encoding="utf-8").partition("--- corps\n")
    body, _, expected = rest.partition("--- carte\n")
    report = Report(PATH)
    read = reader.read(body, PATH, report)
    assert read is not None, report.findings
    legend = Legend(
        titles={step.rank: plain(step.title) for step in read.script.steps},
        names={},
        numbers={"cyber-hygiene/j-ai-clique": "102"},
    )
    sections = outline(weave(read.script), legend.titles)
    told = "".join(f"{line}\n" for line in _told(picture(sections, legend)))
    if UPDATE:
        case.write_text(f"{about}--- corps\n{body}--- carte\n{told}", encoding="utf-8")
    else:
        assert told == expected


def _told(found: Picture) -> Iterator[str]:
    yield f"{found.width:.0f} sur {found.height:.0f}, le fil à {found.thread:.0f}"
    for band in found.bands:
        yield f"étape {band.step}, {band.title} : de {band.y:.0f} à {band.bottom:.0f}"
    for card in found.cards:
        yield (
            f"{card.id or '–'} {card.kind} : {card.x:.0f} {card.y:.0f},"
            f" {card.width:.0f} sur {card.height:.0f} : {' / '.join(card.lines)}"
        )
    for words in found.words:
        rank = f"{words.rank} " if words.rank else ""
        yield f"réponse : {words.x:.0f} {words.y:.0f} : {rank}{' / '.join(words.lines)}"
    for line in found.lines:
        yield f"{line.source} → {line.target} ({line.way}) : {line.path}"
    for mark in found.marks:
        yield f"marque {mark.kind} : {mark.x:.0f} {mark.y:.0f} : {mark.text}"
