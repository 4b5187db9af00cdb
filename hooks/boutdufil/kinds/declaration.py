"""The declaration of every key that a person writes by hand: one table a kind of file.

The order of the keys is the order in which a new file offers them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path

from boutdufil.kinds.statement.values import STATES, Criterion, Statement, Topic
from boutdufil.kinds.synonyms.values import Synonyms
from boutdufil.kinds.tutorial.values import FrontMatter, Source, Trial
from boutdufil.language import message
from boutdufil.model.taxonomy import (
    COLOURS,
    GESTURES,
    SERVICES,
    SHAPES,
    Audience,
    Device,
    Posture,
    Taxonomy,
    Theme,
)
from boutdufil.source.collection import Key, ListOf, Named, Record
from boutdufil.source.form import FORMER_ADDRESS, HTTPS, REFERENCE, Day, Matching, SpokenNumber
from boutdufil.source.shape import Choice, Flag, Integer, Text

TAXONOMY_FILE = "taxonomie.yml"
SYNONYMS_FILE = "synonymes.yml"
STATEMENT_FILE = "accessibilite.yml"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyEntry:
    """The three parts of the taxonomy, by key."""

    audiences: Mapping[str, Audience]
    themes: Mapping[str, Theme]
    devices: Mapping[str, Device]

    def taxonomy(self) -> Taxonomy:
        """Return the taxonomy, each of its values knowing its key."""
        return Taxonomy(
            {key: replace(value, key=key) for key, value in self.audiences.items()},
            {key: replace(value, key=key) for key, value in self.themes.items()},
            {key: replace(value, key=key) for key, value in self.devices.items()},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """A situation that cannot wait, in the person's words, and the tutorial for it."""

    phrase: str
    tutorial: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """The front matter of a page written by hand."""

    title: str = ""
    summary: str = ""
    rank: int = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(PageEntry):
    """What people chose to put forward on the home page; tutorials by ``theme/slug``."""

    useful: tuple[str, ...] = ()
    emergencies: tuple[Emergency, ...] = ()


def _among(words: Iterable[str]) -> Callable[[Taxonomy], Iterable[str]]:
    return lambda _taxonomy: words


_material = find_spec("material")
_MATERIAL = (
    Path(_material.origin).parent / "templates" / ".icons"
    if _material and _material.origin
    else None
)

_audience = Choice(lambda taxonomy: taxonomy.audiences, TAXONOMY_FILE)
_theme = Choice(lambda taxonomy: taxonomy.themes, TAXONOMY_FILE)
_device = Choice(lambda taxonomy: taxonomy.devices, TAXONOMY_FILE)
_real_device = Choice(lambda taxonomy: taxonomy.real_devices, TAXONOMY_FILE)
_icon = Matching(
    lambda text: _MATERIAL is not None and (_MATERIAL / f"{text}.svg").is_file(),
    "le nom d’une icône Material",
    "material/shield-lock-outline",
)

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
        Key("appareil", "device", _real_device, meaning="l’appareil essayé"),
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
            ListOf(_audience, 1),
            meaning="les publics à qui la fiche s’adresse",
            example="publics: [seniors]",
        ),
        Key(
            "themes",
            "themes",
            ListOf(_theme, 1),
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
            ListOf(_device),
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

TAXONOMY = Record(
    TaxonomyEntry,
    (
        Key(
            "publics",
            "audiences",
            Named(
                is_address=True,
                item=Record(
                    Audience,
                    (
                        Key("nom", "name", Text(40), meaning="le nom du public"),
                        Key("phrase", "sentence", Text(120), meaning="ce qu’il dit de lui"),
                        Key("icone", "icon", _icon, meaning="une icône Material"),
                        Key("couleur", "colour", Choice(_among(COLOURS)), meaning="sa couleur"),
                        Key("forme", "shape", Choice(_among(SHAPES)), meaning="sa forme"),
                        Key("parcours", "path", ListOf(REFERENCE, 0, 6), required=False),
                    ),
                ),
            ),
            meaning="les publics",
        ),
        Key(
            "themes",
            "themes",
            Named(
                is_address=True,
                item=Record(
                    Theme,
                    (
                        Key("nom", "name", Text(40), meaning="le nom du thème"),
                        Key("phrase", "sentence", Text(140), meaning="une phrase qui l’explique"),
                        Key("icone", "icon", _icon, meaning="une icône Material"),
                        Key(
                            "service",
                            "service",
                            Choice(_among(SERVICES)),
                            meaning="le service du standard national",
                        ),
                        Key(
                            "posture",
                            "posture",
                            Record(
                                Posture,
                                (
                                    Key("fait", "does", ListOf(Text(160), 1, 6)),
                                    Key("ne_fait_pas", "does_not", ListOf(Text(160), 1, 6)),
                                    Key("oriente", "refers", ListOf(Text(200), 1, 6)),
                                ),
                            ),
                            meaning="ce que fait le médiateur, ne fait pas, et vers qui il oriente",
                        ),
                    ),
                ),
            ),
            meaning="les thèmes",
        ),
        Key(
            "appareils",
            "devices",
            Named(
                is_address=True,
                item=Record(
                    Device,
                    (
                        Key("nom", "name", Text(40), meaning="le nom de l’appareil"),
                        Key("icone", "icon", _icon, meaning="une icône Material"),
                        Key("geste", "gesture", Choice(_among(GESTURES)), required=False),
                        Key("couvre", "covers", ListOf(Text(40), 1, 12), required=False),
                        Key("montre", "shows", ListOf(Text(40), 1, 12), required=False),
                    ),
                ),
            ),
            meaning="les appareils",
        ),
    ),
)

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

_CRITERION = Record(
    Criterion,
    (
        Key("numero", "number", Text(6), meaning="le numéro du critère"),
        Key("demande", "demand", Text(160), meaning="ce que demande le critère, dit simplement"),
        Key(
            "etat",
            "state",
            Choice(_among(STATES)),
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
