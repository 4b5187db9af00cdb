"""All that is read aloud in a call, each with what comes once it is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from boutdufil.language.sentences import sentences
from boutdufil.markup.gesture import GESTURE
from boutdufil.thread.data import words as written
from boutdufil.thread.graph import ALWAYS, END, Condition, Graph, Lead, Node, NodeKind, Rescue
from boutdufil.thread.walks import ASKED


@dataclass(frozen=True)
class Speech:
    """Words that are read in one go, in a block that begins at ``line``.

    ``lead`` is where one goes then; None brings back to where one was.
    """

    line: int
    step: int
    words: str
    condition: Condition = ALWAYS
    lead: Lead | None = None
    is_stop: bool = False

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The words, sentence by sentence."""
        return sentences(self.words)


def heard(html: str) -> str:
    """Return the words of a fragment as they are said to someone who holds a touch screen."""
    words = written(html)
    return GESTURE.sub(lambda match: match[1].strip(), words) if "{" in words else words


def speeches(graph: Graph) -> tuple[Speech, ...]:
    """Return what is read aloud, questions left out."""
    said = (speech for node in graph.nodes for speech in _of_node(node))
    rescued = (speech for rescue in graph.rescues for speech in _of_rescue(rescue))
    return (*said, *rescued)


def _of_node(node: Node) -> Iterator[Speech]:
    if node.kind in ASKED:
        if node.is_start:
            yield _speech(node, node.html, Lead(node=node.id))
        for reply in node.replies:
            if reply.words:
                yield _speech(node, reply.words, reply.lead)
    elif node.kind in (NodeKind.SAY, NodeKind.STOP) and node.is_written:
        lead = node.replies[0].lead if node.replies else Lead(node=node.next or END)
        for html in filter(None, (node.html, node.otherwise)):
            yield _speech(node, html, lead)


def _speech(node: Node, html: str, lead: Lead) -> Speech:
    is_stop = node.kind is NodeKind.STOP
    return Speech(node.line, node.step, heard(html), node.condition, lead, is_stop)


def _of_rescue(rescue: Rescue) -> Iterator[Speech]:
    """Yield what is said in a trouble; a stop is a node already."""
    lead = rescue.lead if rescue.lead.node or rescue.lead.tutorial else None
    for html in () if rescue.is_stop else filter(None, (rescue.words, rescue.otherwise)):
        yield Speech(rescue.line, rescue.step, heard(html), rescue.condition, lead)
