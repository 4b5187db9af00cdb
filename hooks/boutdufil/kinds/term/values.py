"""A term of the glossary, written for the ear."""

from __future__ import annotations

from dataclasses import dataclass

FOLDER = "glossaire"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """How to say a term aloud on ``devices`` (empty: on all)."""

    devices: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term: what it is, how to say it, and the riddles to avoid.

    ``icon`` draws it, when it names something that one sees.
    """

    path: str = ""
    name: str
    definition: str
    synonyms: tuple[str, ...] = ()
    sayings: tuple[Saying, ...] = ()
    riddles: tuple[str, ...] = ()
    icon: str = ""

    @property
    def slug(self) -> str:
        """Last part of the address."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    @property
    def address(self) -> str:
        """Address from the root of the site."""
        return f"{FOLDER}/{self.slug}/"
