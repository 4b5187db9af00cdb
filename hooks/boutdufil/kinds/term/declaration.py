"""What a term of the glossary declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from boutdufil.source.collection import Key, ListOf, Named, Record
from boutdufil.source.shape import Text

LONGEST_DEFINITION = 25
"""Words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEntry:
    """The front matter of a term; ``sayings`` by the author's words for the devices."""

    name: str
    definition: str
    synonyms: tuple[str, ...] = ()
    sayings: Mapping[str, str] = field(default_factory=dict)
    riddles: tuple[str, ...] = ()
    icon: str = ""


TERM = Record(
    TermEntry,
    (
        Key(
            "terme",
            "name",
            Text(60),
            meaning="le mot expliqué",
            example="terme: barre d’adresse",
        ),
        Key(
            "icone",
            "icon",
            Text(60),
            required=False,
            meaning="son dessin, quand le mot nomme ce que l’on voit",
        ),
        Key("synonymes", "synonyms", ListOf(Text(60), 0, 30), required=False),
        Key(
            "definition",
            "definition",
            Text(240),
            meaning="une phrase de 25 mots au plus",
            example="definition: La case blanche, en haut, où l’on écrit l’adresse d’un site.",
        ),
        Key("au_telephone", "sayings", Named(Text(300)), required=False),
        Key("a_eviter", "riddles", ListOf(Text(160), 0, 20), required=False),
    ),
)
