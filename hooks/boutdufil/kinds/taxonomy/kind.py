"""The words of the whole content: ``taxonomie.yml``."""

from __future__ import annotations

from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.taxonomy.declaration import TAXONOMY
from boutdufil.kinds.taxonomy.reading import read_words

KIND = Kind(
    name="taxonomy",
    rank=40,
    forms=(
        Form(
            claim=TAXONOMY_FILE,
            read=read_words,
            declaration=TAXONOMY,
            schema="taxonomie",
            title="Les publics, les thèmes et les appareils",
        ),
    ),
)
