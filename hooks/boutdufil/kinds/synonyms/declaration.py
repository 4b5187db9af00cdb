"""What ``synonymes.yml`` declares."""

from __future__ import annotations

from boutdufil.kinds.synonyms.values import Synonyms
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.shape import Text

SYNONYMS_FILE = "synonymes.yml"

_PHRASES = ListOf(ListOf(Text(60), 2, 20), 0, 400)
SYNONYMS = Record(
    Synonyms,
    (
        Key(
            "memes",
            "same",
            _PHRASES,
            required=False,
            meaning="sur une ligne, des mots qui veulent dire la même chose",
            example="memes:\n  - [ordinateur, ordi]",
        ),
        Key(
            "proches",
            "near",
            _PHRASES,
            required=False,
            meaning="le premier mot fait aussi trouver les suivants",
            example="proches:\n  - [virus, faux dépannage]",
        ),
    ),
)
