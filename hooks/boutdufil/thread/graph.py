"""A call as a graph: what is said, one thing at a time, and where each answer leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from markupsafe import Markup

from boutdufil.model.script import Learnt

END = "fin"
"""The node where every call ends."""
NOTHING = Markup()
"""No words: of thousands of nodes, most have none to say otherwise."""


class NodeKind(StrEnum):
    """What a node is: what the mediator does there."""

    SAY = "dire"
    ASK = "demander"
    PROOF = "preuve"
    GESTURE = "geste"
    STOP = "stop"
    END = "fin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """In which calls something holds; empty: in all."""

    devices: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()

    def holds(self, devices: Collection[str], situations: Collection[str]) -> bool:
        """Tell whether it holds for a caller whose device shows what is for ``devices``.

        Without a device, all of them hold. Audiences are known by the mediator alone.
        """
        on_device = not self.devices or not devices or any(each in devices for each in self.devices)
        return on_device and (
            not self.situations or any(each in situations for each in self.situations)
        )


ALWAYS = Condition()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Where one goes: a node of this graph, or a ``step`` (0: the start) of another tutorial."""

    node: str = ""
    tutorial: str = ""
    step: int = 0
    label: Markup = NOTHING


BACK = Lead()
"""To where one was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the caller may answer, the words that are read then, and where that leads."""

    label: Markup
    words: Markup
    lead: Lead
    learnt: tuple[Learnt, ...] = ()

    @property
    def situations(self) -> tuple[str, ...]:
        """The situations that the answer tells of."""
        return tuple(each.situation for each in self.learnt if each.situation)

    @property
    def devices(self) -> tuple[str, ...]:
        """The devices that it tells of."""
        return tuple(each.device for each in self.learnt if each.device)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing to say, to ask or to do. ``next`` follows it, and is where one passes it to."""

    id: str
    kind: NodeKind
    step: int
    """0 before the first step; one more than the last after it."""
    html: Markup
    otherwise: Markup = NOTHING
    condition: Condition = ALWAYS
    next: str = ""
    """Empty after the gesture of a rescue: one comes back to where one was."""
    replies: tuple[Reply, ...] = ()
    name: str = ""
    gesture: str = ""
    """The gesture of the library that is done there."""
    line: int = 0
    depth: int = 0
    """How many answers it is under."""
    is_start: bool = False
    """Whether it is what is before the eyes as a step begins."""
    is_rescue: bool = False
    """Whether it is at hand during a step, and no part of its thread."""
    is_written: bool = True
    """False for a step without a script: what the public reads stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What the caller may say at any time of a step, and the words that are read then.

    Without a lead, one comes back to where one was.
    """

    step: int
    situation: Markup
    words: Markup
    otherwise: Markup = NOTHING
    condition: Condition = ALWAYS
    lead: Lead = BACK
    learnt: tuple[Learnt, ...] = ()
    node: str = ""
    """The node that says the same, where an answer leads here."""
    is_stop: bool = False
    line: int = 0


@dataclass(frozen=True)
class Graph:
    """The thread of a call: its nodes in reading order, the last one being its end."""

    nodes: tuple[Node, ...]
    rescues: tuple[Rescue, ...] = ()
    chain: tuple[str, ...] = ()
    """The nodes that follow one another when no answer leads elsewhere."""

    def __getstate__(self) -> dict[str, object]:
        """Leave out what is worked out of the rest: two equal values are written the same."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """Nodes by their id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def leads(self) -> Mapping[str, tuple[Lead, ...]]:
        """Every way out of each node, by its id."""
        return {node.id: _leads_of(node) for node in self.nodes}

    @cached_property
    def ahead(self) -> Mapping[str, tuple[Node | None, ...]]:
        """What stands at the end of every way out of each node; None is another tutorial."""
        return {
            node: tuple(
                None if lead.tutorial else self.by_id.get(lead.node or END, self.nodes[-1])
                for lead in leads
            )
            for node, leads in self.leads.items()
        }

    @cached_property
    def under(self) -> Mapping[Condition, frozenset[str]]:
        """The ids of the nodes under each condition."""
        found: dict[Condition, set[str]] = defaultdict(set)
        for node in self.nodes:
            found[node.condition].add(node.id)
        return {condition: frozenset(ids) for condition, ids in found.items()}

    @cached_property
    def below(self) -> Mapping[str, str]:
        """What stands below each node of the chain: what follows it, most of the time."""
        return dict(pairwise((*self.chain, END)))

    @property
    def start(self) -> str:
        """Where the call begins."""
        return self.chain[0] if self.chain else END

    def in_step(self, step: int) -> tuple[Node, ...]:
        """Return the nodes of a step, in reading order."""
        return tuple(node for node in self.nodes if node.step == step and node.id != END)

    def rescues_of(self, step: int) -> tuple[Rescue, ...]:
        """Return what may be said during a step."""
        return tuple(rescue for rescue in self.rescues if rescue.step == step)


def _leads_of(node: Node) -> tuple[Lead, ...]:
    if node.replies:
        return tuple(reply.lead for reply in node.replies)
    return (Lead(node=node.next or END),) if node.kind is not NodeKind.END else ()
