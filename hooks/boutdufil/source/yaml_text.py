"""YAML as people who have never heard of YAML write it.

A French colon, a hash or a quote is understood as text where a text is expected; what cannot be
understood is explained by the line to write instead, never by a parser's message.
"""

from __future__ import annotations

import re

import yaml

from boutdufil.model.finding import Code, Report
from boutdufil.source.collection import ListOf
from boutdufil.source.shape import Node, Shape

_LINE = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?:(?P<key>[\w-]+) ?:(?P<gap> *))?(?P<value>.*)")
_OPENS_A_VALUE = ("'", '"', "[", "{", "|", ">")
_MISREAD = re.compile(r"^[@`%&*!?,\]}#-]|:(?:\s|$)|\s#")
_MAXIMUM_NODES = 4000
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def compose(text: str, record: Shape[object], report: Report, line_offset: int) -> Node | None:
    """Return the tree of ``text``, or None once what is wrong has been reported.

    ``record`` is the shape of the whole; ``line_offset`` lines of the file come before.
    """
    repaired = repair(text, record)
    if "\t" in repaired:
        line = 1 + repaired[: repaired.index("\t")].count("\n")
        report.add(
            Code.TAB,
            line + line_offset,
            "une tabulation est entrée dans l’en-tête",
            expected="des espaces",
            hint="remplacez la tabulation par deux espaces",
            fixable=True,
        )
        return None
    try:
        node = yaml.compose(repaired, Loader=_LOADER)
    except yaml.YAMLError as error:
        _explain(repaired, error, report, line_offset)
        return None
    if node is not None and _is_a_trap(node):
        report.add(
            Code.NOT_YAML,
            1 + line_offset,
            "l’en-tête se répète ou s’appelle lui-même (signes & et *)",
            expected="des lignes « clé: valeur »",
            hint="écrivez chaque valeur en toutes lettres",
        )
        return None
    return node


def repair(text: str, record: Shape[object]) -> str:
    """Quote the texts that YAML would misread; every line keeps its number."""
    lines = text.split("\n")
    current: Shape[object] | None = None
    block_indent: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None:
            if not line.strip() or indent > block_indent:
                continue
            block_indent = None
        match = _LINE.fullmatch(line.rstrip())
        if match is None or not line.strip() or line.lstrip().startswith("#"):
            continue
        key = match["key"]
        if key and not match["indent"] and not match["dash"]:
            current = record.shape_of(key)
            shape = current
        else:
            shape = _inner_shape(current, key)
            if shape is not None and shape is not _key_shape(current, key):
                # The whole item is a text: what looks like a key is its first words.
                key = None
        value = match["value"] if key or not match["key"] else line.strip().removeprefix("- ")
        value = value.strip()
        if value[:1] in {"|", ">"} and key:
            block_indent = indent
        elif shape is not None and shape.is_text and _would_be_misread(value):
            quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
            start = line[: len(line.rstrip()) - len(value)]
            lines[number] = start + (" " if start.endswith(":") else "") + quoted
        elif key and not match["gap"] and value and not value.startswith("//"):
            lines[number] = f"{line[: len(line.rstrip()) - len(value)]} {value}"
    return "\n".join(lines)


def _inner_shape(current: Shape[object] | None, key: str | None) -> Shape[object] | None:
    """Return the shape of a line under a list: a key of its records, or its texts."""
    if not isinstance(current, ListOf):
        return None
    return _key_shape(current, key) or (current.item if current.item.is_text else None)


def _key_shape(current: Shape[object] | None, key: str | None) -> Shape[object] | None:
    return current.item.shape_of(key) if isinstance(current, ListOf) and key else None


def _would_be_misread(value: str) -> bool:
    if value in {"", "-"} or value.startswith(_OPENS_A_VALUE):
        return False
    return bool(_MISREAD.search(value))


def _is_a_trap(root: Node) -> bool:
    """Tell whether aliases or sheer size would make the tree explode."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen or len(seen) > _MAXIMUM_NODES:
            return True
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            waiting.extend(part for pair in node.value for part in pair)
    return False


def _explain(text: str, error: yaml.YAMLError, report: Report, line_offset: int) -> None:
    """Report the line to mend: an unbalanced quote or bracket first, else where YAML stopped."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line.rstrip())
        if match is None or match["value"][:1] not in {"'", '"', "[", "{"}:
            continue
        value = match["value"]
        try:
            yaml.compose(value, Loader=_LOADER)
        except yaml.YAMLError:
            start = line[: len(line.rstrip()) - len(value)]
            closing = {"[": "]", "{": "}"}.get(value[0])
            if closing:
                meant = start.strip() + " " + value.rstrip(", ") + closing
                problem = f"le crochet « {value[0]} » n’est pas refermé"
            else:
                meant = f"{start.strip()} {_quoted(value)}"
                problem = "les guillemets droits ne vont pas par deux"
            report.add(
                Code.NOT_YAML,
                number + line_offset,
                problem,
                found=line.strip(),
                expected="un signe ouvrant et un signe fermant",
                hint=f"écrivez : {meant}",
            )
            return
    mark = getattr(error, "problem_mark", None)
    if "simple key" in str(getattr(error, "context", "")) or mark is None:
        # A line that should have been « clé: valeur »: YAML stops at the next one.
        mark = getattr(error, "context_mark", None) or mark
    number = min(int(mark.line) + 1 if mark else 1, len(lines))
    found = lines[number - 1].strip() or (lines[number - 2].strip() if number > 1 else "")
    report.add(
        Code.NOT_YAML,
        number + line_offset,
        "cette ligne n’est pas comprise",
        found=found,
        expected="« clé: valeur », ou « - valeur » sous une clé, bien alignés sur les voisines",
        hint=_likely_line(found),
    )


def _quoted(value: str) -> str:
    """Return a text that YAML reads whole, its inner quotes being French ones."""
    if value.count('"') % 2 == 0 and value[:1] == '"':
        return re.sub(r'"([^"]*)"', r"« \1 »", value)
    return '"' + value.strip().strip("'\"").replace('"', "'") + '"'


def _likely_line(found: str) -> str:
    if found.startswith("- "):
        return "alignez ce tiret sur celui de la ligne précédente"
    if ":" not in found and found:
        return f"s’agit-il de la suite de la ligne précédente ? Sinon, écrivez : clé: {found}"
    key, _, value = found.partition(":")
    return f"écrivez : {key.strip()}: {_quoted(value.strip())}"
