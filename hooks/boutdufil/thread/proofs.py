"""What is proven of a call: every question is answered, every gesture shows, every way ends.

Each proof yields the places that fail; ``check`` says them in French, with their code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from boutdufil.language.asking import asks_a_wish, is_told_again, last_asked
from boutdufil.language.imperatives import is_to_do
from boutdufil.thread.flaws import Flaw, Thread
from boutdufil.thread.graph import Lead, NodeKind
from boutdufil.thread.speech import Speech, heard
from boutdufil.thread.walks import ASKED, Walk, spread


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
    wishes = {node.id for node in thread.questions if asks_a_wish(heard(node.html))}
    shown = [(walk, _shown(walk, wishes)) for walk in thread.walks]
    for speech in thread.speeches:
        asked = next((each for each in speech.sentences if is_to_do(each)), "")
        lead = speech.lead
        if not asked or speech.is_stop or lead is None:
            continue
        met = ((walk, ids) for walk, ids in shown if speech.condition in walk.held)
        if not all(_shows(walk, lead, speech.step, ids) for walk, ids in met):
            yield Flaw(speech.line, asked)


def _shows(walk: Walk, lead: Lead, step: int, shown: Collection[str]) -> bool:
    """Tell whether a lead goes to a question before the end of ``step``.

    A question that an answer leads to serves wherever it is, as does what is before the eyes when
    the next step begins; another tutorial asks its own.
    """
    node = walk.arrive(lead)
    if node is None or (lead.label and node.kind in ASKED):
        return True
    if node.step == step:
        return node.id in shown
    return node.kind is NodeKind.PROOF or node.is_start


def _shown(walk: Walk, wishes: Collection[str]) -> frozenset[str]:
    """Return the ids of the nodes that show what was done, and of those that lead to one.

    A gesture of the library proves itself; to ask what one wants (``wishes``) shows nothing.
    """
    shown: set[str] = set()
    before: dict[str, list[str]] = defaultdict(list)
    for node in walk.graph.nodes:
        if not walk.holds(node):
            continue
        is_wish = node.kind is NodeKind.ASK and node.id in wishes
        if (node.kind in ASKED and not is_wish) or node.kind is NodeKind.GESTURE:
            shown.add(node.id)
        elif node.kind is NodeKind.SAY:
            (lead,) = walk.leads(node)
            following = walk.arrive(lead)
            if following is not None and following.step == node.step:
                before[following.id].append(node.id)
            elif _shows(walk, lead, node.step, ()):
                shown.add(node.id)
    return spread(shown, before.__getitem__)


def unreached(thread: Thread) -> Iterator[Flaw]:
    """Nothing leads to it, on any device, in any situation; what only follows it is not told."""
    lost = {
        node.id: node
        for node in thread.graph.nodes
        if node.id not in thread.reached and node.kind not in (NodeKind.STOP, NodeKind.END)
    }
    after = {node.next for node in lost.values()}
    after.update(reply.lead.node for node in lost.values() for reply in node.replies)
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
