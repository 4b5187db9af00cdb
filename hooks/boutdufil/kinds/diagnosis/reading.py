"""A diagnosis into its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from boutdufil.folded import Folded
from boutdufil.kinds.diagnosis.declaration import DIAGNOSIS
from boutdufil.kinds.diagnosis.result import FIRST, plan_message
from boutdufil.kinds.diagnosis.values import FOLDER, Diagnosis, DiagnosisEntry, points_on
from boutdufil.kinds.document import Document
from boutdufil.kinds.reading import check_place, open_file
from boutdufil.language import message
from boutdufil.language.text import counted
from boutdufil.markup.groups import read_groups
from boutdufil.markup.reader import Reader
from boutdufil.markup.sections import IN_ANY_CASE
from boutdufil.model.finding import Code, Report
from boutdufil.model.script import Advised, Answer, Ask, Proof, Script, plain, walk

LONGEST_NUMBER = "9999"


def read_diagnosis(raw: bytes, path: str, reader: Reader, today: date) -> Document:
    """Read a diagnosis; the front matter and the body are both read, to tell all at once."""
    report = Report(path)
    check_place(path, FOLDER, "le diagnostic", "des diagnostics", report)
    opened = open_file(raw, DIAGNOSIS, report, reader, today)
    if opened is None:
        return Document(path, tuple(report.findings))
    entry, lines = opened.entry, opened.lines
    axes = tuple(axis.key for axis in entry.axes) if entry else ()
    body_report = Report(path)
    body = read_groups(reader, opened.body, path, body_report, opened.body_offset, axes)
    if entry is not None:
        _check_recap(entry, lines, report)
    if body is not None:
        _check_script(body.script, body_report)
    if entry is None or body is None or report.has_errors or body_report.has_errors:
        findings = (*report.findings, *body_report.findings)
        return Document(path, findings, lines=lines, shown=Folded(opened.seen))
    diagnosis = Diagnosis(path=path, entry=entry, script=body.script)
    _check_axes(diagnosis, lines, report)
    findings = (*report.findings, *body_report.findings)
    if report.has_errors:
        return Document(path, findings, lines=lines, shown=Folded(opened.seen))
    return Document.of_body(path, findings, diagnosis, body, lines, opened.seen)


def _check_recap(entry: DiagnosisEntry, lines: Mapping[str, int], report: Report) -> None:
    longest = plan_message(entry.recap, [(LONGEST_NUMBER, "")] * FIRST, entry.number)
    if longest.length > message.LONGEST:
        report.add(
            Code.RECAP_TOO_LONG,
            lines.get("recap", 1),
            "le récapitulatif ne tient pas en deux SMS",
            found=f"{longest.length} caractères, numéros des fiches compris",
            expected=f"{message.LONGEST} au plus",
            hint="retirez au moins " + counted(longest.length - message.LONGEST, "caractère"),
        )


def _check_script(script: Script, report: Report) -> None:
    """Check that each question is one that a person alone, on paper, may answer."""
    asked = [part for step in script.steps for part in step.parts if isinstance(part, Ask)]
    for part in walk(script.top()):
        if isinstance(part, Ask) and (isinstance(part, Proof) or part not in asked):
            problem = "cette question n’est pas posée à tout le monde"
            _refuse(report, part.line, problem, plain(part.question))
    for ask in asked:
        for answer in ask.answers:
            _check_answer(answer, report)
        if not any(answer.points or answer.advice for answer in ask.answers):
            problem = "aucune réponse à cette question ne change le résultat"
            _refuse(report, ask.line, problem, plain(ask.question))
    if not asked:
        _refuse(report, 1, "le diagnostic ne pose aucune question")
    for part in script.further:
        if isinstance(part, Advised) and not part.advice:
            _refuse(report, part.line, f"« {IN_ANY_CASE} » ne conseille aucune fiche")


def _check_answer(answer: Answer, report: Report) -> None:
    if answer.jump or answer.follow_up:
        problem = "cette réponse mène ailleurs qu’à la question suivante"
        _refuse(report, answer.line, problem, plain(answer.label))


def _check_axes(diagnosis: Diagnosis, lines: Mapping[str, int], report: Report) -> None:
    for key, line in _unscored(diagnosis, lines):
        _refuse(report, line, f"aucune réponse ne donne de points à l’axe « {key} »")


def _unscored(diagnosis: Diagnosis, lines: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    answers = [answer for question in diagnosis.questions for answer in question.answers]
    for rank, axis in enumerate(diagnosis.entry.axes):
        if not any(points_on(answer, axis.key) for answer in answers):
            yield axis.key, lines.get(f"axes {rank}", lines.get("axes", 1))


def _refuse(report: Report, line: int, problem: str, found: str = "") -> None:
    report.add(
        Code.WRONG_DIAGNOSIS,
        line,
        problem,
        found=found,
        expected="sous un titre ##, des blocs « demander » dont les réponses donnent des points",
        hint="- **Oui** : « Très bien. » [2 points](axe:presence)",
    )
