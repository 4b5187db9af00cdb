"""A call as it goes: one place in one script, and the pure functions that lead to the next.

A gesture is done and comes back; so does what answers a reply that no question expected. Another
tutorial is entered with a way back. Going back is taking up the call as it was before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from boutdufil.model.script import Learnt
from boutdufil.thread.graph import (
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

GESTURE = "geste-"
"""Before the slug of a gesture, in the name of its script."""
COMMON = "reponses"
"""The guide whose first question holds what may be answered to any question."""
ASIDE = (GESTURE, COMMON)
"""The beginnings of the names of scripts that come back to where they were called."""
FEW = 2
"""Repairs of one proof, after which one tries another way."""


@dataclass(frozen=True)
class Scripts:
    """Every script that one may walk: ``101``, ``geste-ouvrir-les-reglages``, ``ouvrir``."""

    graphs: Mapping[str, Graph]
    numbers: Mapping[str, str] = field(default_factory=dict)
    """The number of each tutorial, by its ``theme/slug``."""
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Which variants serve on each device: its own, and those that it shows."""


@dataclass(frozen=True, slots=True)
class Place:
    """A node of a script."""

    script: str
    node: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Where a call is. The last of ``places`` is where one stands, the others wait for it."""

    places: tuple[Place, ...]
    device: str = ""
    situations: tuple[str, ...] = ()
    heard: tuple[Markup, ...] = ()
    """What was read on the way here."""
    tries: int = 0
    """How many times in a row this very proof failed."""
    rephrased: bool = False
    """Whether what stands here is said in its other words."""
    before: Call | None = field(default=None, compare=False, repr=False)

    @property
    def place(self) -> Place:
        """Where one stands."""
        return self.places[-1]


def begin(
    scripts: Scripts, script: str, device: str = "", situations: tuple[str, ...] = ()
) -> Call:
    """Return a call at the start of a script."""
    start = Place(script, scripts.graphs[script].start)
    return _settled(scripts, Call(places=(start,), device=device, situations=situations))


def here(scripts: Scripts, call: Call) -> Node:
    """Return what is said, asked or over where one stands."""
    return _node(scripts, call.place)


def said_here(scripts: Scripts, call: Call) -> Markup:
    """Return the words that are said or asked where one stands."""
    node = here(scripts, call)
    return (call.rephrased and node.otherwise) or node.html


def rephrase(call: Call) -> Call:
    """Return the call once the same thing is said in its other words."""
    return replace(call, heard=(), rephrased=True, before=call)


def is_over(scripts: Scripts, call: Call) -> bool:
    """Tell whether the call has come to its end."""
    return here(scripts, call).kind is NodeKind.END


def common_replies(scripts: Scripts) -> tuple[Reply, ...]:
    """Return what may be answered to any question."""
    graph = scripts.graphs.get(COMMON)
    asked = (node for node in graph.nodes if node.kind is NodeKind.ASK) if graph else iter(())
    return next((node.replies for node in asked), ())


def rescues(scripts: Scripts, call: Call) -> tuple[Rescue, ...]:
    """Return what the caller may say where one stands, whatever is asked."""
    graph, step = scripts.graphs[call.place.script], here(scripts, call).step
    return tuple(each for each in graph.rescues_of(step) if _holds(scripts, call, each.condition))


def answer(scripts: Scripts, call: Call, rank: int) -> Call:
    """Return the call once an answer is given: its words are read, what it tells is learnt.

    Raises IndexError when there is no such answer.
    """
    node = here(scripts, call)
    reply = node.replies[rank]
    told = _told(call, reply.words, reply.learnt)
    after = _followed(scripts, told, reply.lead)
    failed = node.kind is NodeKind.PROOF and after.place == call.place
    return replace(after, tries=call.tries + 1 if failed else 0)


def answer_otherwise(scripts: Scripts, call: Call, rank: int) -> Call:
    """Return the call after one of the answers for all: it comes back to where one stands.

    Raises IndexError when there is no such answer.
    """
    reply = common_replies(scripts)[rank]
    aside = replace(
        _told(call, reply.words, reply.learnt),
        places=(*call.places, Place(COMMON, END)),
    )
    after = _followed(scripts, aside, reply.lead)
    return replace(after, rephrased=after.places == call.places)


def rescue(scripts: Scripts, call: Call, found: Rescue) -> Call:
    """Return the call once the words for a trouble are read; without a lead, it stays there."""
    told = _told(call, NOTHING if found.is_stop else found.words, found.learnt)
    if not (found.lead.node or found.lead.tutorial):
        return replace(told, tries=call.tries)
    target = scripts.graphs[call.place.script].by_id.get(found.lead.node)
    if target is not None and target.gesture and not target.next:
        # A gesture that nothing follows comes back, as a trouble that leads nowhere.
        return _gesture_done(scripts, told, target.gesture)
    return _followed(scripts, told, found.lead)


def go_on(scripts: Scripts, call: Call) -> Call:
    """Return the call at what follows, answered or not; at its end, it stays there."""
    node = here(scripts, call)
    if node.kind is NodeKind.END:
        return call
    return _followed(scripts, _told(call), _onward(node))


def back(call: Call) -> Call:
    """Return the call as it was before the last thing; at its start, it stays there."""
    return call.before or call


def enter(scripts: Scripts, call: Call, script: str) -> Call:
    """Return the call at the start of another script, with a way back."""
    places = (*call.places, Place(script, scripts.graphs[script].start))
    return _settled(scripts, replace(_told(call), places=places))


def leave(scripts: Scripts, call: Call) -> Call:
    """Return the call in the script that led to this one; in the first, it stays there."""
    if len(call.places) == 1:
        return call
    return _come_back(scripts, _told(call))


def _node(scripts: Scripts, place: Place) -> Node:
    nodes = scripts.graphs[place.script].by_id
    return nodes.get(place.node, nodes[END])


def _holds(scripts: Scripts, call: Call, condition: Condition) -> bool:
    shown = scripts.shown.get(call.device, (call.device,)) if call.device else ()
    return condition.holds(shown, call.situations)


def _told(call: Call, words: Markup = NOTHING, learnt: Sequence[Learnt] = ()) -> Call:
    """Return the call once ``words`` are read, and what was ``learnt`` is known."""
    named = (each.situation for each in learnt if each.situation)
    return replace(
        call,
        device=next((each.device for each in learnt if each.device), call.device),
        situations=(*dict.fromkeys((*call.situations, *named)),),
        heard=(words,) if words else (),
        tries=0,
        rephrased=False,
        before=call,
    )


def _onward(node: Node) -> Lead:
    """Return where one goes when nothing is answered."""
    passes = node.kind not in (NodeKind.ASK, NodeKind.PROOF) and node.replies
    return node.replies[0].lead if passes else Lead(node=node.next or END)


def _followed(scripts: Scripts, call: Call, lead: Lead) -> Call:
    """Return the call at the end of a lead."""
    if lead.tutorial:
        return _elsewhere(scripts, call, lead)
    aside, script = call.places[:-1], call.place.script
    if script == COMMON and lead.node == END and lead.label:
        # An end that was written ends the call; any other comes back to the question.
        first = call.places[_ground(call)]
        return replace(call, places=(*call.places[: _ground(call)], replace(first, node=END)))
    return _settled(scripts, replace(call, places=(*aside, Place(script, lead.node or END))))


def _ground(call: Call) -> int:
    """Return the rank of the last place that is no gesture, and no answer for all."""
    ranks = (rank for rank, each in enumerate(call.places) if not each.script.startswith(ASIDE))
    return max(ranks, default=0)


def _elsewhere(scripts: Scripts, call: Call, lead: Lead) -> Call:
    """Return the call in another tutorial; without it, at the end of this one."""
    script = scripts.numbers.get(lead.tutorial, "")
    graph = scripts.graphs.get(script)
    if graph is None:
        return replace(call, places=(*call.places[:-1], replace(call.place, node=END)))
    first = next((each for each in graph.chain if graph.by_id[each].step >= lead.step), END)
    kept = call.places[: _ground(call) + 1]
    return _settled(scripts, replace(call, places=(*kept, Place(script, first))))


def _gesture_done(scripts: Scripts, call: Call, gesture: str) -> Call:
    """Return the call at the start of a gesture, that will come back here."""
    graph = scripts.graphs.get(f"{GESTURE}{gesture}")
    if graph is None:
        return call
    place = Place(f"{GESTURE}{gesture}", graph.start)
    return _settled(scripts, replace(call, places=(*call.places, place)))


def _settled(scripts: Scripts, call: Call) -> Call:
    """Return the call at the next thing to say or ask: what does not hold is passed.

    A gesture is gone into, and what is done aside comes back once it is over. A ring of things that
    do not hold leads to the end.
    """
    passed: set[Place] = set()
    while True:
        node = _node(scripts, call.place)
        if _is_done(scripts, call, node):
            return _come_back(scripts, call)
        if node.kind is NodeKind.END:
            return call
        if _holds(scripts, call, node.condition) and node.kind is not NodeKind.GESTURE:
            return call
        if call.place in passed:
            ahead = Lead(node=END)
        elif node.kind is NodeKind.GESTURE and _holds(scripts, call, node.condition):
            done = f"{GESTURE}{node.gesture}"
            if done in scripts.graphs and all(each.script != done for each in call.places):
                return _gesture_done(scripts, call, node.gesture)
            ahead = _onward(node)
        else:
            ahead = Lead(node=node.next or END)
        if ahead.tutorial:
            return _elsewhere(scripts, call, ahead)
        passed.add(call.place)
        call = replace(call, places=(*call.places[:-1], Place(call.place.script, ahead.node)))


def _is_done(scripts: Scripts, call: Call, node: Node) -> bool:
    """Tell whether what is done aside is over: of the guide of answers, its question serves."""
    if len(call.places) == 1 or not call.place.script.startswith(ASIDE):
        return False
    chain = scripts.graphs[call.place.script].chain
    return node.kind is NodeKind.END or (call.place.script == COMMON and node.id in chain)


def _come_back(scripts: Scripts, call: Call) -> Call:
    """Return the call where it waited: below a gesture that was called, else where one was."""
    call = replace(call, places=call.places[:-1])
    node = _node(scripts, call.place)
    if node.kind is NodeKind.GESTURE:
        return _followed(scripts, call, _onward(node))
    return call
