"""The diagnoses for other programs: questions, points, advice, and the graph of each call."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from boutdufil.kinds.diagnosis.values import STAGES, Axis, Diagnosis, Question
from boutdufil.kinds.published import Published
from boutdufil.model.script import Advice, Answer
from boutdufil.thread.data import graph_text, words
from boutdufil.thread.weave import weave

VERSION = 1


def diagnosis_texts(published: Published) -> Iterator[tuple[str, str]]:
    """Yield the list of the diagnoses, then the graph of each."""
    diagnoses = published.content.of(Diagnosis)
    if not diagnoses:
        return
    told = {
        "version": VERSION,
        "licence": published.licence,
        "diagnostics": [_told(diagnosis) for diagnosis in diagnoses],
    }
    yield "api/v1/diagnostics.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    for diagnosis in diagnoses:
        yield graph_text(weave(diagnosis.script), diagnosis.number, published.number_of)


def reviewed(published: Published) -> Iterator[tuple[str, date]]:
    """Yield the address of each diagnosis, and the day of its review."""
    for diagnosis in published.content.of(Diagnosis):
        yield diagnosis.address, diagnosis.entry.reviewed


def _told(diagnosis: Diagnosis) -> dict[str, object]:
    entry = diagnosis.entry
    return {
        "numero": entry.number,
        "titre": entry.title,
        "resume": entry.summary,
        "adresse": diagnosis.address,
        "telephone": f"{diagnosis.address}telephone/",
        "publics": list(entry.audiences),
        "themes": list(entry.themes),
        "minutes": diagnosis.minutes,
        "recap": entry.recap,
        "axes": [_axis(axis) for axis in entry.axes],
        "questions": [_question(question) for question in diagnosis.questions],
        "toujours": _advice(diagnosis.always),
        "relu_le": entry.reviewed.isoformat(),
    }


def _axis(axis: Axis) -> dict[str, object]:
    stages = zip(STAGES, axis.sentences, strict=True)
    told = [{"nom": name, "phrase": sentence} for name, sentence in stages]
    return {"cle": axis.key, "nom": axis.name, "etats": told}


def _question(question: Question) -> dict[str, object]:
    return {
        "texte": words(question.ask.question),
        "autrement": words(question.otherwise),
        "reponses": [_answer(answer) for answer in question.answers],
    }


def _answer(answer: Answer) -> dict[str, object]:
    return {
        "texte": words(answer.label),
        "mots": words(answer.words),
        "points": {each.axis: each.count for each in answer.points},
        "fiches": _advice(answer.advice),
    }


def _advice(advised: Iterable[Advice]) -> list[dict[str, str]]:
    return [{"fiche": each.tutorial, "raison": words(each.reason)} for each in advised]
