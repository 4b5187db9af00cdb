"""The mediators' guides and the gestures as data: read once by the browser, at hand in every call.

They are the same in all tutorials, so that they are no part of any page: a script file holds their
graphs, which the desk walks as it walks the tutorial's own. Without JavaScript, their own pages say
the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from boutdufil.kinds.gesture.values import Gesture
from boutdufil.kinds.network.values import Structure
from boutdufil.kinds.page.values import WrittenPage
from boutdufil.kinds.screen_words.values import LANGUAGES, ScreenWord
from boutdufil.model.script import Ask, Container, ForDevices, Part, Picture, Script, plain
from boutdufil.thread.data import NumberOf, graph_data
from boutdufil.thread.graph import Graph
from boutdufil.thread.weave import weave

_KEYED = re.compile(r"([a-z]) – (.+)")
"""``b – Il y a un silence``: the key, then the name; not « Je dis au revoir »."""

FOLDER = "mediateurs/"
"""Where the guides are: a page elsewhere takes the place of none."""
Guides = Mapping[str, WrittenPage]


def guides_among(written: Iterable[WrittenPage]) -> Guides:
    """Return the guides of mediators by their name: ``ouvrir``, ``secours``."""
    return {
        page.address.rstrip("/").removeprefix(FOLDER): page
        for page in written
        if page.script and page.address.startswith(FOLDER)
    }


def key_of(title: str) -> str:
    """Return the key of a situation: ``b`` for « b – Il y a un silence », else nothing."""
    match = _KEYED.fullmatch(plain(title))
    return match[1] if match else ""


def name_of(title: str) -> str:
    """Return the name of a situation, without its key."""
    match = _KEYED.fullmatch(plain(title))
    return match[2] if match else plain(title)


def common_answers(guides: Guides) -> tuple[str, ...]:
    """Return what a caller may answer to any question, in the order of its guide."""
    guide = guides.get("reponses")
    parts = guide.script.parts() if guide and guide.script else ()
    asked = next((part for part in parts if isinstance(part, Ask)), None)
    return tuple(plain(answer.label) for answer in asked.answers) if asked else ()


def guides_script(
    guides: Guides,
    gestures: Iterable[Gesture],
    words: Iterable[ScreenWord],
    number_of: NumberOf,
    structures: Iterable[Structure] = (),
) -> str:
    """Return the script that hands them to the desk, as ``window.filGuides``.

    ``graphes`` holds the graphs by name (``ouvrir``, ``geste-ouvrir-les-reglages``), ``fiches`` the
    addresses of the tutorials that they lead to, ``mots`` the words of screens in other languages,
    ``reseau`` the structures that one sends people to.
    """
    graphs = [
        (name, guide.entry.title, guide.script, weave(guide.script))
        for name, guide in sorted(guides.items())
        if guide.script
    ] + [
        (gesture.name, gesture.entry.title, gesture.script, gesture.graph)
        for gesture in sorted(gestures, key=lambda each: each.slug)
    ]
    told = {
        "graphes": {
            name: graph_data(graph, name, number_of)
            | {
                "titre": title,
                "titres": [name_of(step.title) for step in script.steps],
                "ecrans": list(_screens(script)),
            }
            for name, title, script, graph in graphs
        },
        "fiches": _led_to((graph for *_, graph in graphs), number_of),
        "mots": {word.french: word.foreign for word in words},
        "langues": LANGUAGES,
        "reseau": [
            {"nom": each.name, "comment": each.refer, "recap": each.said, "themes": [*each.themes]}
            for each in structures
        ],
    }
    data = json.dumps(_bare(told), ensure_ascii=False, separators=(",", ":"))
    return f"window.filGuides={data};\n"


def _bare(value: object) -> object:
    """Return a value without what says nothing: the desk reads absence as emptiness."""
    if isinstance(value, Mapping):
        return {key: _bare(each) for key, each in value.items() if each not in ("", [], None)}
    return [_bare(each) for each in value] if isinstance(value, list) else value


def _led_to(graphs: Iterable[Graph], number_of: NumberOf) -> dict[str, str]:
    """Return the addresses of the tutorials that an answer leads to, by their number."""
    leads = (
        lead
        for graph in graphs
        for lead in (
            *(reply.lead for node in graph.nodes for reply in node.replies),
            *(rescue.lead for rescue in graph.rescues),
        )
    )
    found = {number_of(lead.tutorial): lead.tutorial for lead in leads if lead.tutorial}
    return {number: f"tutoriels/{found[number]}/" for number in sorted(found) if number}


def _screens(script: Script) -> Iterator[dict[str, object]]:
    """Yield what the person must see at each step: the words that tell the drawing."""
    for step in script.steps:
        for devices, part in _shown(step.parts, ()):
            forms = part.screen.variants
            for named, screen in (
                [(form.devices, form.screen) for form in forms]
                if forms
                else [(devices, part.screen)]
            ):
                yield {
                    "etape": step.rank,
                    "appareils": list(named),
                    "titre": screen.caption,
                    "texte": screen.description,
                }


def _shown(
    parts: Iterable[Part], devices: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Picture]]:
    for part in parts:
        if isinstance(part, Container):
            yield from _shown(part.parts, part.devices if isinstance(part, ForDevices) else devices)
        elif isinstance(part, Picture):
            yield devices, part
