"""The graph of a call for other programs: plain values, plain text.

A verb that follows the device stays as its author wrote it: ``{appuyez|cliquez}``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import lru_cache

from boutdufil.model.script import plain
from boutdufil.thread.graph import END, Condition, Graph, Lead, Node, Reply, Rescue

VERSION = 1
_GESTURE = re.compile(
    r'<span class="fil-geste" data-appuyer="([^"]*)" data-cliquer="([^"]*)">[^<]*'
)
NumberOf = Callable[[str], str]
"""From ``theme/slug`` to the number of the tutorial, empty when it is not published."""


# The rules, the map, the list and the data ask for the same fragments.
@lru_cache(maxsize=32_768)
def words(html: str) -> str:
    """Return the words of a fragment; a verb by device stays as its author wrote it."""
    return plain(_GESTURE.sub(r"{\1|\2}", html))


def graph_data(graph: Graph, number: str, number_of: NumberOf) -> dict[str, object]:
    """Return a graph as JSON writes it; ``number`` is that of its tutorial, or its name."""
    return {
        "version": VERSION,
        "numero": number,
        "depart": graph.start,
        "noeuds": [_node(node, number_of) for node in graph.nodes],
        "secours": [_rescue(rescue, number_of) for rescue in graph.rescues],
    }


def graph_text(graph: Graph, name: str, number_of: NumberOf) -> tuple[str, str]:
    """Return the address of a graph, and its JSON."""
    data = graph_data(graph, name, number_of)
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"api/v1/appels/{name}.json", f"{written}\n"


def _node(node: Node, number_of: NumberOf) -> dict[str, object]:
    data: dict[str, object] = {
        "id": node.id,
        "genre": node.kind.value,
        "etape": node.step,
        **_condition(node.condition),
        "texte": words(node.html),
        "autrement": words(node.otherwise),
        "suite": node.next or None,
        "reponses": [_reply(reply, number_of) for reply in node.replies],
    }
    if node.gesture:
        data["geste"] = node.gesture
    if node.name:
        data["nom"] = node.name
    return data


def _reply(reply: Reply, number_of: NumberOf) -> dict[str, object]:
    data: dict[str, object] = {
        "texte": words(reply.label),
        "mots": words(reply.words),
        **_lead(reply.lead, number_of),
    }
    if reply.situations:
        data["retient"] = list(reply.situations)
    if reply.devices:
        data["appareil"] = reply.devices[0]
    return data


def _rescue(rescue: Rescue, number_of: NumberOf) -> dict[str, object]:
    return {
        "etape": rescue.step,
        "situation": words(rescue.situation),
        "mots": words(rescue.words),
        "autrement": words(rescue.otherwise),
        **_condition(rescue.condition),
        **_lead(rescue.lead, number_of),
    }


def _condition(condition: Condition) -> dict[str, object]:
    data: dict[str, object] = {
        "appareils": list(condition.devices),
        "situations": list(condition.situations),
    }
    return data | ({"publics": list(condition.audiences)} if condition.audiences else {})


def _lead(lead: Lead, number_of: NumberOf) -> dict[str, object]:
    """Return where one goes: a node, ``fin``, or ``fiche:102`` and its step.

    The words of the link tell an end that was written from the end of what there is.
    """
    link: dict[str, object] = {"lien": words(lead.label)} if lead.label else {}
    if not lead.tutorial:
        return {"suite": lead.node or None} | link
    number = number_of(lead.tutorial)
    if not number:
        return {"suite": END} | link
    step = {"etape": lead.step} if lead.step else {}
    return {"suite": f"fiche:{number}"} | step | link
