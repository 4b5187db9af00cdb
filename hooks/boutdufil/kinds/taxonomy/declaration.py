"""What ``taxonomie.yml`` declares: audiences, themes, devices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from boutdufil.kinds.choices import among
from boutdufil.kinds.drawings import is_drawn
from boutdufil.language.text import slugify
from boutdufil.model.taxonomy import (
    COLOURS,
    GESTURES,
    SERVICES,
    SHAPES,
    Audience,
    Device,
    Posture,
    Situation,
    Taxonomy,
    Theme,
)
from boutdufil.source.collection import Key, ListOf, Named, Record
from boutdufil.source.form import Matching
from boutdufil.source.shape import Choice, Flag, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyEntry:
    """The parts of the taxonomy, by key."""

    audiences: Mapping[str, Audience]
    themes: Mapping[str, Theme]
    devices: Mapping[str, Device]
    situations: Mapping[str, Situation] = field(default_factory=dict)

    def taxonomy(self) -> Taxonomy:
        """Return the taxonomy, each of its values knowing its key."""
        return Taxonomy(
            {key: replace(value, key=key) for key, value in self.audiences.items()},
            {key: replace(value, key=key) for key, value in self.themes.items()},
            {key: replace(value, key=key) for key, value in self.devices.items()},
            {key: replace(value, key=key) for key, value in self.situations.items()},
        )


_icon = Matching(
    is_drawn,
    "le nom d’un dessin d’overrides/.icons/, ou d’une icône Material",
    "fil/bouclier",
)

_first_path = Matching(
    lambda text: slugify(text) == text,
    "le nom d’un fichier du dossier parcours, sans « .md »",
    "je-me-protege",
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
                        Key("icone", "icon", _icon, meaning="son dessin"),
                        Key("couleur", "colour", Choice(among(COLOURS)), meaning="sa couleur"),
                        Key("forme", "shape", Choice(among(SHAPES)), meaning="sa forme"),
                        Key(
                            "parcours",
                            "paths",
                            ListOf(_first_path, 0, 6),
                            required=False,
                            meaning="les parcours par où il commence",
                        ),
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
                        Key("icone", "icon", _icon, meaning="son dessin"),
                        Key(
                            "service",
                            "service",
                            Choice(among(SERVICES)),
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
                        Key("icone", "icon", _icon, meaning="son dessin"),
                        Key("geste", "gesture", Choice(among(GESTURES)), required=False),
                        Key("couvre", "covers", ListOf(Text(40), 1, 12), required=False),
                        Key("montre", "shows", ListOf(Text(40), 1, 12), required=False),
                    ),
                ),
            ),
            meaning="les appareils",
        ),
        Key(
            "situations",
            "situations",
            Named(
                item=Record(
                    Situation,
                    (
                        Key("nom", "name", Text(40), meaning="le nom de la situation"),
                        Key("phrase", "sentence", Text(160), meaning="ce que l’on fait alors"),
                        Key(
                            "appel_seul",
                            "only_calling",
                            Flag(),
                            required=False,
                            meaning="oui : le public ne la lit pas",
                        ),
                    ),
                ),
            ),
            required=False,
            meaning="les situations de l’appel",
        ),
    ),
)
