"""YAML as people who have never heard of YAML write it.

A French colon, a hash or a quote is understood as text where a text is expected; what cannot be
understood is explained by the line to write instead, never by a parser's message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from boutdufil.model.finding import Code, Report
from boutdufil.source.bounds import DEEPEST, too_deep
from boutdufil.source.collection import ListOf
from boutdufil.source.hidden import hidden_in_values, hidden_signs
from boutdufil.source.shape import Node, Shape
from boutdufil.source.signs import Sign, mended, told

_LINE = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?:(?P<key>[\w-]+) ?:(?P<gap> *))?(?P<value>.*)")
_OPENS_A_VALUE = ("'", '"', "[", "{", "|", ">")
_MISREAD = re.compile(r"^[@`%&*!?,\]}#-]|:(?:\s|$)|\s#")
# « -Ma banque », whose space was forgotten; not « - Ma banque », « --- » nor « -1 ».
_GLUED = re.compile(r"^(?P<indent> *)-(?=[^\W\d_]|[«\"'\[])")
_MAXIMUM_NODES = 10_000
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def compose(text: str, record: Shape[object], report: Report, line_offset: int) -> Node | None:
    """Return the tree of ``text``, or None once what is wrong has been reported.

    ``record`` is the shape of the whole; ``line_offset`` lines of the file come before.
    """
    plain, signs = meant(text, record)
    told(signs, report, line_offset)
    if line_offset == 0:
        # A file of data: no rule between files looks at its words.
        hidden_signs(text, report)
    repaired = repair(plain, record)
    try:
        node = _composed(repaired)
    except _TooDeepError as error:
        too_deep(report, error.line + line_offset)
        return None
    except yaml.YAMLError as error:
        _explain(plain, repaired, error, report, line_offset)
        return None
    if lost := _lost_dash(repaired):
        report.add(
            Code.NOT_YAML,
            lost + line_offset,
            "ce tiret est lu comme la suite de la ligne précédente",
            found=plain.split("\n")[lost - 1].strip(),
            expected="des tirets alignés les uns sous les autres",
            hint="alignez ce tiret sur celui de la ligne précédente",
        )
    trap = _trap(node) if node is not None else None
    if trap is not None:
        line, problem, hint = trap
        report.add(
            Code.NOT_YAML,
            line + line_offset,
            problem,
            expected="des lignes « clé: valeur »",
            hint=hint,
        )
        return None
    if node is not None and "\\" in repaired:
        values = ((each.value, each.start_mark.line + 1 + line_offset) for each in _scalars(node))
        hidden_in_values(values, repaired, report)
    return node


def meant(text: str, record: Shape[object]) -> tuple[str, tuple[Sign, ...]]:
    """Return ``text`` with the signs that were meant, and those that they replace.

    A tabulation is worth as many spaces as align its line with the others.
    """
    first = mended(text, record, "  ")
    if "\t" not in text:
        return first
    tries = (first, mended(text, record, "    "), mended(text, record, " " * 8))
    return next((each for each in tries if parses(repair(each[0], record))), first)


def parses(text: str) -> bool:
    """Tell whether ``text`` is YAML as it stands."""
    try:
        _composed(text)
    except yaml.YAMLError:
        return False
    return True


class _TooDeepError(yaml.YAMLError):
    """Values stand one within the other, from ``line`` on, deeper than a parser can go."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


