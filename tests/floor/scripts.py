"""What a script says that the oldest browsers do not understand: its syntax, and what it calls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from tests.floor.remark import Remark

_PARSER = Parser(Language(tree_sitter_javascript.language()))
_NEW_FLAGS = re.compile("[sdv]")
_NEW_PATTERN = re.compile(r"\(\?<|\(\?[ims-]+[:)]|\\[pPk]\{?")
"""``(?<=a)``, ``(?<an>a)``, ``(?i:a)``, ``\\p{L}``; not ``(?=a)``, ``(?:a)``."""
_NEW_NUMBER = re.compile(r"[\d_]+n|\w*_\w*")
"""``10n``, ``1_000``; not ``0x1F``, ``1e3``."""
_LINES = re.compile("[\u2028\u2029]")
_NAMES = {"identifier", "property_identifier", "shorthand_property_identifier"}


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _has(node: Node, *words: str) -> bool:
    return any(child.type in words for child in node.children)


def _operator(node: Node) -> str:
    sign = node.child_by_field_name("operator")
    return sign.type if sign else ""


def _is_in_async(node: Node | None) -> bool:
    while node is not None:
        if "function" in node.type or node.type == "method_definition":
            return _has(node, "async")
        node = node.parent
    return False


def _regex(node: Node) -> bool:
    pattern, flags = node.child_by_field_name("pattern"), node.child_by_field_name("flags")
    new_flag = flags is not None and _NEW_FLAGS.search(_text(flags))
    return bool(new_flag or (pattern and _NEW_PATTERN.search(_text(pattern))))


def _always(_node: Node) -> bool:
    return True


SYNTAX: Mapping[str, tuple[str, Callable[[Node], bool]]] = {
    "ERROR": ("une écriture inconnue", _always),
    "await_expression": ("await hors d’une fonction", lambda node: not _is_in_async(node)),
    "augmented_assignment_expression": (
        "a ??= b",
        lambda node: _operator(node) in {"??=", "||=", "&&="},
    ),
    "binary_expression": ("a ?? b", lambda node: _operator(node) == "??"),
    "catch_clause": (
        "catch sans paramètre",
        lambda node: not node.child_by_field_name("parameter"),
    ),
    "class_static_block": ("un bloc static", _always),
    "export_statement": ("export", _always),
    "field_definition": ("un champ de classe", _always),
    "for_in_statement": ("for await", lambda node: _has(node, "await")),
    "generator_function": ("async function*", lambda node: _has(node, "async")),
    "generator_function_declaration": ("async function*", lambda node: _has(node, "async")),
    "hash_bang_line": ("#!", _always),
    "import": ("import()", lambda node: node.parent is not None and _has(node.parent, "arguments")),
    "import_statement": ("import", _always),
    "number": ("1_000, 10n", lambda node: bool(_NEW_NUMBER.fullmatch(_text(node)))),
    "object_pattern": ("{ ...reste }", lambda node: _has(node, "rest_pattern")),
    "object": ("{ ...objet }", lambda node: _has(node, "spread_element")),
    "optional_chain": ("a?.b", _always),
    "private_property_identifier": ("#privé", _always),
    "regex": ("une expression régulière trop récente", _regex),
    "string_fragment": ("U+2028 dans un texte", lambda node: bool(_LINES.search(_text(node)))),
    "using_declaration": ("using", _always),
}
"""Younger than ES2017, or refused by one of the oldest browsers, by the name of its node."""


def script_remarks(
    source: str, young: Mapping[str, str], events: Mapping[str, str]
) -> list[Remark]:
    """Return what is too young in a script; ``young`` and ``events`` say since when by name."""
    root = _PARSER.parse(source.encode()).root_node
    nodes = [*_walk(root)]
    own = {_text(node) for node in nodes if _declares(node)}
    found = []
    for node in nodes:
        words, is_young = SYNTAX.get(node.type, ("", None))
        if is_young is not None and is_young(node):
            found.append(_remark(words, "ES2017 au plus", node))
        name = _text(node) if node.type in _NAMES else ""
        if name in young and name not in own and not _is_key(node):
            found.append(_remark(name, young[name], node))
        event = _listened(node)
        if event in events:
            found.append(_remark(event, events[event], node))
    return found


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _remark(words: str, since: str, node: Node) -> Remark:
    return Remark(words, since, node.start_point[0] + 1)


def _declares(node: Node) -> bool:
    """Tell whether a name is given here: a variable, a parameter, a function."""
    parent = node.parent
    if node.type != "identifier" or parent is None:
        return False
    if parent.type in {"formal_parameters", "array_pattern", "rest_pattern", "catch_clause"}:
        return True
    named = parent.child_by_field_name("name") or parent.child_by_field_name("parameter")
    return named == node and parent.type != "augmented_assignment_expression"


def _is_key(node: Node) -> bool:
    """Tell whether a name is a key of our own objects, or of our own classes."""
    parent = node.parent
    if parent is None or parent.type not in {"pair", "method_definition", "pair_pattern"}:
        return False
    return node in (parent.child_by_field_name("key"), parent.child_by_field_name("name"))


def _listened(node: Node) -> str:
    """Return the name of the event that a call listens to."""
    called = node.child_by_field_name("function") if node.type == "call_expression" else None
    given = node.child_by_field_name("arguments")
    if called is None or given is None or not _text(called).endswith("addEventListener"):
        return ""
    return _text(given.named_children[0]).strip("\"'") if given.named_children else ""
