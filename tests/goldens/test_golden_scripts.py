"""Each case of scripts/: the text of a tutorial, what the public reads and what is said."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report
from boutdufil.model.script import (
    Answer,
    Ask,
    ForAudiences,
    ForDevices,
    Part,
    Picture,
    Prose,
    Quiz,
    Rephrase,
    Say,
    Script,
    Trouble,
)

CASES = sorted((Path(__file__).parent / "scripts").glob("*.txt"))
UPDATE = "BOUTDUFIL_UPDATE" in os.environ
PATH = "tutoriels/cyber-hygiene/exemple.md"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_read_and_what_is_said(case: Path, reader: Reader) -> None:
    about, _, rest = case.read_text(encoding="utf-8").partition("--- corps\n")
    body, _, expected = rest.partition("--- lu\n")
    read = _read(body.replace("⇥", "\t"), reader)
    if UPDATE:
        case.write_text(f"{about}--- corps\n{body}--- lu\n{read}", encoding="utf-8")
    else:
        assert read == expected


def _read(body: str, reader: Reader) -> str:
    report = Report(PATH)
    read = reader.read(body, PATH, report)
    lines = [
        f"constat {found.code} ligne {found.line} : {found.problem}" for found in report.findings
    ]
    if read is None:
        lines.append("rien n’est publié")
    else:
        lines += _script(read.script)
        lines += [f"mentionne {each.path}, ligne {each.line}" for each in read.mentions]
    return "\n".join(lines) + "\n"


def _script(script: Script) -> Iterator[str]:
    yield from _section("introduction", script.introduction)
    yield from _section("avant de commencer", script.before)
    for step in script.steps:
        yield f"étape {step.rank}, ligne {step.line} : {step.title}"
        yield from _parts(step.parts)
    yield from _section("j’ai compris", script.understanding)
    yield from _section("pour bien choisir", script.choosing)
    yield from _section("pour aller plus loin", script.further)


def _section(name: str, parts: tuple[Part, ...]) -> Iterator[str]:
    if parts:
        yield name
        yield from _parts(parts)


def _parts(parts: tuple[Part, ...], margin: str = "  ") -> Iterator[str]:
    for part in parts:
        for line in _part(part):
            yield f"{margin}{line}"


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Prose):
        yield f"se lit : {_flat(part.html)}"
    elif isinstance(part, Say):
        devices = f" sur {' '.join(part.devices)}" if part.devices else ""
        yield f"se dit{devices}, ligne {part.line} : {_flat(part.html)}"
    elif isinstance(part, Rephrase):
        yield f"se dit autrement, ligne {part.line} : {_flat(part.html)}"
    elif isinstance(part, Ask):
        yield f"se demande, ligne {part.line} : {_flat(part.question)}"
        yield from (f"  réponse {_answer(answer)}" for answer in part.answers)
    elif isinstance(part, Trouble):
        yield f"{part.kind}, ligne {part.line} : {_flat(part.situation)}"
        yield f"  se lit : {_flat(part.public)}"
        yield f"  se dit : {_flat(part.spoken)}"
    elif isinstance(part, ForDevices):
        yield f"sur {' '.join(part.devices)} (écrit : {', '.join(part.named)})"
        yield from _parts(part.parts)
    elif isinstance(part, ForAudiences):
        yield f"pour {' '.join(part.audiences)}"
        yield from _parts(part.parts)
    elif isinstance(part, Picture):
        yield f"écran, ligne {part.line} : {part.screen.caption} ({part.screen.frame})"
        written = [("barre", part.screen.bar), ("adresse", part.screen.address)]
        yield from (f"  {name} : {words}" for name, words in written if words)
        yield from (f"  {element.description}" for element in part.screen.body)
    elif isinstance(part, Quiz):
        yield f"question, ligne {part.line} : {_flat(part.question)}"
        yield from (
            f"  {'juste' if option.right else 'faux'} : {_flat(option.html)}"
            for option in part.options
        )
        yield f"  explication : {_flat(part.explanation)}"


def _answer(answer: Answer) -> str:
    said = [f"« {_flat(answer.words)} »"] if answer.words else []
    if answer.jump:
        place = f" à l’étape {answer.jump.step}" if answer.jump.step else ""
        target = answer.jump.tutorial or "cette fiche"
        said.append(f"→ {target}{place}, {_flat(answer.jump.label)}")
    return f"{_flat(answer.label)} : {' puis '.join(said)}"


def _flat(html: str) -> str:
    return html.replace("\n", "⏎")
