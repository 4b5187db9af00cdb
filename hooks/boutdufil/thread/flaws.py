"""A call to be proven, and the places of it that fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from boutdufil.thread.graph import Graph, Node
from boutdufil.thread.speech import Speech, speeches
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
    dialled: frozenset[str] = frozenset()
    """The digits of the numbers that one may call."""

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """What is read aloud, questions left out."""
        return speeches(self.graph)

    @cached_property
    def questions(self) -> tuple[Node, ...]:
        """What is asked; what is before the eyes as a step begins is a state, not a question."""
        return tuple(node for node in self.graph.nodes if node.kind in ASKED and not node.is_start)

    @cached_property
    def reached(self) -> Mapping[str, frozenset[str]]:
        """The devices on which each node is met, by its id."""
        found: dict[str, set[str]] = defaultdict(set)
        for walk in self.walks:
            firsts = [node for node in self._firsts(walk) if node.id not in walk.begun]
            for node in walk.begun | walk.reached(firsts):
                found[node] |= walk.devices
        return {node: frozenset(devices) for node, devices in found.items()}

    @property
    def is_whole(self) -> bool:
        """Whether each walk meets all that it holds from its start: an entry adds nothing."""
        return all(walk.begun >= walk.met for walk in self.walks)

    @cached_property
    def mute(self) -> Mapping[int, frozenset[str]]:
        """The devices on which a step says nothing, by the rank of a step that says something."""
        said: dict[int, set[str]] = defaultdict(set)
        for walk in self.walks:
            for node in self.graph.nodes:
                if node.step and node.is_written and walk.holds(node):
                    said[node.step] |= walk.devices
        every = frozenset[str]().union(*(walk.devices for walk in self.walks))
        return {step: every - devices for step, devices in said.items() if every - devices}

    def _firsts(self, walk: Walk) -> tuple[Node, ...]:
        """Return the first thing that is met in each step that something else leads to."""
        firsts: dict[int, Node] = {}
        for node in self.graph.nodes:
            if node.step in self.entered and walk.holds(node):
                firsts.setdefault(node.step, node)
        return tuple(firsts.values())


Proof = Callable[[Thread], Iterator[Flaw]]
