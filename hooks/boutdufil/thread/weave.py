"""A script into the graph of its call.

Every node knows at once where it leads, by a mark (``after:3``, ``step:2``, ``name:plus-rien``)
that becomes the id of a node once they are all there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from markupsafe import Markup

from boutdufil.model.same import by_itself
from boutdufil.model.script import (
    Answer,
    Ask,
    Container,
    DoGesture,
    ForAudiences,
    ForDevices,
    Jump,
    Part,
    Proof,
    Prose,
    Rephrase,
    Say,
    Script,
    Start,
    Step,
    Stop,
    Trouble,
)
from boutdufil.thread.graph import END, Condition, Graph, Lead, Node, NodeKind, Reply, Rescue

WHAT_IS_SEEN = Markup("Qu’avez-vous devant les yeux ?")
"""Asked as a step begins, when its author gives no words to get there."""
NOT_YET = Markup("Autre chose")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


# Its rules, its pages, its data and its map ask for the same graph.
@by_itself
def weave(script: Script) -> Graph:
    """Return the graph of a whole script, from what comes before the steps to what comes after."""
    situations = frozenset(step.rank for step in script.steps if step.key)
    weaver = _Weaver(len(script.steps), situations)
    weaver.section(0, script.introduction + script.before)
    for step in script.steps:
        weaver.section(step.rank, step.parts, step)
    weaver.section(len(script.steps) + 1, script.understanding + script.choosing + script.further)
    return weaver.graph()


class _Weaver:
    """Makes nodes in reading order, then ties them."""

    def __init__(self, last_step: int, situations: frozenset[int]) -> None:
        self.last_step = last_step
        self.situations = situations
        """Steps that are opened by themselves: their end comes back, and opens no other."""
        self.nodes: list[Node] = []
        self.rescues: list[Rescue] = []
        self.chain: list[str] = []
        self.counts: Counter[int] = Counter()
        self.step = 0

    def section(self, step: int, parts: Sequence[Part], written: Step | None = None) -> None:
        """Add what is said in a section."""
        self.step = step
        if written is not None and not written.has_script:
            self._unwritten(parts, written.line)
        self._parts(parts, Condition())

    def graph(self) -> Graph:
        """Return the graph, every mark being the id that it stands for."""
        end = Node(id=END, kind=NodeKind.END, step=self.last_step + 1, html=Markup())
        names = {node.name: node.id for node in reversed(self.nodes) if node.name}
        firsts = {node.id: node.step for node in self.nodes}

        def tied(mark: str) -> str:
            sort, colon, value = mark.partition(":")
            if not colon:
                return mark
            if sort == "name":
                return names.get(value, END)
            if sort == "after":
                return self._following(int(value), firsts)
            return next((each for each in self.chain if firsts[each] >= int(value)), END)

        # The answers of a question lead to the same place, most of the time.
        @cache
        def lead(found: Lead) -> Lead:
            return replace(found, node=tied(found.node))

        nodes = (
            replace(
                node,
                next=tied(node.next),
                replies=tuple(replace(reply, lead=lead(reply.lead)) for reply in node.replies),
            )
            for node in self.nodes
        )
        rescues = (replace(rescue, lead=lead(rescue.lead)) for rescue in self.rescues)
        return Graph((*nodes, end), tuple(rescues), tuple(self.chain))

    def _following(self, rank: int, steps: Mapping[str, int]) -> str:
        """Return what follows a node of the chain, ``steps`` being the step of each."""
        if rank + 1 >= len(self.chain):
            return END
        here, following = self.chain[rank], self.chain[rank + 1]
        is_left = steps[here] != steps[following] and steps[here] in self.situations
        return END if is_left else following

    def _unwritten(self, parts: Sequence[Part], line: int) -> None:
        html = Markup("").join(part.html for part in parts if isinstance(part, Prose))
        node = self._node(NodeKind.SAY, html, Condition(), line=line, is_written=False)
        self._add(node)

    def _parts(self, parts: Iterable[Part], condition: Condition) -> None:
        rephrased: list[int] = []
        """Ranks of the nodes that an « autrement » would rephrase, negative those of rescues."""
        for part in parts:
            if isinstance(part, Rephrase):
                self._rephrase(rephrased, part.html)
                rephrased = []
            elif isinstance(part, Container):
                self._parts(part.parts, _within(part, condition))
                rephrased = []
            elif isinstance(part, Say):
                goes_on = rephrased and part.devices and self._is_variant(rephrased)
                rephrased = [*(rephrased if goes_on else ()), len(self.nodes)]
                self._say(part, condition)
            elif isinstance(part, Ask | Start | DoGesture):
                rephrased = [len(self.nodes)]
                self._asked(part, condition)
            elif isinstance(part, Trouble):
                rephrased = [-1 - len(self.rescues)]
                self._rescue(part, condition)

    def _is_variant(self, rephrased: Sequence[int]) -> bool:
        """Tell whether what stands before is said to some devices: a next one may go with it."""
        last = rephrased[-1]
        return last >= 0 and bool(self.nodes[last].condition.devices)

    def _rephrase(self, ranks: Sequence[int], html: Markup) -> None:
        for rank in ranks:
            if rank >= 0:
                self.nodes[rank] = replace(self.nodes[rank], otherwise=html)
                continue
            rescue = self.rescues[-1 - rank]
            self.rescues[-1 - rank] = replace(rescue, otherwise=html)
            node = next((each for each in self.nodes if each.id == rescue.node), None)
            if node:
                place = self.nodes.index(node)
                self.nodes[place] = replace(node, otherwise=html)

    def _node(
        self,
        kind: NodeKind,
        html: Markup,
        condition: Condition,
        *,
        line: int,
        depth: int = 0,
        is_written: bool = True,
    ) -> Node:
        count = self.counts[self.step]
        self.counts[self.step] += 1
        return Node(
            id=f"{self.step}{_letters(count)}",
            kind=kind,
            step=self.step,
            html=html,
            condition=condition,
            line=line,
            depth=depth,
            is_written=is_written,
        )

    def _add(self, node: Node, *, name: str = "", gesture: str = "", is_start: bool = False) -> str:
        """Put a node at the end of the chain; return the mark of what follows it."""
        onward = f"after:{len(self.chain)}"
        self.chain.append(node.id)
        self.nodes.append(replace(node, next=onward, name=name, gesture=gesture, is_start=is_start))
        return onward

    def _say(self, part: Say, condition: Condition) -> None:
        held = replace(condition, devices=part.devices or condition.devices)
        node = self._node(NodeKind.SAY, part.html, held, line=part.line)
        self._add(node, name=part.name)

    def _asked(self, part: Ask | Start | DoGesture, condition: Condition) -> None:
        if isinstance(part, DoGesture):
            node = self._node(NodeKind.GESTURE, part.jump.label, condition, line=part.line)
            self._add(node, gesture=part.jump.gesture)
            return
        kind = NodeKind.PROOF if isinstance(part, Proof) else NodeKind.ASK
        html = part.question if isinstance(part, Ask) else part.words or WHAT_IS_SEEN
        node = self._node(kind, html, condition, line=part.line)
        onward = self._add(node, name=part.name, is_start=isinstance(part, Start))
        rank = len(self.nodes) - 1
        if isinstance(part, Ask):
            replies = self._replies(part, node, Lead(node=onward))
        else:
            replies = self._arrivals(part, node, onward)
        self.nodes[rank] = replace(self.nodes[rank], replies=replies)

    def _replies(self, ask: Ask, node: Node, onward: Lead) -> tuple[Reply, ...]:
        """Return the replies of a question; what is repaired is proven again."""
        replies = []
        for rank, answer in enumerate(ask.answers):
            repaired = node.kind is NodeKind.PROOF and rank > 0
            way = Lead(node=node.id) if repaired else onward
            lead = self._answered(answer, node, way)
            replies.append(
                Reply(label=answer.label, words=answer.words, lead=lead, learnt=answer.learnt)
            )
        return tuple(replies)

    def _answered(self, answer: Answer, node: Node, onward: Lead) -> Lead:
        """Return where an answer leads: its gesture is done, its question asked, then its place.

        The page prints them in that order.
        """
        jump, asked = answer.jump, answer.follow_up
        if asked is None:
            return self._lead(jump, node, onward)
        if jump is None or not jump.gesture:
            return Lead(node=self._follow_up(asked, node, self._lead(jump, node, onward)))
        place = replace(jump, gesture="") if jump.has_place else None
        question = self._follow_up(asked, node, self._lead(place, node, onward))
        done = replace(jump, tutorial="", step=0, name="", is_end=False)
        return self._lead(done, node, Lead(node=question))

    def _follow_up(self, ask: Ask, above: Node, lead: Lead) -> str:
        """Add a question that is asked after an answer; return its id."""
        node = self._node(
            NodeKind.ASK, ask.question, above.condition, line=ask.line, depth=above.depth + 1
        )
        node = replace(node, otherwise=ask.otherwise, next=lead.node or END)
        rank = len(self.nodes)
        self.nodes.append(node)
        self.nodes[rank] = replace(node, replies=self._replies(ask, node, lead))
        return node.id

    def _arrivals(self, part: Start, node: Node, onward: str) -> tuple[Reply, ...]:
        """Return the replies of what is before the eyes: it is so, or there is a way there."""
        there = Reply(label=part.situation, words=Markup(), lead=Lead(node=onward))
        if part.jump is None:
            return (there,)
        lead = self._lead(part.jump, node, Lead(node=node.id))
        return there, Reply(label=NOT_YET, words=Markup(), lead=lead, learnt=part.learnt)

    def _lead(self, jump: Jump | None, above: Node, onward: Lead) -> Lead:
        if jump is None:
            return onward
        if jump.gesture:
            if jump.has_place:
                onward = self._lead(replace(jump, gesture=""), above, onward)
            node = self._node(
                NodeKind.GESTURE,
                jump.label,
                above.condition,
                line=above.line,
                depth=above.depth + 1,
            )
            self.nodes.append(
                replace(
                    node,
                    gesture=jump.gesture,
                    next=onward.node or (END if onward.tutorial else ""),
                    replies=_elsewhere(onward),
                )
            )
            return Lead(node=node.id, label=jump.label)
        if jump.tutorial:
            return Lead(tutorial=jump.tutorial, step=jump.step, label=jump.label)
        mark = f"name:{jump.name}" if jump.name else f"step:{jump.step}"
        return Lead(node=END if jump.is_end else mark, label=jump.label)

    def _rescue(self, part: Trouble, condition: Condition) -> None:
        """Add what may be said at any time; a stop, and what has a name, are nodes as well."""
        is_stop = isinstance(part, Stop)
        words = part.words or part.prose
        node = None
        if is_stop or part.name:
            kind = NodeKind.STOP if is_stop else NodeKind.SAY
            node = replace(
                self._node(kind, words, condition, line=part.line), name=part.name, is_rescue=True
            )
            self.nodes.append(node)
        onward = END if is_stop else f"after:{len(self.chain) - 1}" if node else ""
        above = node or Node(
            id="",
            kind=NodeKind.SAY,
            step=self.step,
            html=words,
            condition=condition,
            line=part.line,
        )
        lead = self._lead(part.jump, above, Lead(node=onward))
        if node is not None:
            place = self.nodes.index(node)
            self.nodes[place] = replace(node, next=lead.node or END, replies=_elsewhere(lead))
        self.rescues.append(
            Rescue(
                step=self.step,
                situation=part.situation,
                words=words,
                condition=condition,
                lead=Lead(node=node.id, label=lead.label) if is_stop and node else lead,
                learnt=part.learnt,
                node=node.id if node else "",
                is_stop=is_stop,
                line=part.line,
            )
        )


def _elsewhere(lead: Lead) -> tuple[Reply, ...]:
    """Return the only reply of a node that goes on in another tutorial."""
    return (Reply(label=lead.label, words=Markup(), lead=lead),) if lead.tutorial else ()


def _within(part: Container, condition: Condition) -> Condition:
    """Return the condition of what a container holds."""
    if isinstance(part, ForDevices):
        return replace(condition, devices=part.devices)
    if isinstance(part, ForAudiences):
        return replace(condition, audiences=part.audiences)
    return replace(condition, situations=part.situations)


def _letters(count: int) -> str:
    """Return the name of a rank: ``a`` to ``z``, then ``aa``."""
    name = ""
    count += 1
    while count:
        count, rest = divmod(count - 1, len(_LETTERS))
        name = _LETTERS[rest] + name
    return name
