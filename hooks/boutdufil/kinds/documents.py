"""One source file into its value: a tutorial, a term, the taxonomy."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import yaml

from boutdufil.kinds import declaration
from boutdufil.kinds.term.values import Saying, Term
from boutdufil.kinds.tutorial.measured import measured
from boutdufil.kinds.tutorial.values import FrontMatter, Tutorial
from boutdufil.language import message
from boutdufil.language.text import counted, enumerate_french, fold, slugify
from boutdufil.markup.links import Mention
from boutdufil.markup.passage import Passage
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.model.reading import Readability
from boutdufil.model.script import Script
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.collection import Key, Record
from boutdufil.source.shape import Node, Reading, Shape
from boutdufil.source.text_file import Cut, cut, decode
from boutdufil.source.yaml_text import compose

HOME_FILE = "index.md"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page written by hand; ``script`` when it is a guide."""

    path: str
    entry: declaration.PageEntry
    script: Script | None

    @property
    def address(self) -> str:
        """Address from the root of the site: ``mediateurs/index.md`` → ``mediateurs/``."""
        stem = self.path.removesuffix(".md")
        return "" if stem == "index" else stem.removesuffix("/index") + "/"


@dataclass(frozen=True, slots=True)
class Document:
    """A source file as read: its value (None when it is wrong), and what was found.

    ``lines`` tells where each key of the front matter stands; ``avant``, ``au_telephone mac``.
    """

    path: str
    findings: tuple[Finding, ...]
    tutorial: Tutorial | None = None
    term: Term | None = None
    page: WrittenPage | None = None
    mentions: tuple[Mention, ...] = ()
    lines: dict[str, int] | None = None
    readability: Readability = field(default_factory=Readability)
    """How hard a tutorial is to read."""
    passages: tuple[Passage, ...] = ()
    """What a body gives to read and to say."""
    sections: dict[str, int] = field(default_factory=dict)
    """The line of each section of a body."""

    def line(self, key: str) -> int:
        """Return the line of a key, 1 when it is not there."""
        return (self.lines or {}).get(key, 1)


def read_tutorial(raw: bytes, path: str, reader: Reader, today: date) -> Document:
    """Read a tutorial; the front matter and the body are both read, to tell everything at once."""
    report = Report(path)
    _check_path(path, report)
    parts = _cut(raw, declaration.TUTORIAL.keys, report)
    if parts is None:
        return Document(path, tuple(report.findings))
    node = _root(parts, declaration.TUTORIAL, declaration.TUTORIAL.keys, report)
    reading = Reading(report, today, reader.taxonomy, parts.front_offset)
    lines = _key_lines(node, parts.front_offset)
    front = _front(node, reading)
    if front is not None:
        _check_front(front, path, lines, report)
    body_report = Report(path)
    body = reader.read(parts.body, path, body_report, parts.body_offset)
    findings = (*report.findings, *body_report.findings)
    if front is None or body is None or report.has_errors:
        return Document(path, findings, lines=lines)
    return Document(
        path,
        findings,
        tutorial=Tutorial.assemble(front, path, body.script),
        mentions=body.mentions,
        lines=lines,
        readability=measured(body.passages, front.summary, lines.get("resume", 1)),
        passages=body.passages,
        sections=dict(body.sections),
    )


def read_term(raw: bytes, path: str, reader: Reader, today: date) -> Document:
    """Read a term of the glossary; it is all front matter."""
    report = Report(path)
    _check_name(path, report)
    parts = _cut(raw, declaration.TERM.keys, report)
    node = _root(parts, declaration.TERM, declaration.TERM.keys, report) if parts else None
    if parts is None or node is None:
        return Document(path, tuple(report.findings))
    reading = Reading(report, today, reader.taxonomy, parts.front_offset)
    entry = declaration.TERM.read(node, "en-tête", reading)
    lines = _key_lines(node, parts.front_offset)
    if entry is None:
        return Document(path, tuple(report.findings), lines=lines)
    term = Term(
        path=path,
        name=entry.name,
        definition=entry.definition,
        synonyms=entry.synonyms,
        riddles=entry.riddles,
        sayings=tuple(
            Saying(devices=_devices(key, reader.taxonomy, report, lines), words=words)
            for key, words in entry.sayings.items()
        ),
    )
    if len(term.definition.split()) > declaration.LONGEST_DEFINITION:
        report.add(
            Code.WRONG_LENGTH,
            lines.get("definition", 1),
            "la définition est trop longue",
            found=f"{len(term.definition.split())} mots",
            expected=f"{declaration.LONGEST_DEFINITION} mots au plus",
            hint="gardez l’idée qui sert au téléphone",
        )
    found = tuple(report.findings)
    return Document(path, found, term=None if report.has_errors else term, lines=lines)


