"""JSON Schemas of what authors write by hand, for editors and other programs.

They come from the declaration that reads the files: they say less than ``fil verifier``, which
understands what a schema refuses (a French colon) and refuses what it cannot say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from boutdufil.kinds.kind import Form
from boutdufil.kinds.registry import kinds
from boutdufil.model.taxonomy import Taxonomy


def schemas() -> Mapping[str, Form]:
    """Return the forms of files that have a schema, by its name."""
    return {form.schema: form for kind in kinds() for form in kind.forms if form.schema}


PUBLISHED = tuple(name for name, form in schemas().items() if form.is_published)
"""What is at ``/api/v1/<name>.schema.json``."""
LOCAL = tuple(name for name, form in schemas().items() if not form.is_published)
"""What an editor of the project itself uses."""


def schema_json(name: str, taxonomy: Taxonomy) -> str:
    """Return the JSON Schema (draft 7) of one kind of file."""
    form = schemas()[name]
    document = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": form.title,
        **form.declaration.schema(taxonomy),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
