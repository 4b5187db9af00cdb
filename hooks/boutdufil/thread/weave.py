"""A script into the graph of its call.

Every node knows at once where it leads, by a mark that becomes the id of a node once they are all
there (``ties.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

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
from boutdufil.thread.graph import (
    ALWAYS,
    END,
    NOTHING,
    Condition,
    Graph,
    Lead,
    Node,
    NodeKind,
    Reply,
    Rescue,
)
from boutdufil.thread.ties import tied

WHAT_IS_SEEN = Markup("Qu’avez-vous devant les yeux ?")
"""Asked as a step begins, when its author gives no words to get there."""
NOT_YET = Markup("Autre chose")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


# Its rules, its pages, its data and its map ask for the same graph.
@by_itself
def weave(script: Script) -> Graph:
    """Return the graph of a whole script, from what comes before the steps to what comes after."""
    # Opened by themselves: their end comes back, and opens no other.
    situations = frozenset(step.rank for step in script.steps if step.key)
    weaver = _Weaver()
    weaver.section(0, script.introduction + script.before)
    for step in script.steps:
        weaver.section(step.rank, step.parts, step)
    weaver.section(len(script.steps) + 1, script.understanding + script.choosing + script.further)
    return tied(weaver.nodes, weaver.rescues, weaver.chain, len(script.steps) + 1, situations)


class _Weaver:
    """Makes nodes in reading order, each with the marks of where it leads."""

    def __init__(self) -> None:
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
        self._parts(parts, ALWAYS)

    def _unwritten(self, parts: Sequence[Part], line: int) -> None:
        html = Markup("").join(part.html for part in parts if isinstance(part, Prose))
        self._add(
            Node(
                id=self._id(),
                kind=NodeKind.SAY,
                step=self.step,
                html=html,
                next=self._onward(),
                line=line,
                is_written=False,
            )
        )

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

    def _id(self) -> str:
        """Return the id of the next node of the step."""
        count = self.counts[self.step]
        self.counts[self.step] += 1
        return f"{self.step}{_letters(count)}"

    def _onward(self) -> str:
        """Return the mark of what follows the next node of the chain."""
        return f"after:{len(self.chain)}"

    def _add(self, node: Node) -> None:
        """Put a node at the end of the chain."""
        self.chain.append(node.id)
        self.nodes.append(node)

    def _say(self, part: Say, condition: Condition) -> None:
        self._add(
            Node(
                id=self._id(),
                kind=NodeKind.SAY,
                step=self.step,
                html=part.html,
                condition=replace(condition, devices=part.devices) if part.devices else condition,
                next=self._onward(),
                name=part.name,
                line=part.line,
            )
        )

    def _asked(self, part: Ask | Start | DoGesture, condition: Condition) -> None:
        onward, rank = self._onward(), len(self.nodes)
        node = Node(
            id=self._id(),
            kind=_kind_of(part),
            step=self.step,
            html=_words_of(part),
            condition=condition,
            next=onward,
            name="" if isinstance(part, DoGesture) else part.name,
            gesture=part.jump.gesture if isinstance(part, DoGesture) else "",
            line=part.line,
            is_start=isinstance(part, Start),
        )
        self._add(node)
        if isinstance(part, Ask):
            replies = self._replies(part, node, Lead(node=onward))
            self.nodes[rank] = replace(node, replies=replies)
        elif isinstance(part, Start):
            self.nodes[rank] = replace(node, replies=self._arrivals(part, node, onward))

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
        node = Node(
            id=self._id(),
            kind=NodeKind.ASK,
            step=self.step,
            html=ask.question,
            otherwise=ask.otherwise,
            condition=above.condition,
            next=lead.node or END,
            line=ask.line,
            depth=above.depth + 1,
        )
        rank = len(self.nodes)
        self.nodes.append(node)
        self.nodes[rank] = replace(node, replies=self._replies(ask, node, lead))
        return node.id

    def _arrivals(self, part: Start, node: Node, onward: str) -> tuple[Reply, ...]:
        """Return the replies of what is before the eyes: it is so, or there is a way there."""
        there = Reply(label=part.situation, words=NOTHING, lead=Lead(node=onward))
        if part.jump is None:
            return (there,)
        lead = self._lead(part.jump, node, Lead(node=node.id))
        return there, Reply(label=NOT_YET, words=NOTHING, lead=lead, learnt=part.learnt)

    def _lead(self, jump: Jump | None, above: Node, onward: Lead) -> Lead:
        if jump is None:
            return onward
        if jump.gesture:
            if jump.has_place:
                onward = self._lead(replace(jump, gesture=""), above, onward)
            node = Node(
                id=self._id(),
                kind=NodeKind.GESTURE,
                step=self.step,
                html=jump.label,
                condition=above.condition,
                next=onward.node or (END if onward.tutorial else ""),
                replies=_elsewhere(onward),
                gesture=jump.gesture,
                line=above.line,
                depth=above.depth + 1,
            )
            self.nodes.append(node)
            return Lead(node=node.id, label=jump.label)
        if jump.tutorial:
            return Lead(tutorial=jump.tutorial, step=jump.step, label=jump.label)
        mark = f"name:{jump.name}" if jump.name else f"step:{jump.step}"
        return Lead(node=END if jump.is_end else mark, label=jump.label)

    def _rescue(self, part: Trouble, condition: Condition) -> None:
        """Add what may be said at any time; a stop, and what has a name, are nodes as well."""
        is_stop = isinstance(part, Stop)
        words = part.words or part.prose
        is_node = is_stop or bool(part.name)
        above = Node(
            id=self._id() if is_node else "",
            kind=NodeKind.STOP if is_stop else NodeKind.SAY,
            step=self.step,
            html=words,
            condition=condition,
            name=part.name,
            line=part.line,
            is_rescue=True,
        )
        place = len(self.nodes)
        if is_node:
            self.nodes.append(above)
        onward = END if is_stop else f"after:{len(self.chain) - 1}" if is_node else ""
        lead = self._lead(part.jump, above, Lead(node=onward))
        if is_node:
            self.nodes[place] = replace(above, next=lead.node or END, replies=_elsewhere(lead))
        self.rescues.append(
            Rescue(
                step=self.step,
                situation=part.situation,
                words=words,
                condition=condition,
                lead=Lead(node=above.id, label=lead.label) if is_stop else lead,
                learnt=part.learnt,
                node=above.id,
                is_stop=is_stop,
                line=part.line,
            )
        )


def _kind_of(part: Ask | Start | DoGesture) -> NodeKind:
    if isinstance(part, DoGesture):
        return NodeKind.GESTURE
    return NodeKind.PROOF if isinstance(part, Proof) else NodeKind.ASK


def _words_of(part: Ask | Start | DoGesture) -> Markup:
    """Return what is said of a thing that is asked or done."""
    if isinstance(part, DoGesture):
        return part.jump.label
    return part.question if isinstance(part, Ask) else part.words or WHAT_IS_SEEN


def _elsewhere(lead: Lead) -> tuple[Reply, ...]:
    """Return the only reply of a node that goes on in another tutorial."""
    return (Reply(label=lead.label, words=NOTHING, lead=lead),) if lead.tutorial else ()


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
