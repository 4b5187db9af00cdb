"""What the readings of all kinds share: a front matter cut and composed, a file of data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

import yaml

from boutdufil.folded import Folded
from boutdufil.kinds.document import Document
from boutdufil.language.text import slugify
from boutdufil.markup.reader import Reader
from boutdufil.markup.seen import Seen, values_seen
from boutdufil.model.finding import Code, Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.collection import Key, Record
from boutdufil.source.shape import Node, Reading, Shape
from boutdufil.source.text_file import cut, decode
from boutdufil.source.yaml_text import compose

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Read = Callable[[bytes, str, Reader, date], Document]
"""From the bytes of a file, its path within the content, what reads bodies, and today."""


@dataclass(frozen=True, slots=True)
class Opened(Generic[T_co]):
    """A Markdown file in its two parts: what the front matter declares, and the body.

    ``entry`` is None once what is wrong has been reported. ``lines`` are those of the keys; the
    body begins after ``body_offset`` lines. ``seen`` is what the front matter shows.
    """

    entry: T_co | None
    lines: Mapping[str, int]
    body: str
    body_offset: int
    seen: tuple[Seen, ...] = ()


def open_file(
    raw: bytes, record: Record[T], report: Report, reader: Reader, today: date
) -> Opened[T] | None:
    """Open a Markdown file; None, once it is reported, when its front matter is not to be found."""
    text = decode(raw, report)
    names = [key.name for key in record.keys if key.required]
    names += [key.name for key in record.keys if not key.required]
    parts = cut(text, names, report) if text is not None else None
    if parts is None:
        return None
    node = compose(parts.front, record, report, parts.front_offset)
    if node is None and not report.has_errors:
        _report_empty(record.keys, parts.front_offset, report)
    reading = Reading(report, today, reader.taxonomy, parts.front_offset)
    entry = record.read(node, "en-tête", reading) if node is not None else None
    return Opened(
        entry,
        _key_lines(node, parts.front_offset),
        parts.body,
        parts.body_offset,
        values_seen(node, parts.front_offset),
    )


def _report_empty(keys: Sequence[Key], line: int, report: Report) -> None:
    names = [key.name for key in keys if key.required]
    report.add(
        Code.NO_FRONT_MATTER,
        line,
        "l’en-tête est vide",
        expected=f"les clés de la fiche : {', '.join(names[:2])}…",
        hint="« fil nouveau » écrit un modèle à compléter",
    )


def _key_lines(node: Node | None, offset: int, above: str = "") -> dict[str, int]:
    """Return the line of each key and of each item of a list: ``sources``, ``sources 0 url``."""
    lines: dict[str, int] = {}
    if isinstance(node, yaml.MappingNode):
        named = [(str(key.value), key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        named = [(str(rank), value, value) for rank, value in enumerate(node.value)]
    else:
        return lines
    for name, begins, value in named:
        lines[above + name] = begins.start_mark.line + 1 + offset
        lines |= _key_lines(value, offset, f"{above}{name} ")
    return lines


def read_data(raw: bytes, path: str, shape: Shape[T], today: date, taxonomy: Taxonomy) -> Document:
    """Read a file of data; its value is None when it is empty, or wrong, which is said."""
    report = Report(path)
    text = decode(raw, report) if raw.strip() else None
    node = compose(text, shape, report, 0) if text is not None else None
    read = shape.read(node, path, Reading(report, today, taxonomy)) if node else None
    lines = _key_lines(node, 0)
    return Document(
        path, tuple(report.findings), read, lines=lines, shown=Folded(values_seen(node, 0))
    )


def check_place(path: str, folder: str, one: str, many: str, report: Report) -> None:
    """Check that a file stands in ``folder`` itself, by a name that makes an address.

    ``one`` and ``many`` are how it and its like are told: « le geste », « des gestes ».
    """
    if path.count("/") != 1:
        report.add(
            Code.MISPLACED_FILE,
            1,
            f"{one} n’est pas dans le dossier {many}",
            found=path,
            expected=f"{folder}/<nom>.md",
            hint=f"déplacez-le dans le dossier {folder}",
        )
    check_name(path, report)


def check_name(path: str, report: Report) -> None:
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
