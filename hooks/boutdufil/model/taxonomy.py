"""Audiences, themes and devices: the words that tutorials are tagged with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

SERVICES = (
    "Aide aux démarches administratives",
    "Maîtrise des outils numériques du quotidien",
    "Insertion professionnelle via le numérique",
    "Utilisation sécurisée du numérique",
    "Parentalité et éducation avec le numérique",
    "Loisirs et créations numériques",
    "Compréhension du monde numérique",
    "Accès internet et matériel informatique",
    "Acquisition de matériel informatique à prix solidaire",
)
"""The services of the national standard « Lieux de médiation numérique »."""

COLOURS = ("prune", "sapin", "ocre", "marine", "indigo")
GESTURES = ("appuyer", "cliquer")
SHAPES = ("rond", "triangle", "carre", "losange", "pentagone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """A public. ``sentence`` is what it says of itself; ``paths``, what it begins with, by slug.

    A colour never stands alone: each audience is told by its ``shape`` as well.
    """

    key: str = ""
    name: str
    sentence: str
    icon: str
    colour: str
    shape: str
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Posture:
    """What the mediator does, does not do, and to whom they refer, within a theme."""

    does: tuple[str, ...]
    does_not: tuple[str, ...]
    refers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme, its service in the national standard, and the mediator's posture in it."""

    key: str = ""
    name: str
    sentence: str
    icon: str
    service: str
    posture: Posture


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A device. A general word ``covers`` others; a tablet ``shows`` the variants of others.

    ``gesture`` is the verb of its hand: one presses a touch screen and clicks with a mouse.
    """

    key: str = ""
    name: str
    icon: str
    gesture: str = ""
    covers: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a call happens in: a landline, a caller who hears badly; how one acts then.

    What holds in a situation that is ``only_calling`` says nothing to who reads alone.
    """

    key: str = ""
    name: str
    sentence: str
    only_calling: bool = False


def names_of(declared: Mapping[str, Audience | Theme | Device | Situation]) -> Mapping[str, str]:
    """Return what each is called, by its key."""
    return {key: each.name for key, each in declared.items()}


@dataclass(frozen=True)
class Taxonomy:
    """All that is declared in ``taxonomie.yml``, in the order of that file."""

    audiences: Mapping[str, Audience] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    devices: Mapping[str, Device] = field(default_factory=dict)
    situations: Mapping[str, Situation] = field(default_factory=dict)

    @cached_property
    def real_devices(self) -> tuple[str, ...]:
        """Devices that one can hold, that is, without the general words."""
        return tuple(key for key, device in self.devices.items() if not device.covers)

    def expand(self, devices: Iterable[str]) -> tuple[str, ...]:
        """Replace general words by what they cover: ``ordinateur`` → ``windows``, ``mac``.

        An empty ``devices`` means every device.
        """
        named = set(devices)
        wanted = {
            covered for key in named for covered in (self.devices[key].covers or (key,))
        } or set(self.real_devices)
        return tuple(key for key in self.real_devices if key in wanted)

    def shown_on(self, device: str) -> tuple[str, ...]:
        """Tell which variants serve on ``device``: its own, and those that it shows."""
        return (device, *self.devices[device].shows)

    def listed_under(self, devices: Iterable[str]) -> tuple[str, ...]:
        """Tell under which devices a tutorial for ``devices`` is listed.

        These are the devices themselves, the general words that cover one of them, and those (a
        tablet) that show the variants of one of them.
        """
        held = set(self.expand(devices))
        return tuple(
            key
            for key, device in self.devices.items()
            if key in held or held & {*device.covers, *device.shows}
        )
