"""The graph of a call as one reads it: steps, what is said in each, and under it what may follow.

A graph has many ways to a node; here each node stands once, under the answer that it was written
for, and every other way to it is told by its id. The map of a call and its list are both made of
this, and so say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from markupsafe import Markup

from boutdufil.thread.data import words
from boutdufil.thread.graph import END, Condition, Graph, Lead, Node, Rescue
from boutdufil.thread.walks import ASKED

_GESTURE = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
"""A verb by device, ``{appuyez|cliquez}``; not braces without a bar."""
STEM = "secours"
"""The kind of what may be said at any time and is no node."""


class Way(StrEnum):
    """Where an answer leads, seen from the question."""

    ONWARD = "suite"
    """To what follows in the thread."""
    BELOW = "dessous"
    """To what was written under this answer."""
    AGAIN = "reprise"
    """Back to the same question: a repair that is proven again."""
    BACK = "retour"
    """To what stands before."""
    AHEAD = "avance"
    """To what stands after."""
    EXIT = "fiche"
    """To another tutorial."""
    END = "fin"
    RETURN = "reprend"
    """To where one was: what is said at any time leads nowhere else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A way out. ``rank`` is the digit that answers, 0 for the only way out of what is said."""

    rank: int = 0
    label: str = ""
    way: Way
    lead: Lead
    below: Branch | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A thing of the thread, or what may be said at any time (``situation``), and its ways out."""

    id: str
    """Empty for what may be said at any time and is no node."""
    kind: str
    text: str
    situation: str = ""
    is_start: bool = False
    is_written: bool = True
    condition: Condition = field(default_factory=Condition)
    gesture: str = ""
    answers: tuple[Answer, ...] = ()
    others: tuple[Branch, ...] = ()
    """What stands below without an answer that was written for it."""
    goes_on: bool = False
    """Whether the thread goes on from it to the next, or to its end."""

    @property
    def children(self) -> tuple[Branch, ...]:
        """What stands below it, in reading order."""
        return (*(each.below for each in self.answers if each.below), *self.others)

    def walk(self) -> Iterator[Branch]:
        """Yield the branch, then all that stands below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What is said in a step: in order, then at any time."""

    step: int
    title: str
    thread: tuple[Branch, ...]
    rescues: tuple[Branch, ...]

    def walk(self) -> Iterator[Branch]:
        """Yield all that stands in it."""
        for branch in (*self.thread, *self.rescues):
            yield from branch.walk()


def shown(html: str) -> str:
    """Return the words of a fragment as one reads them, both verbs where there are two."""
    return _GESTURE.sub(r"\1 ou \2", words(html))


def outline(graph: Graph, titles: Mapping[int, str]) -> tuple[Section, ...]:
    """Return the sections that hold something; ``titles`` are those of the steps, by rank."""
    drawn = _Outline(graph)
    steps = sorted({node.step for node in graph.nodes if node.id != END} | drawn.rescued)
    return tuple(drawn.section(step, titles.get(step, "")) for step in steps)


