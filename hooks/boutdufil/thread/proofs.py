"""What is proven of a call: every question is answered, every gesture shows, every way ends.

Each proof yields the places that fail; ``check`` says them in French, with their code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from boutdufil.language.asking import has_two_parts, is_told_again, last_asked
from boutdufil.language.imperatives import gestures
from boutdufil.thread.graph import Graph, Lead, Node, NodeKind
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


def unseen(thread: Thread) -> Iterator[Flaw]:
    """A gesture is asked for, and no question shows what it did before the step ends."""
    seen = {walk: _Seen(walk) for walk in thread.walks}
    for speech in thread.speeches:
        asked = next((each for each in speech.sentences if gestures(each)), "")
        if not asked or speech.is_stop or speech.lead is None:
            continue
        met = (walk for walk in thread.walks if speech.condition in walk.held)
        if not all(seen[walk].from_lead(speech.lead, speech.step) for walk in met):
            yield Flaw(speech.line, asked)


class _Seen:
    """Whether what is done before a node shows by a question, in one walk."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.known: dict[str, bool] = {}

    def from_lead(self, lead: Lead, step: int) -> bool:
        """Tell whether a question comes before the end of ``step``.

        A question that an answer leads to shows it wherever it is, as does what is before the eyes
        when the next step begins; in a gesture and in another tutorial, their own questions do.
        """
        node = self.walk.arrive(lead)
        if node is None or node.step == step:
            return node is None or self._from_node(node)
        is_led_to = bool(lead.label) or node.kind is NodeKind.PROOF or node.is_start
        return node.kind in ASKED and is_led_to

    def _from_node(self, node: Node) -> bool:
        passed: list[str] = []
        while node.id not in self.known:
            self.known[node.id] = node.kind in ASKED or node.kind is NodeKind.GESTURE
            if node.kind is not NodeKind.SAY:
                break
            passed.append(node.id)
            following = self.walk.after[node.id][0]
            if following is None or following.step != node.step:
                lead = self.walk.leads(node)[0]
                self.known[node.id] = self.from_lead(lead, node.step)
                break
            node = following
        for each in passed:
            self.known[each] = self.known[node.id]
        return self.known[node.id]


def several_gestures(thread: Thread) -> Iterator[Flaw]:
    """A sentence asks for more than one gesture."""
    for speech in thread.speeches:
        for sentence in speech.sentences:
            if len(gestures(sentence)) > 1:
                yield Flaw(speech.line, sentence)


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
