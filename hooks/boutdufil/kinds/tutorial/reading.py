"""A tutorial into its value."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from boutdufil.folded import Folded
from boutdufil.kinds.document import Document
from boutdufil.kinds.reading import check_name, open_file
from boutdufil.kinds.tutorial.declaration import TUTORIAL
from boutdufil.kinds.tutorial.measured import measured
from boutdufil.kinds.tutorial.values import FrontMatter, Tutorial
from boutdufil.language import message
from boutdufil.language.text import counted
from boutdufil.markup.passage import Passage
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Report
from boutdufil.search.analysis import vocabulary
from boutdufil.source.text_file import fences

_DRAFT = re.compile(r"^brouillon *: *(?:true|oui|vrai)\s*$", re.MULTILINE | re.IGNORECASE)
"""The key of a tutorial that is not published yet, whatever else its front matter lacks."""


def declares_draft(text: str) -> bool:
    """Tell whether a file says that it is a draft, be it unfinished or wrong."""
    lines = text.split("\n")
    opening, closing = fences(lines)
    return opening is not None and _DRAFT.search("\n".join(lines[opening:closing])) is not None


def read_tutorial(raw: bytes, path: str, reader: Reader, today: date) -> Document:
    """Read a tutorial; the front matter and the body are both read, to tell everything at once."""
    report = Report(path)
    _check_path(path, report)
    opened = open_file(raw, TUTORIAL, report, reader, today)
    if opened is None:
        return Document(path, tuple(report.findings))
    entry, lines = opened.entry, opened.lines
    if entry is not None:
        _check_front(entry, path, lines, report)
    body_report = Report(path)
    body = reader.read(opened.body, path, body_report, opened.body_offset)
    findings = (*report.findings, *body_report.findings)
    if entry is None or body is None or report.has_errors:
        return Document(path, findings, lines=lines, shown=Folded(opened.seen))
    readability = measured(body.passages, entry.summary, lines.get("resume", 1))
    tutorial = Tutorial.assemble(entry, path, body.script, readability)
    document = Document.of_body(path, findings, tutorial, body, lines, opened.seen)
    return replace(document, stems=_stems(tutorial, body.passages))


def _stems(tutorial: Tutorial, passages: Iterable[Passage]) -> str:
    said = (tutorial.title, tutorial.summary, *tutorial.calls, *(each.text for each in passages))
    return " ".join(sorted(vocabulary(" ".join(said))))


def _check_path(path: str, report: Report) -> None:
    parts = path.split("/")
    if len(parts) != 3:
        report.add(
            Code.MISPLACED_FILE,
            1,
            "la fiche n’est pas dans le dossier d’un thème",
            found=path,
            expected="tutoriels/<thème>/<nom>.md",
            hint="déplacez-la dans le dossier de son premier thème",
        )
    check_name(path, report)


def _check_front(front: FrontMatter, path: str, lines: Mapping[str, int], report: Report) -> None:
    folder = posixpath.basename(posixpath.dirname(path))
    if path.count("/") == 2 and folder != front.themes[0]:
        report.add(
            Code.FOLDER_IS_NOT_THEME,
            lines.get("themes", 1),
            "le premier thème n’est pas le dossier de la fiche",
            found=f"themes: [{', '.join(front.themes)}], dans le dossier « {folder} »",
            expected="le même mot",
            hint=f"mettez « {folder} » en premier, ou déplacez le fichier dans {front.themes[0]}/",
        )
    sent = message.recap_message(front.recap, front.number)
    if message.length(sent) > message.LONGEST:
        report.add(
            Code.RECAP_TOO_LONG,
            lines.get("recap", 1),
            "le récapitulatif ne tient pas en deux SMS",
            found=f"{message.length(sent)} caractères, numéro de la fiche compris",
            expected=f"{message.LONGEST} au plus",
            hint="retirez au moins " + counted(message.length(sent) - message.LONGEST, "caractère"),
        )
    lost = sorted({letter for letter in front.recap if message.is_lost(letter)})
    if lost:
        report.add(
            Code.LOST_CHARACTER,
            lines.get("recap", 1),
            "un SMS ne sait pas écrire tous ces signes",
            found=" ".join(lost),
            expected="des lettres, des chiffres, de la ponctuation",
            hint="retirez-les du récapitulatif",
        )
    if "://" in front.recap or "www." in front.recap:
        report.add(
            Code.WRONG_LINK,
            lines.get("recap", 1),
            "le récapitulatif contient un lien",
            found=front.recap,
            expected="aucun lien : les gens viennent d’apprendre à s’en méfier",
            hint="dites le nom du site, ou le numéro de la fiche",
        )
    if front.created and front.created > front.reviewed:
        report.add(
            Code.WRONG_DATE,
            lines.get("cree_le", 1),
            "la fiche serait relue avant d’être créée",
            found=f"cree_le: {front.created}",
            expected=f"au plus tard {front.reviewed}, le jour de la relecture",
        )
