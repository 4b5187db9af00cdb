"""What the page that proposes a tutorial knows: the limits, the words and the numbers of the build.

All of it is read from the declarations that the verifier reads: no limit is written twice.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.declaration import TUTORIAL
from boutdufil.kinds.tutorial.blank import next_number
from boutdufil.kinds.tutorial.values import LEVELS
from boutdufil.language import message
from boutdufil.markup.sections import SECTIONS
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.blocks import BLOCKS
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.mistakes import LONGEST_LINE
from boutdufil.source.shape import Shape, Text
from boutdufil.source.text_file import LARGEST

PROPOSAL_FILE = "contribuer/proposer.md"
PROPOSAL_ADDRESS = "contribuer/proposer/"
DATA_ASSET = "propose-data.js"
SOURCE_SCRIPT = "fiche.js"
"""Beside each tutorial: its source file, as a script that works from a disk too."""

Declared = dict[str, object]


def declared(taxonomy: Taxonomy) -> Declared:
    """Return what a tutorial may say, as plain values: keys, parts, blocks, words."""
    return {
        "cles": _keys(TUTORIAL.keys),
        "parties": dict(SECTIONS),
        "blocs": {
            name: {"argument": block.argument, "sens": block.meaning}
            for name, block in BLOCKS.items()
        },
        "publics": {key: audience.name for key, audience in taxonomy.audiences.items()},
        "themes": {key: theme.name for key, theme in taxonomy.themes.items()},
        "appareils": {key: device.name for key, device in taxonomy.devices.items()},
        "niveaux": {str(level): name for level, name in LEVELS.items()},
        "ligne": LONGEST_LINE,
        "fichier": LARGEST,
        "sms": message.LONGEST,
        "signature": message.recap_message("", "{numero}"),
    }


def _keys(keys: tuple[Key, ...]) -> Declared:
    return {
        key.name: {"sens": key.meaning, "requis": key.required} | _limits(key.shape) for key in keys
    }


def _limits(shape: Shape[object]) -> Declared:
    if isinstance(shape, Text):
        return {"maximum": shape.maximum}
    if isinstance(shape, ListOf):
        return {"nombre": [shape.minimum, shape.maximum]} | _limits(shape.item)
    if isinstance(shape, Record):
        return {"cles": _keys(shape.keys)}
    return {}


def proposal_values(catalog: Catalog) -> Mapping[str, object]:
    """Return what the template of the page shows."""
    return {"declared": declared(catalog.taxonomy)}


def proposal_script(catalog: Catalog) -> str:
    """Return the same for the page's script, with the next free number of each theme."""
    numbers = {theme: next_number(catalog.tutorials, theme) for theme in catalog.taxonomy.themes}
    return f"window.filDeclaration={_json(declared(catalog.taxonomy) | {'numeros': numbers})};\n"


def source_script(reference: str, text: str) -> str:
    """Return the source of a tutorial, handed to the page by a call: a disk refuses ``fetch``."""
    return f"window.filFiche({_json(reference)},{_json(text)});\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
