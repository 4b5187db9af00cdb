"""What ``reseau.yml`` declares."""

from __future__ import annotations

from boutdufil.kinds.choices import THEME
from boutdufil.kinds.network.values import Network, Offers, Structure
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.form import HTTPS
from boutdufil.source.shape import Text

NETWORK_FILE = "reseau.yml"

_OFFERS = Record(
    Offers,
    (
        Key("personnes", "persons", Text(200), required=False, meaning="pour les personnes"),
        Key("entreprises", "firms", Text(200), required=False, meaning="pour les entreprises"),
    ),
)
_STRUCTURE = Record(
    Structure,
    (
        Key("nom", "name", Text(80), meaning="le nom de la structure"),
        Key("offre", "offers", _OFFERS, meaning="ce qu’elle propose, et à qui"),
        Key("themes", "themes", ListOf(THEME, 1, 20), meaning="les thèmes qu’elle connaît"),
        Key(
            "orienter",
            "refer",
            Text(240),
            meaning="comment on lui envoie quelqu’un",
            example="orienter: J’appelle avec la personne, puis je donne le jour et l’heure.",
        ),
        Key(
            "recap",
            "said",
            Text(120),
            meaning="la phrase du récap, sans lien",
            example="recap: France services vous aide près de chez vous, sans frais.",
        ),
        Key("territoire", "territory", Text(80), required=False, meaning="où elle intervient"),
        Key("label", "label", Text(80), required=False, meaning="son label, ou son réseau"),
        Key("telephone", "phone", Text(20), required=False, meaning="un numéro déjà vérifié"),
        Key("site", "site", HTTPS, required=False, meaning="son adresse, en https"),
    ),
)
NETWORK = Record(
    Network,
    (
        Key(
            "structures",
            "structures",
            ListOf(_STRUCTURE, 0, 200),
            meaning="les structures avec qui l’on travaille",
        ),
    ),
)
