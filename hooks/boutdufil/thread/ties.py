"""The nodes of a call are tied: each mark of where one leads becomes the id of a node.

A mark is ``after:3`` (what follows the fourth of the thread), ``step:2``, ``name:plus-rien``; what
is none is an id already.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from boutdufil.thread.graph import END, NOTHING, Graph, Lead, Node, NodeKind, Reply, Rescue


def tied(
    nodes: Sequence[Node],
    rescues: Sequence[Rescue],
    chain: Sequence[str],
    last: int,
    situations: Collection[int],
) -> Graph:
    """Return the graph of ``nodes``, whose end is in the step ``last``.

    The steps in ``situations`` are opened by themselves: after their end, none is opened.
    """
    marks = _Marks(nodes, chain, situations)
    # A script has ten times fewer marks than ways that bear one.
    where = cache(marks.tied)

    @cache
    def lead(found: Lead) -> Lead:
        node = where(found.node)
        return found if node == found.node else replace(found, node=node)

    def reply(found: Reply) -> Reply:
        # Not by ``replace``, three times longer: no other value is as many.
        return Reply(
            label=found.label, words=found.words, lead=lead(found.lead), learnt=found.learnt
        )

    return Graph(
        (
            *(
                replace(node, next=where(node.next), replies=tuple(map(reply, node.replies)))
                for node in nodes
            ),
            Node(id=END, kind=NodeKind.END, step=last, html=NOTHING),
        ),
        tuple(replace(rescue, lead=lead(rescue.lead)) for rescue in rescues),
        tuple(chain),
    )


class _Marks:
    """What the marks of a script stand for."""

    def __init__(
        self, nodes: Sequence[Node], chain: Sequence[str], situations: Collection[int]
    ) -> None:
        self._chain = chain
        self._situations = situations
        self._names = {node.name: node.id for node in reversed(nodes) if node.name}
        self._steps = {node.id: node.step for node in nodes}

    def tied(self, mark: str) -> str:
        sort, colon, value = mark.partition(":")
        if not colon:
            return mark
        if sort == "name":
            return self._names.get(value, END)
        if sort == "after":
            return self._following(int(value))
        return next((each for each in self._chain if self._steps[each] >= int(value)), END)

    def _following(self, rank: int) -> str:
        """Return what follows a node of the chain."""
        if rank + 1 >= len(self._chain):
            return END
        here, following = self._steps[self._chain[rank]], self._steps[self._chain[rank + 1]]
        is_left = here != following and here in self._situations
        return END if is_left else self._chain[rank + 1]
