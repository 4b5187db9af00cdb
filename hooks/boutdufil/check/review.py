"""What the rules of language, method, upkeep and safety look at, prepared once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from boutdufil.check.lines import Line, readable
from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.markup.links import STEP_ANCHOR
from boutdufil.markup.passage import Passage
from boutdufil.model.finding import Finding
from boutdufil.model.script import Script
from boutdufil.thread.flaws import Thread
from boutdufil.thread.walks import walks
from boutdufil.thread.weave import weave


@dataclass(frozen=True, slots=True)
class Spoken:
    """A tutorial, or anything else that has a script (``tutorial`` is None): all it says aloud."""

    path: str
    script: Script
    passages: tuple[Passage, ...]
    tutorial: Tutorial | None
    sections: Mapping[str, int]
    """The line of each section."""
    devices: tuple[str, ...]
    """Those that it is declared for; none: all."""
    thread: Thread
    """The graph of its call, and the walks through it."""


@dataclass(frozen=True)
class Review:
    """The content, its lines and its spoken passages, each cut once.

    ``spoken`` and ``lines`` are those of the files looked at, ``wanted``: what a rule says of one
    never depends on another.
    """

    content: Content
    wanted: Callable[[str], bool] = field(default=lambda _path: True)

    @cached_property
    def tutorials(self) -> tuple[tuple[Document, Tutorial], ...]:
        """The tutorials that could be read, with their files."""
        return tuple(
            (document, document.tutorial)
            for document in self.content.documents
            if document.tutorial is not None
        )

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """What has a script, of any kind, and could be read."""
        found = []
        for document in self.content.documents:
            script = document.script
            if script is not None and self.wanted(document.path):
                found.append(self._spoken(document, script))
        return tuple(found)

    def _spoken(self, document: Document, script: Script) -> Spoken:
        said = (each for each in document.passages if each.said and not each.is_shared)
        return Spoken(
            document.path,
            script,
            tuple(said),
            document.tutorial,
            document.sections,
            document.devices,
            self._thread(document, script),
        )

    def _thread(self, document: Document, script: Script) -> Thread:
        """Weave the call of a script; a guide is opened at the step that one needs."""
        graph = weave(script)
        taxonomy = self.content.taxonomy
        shown = {each: taxonomy.shown_on(each) for each in taxonomy.expand(document.devices)}
        walked = walks(graph, shown)
        entered = self._entered.get(document.path, frozenset())
        if document.page:
            entered = frozenset(step.rank for step in script.steps)
        return Thread(graph, walked, entered, self._dialled)

    @cached_property
    def _dialled(self) -> frozenset[str]:
        """The digits of the numbers that one may call."""
        return frozenset(number.digits for number in self.content.references.numbers)

    @cached_property
    def _entered(self) -> Mapping[str, frozenset[int]]:
        """The steps that another file leads to, by the path of theirs."""
        found: dict[str, set[int]] = defaultdict(set)
        for document in self.content.documents:
            for mention in document.mentions:
                step = STEP_ANCHOR.fullmatch(mention.fragment)
                if step and mention.path != document.path:
                    found[mention.path].add(int(step[1]))
        return {path: frozenset(steps) for path, steps in found.items()}

    @cached_property
    def read(self) -> frozenset[str]:
        """The paths of the files that hold no error."""
        return frozenset(
            document.path for document in self.content.documents if document.value is not None
        )

    @cached_property
    def lines(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The lines that people read, of each file by its path."""
        return tuple(
            (path, tuple(readable(text)))
            for path, text in self.content.texts.items()
            if self.wanted(path)
        )


Rule = Callable[[Review], Iterator[Finding]]
