"""What is proven of a call: every question is answered, every gesture shows, every way ends.

Each proof yields the places that fail; ``check`` says them in French, with their code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from boutdufil.language.asking import has_two_parts, is_told_again, last_asked
from boutdufil.thread.graph import Graph, Node, NodeKind
from boutdufil.thread.speech import Speech, heard, speeches
from boutdufil.thread.walks import ASKED, Walk


@dataclass(frozen=True, slots=True, order=True)
class Flaw:
    """A place that fails: the line of its block, and the words that are in question."""

    line: int
    words: str


@dataclass(frozen=True)
class Thread:
    """The graph of a call, its walks, and the steps that something else leads to."""

    graph: Graph
    walks: tuple[Walk, ...]
    entered: frozenset[int] = frozenset()

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """What is read aloud, questions left out."""
        return speeches(self.graph)

    @cached_property
    def questions(self) -> tuple[Node, ...]:
        """What is asked; what is before the eyes as a step begins is a state, not a question."""
        return tuple(node for node in self.graph.nodes if node.kind in ASKED and not node.is_start)

    @cached_property
    def reached(self) -> frozenset[str]:
        """The ids of what is met in one call at least."""
        return frozenset().union(*(walk.reached(self._entries(walk)) for walk in self.walks))

    def _entries(self, walk: Walk) -> tuple[Node, ...]:
        firsts: dict[int, Node] = {}
        for node in self.graph.nodes:
            if node.step in self.entered and walk.holds(node):
                firsts.setdefault(node.step, node)
        return (*walk.entries, *firsts.values())


Proof = Callable[[Thread], Iterator[Flaw]]


def left_asking(thread: Thread) -> Iterator[Flaw]:
    """What is read ends on a question, and the very next thing takes no answer."""
    for speech in thread.speeches:
        asked = last_asked(speech.words)
        if asked and not all(_is_answered(thread, speech, asked, walk) for walk in thread.walks):
            yield Flaw(speech.line, asked)


def _is_answered(thread: Thread, speech: Speech, asked: str, walk: Walk) -> bool:
    if speech.condition not in walk.held:
        return True
    if speech.lead is None:
        return False
    node = walk.arrive(speech.lead)
    if node is None:
        return False
    if node.kind is NodeKind.END and speech.step == thread.graph.nodes[-1].step:
        return is_told_again(asked)
    return node.kind in ASKED


def unreached(thread: Thread) -> Iterator[Flaw]:
    """Nothing leads to it, on any device, in any situation."""
    lost = {
        node.id: node
        for node in thread.graph.nodes
        if node.id not in thread.reached and node.kind not in (NodeKind.STOP, NodeKind.END)
    }
    after = {
        lead.node
        for walk in thread.walks[:1]
        for each in lost.values()
        for lead in walk.leads(each)
    }
    firsts = [node for node in lost.values() if node.id not in after] or [*lost.values()][:1]
    for node in firsts:
        yield Flaw(node.line, heard(node.html))


def endless(thread: Thread) -> Iterator[Flaw]:
    """Questions lead to one another, and none leads out."""
    ranks = {node.id: rank for rank, node in enumerate(thread.graph.nodes)}
    for walk in thread.walks:
        for ring in walk.rings():
            nodes = [thread.graph.nodes[rank] for rank in sorted(ranks[each] for each in ring)]
            asked = next((node for node in nodes if node.kind in ASKED), nodes[0])
            yield Flaw(asked.line, heard(asked.html))


def double(thread: Thread) -> Iterator[Flaw]:
    """Two questions are asked in one."""
    for node in thread.questions:
        for html in (node.html, node.otherwise):
            if has_two_parts(heard(html)):
                yield Flaw(node.line, heard(html))


def said_one_way(thread: Thread) -> Iterator[Flaw]:
    """A question has no other words."""
    for node in thread.questions:
        if not node.otherwise:
            yield Flaw(node.line, heard(node.html))
