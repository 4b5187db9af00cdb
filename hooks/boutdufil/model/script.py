"""The body of a tutorial, once read: sections, steps, and the parts that a step is made of.

Both views are made from these values: the public page keeps what is read, the phone page what is
said. Fields typed ``Markup`` are HTML that has been through the allowlist; their addresses start
with ``site:``, since only a template knows from where it points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import ClassVar

from markupsafe import Markup

from boutdufil.model.same import by_itself
from boutdufil.model.screen import Screen

_NOTHING = Markup()
_TAGS = re.compile(r"<[^>]+>")
_BEFORE_SIGN = re.compile(r"\s+([,.)…])")


def plain(html: str) -> str:
    """Return the words of an HTML fragment on one line."""
    # A plain string: the pieces of a Markup would be as many Markups.
    text = " ".join(unescape(_TAGS.sub(" ", str(html))).split())
    is_apart = any(f" {sign}" in text for sign in ",.)…")
    return _BEFORE_SIGN.sub(r"\1", text) if is_apart else text


@dataclass(frozen=True, slots=True)
class Prose:
    """What the public reads."""

    html: Markup
    kind: ClassVar[str] = "prose"


@dataclass(frozen=True, slots=True)
class Say:
    """What the mediator reads aloud, on ``devices`` (real ones; empty: on all)."""

    html: Markup
    devices: tuple[str, ...] = ()
    line: int = 0
    name: str = ""
    kind: ClassVar[str] = "dire"


@dataclass(frozen=True, slots=True)
class Rephrase:
    """The same idea in other words."""

    html: Markup
    line: int = 0
    kind: ClassVar[str] = "autrement"


@dataclass(frozen=True, slots=True)
class Jump:
    """Where an answer leads: one place at most; its label is not read aloud.

    A ``step`` (0: its top) of a ``tutorial`` (empty: this one), a place of this one by its
    ``name``, or the end of the call; and, before, a ``gesture`` of the library.
    """

    tutorial: str
    step: int
    label: Markup
    name: str = ""
    gesture: str = ""
    is_end: bool = False

    @property
    def has_place(self) -> bool:
        """Whether it leads elsewhere than onward."""
        return bool(self.tutorial or self.step or self.name or self.is_end)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What an answer tells of the call: a situation, or the device that the caller holds."""

    label: Markup
    situation: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """What an answer of a diagnosis adds to one of its axes; ``axis`` is its key."""

    axis: str
    count: int


@dataclass(frozen=True, slots=True)
class Advice:
    """A ``tutorial`` to read (``theme/slug``), and why."""

    tutorial: str
    reason: Markup


