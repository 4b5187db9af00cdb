"""What ``reseau.yml`` declares: structures, what they offer, and how one sends somebody to them."""

from __future__ import annotations

from dataclasses import dataclass

from boutdufil.language.text import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What a structure offers, in one sentence each; empty: nothing."""

    persons: str = ""
    firms: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """A structure; ``territory`` and ``label`` may be empty, as the ways to reach it."""

    name: str
    offers: Offers
    themes: tuple[str, ...]
    refer: str
    """How one sends somebody there, in one sentence said to the mediator."""
    said: str
    """What is put in the recap when one does."""
    territory: str = ""
    label: str = ""
    phone: str = ""
    site: str = ""

    @property
    def slug(self) -> str:
        """The id of its part of the page."""
        return slugify(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The structures, in the order in which they are declared."""

    structures: tuple[Structure, ...] = ()
