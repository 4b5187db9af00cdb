"""The two files that reviewers keep: ``numeros.yml`` and ``relecture.yml``, neither published."""

from __future__ import annotations

from boutdufil.kinds.references.values import (
    CLOSED,
    OPEN,
    Numbers,
    PhoneNumber,
    References,
    Replacement,
)
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import HOST
from boutdufil.source.shape import Choice, Flag, Text

NUMBERS_FILE = "numeros.yml"
REVIEW_FILE = "relecture.yml"

NUMBERS = Record(
    Numbers,
    (
        Key(
            "numeros",
            "numbers",
            ListOf(
                Record(
                    PhoneNumber,
                    (
                        Key("numero", "number", Text(20), meaning="le numéro, comme on l’écrit"),
                        Key("nom", "name", Text(80), meaning="qui répond"),
                        Key("source", "source", Text(160), meaning="où, et quand, il a été lu"),
                        Key("surtaxe", "surcharged", Flag(), meaning="oui ou non"),
                        Key(
                            "etat",
                            "status",
                            Choice(lambda _taxonomy: (OPEN, CLOSED)),
                            meaning=f"{OPEN}, ou {CLOSED} : ne jamais le publier",
                        ),
                    ),
                ),
                0,
                400,
            ),
            meaning="les numéros vérifiés",
        ),
    ),
)
_WORDS = ListOf(Text(80), 0, 4000)
REVIEW = Record(
    References,
    (
        Key("mots", "words", _WORDS, required=False, meaning="les mots justes, hors dictionnaire"),
        Key("sites", "hosts", ListOf(HOST, 0, 4000), required=False, meaning="les sites connus"),
        Key(
            "exemples",
            "quoted",
            ListOf(HOST, 0, 400),
            required=False,
            meaning="les sites que l’on nomme sans y mener",
        ),
        Key("raccourcis", "shorteners", _WORDS, required=False, meaning="les liens raccourcis"),
        Key("outils", "tools", _WORDS, required=False, meaning="les outils et les marques"),
        Key(
            "sms",
            "messages",
            ListOf(
                Record(
                    Replacement,
                    (
                        Key("mot", "word", Text(40), meaning="le mot, avec ses accents"),
                        Key(
                            "plutot",
                            "instead",
                            ListOf(Text(40), 1, 4),
                            meaning="ce qui dit la même chose sans eux",
                        ),
                    ),
                ),
                0,
                400,
            ),
            required=False,
            meaning="les mots qu’un SMS écrirait de travers",
        ),
    ),
)