@dataclass(frozen=True, slots=True)
class Answer:
    """What the caller may answer, then the words to read, and what comes next.

    A follow-up question is asked before the jump, if any; what is learnt holds for the whole call.
    ``points`` and ``advice`` are those of a diagnosis.
    """

    label: Markup
    words: Markup
    jump: Jump | None = None
    follow_up: Ask | None = None
    learnt: tuple[Learnt, ...] = ()
    points: tuple[Points, ...] = ()
    advice: tuple[Advice, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the caller, the same one ``otherwise`` (a follow-up alone), and its answers."""

    question: Markup
    answers: tuple[Answer, ...]
    line: int = 0
    name: str = ""
    otherwise: Markup = _NOTHING
    kind: ClassVar[str] = "demander"


@dataclass(frozen=True, slots=True)
class Proof(Ask):
    """A question that proves a gesture: its first answer is the success, the others are repairs."""

    kind: ClassVar[str] = "preuve"


@dataclass(frozen=True, slots=True)
class Trouble:
    """When it does not go as said. Where ``prose`` or ``words`` is missing, the other serves.

    Without a jump, one comes back to where one was.
    """

    situation: Markup
    prose: Markup
    words: Markup
    line: int = 0
    name: str = ""
    jump: Jump | None = None
    learnt: tuple[Learnt, ...] = ()
    kind: ClassVar[str] = "sinon"

    @property
    def public(self) -> Markup:
        """What the public reads."""
        return self.prose or self.words

    @property
    def spoken(self) -> Markup:
        """What the mediator reads aloud."""
        return self.words or self.prose


@dataclass(frozen=True, slots=True)
class Stop(Trouble):
    """Stop, and refer to whom: without a jump, the call ends."""

    kind: ClassVar[str] = "stop"


@dataclass(frozen=True, slots=True)
class Start(Trouble):
    """What is before the eyes as a step begins, and how to get there; a jump is a gesture."""

    kind: ClassVar[str] = "depart"


@dataclass(frozen=True, slots=True)
class DoGesture:
    """A gesture of the library, done at this place of the call."""

    jump: Jump
    line: int = 0
    kind: ClassVar[str] = "geste"


@dataclass(frozen=True, slots=True)
class ForDevices:
    """Parts that hold on ``devices`` only (real ones); ``named`` are the words of the author."""

    devices: tuple[str, ...]
    named: tuple[str, ...]
    parts: tuple[Part, ...]
    kind: ClassVar[str] = "appareil"


@dataclass(frozen=True, slots=True)
class ForAudiences:
    """Parts that hold for ``audiences`` only."""

    audiences: tuple[str, ...]
    parts: tuple[Part, ...]
    line: int = 0
    kind: ClassVar[str] = "public"


@dataclass(frozen=True, slots=True)
class ForSituations:
    """Parts that hold in one of ``situations`` of the call only."""

    situations: tuple[str, ...]
    parts: tuple[Part, ...]
    kind: ClassVar[str] = "si"


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen drawn from text."""

    screen: Screen
    line: int = 0
    kind: ClassVar[str] = "ecran"


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer of a quiz."""

    html: Markup
    right: bool


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question to oneself, and the explanation of its answer."""

    question: Markup
    options: tuple[Option, ...]
    explanation: Markup
    line: int = 0
    kind: ClassVar[str] = "question"


@dataclass(frozen=True, slots=True)
class Advised:
    """The tutorials that a diagnosis advises whatever was answered."""

    advice: tuple[Advice, ...]
    line: int = 0
    kind: ClassVar[str] = "conseils"


Container = ForDevices | ForAudiences | ForSituations
Part = Prose | Say | Rephrase | Ask | Trouble | DoGesture | Container | Picture | Quiz | Advised


def walk(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield every part, those inside a container included, in reading order."""
    for part in parts:
        yield part
        if isinstance(part, Container):
            yield from walk(part.parts)


def questions(ask: Ask) -> Iterator[Ask]:
    """Yield a question, and those that follow its answers, in reading order."""
    yield ask
    for answer in ask.answers:
        if answer.follow_up:
            yield from questions(answer.follow_up)


# The title of a situation, after its key: « b – Il y a un silence »; not « Je dis au revoir ».
_KEYED = re.compile(r"([a-z]) – .+")


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``rank`` counts from 1."""

    rank: int
    title: Markup
    parts: tuple[Part, ...]
    line: int = 0

    @property
    def key(self) -> str:
        """The key of a situation that is opened by itself, in a guide; else nothing."""
        match = _KEYED.fullmatch(plain(self.title))
        return match[1] if match else ""

    @property
    def has_script(self) -> bool:
        """Tell whether there is something to read aloud."""
        return any(isinstance(part, Say | Ask | Start) for part in walk(self.parts))

    @property
    def has_question(self) -> bool:
        """Tell whether the caller is asked something, by a question or in what is said."""
        return any(
            isinstance(part, Ask) or (isinstance(part, Say) and "?" in part.html)
            for part in walk(self.parts)
        )


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Script:
    """The whole body; every section but ``steps`` may be empty."""

    introduction: tuple[Part, ...] = ()
    before: tuple[Part, ...] = ()
    steps: tuple[Step, ...] = ()
    understanding: tuple[Part, ...] = ()
    choosing: tuple[Part, ...] = ()
    further: tuple[Part, ...] = ()

    @by_itself
    def parts(self) -> tuple[Part, ...]:
        """Return every part of every section, in reading order: all go through them, often."""
        return tuple(walk(self.top()))

    @property
    def names(self) -> frozenset[str]:
        """The places of the call that have a name."""
        named = (part.name for part in self.parts() if isinstance(part, Say | Ask | Trouble))
        return frozenset(name for name in named if name)

    @property
    def has_screen(self) -> bool:
        """Tell whether a screen is drawn somewhere."""
        return any(isinstance(part, Picture) for part in self.parts())

    @property
    def has_goal(self) -> bool:
        """Tell whether a screen shows what to press, so that one can practise."""
        return any(isinstance(part, Picture) and part.screen.has_goal for part in self.parts())

    def top(self) -> tuple[Part, ...]:
        """Return the parts of every section, containers closed, in reading order."""
        steps = (part for step in self.steps for part in step.parts)
        before, after = self.introduction + self.before, self.understanding + self.choosing
        return (*before, *steps, *after, *self.further)
