"""Each case of scripts/: the text of a tutorial, what the public reads and what is said."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report
from boutdufil.model.script import (
    Ask,
    DoGesture,
    ForAudiences,
    ForDevices,
    ForSituations,
    Jump,
    Learnt,
    Part,
    Picture,
    Proof,
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
        verb = "se prouve" if isinstance(part, Proof) else "se demande"
        yield f"{verb}{_named(part.name)}, ligne {part.line} : {_flat(part.question)}"
        yield from (f"  {line}" for line in _answers(part))
    elif isinstance(part, Trouble):
        yield f"{part.kind}{_named(part.name)}, ligne {part.line} : {_flat(part.situation)}"
        yield f"  se lit : {_flat(part.public)}"
        yield f"  se dit : {_flat(part.spoken)}"
        yield from (f"  {lead}" for lead in _leads(part.jump, part.learnt))
    elif isinstance(part, DoGesture):
        yield f"se fait, ligne {part.line} : {part.jump.gesture}, {_flat(part.jump.label)}"
    elif isinstance(part, ForSituations):
        yield f"en situation de {' '.join(part.situations)}"
        yield from _parts(part.parts)
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


def _answers(ask: Ask) -> Iterator[str]:
    for answer in ask.answers:
        said = [f"« {_flat(answer.words)} »"] if answer.words else []
        said += _leads(answer.jump, answer.learnt)
        yield f"réponse {_flat(answer.label)} : {' puis '.join(said)}"
        if answer.follow_up:
            ask = answer.follow_up
            other = f" ({_flat(ask.otherwise)})" if ask.otherwise else ""
            yield f"  puis, ligne {ask.line} : {_flat(ask.question)}{other}"
            yield from (f"    {line}" for line in _answers(ask))


def _leads(jump: Jump | None, learnt: tuple[Learnt, ...]) -> Iterator[str]:
    for each in learnt:
        yield f"retient {each.situation or each.device}"
    if jump and jump.is_end:
        yield f"→ la fin, {_flat(jump.label)}"
    elif jump and (jump.gesture or jump.name):
        yield f"→ {jump.gesture or '#' + jump.name}, {_flat(jump.label)}"
    elif jump:
        place = f" à l’étape {jump.step}" if jump.step else ""
        yield f"→ {jump.tutorial or 'cette fiche'}{place}, {_flat(jump.label)}"


def _named(name: str) -> str:
    return f" « {name} »" if name else ""


def _flat(html: str) -> str:
    return html.replace("\n", "⏎")
