"""Words that people use one for another: ``synonymes.yml``."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.synonyms.declaration import SYNONYMS, SYNONYMS_FILE

KIND = Kind(
    name="synonyms",
    forms=(
        Form(
            claim=SYNONYMS_FILE,
            declaration=SYNONYMS,
            schema="synonymes",
            title="Les mots que les gens emploient l’un pour l’autre",
        ),
    ),
)
