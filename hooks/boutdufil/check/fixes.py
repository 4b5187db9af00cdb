"""What can be corrected without asking: the form of a file, never what it says.

A file goes through small steps. Each is kept only when the file, read again, says the same; one
that could not be read must have no new kind of mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from boutdufil.check.body_steps import curled_body, listed, screens_mended, stripped
from boutdufil.check.front_steps import (
    NUMBER_LINE,
    Parts,
    curled,
    dated,
    numbered,
    ordered,
    quoted,
    without_lookalikes,
)
from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.registry import form_of
from boutdufil.kinds.tutorial.numbers import next_number
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.language.text import counted
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.disk import read_ordinary
from boutdufil.source.text_file import cut, decode


@dataclass(frozen=True, slots=True)
class Correction:
    """A file to write again at ``path``, within the content folder, and what was done to it."""

    path: str
    text: str
    done: tuple[str, ...]


Step = tuple[str, Callable[[Parts], Parts]]


def corrections(
    root: Path, content: Content, today: date, chosen: Callable[[str], bool] = lambda path: True
) -> Iterator[Correction]:
    """Yield what to write again among the files of ``content`` that ``chosen`` accepts."""
    known = {document.path: document for document in (*content.documents, *content.data)}
    paths = [*known]
    if TAXONOMY_FILE not in paths:
        # When it is wrong, nothing else is read.
        paths.append(TAXONOMY_FILE)
    given: set[int] = set()
    reader = Reader(content.taxonomy, content.plan)
    for path in paths:
        if not chosen(path) or form_of(path).is_table:
            continue
        raw = read_ordinary(root, path)
        if raw is None:
            continue
        number = ""
        if path.startswith(f"{TUTORIALS}/"):
            number = next_number(content, path.split("/")[1], given)
        # What was read of a file serves as long as it says what it said.
        is_known = path in content.texts and content.texts[path].encode() == raw
        document = known[path] if is_known else None
        correction = correct(raw, path, reader, today, number, document)
        if correction is not None:
            given.update(map(int, NUMBER_LINE.findall(correction.text)))
            yield correction


def correct(
    raw: bytes,
    path: str,
    reader: Reader,
    today: date,
    number: str = "",
    document: Document | None = None,
) -> Correction | None:
    """Return the correction of one file, or None when there is nothing to do.

    ``number`` is given to a tutorial that has none; ``document`` is the file as it was read, when
    it was.
    """
    text = decode(raw, Report(path))
    if text is None:
        return None
    done = ["fins de ligne et accents uniformisés"] if text.encode() != raw else []
    parts = _parts(text, path)
    if parts.text != text:
        done.append("haut du fichier remis en ordre")
    # Reading is long, and a file in order needs none: it is read when a step has something to do.
    before = _state_of(document) if document else None
    for name, step in _steps(number, today):
        changed = step(parts)
        if changed.text == parts.text:
            continue
        before = before or _state(text, path, reader, today)
        after = _state(changed.text, path, reader, today)
        if _is_harmless(before, after):
            parts, before = changed, after
            done.append(name)
    return Correction(path, parts.text, tuple(done)) if parts.text.encode() != raw else None


def _parts(text: str, path: str) -> Parts:
    form = form_of(path)
    shape, keys = form.declaration, form.keys
    if path.endswith(".yml"):
        return Parts(text, "", shape, keys, is_yaml=True)
    parted = cut(text, [key.name for key in keys], Report(path))
    if parted is None:
        return Parts(None, text, shape, keys)
    return Parts(parted.front, parted.body, shape, keys)


@dataclass(frozen=True, slots=True)
class _State:
    """What a file says, an apostrophe counting for one whatever its shape, and what is wrong."""

    said: str | None
    number: str
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> set[Code]:
        return {finding.code for finding in self.findings}


def _state(text: str, path: str, reader: Reader, today: date) -> _State:
    return _state_of(form_of(path).document(text.encode(), path, reader, today))


def _state_of(document: Document) -> _State:
    number = document.tutorial.number if document.tutorial else ""
    return _State(_said(document.value), number, document.findings)


def _said(value: object) -> str | None:
    if isinstance(value, Taxonomy):
        value = (value.audiences, value.themes, value.devices)
    if value is None:
        return None
    # Where a block stands, and blanks at the end of a line, are not said.
    placed = re.sub(r"\bline=\d+", "", re.sub(r"(?: |\\t)+(?=\\n|</)", "", repr(value)))
    # The quotes around a text, and the bars before them, depend on the apostrophes within.
    return re.sub(r"\\?['\"\u2019]", "'", placed)


def _is_harmless(before: _State, after: _State) -> bool:
    if before.said is not None:
        return after.said == before.said and len(after.findings) <= len(before.findings)
    # What is looked at once a front matter is read was there before, unseen.
    new = [found for found in after.findings if found.code not in _SEEN_LAST]
    return after.codes <= before.codes | _SEEN_LAST and len(new) <= len(before.findings)


_SEEN_LAST = frozenset(
    (
        Code.FOLDER_IS_NOT_THEME,
        Code.LOST_CHARACTER,
        Code.RECAP_TOO_LONG,
        Code.WRONG_DATE,
        Code.WRONG_LINK,
    )
)
"""What a tutorial is told when each of its keys is right, and not before."""


def _steps(number: str, today: date) -> tuple[Step, ...]:
    return (
        ("tabulations et signes trompeurs remplacés", without_lookalikes),
        ("signes trompeurs remplacés dans les écrans", screens_mended),
        ("guillemets ajoutés où il en fallait", quoted),
        ("dates écrites année-mois-jour", lambda parts: dated(parts, today)),
        (f"numéro {number} ajouté", lambda parts: numbered(parts, number)),
        ("clés remises dans l’ordre", ordered),
        ("listes remises en forme", listed),
        ("apostrophes courbes dans l’en-tête", curled),
        ("apostrophes courbes dans le texte", curled_body),
        ("blancs retirés en fin de ligne", stripped),
        ("fin de fichier remise en ordre", _ended),
    )


def _ended(parts: Parts) -> Parts:
    if parts.is_yaml:
        return replace(parts, front=f"{(parts.front or '').rstrip(chr(10))}\n")
    body = parts.body.rstrip("\n")
    return replace(parts, body=f"{body}\n" if body else "")


def told(correction: Correction, folder: str) -> str:
    """Return one line for an author: the file, and what was done to it."""
    return f"{folder}/{correction.path} : {', '.join(correction.done)}."


def told_all(corrected: Sequence[Correction], folder: str) -> str:
    """Return a line a file, then their number."""
    if not corrected:
        return "Rien à corriger automatiquement."
    files = counted(len(corrected), "fichier")
    verb = "corrigés" if len(corrected) > 1 else "corrigé"
    return "\n".join([*(told(each, folder) for each in corrected), f"{files} {verb}."])
