"""What a path declares."""

from __future__ import annotations

from boutdufil.kinds.choices import AUDIENCE
from boutdufil.kinds.path.progress import LAST_CODE, MOST_STEPS
from boutdufil.kinds.path.values import PathEntry, PathStep
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import REFERENCE, Day
from boutdufil.source.shape import Integer, Text

FEWEST_STEPS = 3
STEP = Record(
    PathStep,
    (
        Key("fiche", "tutorial", REFERENCE, meaning="la fiche à suivre"),
        Key("je_sais", "able", Text(140), meaning="ce que je sais faire ensuite"),
        Key(
            "dans_une_semaine",
            "again",
            Text(200),
            meaning="une petite chose à refaire, sans rien lire",
        ),
    ),
    "- fiche: cyber-hygiene/message-suspect",
)

PATH = Record(
    PathEntry,
    (
        Key(
            "code",
            "code",
            Integer(0, LAST_CODE, f"un nombre, de 0 à {LAST_CODE}"),
            meaning="le nombre qui le désigne dans les lettres de reprise, et ne change plus",
            example="code: 7",
        ),
        Key(
            "titre",
            "title",
            Text(60, "Je me protège"),
            meaning="ce que l’on saura faire, à la première personne",
            example="titre: Je me protège",
        ),
        Key(
            "resume",
            "summary",
            Text(200),
            meaning="d’où l’on part, et où l’on arrive, en une ou deux phrases",
            example="resume: Je reconnais un piège, et je sais dire non.",
        ),
        Key(
            "publics",
            "audiences",
            ListOf(AUDIENCE, 1),
            meaning="les publics à qui il s’adresse",
            example="publics: [seniors]",
        ),
        Key(
            "etapes",
            "steps",
            ListOf(STEP, FEWEST_STEPS, MOST_STEPS),
            meaning="de trois à six fiches, dans l’ordre où on les suit",
        ),
        Key(
            "relu_le",
            "reviewed",
            Day(),
            meaning="le jour de la dernière relecture",
            example="relu_le: 2026-11-21",
        ),
    ),
)
