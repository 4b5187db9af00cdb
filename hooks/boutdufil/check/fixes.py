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

import yaml

from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.content import Content
from boutdufil.kinds.registry import form_of
from boutdufil.kinds.tutorial.blank import next_number
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.language.text import counted
from boutdufil.markup.lists import with_lists
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.collection import Key, ListOf, Named, Record
from boutdufil.source.form import Day, meant_day
from boutdufil.source.scanner import scan
from boutdufil.source.shape import Node, Shape, Text
from boutdufil.source.text_file import cut, decode
from boutdufil.source.tree import Block, Span, Tree, walk
from boutdufil.source.tree import Code as CodeBlock
from boutdufil.source.yaml_text import compose, repair

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿŒœ"
_STRAIGHT = re.compile(rf"(?<=[{_LETTER}])'(?=[{_LETTER}])")
_STRAIGHT_BEFORE_MARK = re.compile(rf"(?<=[{_LETTER}])'(?=[{_LETTER}*\[«])")
_DOUBLED = re.compile(rf"(?<=[{_LETTER}])''(?=[{_LETTER}])")
_NOT_PROSE = re.compile(r"`+[^`]*`+|\]\([^)]*\)|\]\[[^\]]*\]|<[^>]*>")
_DEFINITION = re.compile(r"\s*\[[^\]]+\]:")
_MARK_ALONE = re.compile(r"\s*(?:[-*+]|\d+[.)]|#+|>)")
_KEY_LINE = re.compile(r"(?P<key>[\w-]+) ?:(?:\s|$)")
_NUMBER_LINE = re.compile(r"^numero\s*:\s*[\"']?(\d{1,4})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Correction:
    """A file to write again at ``path``, within the content folder, and what was done to it."""

    path: str
    text: str
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """A file in its two parts; ``front`` is None without front matter, all of it in a ``.yml``."""

    front: str | None
    body: str
    shape: Shape[object]
    keys: tuple[Key, ...]
    is_yaml: bool = False

    @property
    def text(self) -> str:
        if self.is_yaml or self.front is None:
            return self.body if self.front is None else self.front
        return "---\n" + (f"{self.front}\n" if self.front else "") + f"---\n{self.body}"


Step = tuple[str, Callable[[_Parts], _Parts]]


def corrections(
    root: Path, content: Content, today: date, chosen: Callable[[str], bool] = lambda path: True
) -> Iterator[Correction]:
    """Yield what to write again among the files of ``content`` that ``chosen`` accepts."""
    paths = [document.path for document in (*content.documents, *content.data)]
    if TAXONOMY_FILE not in paths and (root / TAXONOMY_FILE).is_file():
        # When it is wrong, nothing else is read.
        paths.append(TAXONOMY_FILE)
    taken = {
        int(number)
        for path in paths
        if path.startswith(f"{TUTORIALS}/")
        for number in _NUMBER_LINE.findall((root / path).read_text("utf-8", errors="replace"))
    }
    reader = Reader(content.taxonomy)
    for path in paths:
        if not chosen(path):
            continue
        number = ""
        if path.startswith(f"{TUTORIALS}/") and path.count("/") == 2:
            number = next_number(content.tutorials, path.split("/")[1], taken)
        raw = (root / path).read_bytes()
        correction = correct(raw, path, reader, today, number)
        if correction is not None:
            taken.update(map(int, _NUMBER_LINE.findall(correction.text)))
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


def _parts(text: str, path: str) -> _Parts:
    form = form_of(path)
    shape, keys = form.declaration, form.keys
    if path.endswith(".yml"):
        return _Parts(text, "", shape, keys, is_yaml=True)
    parted = cut(text, [key.name for key in keys], Report(path))
    if parted is None:
        return _Parts(None, text, shape, keys)
    return _Parts(parted.front, parted.body, shape, keys)


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
    document = form_of(path).document(text.encode(), path, reader, today)
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
    return after.codes <= before.codes and len(after.findings) <= len(before.findings)


def _steps(number: str, today: date) -> tuple[Step, ...]:
    return (
        ("tabulations de l’en-tête remplacées", _without_tabs),
        ("guillemets ajoutés où il en fallait", _quoted),
        ("dates écrites année-mois-jour", lambda parts: _dated(parts, today)),
        (f"numéro {number} ajouté", lambda parts: _numbered(parts, number)),
        ("clés remises dans l’ordre", _ordered),
        ("listes remises en forme", _listed),
        ("apostrophes courbes dans l’en-tête", _curled_front),
        ("apostrophes courbes dans le texte", _curled_body),
        ("blancs retirés en fin de ligne", _stripped),
        ("fin de fichier remise en ordre", _ended),
    )


def _without_tabs(parts: _Parts) -> _Parts:
    return replace(parts, front=parts.front.replace("\t", "  ")) if parts.front else parts


def _quoted(parts: _Parts) -> _Parts:
    return replace(parts, front=repair(parts.front, parts.shape)) if parts.front else parts


def _dated(parts: _Parts, today: date) -> _Parts:
    def date_of(text: str) -> str:
        meant = meant_day(text.strip("'\""))
        return meant.isoformat() if meant and meant <= today else text

    return _with_values(parts, Day, date_of)


def _curled_front(parts: _Parts) -> _Parts:
    def curled(text: str) -> str:
        single = text.startswith("'")
        return _STRAIGHT.sub("’", _DOUBLED.sub("’", text) if single else text)

    return _with_values(parts, Text, curled)


def _with_values(
    parts: _Parts, kind: type[Text] | type[Day], change: Callable[[str], str]
) -> _Parts:
    """Change the values of one kind as they are written, quotes included."""
    if not parts.front:
        return parts
    node = compose(parts.front, parts.shape, Report(""), 0)
    # Places count in the repaired text: when it differs, they are not those of this one.
    if node is None or repair(parts.front, parts.shape) != parts.front:
        return parts
    front = parts.front
    for value in sorted(
        _values(node, parts.shape, kind), key=lambda each: int(each.start_mark.index), reverse=True
    ):
        start, end = int(value.start_mark.index), int(value.end_mark.index)
        front = front[:start] + change(front[start:end]) + front[end:]
    return replace(parts, front=front)


def _values(
    node: Node, shape: Shape[object] | None, kind: type[Text] | type[Day]
) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        if isinstance(shape, ListOf):
            yield from _values(node, shape.item, kind)
        elif isinstance(shape, kind):
            yield node
    elif isinstance(node, yaml.SequenceNode) and isinstance(shape, ListOf):
        for item in node.value:
            yield from _values(item, shape.item, kind)
    elif isinstance(node, yaml.MappingNode) and isinstance(shape, Record | Named):
        for key, value in node.value:
            inner = shape.item if isinstance(shape, Named) else shape.shape_of(str(key.value))
            yield from _values(value, inner, kind)


def _numbered(parts: _Parts, number: str) -> _Parts:
    if not number or parts.front is None or _NUMBER_LINE.search(parts.front):
        return parts
    if "numero" in {key for key, _lines in _segments(parts.front)}:
        return parts
    return replace(parts, front=f"numero: {number}\n{parts.front}")


def _ordered(parts: _Parts) -> _Parts:
    """Put the keys in the order of the declaration, each with the comments above it."""
    front = (parts.front or "").rstrip("\n")
    ending = (parts.front or "")[len(front) :]
    segments = _segments(front)
    names = [key for key, _lines in segments]
    order = {key.name: rank for rank, key in enumerate(parts.keys)}
    if len(set(names)) != len(names) or not order.keys() >= set(names):
        return parts
    lines = [
        line for _key, each in sorted(segments, key=lambda one: order[one[0]]) for line in each
    ]
    return replace(parts, front="\n".join(lines) + ending) if lines else parts


def _segments(front: str) -> list[tuple[str, list[str]]]:
    """Cut a front matter at its keys; the comments before a key are its own."""
    segments: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    for line in front.split("\n"):
        if match := _KEY_LINE.match(line):
            segments.append((match["key"], [*waiting, line]))
            waiting = []
        elif line.startswith("#") or not line.strip() or not segments:
            waiting.append(line)
        else:
            segments[-1][1].extend([*waiting, line])
            waiting = []
    if segments:
        segments[-1][1].extend(waiting)
    return segments


def _curled_body(parts: _Parts) -> _Parts:
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


def _stripped(parts: _Parts) -> _Parts:
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


def _ended(parts: _Parts) -> _Parts:
    if parts.is_yaml:
        return replace(parts, front=f"{(parts.front or '').rstrip(chr(10))}\n")
    body = parts.body.rstrip("\n")
    return replace(parts, body=f"{body}\n" if body else "")


def _prose(body: str, *, with_screens: bool = False) -> Sequence[int]:
    """Return the lines of ``body`` that are text: not code, nor a screen unless it is asked."""
    tree = scan(body, Report(""))
    hidden: set[int] = set()
    for node in walk(tree.nodes):
        if isinstance(node, CodeBlock):
            hidden.update(_lines(tree, node.span))
        elif isinstance(node, Block) and node.is_raw and not with_screens:
            hidden.update(_lines(tree, node.content))
    return [number - 1 for number in range(1, body.count("\n") + 2) if number not in hidden]


def _lines(tree: Tree, span: Span) -> range:
    return range(tree.line(span.start), tree.line(span.end - 1) + 1) if span else range(0)


def _listed(parts: _Parts) -> _Parts:
    return replace(parts, body=with_lists(scan(parts.body, Report(""))))


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
