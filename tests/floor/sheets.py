"""What a sheet says that the oldest browsers leave out, where nothing older serves instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import tinycss2
from tinycss2 import ast

from tests.floor.remark import Remark

_NEW_UNIT = re.compile(r"[dsl]v(?:h|w|min|max|i|b)|v[ib]|cq\w+|r?(?:lh|cap|ic)|r(?:ex|ch)")
"""``dvh``, ``lh``, ``cqw``; not ``vh``, ``rem``, ``ch``."""
_GAPS = {"gap", "row-gap", "column-gap"}
"""Known first in a grid, where ``grid-gap`` is older, and much later in a flexible box."""
_PREFIXES = ("-webkit-", "-moz-", "page-")
"""What the former name of a property begins with: ``page-break-inside``."""
FLEX_GAP = "Chrome 84, Firefox 63, Safari 14.1 dans une boîte souple"
NEVER = "aucune version : tout le reste de la liste est perdu"


@dataclass(frozen=True, slots=True)
class Young:
    """What is younger than the floor, by name: since when (``values``: by property)."""

    properties: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    functions: Mapping[str, str]
    selectors: Mapping[str, str]
    rules: Mapping[str, str]
    media: Mapping[str, str]


def sheet_remarks(source: str, young: Young) -> list[Remark]:
    """Return what is too young in a style sheet and has nothing older beside it."""
    rules = tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True)
    return [*_rules(rules, young, "")]


def _rules(rules: Sequence[ast.Node], young: Young, asked: str) -> Iterator[Remark]:
    """Yield the remarks on some rules; ``asked`` is the condition of ``@supports`` around them."""
    for rule in rules:
        if isinstance(rule, ast.QualifiedRule):
            yield from _list(rule, young, asked)
            yield from _block(rule.content, young, asked)
        elif isinstance(rule, ast.AtRule):
            yield from _at_rule(rule, young, asked)
        elif isinstance(rule, ast.ParseError):
            yield Remark("une écriture inconnue", rule.message, rule.source_line)


def _at_rule(rule: ast.AtRule, young: Young, asked: str) -> Iterator[Remark]:
    name, prelude = rule.lower_at_keyword, tinycss2.serialize(rule.prelude)
    if name in young.rules:
        yield Remark(f"@{name}", young.rules[name], rule.source_line)
    if name == "media":
        for token in _deep(rule.prelude):
            if isinstance(token, ast.IdentToken) and token.lower_value in young.media:
                feature = token.lower_value
                yield Remark(f"@media {feature}", young.media[feature], rule.source_line)
            elif isinstance(token, ast.LiteralToken) and token.value in "<>":
                yield Remark(
                    "@media (a < b)", "Chrome 104, Firefox 63, Safari 16.4", token.source_line
                )
    if rule.content is None:
        return
    if name in {"media", "supports"}:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        yield from _rules(inner, young, f"{asked} {prelude}" if name == "supports" else asked)


def _list(rule: ast.QualifiedRule, young: Young, asked: str) -> Iterator[Remark]:
    """A browser that does not know one selector of a list leaves out the whole rule."""
    selectors = [[*_too_young(each, young)] for each in _split(rule.prelude)]
    alone = all(selectors)
    for name, since in sorted({each for found in selectors for each in found}):
        if name in asked:
            continue
        words = name if alone else f"{name} dans une liste"
        yield Remark(words, since if alone else f"{since} ; {NEVER}", rule.source_line)


def _too_young(selector: Sequence[ast.Node], young: Young) -> Iterator[tuple[str, str]]:
    former = ""
    for token in selector:
        name = _name(token) if former == ":" else ""
        if name in young.selectors or name.startswith("-"):
            yield f":{name}", young.selectors.get(name, "un préfixe")
        if isinstance(token, ast.FunctionBlock):
            if name == "not" and len(_split(token.arguments)) > 1:
                yield ":not(a, b)", "Chrome 88, Firefox 84, Safari 9"
            yield from _too_young(token.arguments, young)
        former = token.value if isinstance(token, ast.LiteralToken) else ""


def _name(token: ast.Node) -> str:
    if isinstance(token, ast.FunctionBlock):
        return str(token.lower_name)
    return str(token.lower_value) if isinstance(token, ast.IdentToken) else ""


def _split(tokens: Sequence[ast.Node]) -> list[list[ast.Node]]:
    parts: list[list[ast.Node]] = [[]]
    for token in tokens:
        if isinstance(token, ast.LiteralToken) and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _block(content: Sequence[ast.Node], young: Young, asked: str) -> Iterator[Remark]:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    names = {each.lower_name for each in found if isinstance(each, ast.Declaration)}
    former: set[str] = set()
    for each in found:
        if isinstance(each, ast.Declaration):
            yield from _property(each, young, asked, names)
            yield from _declaration(each, young, asked, former)
            former.add(each.lower_name)
        elif isinstance(each, ast.QualifiedRule):
            yield Remark(
                "une règle dans une règle", "Chrome 120, Firefox 117, Safari 17.2", each.source_line
            )
        elif isinstance(each, ast.ParseError):
            yield Remark("une écriture inconnue", each.message, each.source_line)


def _property(made: ast.Declaration, young: Young, asked: str, names: set[str]) -> Iterator[Remark]:
    """A property that is young needs its former name beside it."""
    name = made.lower_name
    older = {f"{prefix}{name}" for prefix in _PREFIXES}
    since = FLEX_GAP if name in _GAPS else young.properties.get(name)
    if since and name not in asked and not older & names:
        yield Remark(name, since, made.source_line)


def _declaration(
    made: ast.Declaration, young: Young, asked: str, former: set[str]
) -> Iterator[Remark]:
    """A value that is young needs an older one before it."""
    name, line = made.lower_name, made.source_line
    tokens = [*_deep(made.value)]
    if name.startswith("--") and not made.value:
        yield Remark(f"{name}:;", "une valeur d’au moins une espace", line)
    # What holds a variable is judged too late for an older value to serve.
    late = name.startswith("--") or any(_is_function(token, "var") for token in tokens)
    for words, since in _values(name, tokens, young):
        if words.rstrip("()") not in asked and (late or name not in former):
            yield Remark(f"{name} : {words}", since, line)


def _values(name: str, tokens: Sequence[ast.Node], young: Young) -> Iterator[tuple[str, str]]:
    keywords = young.values.get(name, {})
    for token in tokens:
        if isinstance(token, ast.IdentToken) and token.lower_value in keywords:
            yield token.lower_value, keywords[token.lower_value]
        elif isinstance(token, ast.FunctionBlock):
            if token.lower_name in young.functions:
                yield f"{token.lower_name}()", young.functions[token.lower_name]
            if (
                token.lower_name in {"rgb", "rgba", "hsl", "hsla"}
                and len(_split(token.arguments)) < 3
            ):
                yield f"{token.lower_name}(a b c)", "Chrome 65, Safari 12.1"
        elif isinstance(token, ast.DimensionToken) and _NEW_UNIT.fullmatch(token.lower_unit):
            yield token.lower_unit, "Chrome 108, Firefox 101, Safari 15.4"


def _is_function(token: ast.Node, name: str) -> bool:
    return isinstance(token, ast.FunctionBlock) and token.lower_name == name


def _deep(tokens: Sequence[ast.Node]) -> Iterator[ast.Node]:
    for token in tokens:
        yield token
        inner = getattr(token, "arguments", None) or getattr(token, "content", None)
        if isinstance(inner, list):
            yield from _deep(inner)
