"""What a tutorial declares.

The order of the keys is the order in which a new file offers them.
"""

from __future__ import annotations

from boutdufil.kinds.choices import AUDIENCE, DEVICE, REAL_DEVICE, THEME
from boutdufil.kinds.tutorial.values import FrontMatter, Source, Trial
from boutdufil.language import message
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import FORMER_ADDRESS, HTTPS, REFERENCE, Day, SpokenNumber
from boutdufil.source.shape import Flag, Integer, Text

SOURCE = Record(
    Source,
    (
        Key("nom", "name", Text(120), meaning="le nom du site", example="nom: Cybermalveillance"),
        Key("url", "url", HTTPS, meaning="son adresse", example="url: https://www.cnil.fr/"),
    ),
    "- nom: Cybermalveillance.gouv.fr",
)
TRIAL = Record(
    Trial,
    (
        Key("appareil", "device", REAL_DEVICE, meaning="l’appareil essayé"),
        Key("version", "version", Text(60), meaning="la version du système"),
        Key("le", "on", Day(), meaning="le jour de l’essai"),
    ),
    "- {appareil: android, version: Android 15, le: 2026-11-02}",
)

TUTORIAL = Record(
    FrontMatter,
    (
        Key(
            "numero",
            "number",
            SpokenNumber(),
            meaning="le numéro de la fiche, que l’on dit au téléphone",
            example="numero: 101",
            is_given=True,
        ),
        Key(
            "titre",
            "title",
            Text(70, "Je crée un mot de passe solide"),
            meaning="le titre, à la première personne",
            example="titre: Je crée un mot de passe solide",
        ),
        Key(
            "resume",
            "summary",
            Text(200),
            meaning="le problème et ce que la fiche permet, en une ou deux phrases",
            example="resume: J’ai reçu un message bizarre. Je regarde s’il est dangereux.",
        ),
        Key(
            "publics",
            "audiences",
            ListOf(AUDIENCE, 1),
            meaning="les publics à qui la fiche s’adresse",
            example="publics: [seniors]",
        ),
        Key(
            "themes",
            "themes",
            ListOf(THEME, 1),
            meaning="les thèmes ; le premier est le dossier de la fiche",
            example="themes: [cyber-hygiene]",
        ),
        Key(
            "niveau",
            "level",
            Integer(1, 3, "1 (je débute), 2 (je me débrouille) ou 3 (je suis à l’aise)"),
            meaning="1, 2 ou 3",
            example="niveau: 1",
        ),
        Key(
            "appareils",
            "devices",
            ListOf(DEVICE),
            required=False,
            meaning="les appareils ; sans cette ligne, tous",
        ),
        Key(
            "duree",
            "duration",
            Integer(1, 180, "une durée en minutes, de 1 à 180"),
            required=False,
            meaning="la durée de l’appel en minutes ; sans cette ligne, elle est estimée",
        ),
        Key(
            "appels",
            "calls",
            ListOf(Text(160, "J’ai reçu un message bizarre"), 2, 20),
            meaning="au moins deux phrases, comme les gens les disent",
            example="appels:\n  - J’ai reçu un message bizarre\n  - Ma banque veut mon code",
        ),
        Key(
            "recap",
            "recap",
            Text(message.LONGEST, "J’attends, je vérifie, je signale."),
            meaning="le SMS envoyé après l’appel",
            example="recap: J’attends, je vérifie, je signale.",
        ),
        Key(
            "urgence",
            "urgent",
            Text(120, "Je raccroche. J’appelle ma banque au numéro de ma carte."),
            required=False,
            meaning="ce qui sauve, en une phrase : la fiche commence par elle",
        ),
        Key("avant", "before", ListOf(REFERENCE, 0, 8), required=False, meaning="à faire avant"),
        Key("apres", "after", ListOf(REFERENCE, 0, 8), required=False, meaning="à faire ensuite"),
        Key(
            "anciennes_adresses",
            "former_addresses",
            ListOf(FORMER_ADDRESS, 0, 20),
            required=False,
            meaning="les adresses d’autrefois, qui mènent ici",
        ),
        Key(
            "sources",
            "sources",
            ListOf(SOURCE, 1, 20),
            meaning="où les faits ont été lus",
            example="sources:\n  - nom: Cybermalveillance.gouv.fr\n"
            "    url: https://www.cybermalveillance.gouv.fr/",
        ),
        Key(
            "relu_le",
            "reviewed",
            Day(),
            meaning="le jour de la dernière relecture",
            example="relu_le: 2026-11-21",
        ),
        Key("cree_le", "created", Day(), required=False, meaning="le jour de la création"),
        Key(
            "teste",
            "trials",
            ListOf(TRIAL, 0, 20),
            required=False,
            meaning="les appareils sur lesquels une personne a vraiment suivi la fiche",
        ),
        Key("brouillon", "draft", Flag(), required=False, meaning="true : pas encore publiée"),
    ),
)
