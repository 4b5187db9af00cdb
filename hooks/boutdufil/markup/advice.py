"""The tutorials that a diagnosis advises, each with its reason: items of a list."""

from __future__ import annotations

import re

from boutdufil.markup.fragments import Fragments
from boutdufil.markup.jumps import shown
from boutdufil.markup.links import SITE
from boutdufil.markup.prose import Item, items
from boutdufil.model.finding import Code
from boutdufil.model.script import Advice
from boutdufil.source.tree import Prose, Span

RIGHT = "- [Je trouve le vrai site](../tutoriels/ordinateur/site-officiel.md) : pour être sûr."
# ``[Je trie](a.md) : la raison``; not ``[Je trie](a.md)`` alone, nor ``*Une question ?*``.
_ADVICE = re.compile(
    r"\s*\[[^\[\]]*\]\(\s*<?(?P<target>[^)\s>]+)>?\s*\)[\s\u00a0\u202f]*:\s*(?P<reason>\S.*)",
    re.DOTALL,
)
# A tutorial by the number that one says: ``207``, ``../tutoriels/207.md``; not ``7-gestes.md``.
_BY_NUMBER = re.compile(r"(?:.*/)?\d{3,4}(?:\.md|/)?")


def is_advice(reading: Fragments, item: Item) -> bool:
    """Tell whether an item begins with a link, as a tutorial that is advised does."""
    return reading.tree.words(item.words).lstrip().startswith("[")


def read_list(reading: Fragments, nodes: tuple[Prose, ...]) -> tuple[Advice, ...]:
    """Return the tutorials of a list, alone in its part."""
    found: list[Advice] = []
    for node in nodes:
        listed, outside = items(reading.tree.text, node.span)
        for span in (*outside, *(each.words for each in listed if each.children)):
            _refuse(reading, span, "cette partie est une liste de fiches, et rien d’autre")
        read = (read_advice(reading, each.words) for each in listed)
        found += [advice for advice in read if advice is not None]
    return tuple(found)


def read_advice(reading: Fragments, span: Span) -> Advice | None:
    """Read ``[title](file.md) : the reason``; what is wrong with it is reported."""
    match = _ADVICE.fullmatch(reading.tree.text, span.start, span.end)
    if match is None:
        _refuse(reading, span, "il manque la fiche, ou la raison de la lire")
        return None
    if _BY_NUMBER.fullmatch(match["target"]):
        _refuse(reading, span, "une fiche se nomme par son fichier, et non par son numéro")
        return None
    address = reading.links.resolve(match["target"], match.start("target"))
    if address is None:
        return None
    reference = address.removeprefix(f"{SITE}tutoriels/").partition("#")[0].strip("/")
    if not address.startswith(f"{SITE}tutoriels/") or "/" not in reference:
        _refuse(reading, span, "ce lien ne mène pas à une fiche")
        return None
    reason = Span(*match.span("reason"))
    reading.passage("prose", reason)
    return Advice(reference, reading.inline(reason))


def _refuse(reading: Fragments, span: Span, problem: str) -> None:
    reading.report.add(
        Code.WRONG_DIAGNOSIS,
        reading.tree.line(span.start),
        problem,
        found=shown(reading.tree.text, span),
        expected="un tiret, le lien d’une fiche, deux points, puis la raison de la lire",
        hint=RIGHT,
    )