def read_page(raw: bytes, path: str, reader: Reader, today: date) -> Document:
    """Read a page written by hand.

    One that has steps is a guide, written like the body of a tutorial; the others are plain
    Markdown, left to MkDocs.
    """
    report = Report(path)
    record: Record[declaration.Home] | Record[declaration.PageEntry]
    record = declaration.HOME if path == HOME_FILE else declaration.PAGE
    parts = _cut(raw, record.keys, report)
    node = _root(parts, record, record.keys, report) if parts else None
    if parts is None or node is None:
        return Document(path, tuple(report.findings))
    reading = Reading(report, today, reader.taxonomy, parts.front_offset)
    entry = record.read(node, "en-tête", reading)
    lines = _key_lines(node, parts.front_offset)
    _check_name(path, report)
    body = reader.read_page(parts.body, path, report, parts.body_offset)
    found = tuple(report.findings)
    if entry is None or body is None or report.has_errors:
        return Document(path, found, lines=lines)
    script = body.script if body.script.steps else None
    page = WrittenPage(path=path, entry=entry, script=script)
    return Document(
        path,
        found,
        page=page,
        mentions=body.mentions,
        lines=lines,
        passages=body.passages,
        sections=dict(body.sections),
    )


def read_taxonomy(raw: bytes, path: str, today: date) -> tuple[Taxonomy, tuple[Finding, ...]]:
    """Read the taxonomy; a wrong one is empty, and says why."""
    report = Report(path)
    text = decode(raw, report)
    node = compose(text, declaration.TAXONOMY, report, 0) if text is not None else None
    entry = declaration.TAXONOMY.read(node, path, Reading(report, today)) if node else None
    if entry is None:
        return Taxonomy(), tuple(report.findings)
    taxonomy = entry.taxonomy()
    for key, device in taxonomy.devices.items():
        for other in (*device.covers, *device.shows):
            if other not in taxonomy.devices:
                report.add(
                    Code.UNKNOWN_WORD,
                    1,
                    f"l’appareil « {key} » en nomme un autre qui n’existe pas",
                    found=other,
                    expected=enumerate_french(taxonomy.devices),
                )
    return (Taxonomy() if report.has_errors else taxonomy), tuple(report.findings)


def read_data(
    raw: bytes, path: str, shape: Shape[T], today: date
) -> tuple[T | None, tuple[Finding, ...]]:
    """Read a file of data; None when it is absent, empty, or wrong, which is said."""
    report = Report(path)
    text = decode(raw, report) if raw.strip() else None
    node = compose(text, shape, report, 0) if text is not None else None
    read = shape.read(node, path, Reading(report, today)) if node else None
    return read, tuple(report.findings)


def _cut(raw: bytes, keys: Sequence[Key], report: Report) -> Cut | None:
    text = decode(raw, report)
    names = [key.name for key in keys if key.required]
    names += [key.name for key in keys if not key.required]
    return cut(text, names, report) if text is not None else None


def _root(parts: Cut, record: Shape[object], keys: Sequence[Key], report: Report) -> Node | None:
    node = compose(parts.front, record, report, parts.front_offset)
    if node is None and not report.has_errors:
        names = [key.name for key in keys if key.required]
        report.add(
            Code.NO_FRONT_MATTER,
            parts.front_offset,
            "l’en-tête est vide",
            expected=f"les clés de la fiche : {', '.join(names[:2])}…",
            hint="« fil nouveau » écrit un modèle à compléter",
        )
    return node


def _key_lines(node: Node | None, offset: int) -> dict[str, int]:
    lines: dict[str, int] = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        lines[str(key.value)] = key.start_mark.line + 1 + offset
        for inner, _value in value.value if isinstance(value, yaml.MappingNode) else ():
            name = f"{key.value} {inner.value}"
            lines[name] = inner.start_mark.line + 1 + offset
    return lines


def _front(node: Node | None, reading: Reading) -> FrontMatter | None:
    return declaration.TUTORIAL.read(node, "en-tête", reading) if node is not None else None


def _devices(
    key: str, taxonomy: Taxonomy, report: Report, lines: dict[str, int]
) -> tuple[str, ...]:
    """Read ``android, iphone``, or ``tous``."""
    words = [word.strip() for word in key.split(",")]
    if [fold(word) for word in words] == ["tous"]:
        return ()
    for word in words:
        if word not in taxonomy.devices:
            report.add(
                Code.UNKNOWN_WORD,
                lines.get(f"au_telephone {key}", 1),
                f"« {word} » n’est pas un appareil connu",
                found=word,
                expected="tous, " + enumerate_french(taxonomy.devices),
            )
            return ()
    return taxonomy.expand(words)


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
    _check_name(path, report)


def _check_name(path: str, report: Report) -> None:
    """Check that every part of a path makes an address; MkDocs treats a README as an index."""
    *folders, name = path.removesuffix(".md").split("/")
    wrong = next((part for part in [*folders, name] if part != slugify(part)), None)
    if "templates" in folders:
        wrong = "templates"
    better = "index" if name.lower() == "readme" else slugify(name)
    if wrong is not None or better != name:
        in_name = better != name
        report.add(
            Code.MISPLACED_FILE,
            1,
            f"le nom du {'fichier' if in_name else 'dossier'} ferait une mauvaise adresse",
            found=f"{name}.md" if in_name else str(wrong),
            expected="des minuscules sans accent, des chiffres, des tirets",
            hint=f"renommez-le : {better}.md" if in_name else "changez le nom de ce dossier",
        )


def _check_front(front: FrontMatter, path: str, lines: dict[str, int], report: Report) -> None:
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
