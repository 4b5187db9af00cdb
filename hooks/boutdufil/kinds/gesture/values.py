"""A gesture: its card, and the script of its only step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boutdufil.kinds.tutorial.values import Trial
from boutdufil.markup.links import GESTURES
from boutdufil.model.script import Part, Script
from boutdufil.thread.call import GESTURE
from boutdufil.thread.graph import Graph
from boutdufil.thread.weave import weave

FOLDER = GESTURES


@dataclass(frozen=True, slots=True, kw_only=True)
class GestureEntry:
    """The front matter of a gesture; ``proof`` is the question that tells whether it is done."""

    title: str
    proof: str
    devices: tuple[str, ...]
    reviewed: date
    trials: tuple[Trial, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesture:
    """A gesture, by the name that scripts call it."""

    path: str
    entry: GestureEntry
    script: Script

    @property
    def slug(self) -> str:
        """Last part of the address: ``ouvrir-les-reglages``."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    @property
    def name(self) -> str:
        """The name of its script, among all those that a call may walk."""
        return f"{GESTURE}{self.slug}"

    @property
    def address(self) -> str:
        """Address from the root of the site."""
        return f"{FOLDER}/{self.slug}/"

    @property
    def devices(self) -> tuple[str, ...]:
        """Those that it holds on."""
        return self.entry.devices

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is read and what is said."""
        return self.script.steps[0].parts

    @property
    def graph(self) -> Graph:
        """The thread of the gesture."""
        return weave(self.script)
