"""The mediators' guides as data: read once by the browser, at hand during every call.

They are the same in all tutorials, so that they are no part of any page: a script file holds their
words, which the desk shows as text. Without JavaScript, their own pages say the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from boutdufil.kinds.page.values import WrittenPage
from boutdufil.model.script import (
    Ask,
    Container,
    ForDevices,
    Part,
    Prose,
    Rephrase,
    Say,
    Step,
    Trouble,
    plain,
)

_KEYED = re.compile(r"([a-z]) – (.+)")
_GESTURE = re.compile(
    r'<span class="fil-geste" data-appuyer="([^"]*)" data-cliquer="([^"]*)">[^<]*'
)
_LINES = re.compile(r"</(?:p|li|tr|h\d)>")
_CELLS = re.compile(r"</t[dh]>\s*<t[dh][^>]*>")


Guides = Mapping[str, WrittenPage]


def guides_among(written: Iterable[WrittenPage]) -> Guides:
    """Return the guides by the last part of their address: ``ouvrir``, ``secours``."""
    return {page.address.rstrip("/").rpartition("/")[2]: page for page in written if page.script}


def key_of(title: str) -> str:
    """Return the key that opens a situation: ``b`` for « b – Il y a un silence », else nothing."""
    match = _KEYED.fullmatch(plain(title))
    return match[1] if match else ""


def name_of(title: str) -> str:
    """Return the name of a situation, without its key."""
    match = _KEYED.fullmatch(plain(title))
    return match[2] if match else plain(title)


def guides_script(guides: Guides) -> str:
    """Return the script that hands the guides to the desk, as ``window.filGuides``."""
    words = {
        name: [_step(step) for step in guide.script.steps]
        for name, guide in sorted(guides.items())
        if guide.script
    }
    data = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return f"window.filGuides={data};\n"


def _step(step: Step) -> dict[str, object]:
    return {
        "touche": key_of(step.title),
        "titre": name_of(step.title),
        "parties": [said for part in step.parts for said in _part(part, ())],
    }


def _part(part: Part, devices: tuple[str, ...]) -> list[dict[str, object]]:
    held: dict[str, object] = {"appareils": " ".join(devices)} if devices else {}
    if isinstance(part, Prose):
        return [held | {"bloc": "prose", "lignes": _lines(part.html)}]
    if isinstance(part, Say):
        held = {"appareils": " ".join(part.devices)} if part.devices else held
        return [held | {"bloc": "dire", "lignes": _lines(part.html)}]
    if isinstance(part, Rephrase):
        return [held | {"bloc": "autrement", "lignes": _lines(part.html)}]
    if isinstance(part, Trouble):  # and Stop
        title, lines = _words(part.situation), _lines(part.spoken)
        return [held | {"bloc": part.kind, "titre": title, "lignes": lines}]
    if isinstance(part, Ask):
        answers = [
            {"reponse": _words(answer.label), "mots": _words(answer.words)}
            | (
                {"fiche": answer.jump.tutorial, "lien": plain(answer.jump.label)}
                if answer.jump
                else {}
            )
            for answer in part.answers
        ]
        return [held | {"bloc": "demander", "titre": _words(part.question), "reponses": answers}]
    if isinstance(part, Container):
        within = part.devices if isinstance(part, ForDevices) else devices
        return [said for inner in part.parts for said in _part(inner, within)]
    return []


def _lines(html: str) -> list[str]:
    pieces = _LINES.split(_CELLS.sub(" : ", html))
    return [line for line in (_words(piece) for piece in pieces) if line]


def _words(html: str) -> str:
    """Return the words of a fragment; a verb by device stays as the author wrote it."""
    return plain(_GESTURE.sub(r"{\1|\2}", html))
