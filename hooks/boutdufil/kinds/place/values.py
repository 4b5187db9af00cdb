"""A place of help, and all those of one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from boutdufil.language.text import fold

FOLDER = "lieux"
EXAMPLE = "exemple"
"""What the name of a file begins with, when its places are there to show how it looks."""


@dataclass(frozen=True, slots=True)
class Position:
    """Degrees, WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place, in the words of this site: ``services`` and the like are short names of words.py.

    ``phone`` are digits as one dials them in France. ``hours`` are sentences. What could not be
    used is empty: a finding has said so.
    """

    line: int
    id: str
    name: str
    commune: str
    postal: str
    department: str
    address: str = ""
    more: str = ""
    position: Position | None = None
    phone: str = ""
    mails: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    summary: str = ""
    source: str = ""
    roaming: bool = False
    updated: date | None = None
    services: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    prices: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    accessibility: str = ""
    """Address of its page on Acceslibre."""
    booking: str = ""
    """Address where one makes an appointment."""


def same_place(place: Place) -> str:
    """Return what two tellings of one place have in common."""
    return f"{fold(place.name)}|{place.postal}|{fold(place.address)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFile:
    """What was read of one file: its places, how many rows it has, and faults by code."""

    path: str
    places: tuple[Place, ...]
    rows: int
    faults: Mapping[str, int]

    @property
    def is_example(self) -> bool:
        """Whether its places show how it looks, and help nobody."""
        return self.path.rpartition("/")[2].startswith(EXAMPLE)
