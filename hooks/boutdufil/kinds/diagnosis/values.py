"""A diagnosis: its card, its questions, and what is advised in any case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from string import ascii_uppercase
from typing import ClassVar

from markupsafe import Markup

from boutdufil.kinds.tutorial.values import LEVELS
from boutdufil.model.duration import minutes_of
from boutdufil.model.script import Advice, Advised, Answer, Ask, Rephrase, Script

FOLDER = "diagnostics"
LETTERS = ascii_uppercase
"""What the answers of a question are called on paper."""
STAGES = ("À commencer", "En chemin", "En place")
"""Where one may stand on an axis, in words: nobody is given a mark."""
NOTHING = Markup()


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One thing that a diagnosis looks at, and what is said of it at each of ``STAGES``."""

    key: str
    name: str
    beginning: str
    under_way: str
    in_place: str

    @property
    def sentences(self) -> tuple[str, str, str]:
        """What is said at each stage."""
        return self.beginning, self.under_way, self.in_place


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosisEntry:
    """The front matter of a diagnosis."""

    number: str
    title: str
    summary: str
    audiences: tuple[str, ...]
    themes: tuple[str, ...]
    calls: tuple[str, ...]
    recap: str
    reviewed: date
    axes: tuple[Axis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, by its ``rank`` from 1; ``otherwise`` is the same in other words."""

    rank: int
    group: int
    """The rank of its group, from 1."""
    ask: Ask
    otherwise: Markup = NOTHING

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What one may answer."""
        return self.ask.answers

    @property
    def lettered(self) -> tuple[tuple[str, Answer], ...]:
        """The answers, each with its letter on paper."""
        return tuple(zip(LETTERS, self.answers, strict=False))

    def most(self, axis: str) -> int:
        """Return the most points that an answer adds to an axis."""
        return max((points_on(answer, axis) for answer in self.answers), default=0)


@dataclass(frozen=True, kw_only=True)
class Diagnosis:
    """A diagnosis, as it was read."""

    noun: ClassVar[str] = "Diagnostic"
    """What it is called over the phone, before its number."""

    path: str
    entry: DiagnosisEntry
    script: Script

    @property
    def slug(self) -> str:
        """Last part of the address: ``ma-petite-entreprise``."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    @property
    def address(self) -> str:
        """Address from the root of the site."""
        return f"{FOLDER}/{self.slug}/"

    @property
    def number(self) -> str:
        """The number said over the phone: no tutorial has the same."""
        return self.entry.number

    @property
    def title(self) -> str:
        """Its title."""
        return self.entry.title

    @property
    def recap(self) -> str:
        """How the message sent after it begins."""
        return self.entry.recap

    @property
    def level_name(self) -> str:
        """It asks nothing of anyone."""
        return LEVELS[1]

    @cached_property
    def minutes(self) -> int:
        """Length of the call, estimated."""
        return minutes_of(self.script)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Its questions, in the order in which they are asked."""
        found: list[Question] = []
        for group in self.script.steps:
            for place, part in enumerate(group.parts):
                if not isinstance(part, Ask):
                    continue
                after = group.parts[place + 1] if place + 1 < len(group.parts) else None
                otherwise = after.html if isinstance(after, Rephrase) else NOTHING
                rank = len(found) + 1
                found.append(Question(rank=rank, group=group.rank, ask=part, otherwise=otherwise))
        return tuple(found)

    @cached_property
    def always(self) -> tuple[Advice, ...]:
        """The tutorials that it advises whatever was answered."""
        parts = self.script.further
        return tuple(each for part in parts if isinstance(part, Advised) for each in part.advice)


def points_on(answer: Answer, axis: str) -> int:
    """Return what an answer adds to an axis."""
    return sum(each.count for each in answer.points if each.axis == axis)
