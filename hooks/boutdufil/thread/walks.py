"""Walks through the graph of a call: what is met, on a device, in a situation, for an audience."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from boutdufil.thread.graph import END, Condition, Graph, Lead, Node, NodeKind

ASKED = frozenset((NodeKind.ASK, NodeKind.PROOF))
"""What waits for an answer of the caller."""
Following = Callable[[str], Iterable[str]]


@dataclass(frozen=True, eq=False)
class Walk:
    """A graph as one call meets it: only nodes under a condition of ``held`` are there."""

    graph: Graph
    held: frozenset[Condition]
    devices: frozenset[str]
    """The devices on which a call is this one."""

    @cached_property
    def met(self) -> frozenset[str]:
        """The ids of the nodes that hold in this call."""
        under = self.graph.under
        return frozenset[str]().union(*(under[each] for each in self.held if each in under))

    def holds(self, node: Node) -> bool:
        """Tell whether a node is met in this call."""
        return node.id in self.met

    def arrive(self, lead: Lead) -> Node | None:
        """Return what is met at the end of a lead, None in another tutorial.

        What does not hold is passed; a ring of such nodes leads to the end.
        """
        if lead.tutorial:
            return None
        nodes = self.graph.by_id
        return self._met_from(nodes.get(lead.node or END, nodes[END]))

    def _met_from(self, node: Node) -> Node:
        nodes = self.graph.by_id
        passed = set()
        while not self.holds(node) and node.id not in passed:
            passed.add(node.id)
            node = nodes.get(node.next or END, nodes[END])
        return node if self.holds(node) else nodes[END]

    def leads(self, node: Node) -> tuple[Lead, ...]:
        """Return every way out of a node."""
        return self.graph.leads[node.id]

    @cached_property
    def after(self) -> dict[str, tuple[Node | None, ...]]:
        """What may follow each node that is met, by its id; None is another tutorial."""
        met = self.met
        return {
            node: tuple(
                [each if each is None or each.id in met else self._met_from(each) for each in ends]
            )
            for node, ends in self.graph.ahead.items()
            if node in met
        }

    @cached_property
    def entries(self) -> tuple[Node, ...]:
        """Where one may come in: the start, and what may be said at any time."""
        held = [each for each in self.graph.rescues if each.condition in self.held]
        leads = [Lead(node=self.graph.start), *(each.lead for each in held if each.lead.node)]
        named = {(each.step, each.line) for each in self.graph.rescues}
        said = (
            node
            for node in self.graph.nodes
            if self.holds(node) and (node.kind is NodeKind.STOP or (node.step, node.line) in named)
        )
        arrived = (self.arrive(lead) for lead in leads)
        return (*said, *(node for node in arrived if node is not None))

    def reached(self, entries: Iterable[Node]) -> frozenset[str]:
        """Return the ids of all that may be met from ``entries``."""
        return spread((node.id for node in entries), self._next.__getitem__)

    @cached_property
    def begun(self) -> frozenset[str]:
        """The ids of all that may be met from where one may come in."""
        return self.reached(self.entries)

    @cached_property
    def ending(self) -> frozenset[str]:
        """The ids from which the call can end, here or in another tutorial."""
        before: dict[str, list[str]] = defaultdict(list)
        ends = []
        for node, following in self.after.items():
            if not following or None in following:
                ends.append(node)
            for each in following:
                if each is not None:
                    before[each.id].append(node)
        return spread(ends, before.__getitem__)

    def rings(self) -> Iterator[frozenset[str]]:
        """Yield the groups of nodes that lead to one another only, and never out.

        These are the strongly connected components without a way out (S. R. Kosaraju’s two
        searches), among what may be met and does not end.
        """
        lost = self.begun - self.ending
        before: dict[str, list[str]] = defaultdict(list)
        for node in lost:
            for each in self._next[node]:
                before[each].append(node)
        done: set[str] = set()
        for node in _finished(lost, self._next.__getitem__):
            if node not in done:
                ring = spread((node,), before.__getitem__, done)
                done |= ring
                if all(each in ring for inside in ring for each in self._next[inside]):
                    yield ring

    @cached_property
    def _next(self) -> Mapping[str, tuple[str, ...]]:
        return {
            node: tuple(each.id for each in following if each is not None)
            for node, following in self.after.items()
        }


def walks(graph: Graph, devices: Mapping[str, Collection[str]]) -> tuple[Walk, ...]:
    """Return one walk for each call that differs: ``devices`` tell what each of them shows.

    A call happens in no situation, in one, or in all those that the script knows; the same for
    audiences. Calls that meet the same things are one walk.
    """
    conditions = {node.condition for node in graph.nodes}
    conditions.update(rescue.condition for rescue in graph.rescues)
    situations = _each(each for condition in conditions for each in condition.situations)
    audiences = _each(each for condition in conditions for each in condition.audiences)
    calls: dict[frozenset[Condition], set[str]] = defaultdict(set)
    for (device, shown), situation, audience in product(devices.items(), situations, audiences):
        held = (each for each in conditions if _holds(each, shown, situation, audience))
        calls[frozenset(held)].add(device)
    return tuple(Walk(graph, held, frozenset(named)) for held, named in calls.items())


def _holds(
    condition: Condition,
    devices: Collection[str],
    situations: Collection[str],
    audiences: Collection[str],
) -> bool:
    told = not condition.audiences or not {*audiences}.isdisjoint(condition.audiences)
    return told and condition.holds(devices, situations)


def _each(words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return nothing, each word alone, and all of them."""
    known = sorted({*words})
    return tuple(dict.fromkeys(((), *((word,) for word in known), (*known,))))


def spread(
    starts: Iterable[str], following: Following, apart: Collection[str] = ()
) -> frozenset[str]:
    """Return all that can be reached from ``starts``, themselves included, without ``apart``."""
    met = {*starts}
    ahead = [*met]
    while ahead:
        for node in following(ahead.pop()):
            if node not in met and node not in apart:
                met.add(node)
                ahead.append(node)
    return frozenset(met)


def _finished(starts: Iterable[str], following: Following) -> tuple[str, ...]:
    """Return all that can be reached, the node that a search in depth leaves last coming first."""
    met: set[str] = set()
    left: list[str] = []
    for start in starts:
        ahead = [] if start in met else [(start, iter(following(start)))]
        met.add(start)
        while ahead:
            node, others = ahead[-1]
            other = next((each for each in others if each not in met), None)
            if other is None:
                left.append(node)
                ahead.pop()
            else:
                met.add(other)
                ahead.append((other, iter(following(other))))
    return tuple(reversed(left))
