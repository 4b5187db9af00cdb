"""What a card says of a place, as a person asks: what for, when, at what price, how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from boutdufil.kinds.place.values import Place
from boutdufil.kinds.place.words import (
    ACCESS,
    AUDIENCES,
    LANGUAGES,
    NEEDS,
    PRICES,
    PROGRAMS,
    SERVICES,
    WAYS,
)

Fact = tuple[str, str]
"""A label, and what is said after it."""


def facts(place: Place) -> tuple[Fact, ...]:
    """Return what is known of a place; what is not is left out."""
    return tuple(_facts(place))


def _facts(place: Place) -> Iterator[Fact]:
    yield from _said("On m’aide à :", place.services, SERVICES.said)
    if place.hours:
        yield "Ouvert :", " ".join(place.hours)
    yield from _said("Prix :", place.prices, PRICES.said)
    yield from _said("Pour venir :", place.access, ACCESS.said)
    yield from _said("Comment :", place.ways, WAYS.said)
    yield from _said("Accueille surtout :", place.audiences, AUDIENCES.said)
    yield from _said("Sait accueillir :", place.needs, NEEDS.said)
    yield from _said("Langues, en plus du français :", place.languages, LANGUAGES.said)
    yield from _said("Dans le réseau :", place.programs, PROGRAMS.said)


def _said(label: str, shorts: Sequence[str], said: Mapping[str, str]) -> Iterator[Fact]:
    if shorts:
        yield label, f"{', '.join(said[short] for short in shorts)}."
