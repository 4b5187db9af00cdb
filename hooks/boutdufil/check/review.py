"""A file under review: all that the rules of one file look at, each part of it prepared once.

What such a rule says depends on nothing else, and may be kept with the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256

from boutdufil.check.lines import Line, readable
from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.references.values import References
from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.language.numbering import NumberingPlan, bare_digits
from boutdufil.markup.links import STEP_ANCHOR
from boutdufil.markup.passage import Passage
from boutdufil.model.finding import Finding
from boutdufil.model.same import by_itself
from boutdufil.model.script import Script
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pickled import packed
from boutdufil.thread.flaws import Thread
from boutdufil.thread.walks import walks
from boutdufil.thread.weave import weave


@dataclass(frozen=True, eq=False)
class Agreed:
    """What all files are judged by. Two are the same when they are one: tables are made by it."""

    taxonomy: Taxonomy
    references: References
    terms: tuple[Term, ...]
    gestures: Mapping[str, tuple[str, ...]]
    """The devices that each gesture holds on, by its slug; none: all."""
    plan: NumberingPlan | None
    """How one dials in the country of the base; None: it is not known."""

    @cached_property
    def key(self) -> bytes:
        """What tells it from another, on any machine: the hash of its values, written out."""
        country = self.plan.country if self.plan else ""
        values = (self.taxonomy, self.references, self.terms, self.gestures, country)
        return sha256(repr(values).encode()).digest()

    def digits(self, written: str) -> str:
        """Return what one dials for a number, as far as the plan of the country tells it."""
        return self.plan.dialled(written) if self.plan else bare_digits(written)

    @cached_property
    def dialled(self) -> frozenset[str]:
        """The digits of the numbers that one may call."""
        return frozenset(self.digits(each.number) for each in self.references.numbers)


@dataclass(frozen=True, slots=True)
class Spoken:
    """All that a file says aloud."""

    script: Script
    passages: tuple[Passage, ...]
    thread: Thread
    """The graph of its call, and the walks through it."""


@dataclass(frozen=True)
class Reviewed:
    """A file that is looked at; ``texts`` is what each file of Markdown says, by its path."""

    document: Document
    texts: Mapping[str, str]
    entered: frozenset[int]
    """The steps that other files lead to."""
    agreed: Agreed

    @property
    def path(self) -> str:
        """Its path within the content."""
        return self.document.path

    @property
    def text(self) -> str:
        """What it says; nothing, when it is of data."""
        return self.texts.get(self.path, "")

    @property
    def shows(self) -> bool:
        """Whether there is anything in it for people to read: a table of places says nothing."""
        return self.path in self.texts or bool(self.document.seen)

    @property
    def is_passing(self) -> bool:
        """Whether what was found in it as it was read may be right on another day."""
        return bool(self.document.findings)

    @cached_property
    def own_key(self) -> str:
        """What tells a state of the file from all others, whatever leads to its steps."""
        whole = sha256(f"{self.path}\0{self.text}".encode(errors="surrogateescape"))
        whole.update(self.agreed.key if self.text else self.agreed.key + _as_bytes(self.document))
        return whole.hexdigest()

    @property
    def key(self) -> str:
        """The same, and the steps that other files lead to."""
        return f"{self.own_key} {sorted(self.entered)}"

    @property
    def is_whole(self) -> bool:
        """Whether what is found in it is found wherever other files lead: all is met without."""
        return self.spoken is None or self.spoken.thread.is_whole

    @property
    def tutorial(self) -> Tutorial | None:
        """Its value, when it is a tutorial that could be read."""
        return self.document.tutorial

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines that people read."""
        return tuple(readable(self.text)) if self.text else ()

    @cached_property
    def spoken(self) -> Spoken | None:
        """What it says, when it has a script and could be read, whatever its kind."""
        script = self.document.script
        if script is None:
            return None
        said = (each for each in self.document.passages if each.said and not each.is_shared)
        return Spoken(script, tuple(said), self._thread(script))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What it says, passage by passage; nothing when it has no script."""
        return self.spoken.passages if self.spoken else ()

    def _thread(self, script: Script) -> Thread:
        """Weave the call of a script; a guide is opened at the step that one needs."""
        graph = weave(script)
        taxonomy = self.agreed.taxonomy
        shown = {each: taxonomy.shown_on(each) for each in taxonomy.expand(self.document.devices)}
        steps = frozenset(step.rank for step in script.steps)
        entered = steps if self.document.page else self.entered
        return Thread(graph, walks(graph, shown), entered, self.agreed.dialled)


@by_itself
def _as_bytes(document: Document) -> bytes:
    """Return a file of data as it was read: nothing else tells its state."""
    return packed(document, level=0)


FileRule = Callable[[Reviewed], Iterator[Finding]]
"""A rule of one file."""


def agreed_in(content: Content) -> Agreed:
    """Return what all the files of ``content`` are judged by: the same as long as it says the same.

    An author changes a tutorial far more often than a word of the taxonomy.
    """
    gestures = {slug: each.entry.devices for slug, each in content.gestures.items()}
    made = Agreed(content.taxonomy, content.references, content.terms, gestures, content.plan)
    return _the_same(_Told(made.key, made))


@dataclass(frozen=True, slots=True)
class _Told:
    """What files are judged by, known by what it says."""

    key: bytes
    agreed: Agreed = field(compare=False)


@lru_cache(maxsize=4)
def _the_same(told: _Told) -> Agreed:
    return told.agreed


def under_review(
    content: Content, agreed: Agreed, wanted: Callable[[str], bool]
) -> Iterator[Reviewed]:
    """Yield the files of ``content`` that are ``wanted``, by their path."""
    entered = _entered(content)
    for document in (*content.documents, *content.data):
        if wanted(path := document.path):
            steps = entered.get(path, frozenset())
            yield Reviewed(document, content.texts, steps, agreed)


def _entered(content: Content) -> Mapping[str, frozenset[int]]:
    """Return the steps that another file leads to, by the path of theirs."""
    found: dict[str, set[int]] = defaultdict(set)
    for document in content.documents:
        for mention in document.mentions:
            step = STEP_ANCHOR.fullmatch(mention.fragment)
            if step and mention.path != document.path:
                found[mention.path].add(int(step[1]))
    return {path: frozenset(steps) for path, steps in found.items()}
