"""A source file as it was read, whatever its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from boutdufil.folded import Folded
from boutdufil.kinds.page.values import WrittenPage
from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.markup.body import Body
from boutdufil.markup.links import Mention
from boutdufil.markup.passage import Passage
from boutdufil.markup.seen import Seen
from boutdufil.model.finding import Finding
from boutdufil.model.reading import Readability
from boutdufil.model.script import Script


@runtime_checkable
class _HasScript(Protocol):
    @property
    def script(self) -> Script | None: ...


@runtime_checkable
class _HasDevices(Protocol):
    @property
    def devices(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """A source file as read: its value (None when it is wrong), and what was found.

    ``lines`` tells where what is declared stands: ``avant``, ``au_telephone mac``, ``appels 0``.
    """

    path: str
    findings: tuple[Finding, ...]
    value: object | None = None
    mentions: tuple[Mention, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    folded: Folded[tuple[Passage, ...]] = field(default_factory=lambda: Folded(()))
    """Its passages, which rules look at, and no page."""
    sections: Mapping[str, int] = field(default_factory=dict)
    """The line of each section of its body."""
    shown: Folded[tuple[Seen, ...]] = field(default_factory=lambda: Folded(()))
    """What its pages show that may be a number or an address."""
    stems: str = ""
    """The stems of all that a tutorial says, in the order of their letters, a space between."""

    @classmethod
    def of_body(
        cls,
        path: str,
        findings: tuple[Finding, ...],
        value: object,
        body: Body,
        lines: Mapping[str, int],
        front: tuple[Seen, ...] = (),
    ) -> Document:
        """Return a file whose ``body`` was read; ``front`` is what its front matter shows."""
        seen, passages = Folded((*front, *body.seen)), Folded(body.passages)
        return cls(path, findings, value, body.mentions, lines, passages, body.sections, seen)

    @property
    def without_words(self) -> Document:
        """The same, without what rules look at and no page: nearly half of it, in memory."""
        return Document(self.path, self.findings, self.value)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What its body gives to read and to say."""
        return self.folded.value

    @property
    def seen(self) -> tuple[Seen, ...]:
        """What its pages show that may be a number or an address."""
        return self.shown.value

    @property
    def tutorial(self) -> Tutorial | None:
        """Its value, when it is a tutorial."""
        return self.value if isinstance(self.value, Tutorial) else None

    @property
    def term(self) -> Term | None:
        """Its value, when it is a term."""
        return self.value if isinstance(self.value, Term) else None

    @property
    def page(self) -> WrittenPage | None:
        """Its value, when it is a page written by hand."""
        return self.value if isinstance(self.value, WrittenPage) else None

    @property
    def script(self) -> Script | None:
        """What its value says aloud, when it has a script, whatever its kind."""
        return self.value.script if isinstance(self.value, _HasScript) else None

    @property
    def devices(self) -> tuple[str, ...]:
        """The devices that its value is declared for, whatever its kind; none: all."""
        return self.value.devices if isinstance(self.value, _HasDevices) else ()

    @property
    def readability(self) -> Readability:
        """How hard a tutorial is to read."""
        return self.tutorial.body.readability if self.tutorial else Readability()

    def line(self, key: str, *within: str | int) -> int:
        """Return the line of a key, or of what stands ``within`` it; 1 when it is not there.

        ``line("sources", 0, "url")``; a value that has no place of its own has that of its key.
        """
        names = [key]
        for name in within:
            names.append(f"{names[-1]} {name}")
        return next((self.lines[name] for name in reversed(names) if name in self.lines), 1)