def _composed(text: str) -> Node | None:
    """Return the tree of ``text``; raises a YAMLError.

    The parser that makes trees calls itself for each value within another: what comes in a row, and
    takes no stack, is looked at before.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            assert event.start_mark is not None, "what begins has a place"
            raise _TooDeepError(int(event.start_mark.line) + 1)
    node: Node | None = yaml.compose(text, Loader=_LOADER)
    if node is not None and node.start_mark.line > text.count("\n"):
        # Nothing after « --- »: the parser places it on a line that would come next.
        last = yaml.Mark("", len(text), text.count("\n"), 0, None, 0)
        return yaml.ScalarNode(node.tag, "", last, last)
    return node


def _lost_dash(text: str) -> int:
    """Return the first line whose dash goes on with the plain text above it, 0 for none."""
    column: int | None = None
    block: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line.rstrip())
        if match is None or not line.strip():
            continue
        indent = len(match["indent"])
        if block is not None and indent > block:
            # Under « | » or « > », every line is text, and a dash stays a dash.
            continue
        block = None
        if line.lstrip().startswith("#"):
            continue
        if column is not None and indent > column:
            if match["dash"]:
                return number
            continue
        value = match["value"]
        starts = indent + (len(match["dash"] or "") if match["key"] else 0)
        column = None if not value or value.startswith(_OPENS_A_VALUE) else starts
        block = starts if value.startswith(("|", ">")) else None
    return 0


def repair(text: str, record: Shape[object]) -> str:
    """Quote the texts that YAML would misread; every line keeps its number."""
    lines = text.split("\n")
    current: Shape[object] | None = None
    block_indent: int | None = None
    is_open = False
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None:
            if not line.strip() or indent > block_indent:
                continue
            block_indent = None
        if is_open and isinstance(current, ListOf):
            line = lines[number] = _GLUED.sub(r"\g<indent>- ", line, count=1)
        match = _LINE.fullmatch(line.rstrip())
        if match is None or not line.strip() or line.lstrip().startswith("#"):
            continue
        key = match["key"]
        if key and not match["indent"] and not match["dash"]:
            current = record.shape_of(key)
            is_open = not match["value"].strip()
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


def _trap(root: Node) -> tuple[int, str, str] | None:
    """Return where aliases or sheer size would make the tree explode: line, problem, advice."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        line = int(node.start_mark.line) + 1
        if id(node) in seen:
            return (
                line,
                "cette valeur se répète ou s’appelle elle-même (signes & et *)",
                "écrivez chaque valeur en toutes lettres",
            )
        if len(seen) > _MAXIMUM_NODES:
            return line, "il y a trop de lignes", "gardez celles qui servent"
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(reversed(node.value))
        elif isinstance(node, yaml.MappingNode):
            waiting.extend(part for pair in reversed(node.value) for part in reversed(pair))
    return None


def _scalars(root: Node) -> Iterator[yaml.ScalarNode]:
    """Yield the keys and the values of a tree, in the order of the file."""
    if isinstance(root, yaml.ScalarNode):
        yield root
    for part in root.value if isinstance(root, yaml.CollectionNode) else ():
        for node in part if isinstance(part, tuple) else (part,):
            yield from _scalars(node)


def _explain(
    text: str, repaired: str, error: yaml.YAMLError, report: Report, line_offset: int
) -> None:
    """Report the line to mend: an unbalanced quote or bracket first, else where YAML stopped.

    ``text`` is what the author wrote, ``repaired`` what YAML read, line for line.
    """
    lines = text.split("\n")
    for number, line in enumerate(repaired.split("\n"), 1):
        if line.startswith(("%", "...")):
            report.add(
                Code.NOT_YAML,
                number + line_offset,
                "cette ligne est un ordre donné au lecteur de l’en-tête",
                found=line.strip(),
                expected="« clé: valeur »",
                hint="retirez cette ligne",
            )
            return
        match = _LINE.fullmatch(line.rstrip())
        if match is None or match["value"][:1] not in {"'", '"', "[", "{"}:
            continue
        value = match["value"]
        try:
            _composed(value)
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
    if neighbour := _out_of_line(repaired, number):
        report.add(
            Code.NOT_YAML,
            number + line_offset,
            "cette ligne n’est pas alignée",
            found=lines[number - 1].strip(),
            expected=f"sa première lettre juste sous celle de « {neighbour} »",
            hint=f"alignez-la sur « {neighbour} », en ajoutant ou en retirant des espaces",
        )
        return
    found = lines[number - 1].strip() or (lines[number - 2].strip() if number > 1 else "")
    report.add(
        Code.NOT_YAML,
        number + line_offset,
        "cette ligne n’est pas comprise",
        found=found,
        expected="« clé: valeur », ou « - valeur » sous une clé, bien alignés sur les voisines",
        hint=_likely_line(found),
    )


def _out_of_line(repaired: str, number: int) -> str:
    """Return the key above with which a line « clé: valeur » would be read; empty: there is none.

    What stands above is tried from the nearest, at the column of its key.
    """
    lines = repaired.split("\n")
    match = _LINE.fullmatch(lines[number - 1].rstrip())
    if match is None or not match["key"] or match["dash"]:
        return ""
    words = lines[number - 1].strip()
    for above in reversed(lines[: number - 1]):
        neighbour = _LINE.fullmatch(above.rstrip())
        if neighbour is None or not neighbour["key"]:
            continue
        column = len(neighbour["indent"]) + len(neighbour["dash"] or "")
        moved = [*lines[: number - 1], " " * column + words]
        if column != len(match["indent"]) and parses("\n".join(moved)):
            return str(neighbour["key"])
    return ""


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
    if not key.strip():
        return f"écrivez le nom de la clé avant les deux-points : clé: {value.strip()}"
    return f"écrivez : {key.strip()}: {_quoted(value.strip())}"
