"""The words of the national standard (v1.0.2), and the plain ones that stand for them here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from boutdufil.language.text import fold


@dataclass(frozen=True, eq=False)
class Words:
    """The values of a field of the standard, each with its short name here, and how it is said."""

    field: str
    known: Mapping[str, tuple[str, str]]

    @cached_property
    def by_folded(self) -> Mapping[str, str]:
        """The short names, by what is written, however it is."""
        return {fold(written): short for written, (short, _said) in self.known.items()}

    @cached_property
    def said(self) -> Mapping[str, str]:
        """How each is said, by its short name, in the order of the standard."""
        return dict(self.known.values())

    def short(self, written: str) -> str | None:
        """Return the short name of a value, or None when the standard has no such word."""
        return self.by_folded.get(fold(written))


SERVICES = Words(
    "services",
    {
        "Aide aux démarches administratives": ("demarches", "Faire une démarche en ligne"),
        "Maîtrise des outils numériques du quotidien": (
            "outils",
            "Me servir d’un téléphone ou d’un ordinateur",
        ),
        "Insertion professionnelle via le numérique": ("emploi", "Chercher un emploi"),
        "Utilisation sécurisée du numérique": ("securite", "Me protéger sur internet"),
        "Parentalité et éducation avec le numérique": ("parents", "Accompagner mes enfants"),
        "Loisirs et créations numériques": ("loisirs", "Créer, me distraire"),
        "Compréhension du monde numérique": ("comprendre", "Comprendre le numérique"),
        "Accès internet et matériel informatique": (
            "acces",
            "Utiliser un ordinateur et internet sur place",
        ),
        "Acquisition de matériel informatique à prix solidaire": (
            "materiel",
            "Acheter du matériel à prix solidaire",
        ),
    },
)
AUDIENCES = Words(
    "publics_specifiquement_adresses",
    {
        "Jeunes": ("jeunes", "les jeunes"),
        "Étudiants": ("etudiants", "les étudiants"),
        "Familles et/ou enfants": ("familles", "les familles et les enfants"),
        "Seniors": ("seniors", "les seniors"),
        "Femmes": ("femmes", "les femmes"),
    },
)
NEEDS = Words(
    "prise_en_charge_specifique",
    {
        "Surdité": ("surdite", "j’entends mal"),
        "Handicaps moteurs": ("moteur", "je me déplace ou je bouge difficilement"),
        "Handicaps mentaux": ("mental", "j’ai un handicap mental"),
        "Illettrisme": ("lecture", "je lis ou j’écris difficilement"),
        "Déficience visuelle": ("vue", "je vois mal"),
    },
)
LANGUAGES = Words(
    "prise_en_charge_specifique",
    {
        "Langues étrangères (anglais)": ("anglais", "anglais"),
        "Langues étrangères (autres)": ("autres", "d’autres langues"),
    },
)
PRICES = Words(
    "frais_a_charge",
    {
        "Gratuit": ("gratuit", "gratuit"),
        "Gratuit sous condition": ("condition", "gratuit sous condition"),
        "Payant": ("payant", "payant"),
    },
)
NO_PUBLIC = "sans-public"
ACCESS = Words(
    "modalites_acces",
    {
        "Se présenter": ("venir", "venir sur place"),
        "Téléphoner": ("telephoner", "téléphoner"),
        "Contacter par mail": ("ecrire", "écrire un e-mail"),
        "Prendre un RDV en ligne": ("rendez-vous", "prendre rendez-vous en ligne"),
        "Ce lieu n'accueille pas de public": (NO_PUBLIC, "ce lieu n’accueille pas de public"),
        "Envoyer un mail avec une fiche de prescription": (
            "prescription",
            "passer par un professionnel, qui envoie une fiche",
        ),
    },
)
WAYS = Words(
    "modalites_accompagnement",
    {
        "En autonomie": ("seul", "seul, sur place"),
        "Accompagnement individuel": ("individuel", "avec une personne pour moi"),
        "Dans un atelier collectif": ("atelier", "en atelier, à plusieurs"),
        "À distance": ("distance", "à distance"),
    },
)
PROGRAMS = Words(
    "dispositif_programmes_nationaux",
    {
        "Aidants Connect": ("aidants-connect", "Aidants Connect"),
        "Bibliothèques numérique de référence": (
            "bibliotheque",
            "Bibliothèques numériques de référence",
        ),
        "Certification PIX": ("pix", "Certification Pix"),
        "Conseillers numériques": ("conseillers", "Conseillers numériques"),
        "Emmaüs Connect": ("emmaus", "Emmaüs Connect"),
        "France Services": ("france-services", "France services"),
        "Grande école du numérique": ("grande-ecole", "Grande école du numérique"),
        "La Croix Rouge": ("croix-rouge", "La Croix-Rouge"),
        "Point d'accès numérique CAF": ("caf", "Point d’accès numérique de la Caf"),
        "Promeneurs du net": ("promeneurs", "Promeneurs du net"),
        "Relais numérique (Emmaüs Connect)": ("relais", "Relais numérique d’Emmaüs Connect"),
    },
)
ROAMING = Words("itinerance", {"Itinérant": ("itinerant", "itinérant"), "Fixe": ("fixe", "fixe")})

COLUMNS = (
    *("id", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse"),
    *("complement_adresse", "latitude", "longitude", "typologie", "telephone", "courriels"),
    *("site_web", "horaires", "presentation_resume", "presentation_detail", "source"),
    *("itinerance", "structure_parente", "date_maj", "services"),
    *("publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge"),
    *("dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels"),
    *("modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv"),
)
"""The 32 fields of the standard, in its order."""
NEEDED = ("nom", "commune", "code_postal")
"""Without one of these columns, nobody is sent anywhere."""
