"""What can be corrected without asking: the form of a file, never what it says.

A file goes through small steps. Each is kept only when the file, read again, says the same; one
that could not be read must have no new kind of mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from boutdufil.check.front_steps import (
    LETTER,
    NUMBER_LINE,
    Parts,
    curled,
    dated,
    numbered,
    ordered,
    quoted,
    without_lookalikes,
)
from boutdufil.kinds import declaration
from boutdufil.kinds.code.reading import EXPLANATION
from boutdufil.kinds.code.reading import FOLDER as CODES
from boutdufil.kinds.content import GLOSSARY, READERS, TUTORIALS, Content
from boutdufil.kinds.declaration import STATEMENT_FILE, SYNONYMS_FILE, TAXONOMY_FILE
from boutdufil.kinds.documents import HOME_FILE, read_data, read_page, read_taxonomy
from boutdufil.kinds.references.declaration import NUMBERS, NUMBERS_FILE, REVIEW, REVIEW_FILE
from boutdufil.kinds.tutorial.numbers import next_number
from boutdufil.language.text import counted
from boutdufil.markup.outline import outline
from boutdufil.markup.reader import Reader
from boutdufil.markup.screens import EXAMPLES, SCREEN, read_screen
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.blocks import BLOCKS
from boutdufil.source.collection import Key
from boutdufil.source.shape import Shape
from boutdufil.source.text_file import cut, decode
from boutdufil.source.yaml_text import meant

_STRAIGHT_BEFORE_MARK = re.compile(rf"(?<=[{LETTER}])'(?=[{LETTER}*\[«])")
_NOT_PROSE = re.compile(r"`+[^`]*`+|\]\([^)]*\)|\]\[[^\]]*\]|<[^>]*>")
_DEFINITION = re.compile(r"\s*\[[^\]]+\]:")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_MARK_ALONE = re.compile(r"\s*(?:[-*+]|\d+[.)]|#+|>)")


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
    paths = [document.path for document in content.documents]
    paths += [name for name in (TAXONOMY_FILE, *_DATA) if (root / name).is_file()]
    for folder in _FOLDERS:
        paths += sorted(f"{folder}/{file.name}" for file in (root / folder).glob("*.yml"))
    given: set[int] = set()
    reader = Reader(content.taxonomy)
    for path in paths:
        if not chosen(path):
            continue
        number = ""
        if path.startswith(f"{TUTORIALS}/"):
            number = next_number(content, path.split("/")[1], given)
        raw = (root / path).read_bytes()
        correction = correct(raw, path, reader, today, number)
        if correction is not None:
            given.update(map(int, NUMBER_LINE.findall(correction.text)))
            yield correction


def correct(
    raw: bytes, path: str, reader: Reader, today: date, number: str = ""
) -> Correction | None:
    """Return the correction of one file, or None when there is nothing to do.

    ``number`` is given to a tutorial that has none.
    """
    text = decode(raw, Report(path))
    if text is None:
        return None
    done = ["fins de ligne et accents uniformisés"] if text.encode() != raw else []
    parts = _parts(text, path)
    if parts.text != text:
        done.append("haut du fichier remis en ordre")
    before = _state(text, path, reader, today)
    for name, step in _steps(number, today):
        changed = step(parts)
        if changed.text == parts.text:
            continue
        after = _state(changed.text, path, reader, today)
        if _is_harmless(before, after):
            parts, before = changed, after
            done.append(name)
    return Correction(path, parts.text, tuple(done)) if parts.text.encode() != raw else None


_DATA: Mapping[str, tuple[Shape[object], tuple[Key, ...]]] = {
    SYNONYMS_FILE: (declaration.SYNONYMS, declaration.SYNONYMS.keys),
    STATEMENT_FILE: (declaration.STATEMENT, declaration.STATEMENT.keys),
    NUMBERS_FILE: (NUMBERS, NUMBERS.keys),
    REVIEW_FILE: (REVIEW, REVIEW.keys),
}
_FOLDERS: Mapping[str, tuple[Shape[object], tuple[Key, ...]]] = {
    CODES: (EXPLANATION, EXPLANATION.keys),
    EXAMPLES: (SCREEN, SCREEN.keys),
}
"""Files of data, by their names or by their folders."""
_PAGE = (declaration.PAGE, declaration.PAGE.keys)
_DECLARED: Mapping[str, tuple[Shape[object], tuple[Key, ...]]] = {
    TAXONOMY_FILE: (declaration.TAXONOMY, declaration.TAXONOMY.keys),
    **_DATA,
    **_FOLDERS,
    HOME_FILE: (declaration.HOME, declaration.HOME.keys),
    TUTORIALS: (declaration.TUTORIAL, declaration.TUTORIAL.keys),
    GLOSSARY: (declaration.TERM, declaration.TERM.keys),
}
"""The keys of a file, by its name or by its folder."""


def _parts(text: str, path: str) -> Parts:
    shape, keys = (
        _DECLARED.get(path)
        or (path.endswith(".yml") and _DECLARED.get(path.rpartition("/")[0]))
        or _DECLARED.get(path.split("/")[0], _PAGE)
    )
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
    raw = text.encode()
    if path == TAXONOMY_FILE:
        taxonomy, findings = read_taxonomy(raw, path, today)
        return _State(None if findings else _said(taxonomy), "", findings)
    if path in _DATA:
        declared, findings = read_data(raw, path, _DATA[path][0], today)
        return _State(None if findings else _said(declared), "", findings)
    if path.startswith(f"{EXAMPLES}/") and path.endswith(".yml"):
        report = Report(path)
        screen = read_screen(text.partition("\n")[2], "", report, 1, reader.taxonomy)
        return _State(_said(screen), "", tuple(report.findings))
    if path.startswith(f"{CODES}/") and path.endswith(".yml"):
        explained, findings = read_data(raw, path, EXPLANATION, today)
        return _State(None if findings else _said(explained), "", findings)
    document = READERS.get(path.split("/")[0], read_page)(raw, path, reader, today)
    number = document.tutorial.number if document.tutorial else ""
    return _State(
        _said(document.tutorial or document.term or document.page), number, document.findings
    )


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
        ("signes trompeurs remplacés dans les écrans", _screens_mended),
        ("guillemets ajoutés où il en fallait", quoted),
        ("dates écrites année-mois-jour", lambda parts: dated(parts, today)),
        (f"numéro {number} ajouté", lambda parts: numbered(parts, number)),
        ("clés remises dans l’ordre", ordered),
        ("apostrophes courbes dans l’en-tête", curled),
        ("apostrophes courbes dans le texte", _curled_body),
        ("blancs retirés en fin de ligne", _stripped),
        ("fin de fichier remise en ordre", _ended),
    )


def _screens_mended(parts: Parts) -> Parts:
    if parts.is_yaml:
        return parts
    lines = parts.body.split("\n")
    for opening in outline(parts.body, Report(""), 0).blocks:
        if BLOCKS[opening.name].RAW:
            closing = next(
                number
                for number in range(opening.line, len(lines) + 1)
                if number == len(lines) or lines[number].strip() == "/" * opening.length
            )
            screen = "\n".join(lines[opening.line : closing])
            lines[opening.line : closing] = meant(screen, SCREEN)[0].split("\n")
    return replace(parts, body="\n".join(lines))


def _curled_body(parts: Parts) -> Parts:
    lines = parts.body.split("\n")
    for number in _prose(parts.body):
        line = lines[number]
        if not _DEFINITION.match(line) and not line.startswith(("    ", "\t")):
            lines[number] = _curled_line(line)
    return replace(parts, body="\n".join(lines))


def _curled_line(line: str) -> str:
    pieces = []
    place = 0
    for match in _NOT_PROSE.finditer(line):
        pieces += [_STRAIGHT_BEFORE_MARK.sub("’", line[place : match.start() + 1])[:-1], match[0]]
        place = match.end()
    return "".join([*pieces, _STRAIGHT_BEFORE_MARK.sub("’", line[place:])])


def _stripped(parts: Parts) -> Parts:
    """Take away the blanks that say nothing: two at the end of a line, in a text, break it."""
    lines = parts.body.split("\n")
    for number in _prose(parts.body, with_screens=True):
        line = lines[number]
        bare = line.rstrip(" \t")
        following = lines[number + 1] if number + 1 < len(lines) else ""
        is_break = line.endswith("  ") and bool(bare) and bool(following.strip())
        if not is_break and not _MARK_ALONE.fullmatch(bare):
            lines[number] = bare
    body = "\n".join(lines)
    front = parts.front
    if front is not None:
        front = "\n".join(line.rstrip(" \t") for line in front.split("\n"))
    return replace(parts, front=front, body=body)


def _ended(parts: Parts) -> Parts:
    if parts.is_yaml:
        return replace(parts, front=f"{(parts.front or '').rstrip(chr(10))}\n")
    body = parts.body.rstrip("\n")
    return replace(parts, body=f"{body}\n" if body else "")


def _prose(body: str, *, with_screens: bool = False) -> Sequence[int]:
    """Return the lines of ``body`` that are text: not code, nor a screen unless it is asked."""
    lines = body.split("\n")
    raw = {
        opening.line - 1: opening.length
        for opening in outline(body, Report(""), 0).blocks
        if BLOCKS[opening.name].RAW
    }
    prose = []
    fence = ""
    closing = 0
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if closing:
            if with_screens:
                prose.append(number)
            closing = 0 if line.strip() == "/" * closing else closing
        elif fence:
            fence = "" if match and match[1].startswith(fence) else fence
        elif match:
            fence = match[1]
        else:
            prose.append(number)
            closing = raw.get(number, 0)
    return prose


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