class _Outline:
    """Gives each node its place: the first that was written for it holds it."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.order = {node.id: rank for rank, node in enumerate(graph.nodes)}
        self.following = dict(zip(graph.chain, (*graph.chain[1:], END), strict=True))
        self.rescued = {rescue.step for rescue in graph.rescues}
        self.holders = self._holders()
        self.orphans = self._orphans()

    def section(self, step: int, title: str) -> Section:
        thread = (self.graph.by_id[each] for each in self.graph.chain)
        return Section(
            step=step,
            title=title,
            thread=tuple(self._branch(node) for node in thread if node.step == step),
            rescues=tuple(self._rescue(each) for each in self.graph.rescues_of(step)),
        )

    def _holders(self) -> dict[str, str]:
        """Return who holds each node that is under an answer: a node, or a rescue by its rank."""
        holders: dict[str, str] = {}
        for node in self.graph.nodes:
            for lead in _leads(node):
                below = self.graph.by_id.get(lead.node)
                if below and below.depth == node.depth + 1:
                    holders.setdefault(below.id, node.id)
        for rank, rescue in enumerate(self.graph.rescues):
            below = self.graph.by_id.get(rescue.lead.node)
            if below and below.depth == 1 and not rescue.node:
                holders.setdefault(below.id, f"{STEM}:{rank}")
        return holders

    def _orphans(self) -> dict[str, list[Node]]:
        """Return the nodes that no answer holds, by the node that was read before them."""
        found: dict[str, list[Node]] = {}
        above: list[Node] = []
        for node in self.graph.nodes:
            while above and above[-1].depth >= node.depth:
                above.pop()
            if node.depth and node.id not in self.holders:
                holder = above[-1].id if above else self.graph.start
                self.holders[node.id] = holder
                found.setdefault(holder, []).append(node)
            above.append(node)
        return found

    def _branch(self, node: Node, situation: str = "") -> Branch:
        follows = self.following.get(node.id)
        return Branch(
            id=node.id,
            kind=node.kind.value,
            text=shown(node.html),
            situation=situation,
            is_start=node.is_start,
            is_written=node.is_written,
            condition=node.condition,
            gesture=node.gesture,
            answers=self._answers(node),
            others=tuple(self._branch(each) for each in self.orphans.get(node.id, ())),
            goes_on=follows is not None and (node.next or END) == follows,
        )

    def _answers(self, node: Node) -> tuple[Answer, ...]:
        if not node.replies:
            return (self._answer(node, 0, Markup(), Lead(node=node.next or END), set()),)
        held: set[str] = set()
        if node.kind not in ASKED:
            return (self._answer(node, 0, Markup(), node.replies[0].lead, held),)
        return tuple(
            self._answer(node, rank, reply.label, reply.lead, held)
            for rank, reply in enumerate(node.replies, 1)
        )

    def _answer(self, node: Node, rank: int, label: str, lead: Lead, held: set[str]) -> Answer:
        """Return an answer; two that lead to the same thing show it under the first (``held``)."""
        way = self._way(node, lead)
        below = None
        if way is Way.BELOW:
            if lead.node in held:
                way = Way.AHEAD
            else:
                held.add(lead.node)
                below = self._branch(self.graph.by_id[lead.node])
        return Answer(rank=rank, label=shown(label), way=way, lead=lead, below=below)

    def _way(self, node: Node, lead: Lead) -> Way:
        if lead.tutorial:
            return Way.EXIT
        if lead.node in {"", END} or lead.node not in self.order:
            return Way.END
        if lead.node == node.id:
            return Way.AGAIN
        if self.holders.get(lead.node) == node.id and lead.node not in self._orphans_of(node):
            return Way.BELOW
        if self.following.get(node.id) == lead.node:
            return Way.ONWARD
        return Way.BACK if self.order[lead.node] < self.order[node.id] else Way.AHEAD

    def _orphans_of(self, node: Node) -> Sequence[str]:
        return [each.id for each in self.orphans.get(node.id, ())]

    def _rescue(self, rescue: Rescue) -> Branch:
        situation = shown(rescue.situation)
        if rescue.node:
            return self._branch(self.graph.by_id[rescue.node], situation)
        rank = self.graph.rescues.index(rescue)
        lead, below, way = rescue.lead, None, Way.RETURN
        if lead.tutorial:
            way = Way.EXIT
        elif self.holders.get(lead.node) == f"{STEM}:{rank}":
            way, below = Way.BELOW, self._branch(self.graph.by_id[lead.node])
        elif lead.node:
            first = self.graph.by_id.get(lead.node)
            way = Way.BACK if first and first.step <= rescue.step else Way.AHEAD
            way = Way.END if lead.node == END else way
        return Branch(
            id="",
            kind=STEM,
            text=shown(rescue.words),
            situation=situation,
            condition=rescue.condition,
            answers=(Answer(way=way, lead=lead, below=below),),
        )


def _leads(node: Node) -> tuple[Lead, ...]:
    """Return every way out of a node: where it has replies, they say where one goes."""
    if node.replies:
        return tuple(reply.lead for reply in node.replies)
    return (Lead(node=node.next),) if node.next else ()
