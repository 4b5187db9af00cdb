"""Which markers of a drawn screen do the sentences around it name? The others get a legend."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from boutdufil.model.screen import CIRCLED, Screen
from boutdufil.model.script import Container, Part, Picture, Prose, Trouble, plain, walk

# « repère 1 », « repères 1 et 2 », « numéro 3 »; not « numéro 33 700 », nor « 12 repères ».
_NAMED = re.compile(
    r"\b(?:rep[èe]re|num[ée]ro)s?\s((?:[1-9](?:,\s|\set\s))*[1-9])(?!\s?\d)", re.IGNORECASE
)


def markers_named(text: str) -> frozenset[int]:
    """Return the markers that a text names: « ① », « repère 1 », « numéro 1 »."""
    told = {int(digit) for named in _NAMED.findall(text) for digit in re.findall(r"\d", named)}
    return frozenset(told | {CIRCLED.index(sign) + 1 for sign in text if sign in CIRCLED})


def with_mentions(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Tell each screen of a step which of its markers the public reads of in this step."""
    named = markers_named(" ".join(_read(walk(parts))))
    return _told(parts, named) if named else parts


def _read(parts: Iterable[Part]) -> Iterable[str]:
    for part in parts:
        if isinstance(part, Prose):
            yield plain(part.html)
        elif isinstance(part, Trouble):
            yield plain(part.public)


def _told(parts: tuple[Part, ...], named: frozenset[int]) -> tuple[Part, ...]:
    return tuple(_told_one(part, named) for part in parts)


def _told_one(part: Part, named: frozenset[int]) -> Part:
    if isinstance(part, Container):
        return dataclasses.replace(part, parts=_told(part.parts, named))
    if isinstance(part, Picture):
        return dataclasses.replace(part, screen=_with(part.screen, named))
    return part


def _with(screen: Screen, named: frozenset[int]) -> Screen:
    variants = tuple(
        dataclasses.replace(variant, screen=_with(variant.screen, named))
        for variant in screen.variants
    )
    return dataclasses.replace(screen, named=named, variants=variants)
