"""Words of screens in other languages: ``mots-d-ecran.yml``."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.screen_words.declaration import SCREEN_WORDS, SCREEN_WORDS_FILE

KIND = Kind(
    name="screen_words",
    forms=(
        Form(
            claim=SCREEN_WORDS_FILE,
            declaration=SCREEN_WORDS,
            schema="mots-d-ecran",
            title="Les mots des écrans, dans d’autres langues",
        ),
    ),
)
