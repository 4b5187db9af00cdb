"""JSON Schemas of what authors write by hand, for editors and other programs.

They come from the declaration that reads the files: they say less than ``fil verifier``, which
understands what a schema refuses (a French colon) and refuses what it cannot say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from boutdufil.kinds import declaration
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.shape import Shape

_KINDS: Mapping[str, tuple[str, Shape[object]]] = {
    "fiche": ("L’en-tête d’une fiche", declaration.TUTORIAL),
    "terme": ("L’en-tête d’un terme du glossaire", declaration.TERM),
    "page": ("L’en-tête d’une page", declaration.PAGE),
    "taxonomie": ("Les publics, les thèmes et les appareils", declaration.TAXONOMY),
    "synonymes": ("Les mots que les gens emploient l’un pour l’autre", declaration.SYNONYMS),
}
PUBLISHED = ("fiche", "terme", "page")
"""What is at ``/api/v1/<name>.schema.json``."""
LOCAL = ("taxonomie", "synonymes")
"""What an editor of the project itself uses."""


def schema_json(name: str, taxonomy: Taxonomy) -> str:
    """Return the JSON Schema (draft 7) of one kind of file."""
    title, shape = _KINDS[name]
    document = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **shape.schema(taxonomy),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
