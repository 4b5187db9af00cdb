"""What a diagnosis declares."""

from __future__ import annotations

from boutdufil.kinds.choices import AUDIENCE, THEME
from boutdufil.kinds.diagnosis.values import Axis, DiagnosisEntry
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import Day, Matching, SpokenNumber
from boutdufil.source.shape import Text

MOST_AXES = 6
_SENTENCE = Text(200, "On vous trouve sur internet, et ce que l’on y lit est juste.")
_KEY = Matching(
    lambda text: text.replace("-", "").isalnum() and text == text.lower() and text.isascii(),
    "un nom court, en minuscules sans accent",
    "presence",
    pattern=r"^[a-z0-9-]+$",
)

AXIS = Record(
    Axis,
    (
        Key("cle", "key", _KEY, meaning="le nom court, que les réponses emploient"),
        Key("nom", "name", Text(50, "Présence et visibilité"), meaning="le nom qui se lit"),
        Key("debut", "beginning", _SENTENCE, meaning="la phrase, quand tout est à commencer"),
        Key("chemin", "under_way", _SENTENCE, meaning="la phrase, quand c’est en chemin"),
        Key("acquis", "in_place", _SENTENCE, meaning="la phrase, quand c’est en place"),
    ),
    "- cle: presence",
)

DIAGNOSIS = Record(
    DiagnosisEntry,
    (
        Key(
            "numero",
            "number",
            SpokenNumber(),
            meaning="le numéro, que l’on dit au téléphone ; aucune fiche n’a le même",
            example="numero: 991",
        ),
        Key(
            "titre",
            "title",
            Text(70, "Où en est ma petite entreprise ?"),
            meaning="le titre, à la première personne",
            example="titre: Où en est ma petite entreprise ?",
        ),
        Key(
            "resume",
            "summary",
            Text(200),
            meaning="ce que l’on regarde, et ce que l’on saura à la fin",
            example="resume: Quatorze questions, puis trois premiers pas à votre mesure.",
        ),
        Key(
            "publics",
            "audiences",
            ListOf(AUDIENCE, 1),
            meaning="les publics à qui il s’adresse",
            example="publics: [tpe]",
        ),
        Key(
            "themes",
            "themes",
            ListOf(THEME, 1),
            meaning="les thèmes ; le premier donne la posture du médiateur",
            example="themes: [vie-pro]",
        ),
        Key(
            "appels",
            "calls",
            ListOf(Text(160, "Par où je commence ?"), 2, 20),
            meaning="au moins deux phrases, comme les gens les disent",
            example="appels:\n  - Par où je commence ?\n  - Je suis perdue",
        ),
        Key(
            "recap",
            "recap",
            Text(200, "J’ai fait le point. Un pas à la fois."),
            meaning="le début du SMS ; les numéros des premières fiches le suivent",
            example="recap: J’ai fait le point. Un pas à la fois.",
        ),
        Key(
            "axes",
            "axes",
            ListOf(AXIS, 0, MOST_AXES),
            required=False,
            meaning="ce que l’on regarde, et ce qui s’en dit",
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
