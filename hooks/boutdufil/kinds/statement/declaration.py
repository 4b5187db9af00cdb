"""What ``accessibilite.yml`` declares: each criterion, and where the site stands."""

from __future__ import annotations

from boutdufil.kinds.choices import among
from boutdufil.kinds.statement.values import STATES, Criterion, Statement, Topic
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.shape import Choice, Flag, Text

STATEMENT_FILE = "accessibilite.yml"

_CRITERION = Record(
    Criterion,
    (
        Key("numero", "number", Text(6), meaning="le numéro du critère"),
        Key("demande", "demand", Text(160), meaning="ce que demande le critère, dit simplement"),
        Key(
            "etat",
            "state",
            Choice(among(STATES)),
            meaning="conforme, non conforme ou non applicable",
            example="etat: conforme",
        ),
        Key("comment", "how", Text(300), meaning="comment cela a été vérifié"),
        Key(
            "personne",
            "by_person",
            Flag(),
            required=False,
            meaning="true : une personne doit encore en juger",
        ),
    ),
)
STATEMENT = Record(
    Statement,
    (
        Key(
            "themes",
            "topics",
            ListOf(
                Record(
                    Topic,
                    (
                        Key("nom", "name", Text(40), meaning="le nom du thème du RGAA"),
                        Key("criteres", "criteria", ListOf(_CRITERION, 1, 20)),
                    ),
                ),
                1,
                20,
            ),
            meaning="les thèmes du RGAA",
        ),
    ),
)
