"""What a page written by hand declares."""

from __future__ import annotations

from boutdufil.kinds.page.values import Emergency, Home, PageEntry
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import REFERENCE
from boutdufil.source.shape import Integer, Text

HOME_FILE = "index.md"

_PAGE_KEYS = (
    Key(
        "titre",
        "title",
        Text(90),
        meaning="le titre de la page",
        example="titre: J’écris une fiche",
    ),
    Key("resume", "summary", Text(200), required=False, meaning="une phrase qui l’annonce"),
    Key(
        "rang",
        "rank",
        Integer(1, 99, "un rang parmi les pages du dossier, de 1 à 99"),
        required=False,
    ),
)
PAGE = Record(PageEntry, _PAGE_KEYS)

HOME = Record(
    Home,
    (
        *_PAGE_KEYS,
        Key("utiles", "useful", ListOf(REFERENCE, 0, 12), required=False),
        Key(
            "urgences",
            "emergencies",
            ListOf(
                Record(
                    Emergency,
                    (
                        Key("phrase", "phrase", Text(80), meaning="la situation"),
                        Key("fiche", "tutorial", REFERENCE, meaning="la fiche qui y répond"),
                    ),
                ),
                0,
                8,
            ),
            required=False,
        ),
    ),
)
