"""A path: its card, its steps, its first words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

FOLDER = "parcours"


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """A tutorial of a path: what one can do at its end, and a small task for a week later."""

    tutorial: str
    able: str
    again: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathEntry:
    """The front matter of a path; ``code`` names it within the letters that resume it."""

    code: int
    title: str
    summary: str
    audiences: tuple[str, ...]
    steps: tuple[PathStep, ...]
    reviewed: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningPath:
    """A path; ``html`` is its introduction, whose addresses count from the root of the site."""

    path: str
    entry: PathEntry
    html: Markup

    @property
    def slug(self) -> str:
        """Last part of the address, by which the taxonomy names it: ``je-me-protege``."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    @property
    def address(self) -> str:
        """Address from the root of the site."""
        return f"{FOLDER}/{self.slug}/"

    @property
    def references(self) -> tuple[str, ...]:
        """Its tutorials by ``theme/slug``, in order."""
        return tuple(step.tutorial for step in self.entry.steps)
