"""What reviewers have agreed on: numbers that may be given, known sites, tools, proper words."""

from __future__ import annotations

from dataclasses import dataclass

OPEN, CLOSED = "ouvert", "ferme"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneNumber:
    """A number that was verified; a ``CLOSED`` one is never to be published."""

    number: str
    name: str
    source: str
    surcharged: bool
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What ``numeros.yml`` declares."""

    numbers: tuple[PhoneNumber, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A word that a text message would misspell, and those that say the same."""

    word: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """Numbers of ``numeros.yml``; sites, link shorteners, tools and words of ``relecture.yml``."""

    numbers: tuple[PhoneNumber, ...] = ()
    hosts: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    """Sites that one may name as an example, or as a trap, and never lead to."""
    shorteners: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    messages: tuple[Replacement, ...] = ()
    """Words that a text message cannot write, and what to write there instead."""
