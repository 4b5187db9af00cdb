"""A tutorial: its front matter as typed values, and its script."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from boutdufil.model.script import Script

FOLDER = "tutoriels"
LEVELS = {1: "Je débute", 2: "Je me débrouille", 3: "Je suis à l’aise"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact was read."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A person followed the tutorial on a real device, that day."""

    device: str
    version: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the author declares at the top of the file."""

    number: str
    title: str
    summary: str
    audiences: tuple[str, ...]
    themes: tuple[str, ...]
    level: int
    calls: tuple[str, ...]
    recap: str
    sources: tuple[Source, ...]
    reviewed: date
    devices: tuple[str, ...] = ()
    duration: int | None = None
    created: date | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    former_addresses: tuple[str, ...] = ()
    trials: tuple[Trial, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tutorial(FrontMatter):
    """A tutorial. ``path`` is relative to the content folder: ``tutoriels/<theme>/<slug>.md``."""

    path: str
    script: Script
    minutes: int
    """Length of the call, declared or estimated."""

    @classmethod
    def assemble(cls, front: FrontMatter, path: str, script: Script) -> Tutorial:
        """Join what the author declares to what the body says."""
        declared = {field.name: getattr(front, field.name) for field in fields(FrontMatter)}
        minutes = front.duration if front.duration is not None else script.minutes
        return cls(**declared, path=path, script=script, minutes=minutes)

    @property
    def reference(self) -> str:
        """``theme/slug``, by which other tutorials and listings name this one."""
        return reference_of(self.path)

    @property
    def address(self) -> str:
        """Address from the root of the site."""
        return f"tutoriels/{self.reference}/"

    @property
    def level_name(self) -> str:
        """The level in the reader's words."""
        return LEVELS[self.level]

    @property
    def first_published(self) -> date:
        """Day of creation, by default that of the review."""
        return self.created or self.reviewed


def reference_of(path: str) -> str:
    """``tutoriels/cyber-hygiene/message-suspect.md`` → ``cyber-hygiene/message-suspect``."""
    return path.removeprefix("tutoriels/").removesuffix(".md")
