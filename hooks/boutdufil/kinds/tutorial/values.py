"""A tutorial: its card, which other pages show, and its body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from typing import ClassVar

from boutdufil.folded import Folded
from boutdufil.language.text import closest
from boutdufil.model.duration import minutes_of
from boutdufil.model.reading import Readability
from boutdufil.model.script import Quiz, Script, Trouble

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
    urgent: str = ""
    """What saves, and whom to call, when it cannot wait: the tutorial begins with it."""
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Card(FrontMatter):
    """What other pages, the search and other programs show of a tutorial.

    ``path`` is relative to the content folder: ``tutoriels/<theme>/<slug>.md``.
    """

    path: str
    minutes: int
    """Length of the call, declared or estimated."""

    @property
    def reference(self) -> str:
        """``theme/slug``, by which other tutorials and listings name this one."""
        return reference_of(self.path)

    @property
    def address(self) -> str:
        """Address from the root of the site."""
        return f"{FOLDER}/{self.reference}/"

    @property
    def level_name(self) -> str:
        """The level in the reader's words."""
        return LEVELS[self.level]

    @property
    def first_published(self) -> date:
        """Day of creation, by default that of the review."""
        return self.created or self.reviewed


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a tutorial says, and how hard it is to read."""

    folded: Folded[Script]
    steps: int
    """How many there are."""
    names: tuple[str, ...] = ()
    """The places of its call that have a name, in the order of their letters."""
    is_said: bool = False
    """Whether each step has words to say, and there is one."""
    has_screen: bool = False
    has_quiz: bool = False
    has_trouble: bool = False
    readability: Readability = field(default_factory=Readability, repr=False, compare=False)
    """Measured on the script: it says nothing more."""

    @classmethod
    def of(cls, script: Script, readability: Readability) -> Body:
        """Fold ``script``, and note what is told of it without a look at it again."""
        return cls(
            folded=Folded(script),
            steps=len(script.steps),
            names=tuple(sorted(script.names)),
            is_said=bool(script.steps) and all(step.has_script for step in script.steps),
            has_screen=script.has_screen,
            has_quiz=any(isinstance(part, Quiz) for part in script.parts()),
            has_trouble=any(isinstance(part, Trouble) for part in script.parts()),
            readability=readability,
        )

    @property
    def script(self) -> Script:
        """What is read and what is said."""
        return self.folded.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Tutorial(Card):
    """A tutorial: its card and its body."""

    noun: ClassVar[str] = "Fiche"
    """What it is called over the phone, before its number."""

    body: Body

    @classmethod
    def assemble(
        cls,
        front: FrontMatter,
        path: str,
        script: Script,
        readability: Readability | None = None,
    ) -> Tutorial:
        """Join what the author declares to what the body says."""
        declared = {each.name: getattr(front, each.name) for each in fields(FrontMatter)}
        minutes = front.duration if front.duration is not None else minutes_of(script)
        body = Body.of(script, readability or Readability())
        return cls(**declared, path=path, minutes=minutes, body=body)

    @property
    def card(self) -> Card:
        """What other pages may show of it: no word of the body changes them."""
        return Card(**{each.name: getattr(self, each.name) for each in fields(Card)})

    @property
    def script(self) -> Script:
        """What is read and what is said."""
        return self.body.script


def reference_of(path: str) -> str:
    """``tutoriels/cyber-hygiene/message-suspect.md`` → ``cyber-hygiene/message-suspect``."""
    return path.removeprefix(f"{FOLDER}/").removesuffix(".md")


def nearest_reference(reference: str, known: Iterable[str]) -> str | None:
    """Return the reference with the nearest file name: a theme in common says nothing."""
    by_slug = {other.split("/")[1]: other for other in known if "/" in other}
    near = closest(reference.rpartition("/")[2], by_slug)
    return by_slug[near] if near else None
