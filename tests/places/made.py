"""Files of places as large as the country's, made from a seed: nobody of them exists."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random

from boutdufil.kinds.place.departments import DEPARTMENTS, overseas
from boutdufil.kinds.place.words import (
    ACCESS,
    AUDIENCES,
    COLUMNS,
    NEEDS,
    PRICES,
    SERVICES,
    WAYS,
    Words,
)
from boutdufil.model.finding import Code

COUNTRY = 18_000
"""About how many places the national map has."""
FAULTY = 50
"""One row of so many has a fault: 2 %."""
_STARTS = ("Saint-", "Mont", "Ville", "Beau", "Char", "Mar", "La ", "Le ", "Aub", "Bel", "Cham")
_ENDS = ("mont", "ville", "court", "ac", "y", "bourg", "val", "igny", "nay", "sur-Loue", "les-Bois")
_KINDS = ("Médiathèque", "Mairie", "Centre social", "Tiers-lieu", "Maison de quartier")
_HOURS = ("Mo-Fr 09:00-12:00,14:00-17:30", "Tu,Th 14:00-18:00; Sa 09:00-12:00", "Mo-Fr; PH off", "")

_SYLLABLES = [f"{one}{other}" for one in "bcdfglmnprstv" for other in "aeiouéè"]

Row = dict[str, str]


def made(
    count: int = COUNTRY, seed: int = 17, *, faults: bool = True
) -> tuple[bytes, Counter[str]]:
    """Return the bytes of a file of ``count`` rows, and how many faults of each code it holds."""
    random = Random(seed)
    communes = list(_communes(random))
    told: Counter[str] = Counter()
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    for rank in range(count):
        row = _row(random, rank, random.choice(communes))
        if faults and rank % FAULTY == FAULTY - 1:
            code = _WAYS[rank // FAULTY % len(_WAYS)]
            told[code.value] += 1
            if code == Code.TORN_ROW:
                out.write(f'"torn-{rank}","{row["pivot"]}",{row["nom"]}"\n')
                continue
            row |= _WRONG[code] if code != Code.SAME_PLACE else {"id": "lieu-0"}
        writer.writerow(row)
    return out.getvalue().encode(), told


_WRONG: Mapping[Code, Row] = {
    Code.NOT_A_PLACE: {"commune": ""},
    Code.UNKNOWN_VALUE: {"services": "Aide à tout"},
    Code.WRONG_POSITION: {"latitude": "0", "longitude": "0"},
    Code.SHUT_PLACE: {"horaires": "off"},
    Code.WRONG_CONTACT: {"telephone": "+33899123456"},
    Code.WRONG_HOURS: {"horaires": "du lundi au vendredi"},
    Code.WRONG_DAY: {"date_maj": "avril"},
}
_WAYS = (*_WRONG, Code.TORN_ROW, Code.SAME_PLACE)


def _communes(random: Random) -> Iterator[tuple[str, str, str, float, float]]:
    """Yield names, postal codes, codes and points: departments stand on a grid."""
    for rank, department in enumerate(DEPARTMENTS):
        prefix = {"2A": "20", "2B": "20"}.get(department, department)
        for number in range(90):
            name = f"{random.choice(_STARTS)}{random.choice(_ENDS)}"
            postal = f"{prefix}{number * 10:0{5 - len(prefix)}}"[:5]
            north, east = divmod(rank, 10)
            point = (43 + north * 0.7 + random.random(), -3 + east + random.random())
            if overseas(department):
                point = (-21 + random.random(), 55 + random.random())
            insee = f"{department}{number:0{5 - len(department)}}"[:5]
            yield name.replace(" ", "-").replace("-sur", "-sur"), postal, insee, *point


def _some(random: Random, words: Words, most: int) -> str:
    return "|".join(random.sample([*words.known], random.randint(1, most)))


def _sentence(random: Random) -> str:
    """Return up to 280 characters that compress badly: the heaviest that a card may say."""
    words = (
        "".join(random.choice(_SYLLABLES) for _syllable in range(random.randint(1, 4)))
        for _word in range(random.randint(0, 34))
    )
    return " ".join(words)


def _row(random: Random, rank: int, commune: tuple[str, str, str, float, float]) -> Row:
    name, postal, insee, latitude, longitude = commune
    return {
        "id": f"lieu-{rank}",
        "pivot": f"{random.randrange(10**14):014}",
        "nom": f"{random.choice(_KINDS)} {name} {rank}",
        "commune": name,
        "code_postal": postal,
        "code_insee": insee,
        "adresse": f"{random.randint(1, 99)} rue de l’Exemple",
        "latitude": f"{latitude:.5f}",
        "longitude": f"{longitude:.5f}",
        "telephone": f"+331{random.randrange(10**8):08}",
        "courriels": f"contact@lieu-{rank}.fr",
        "site_web": f"https://www.lieu-{rank}.fr/",
        "horaires": random.choice(_HOURS),
        "presentation_resume": _sentence(random),
        "presentation_detail": "Rien de plus, inventé. " * random.randint(8, 30),
        "date_maj": f"202{random.randint(3, 6)}-0{random.randint(1, 9)}-1{random.randint(0, 9)}",
        "services": _some(random, SERVICES, 4),
        "publics_specifiquement_adresses": random.choice(("", "", _some(random, AUDIENCES, 2))),
        "prise_en_charge_specifique": random.choice(("", "", _some(random, NEEDS, 2))),
        "frais_a_charge": _some(random, PRICES, 1),
        "modalites_acces": "Se présenter|Téléphoner" if rank % 3 else _some(random, ACCESS, 2),
        "modalites_accompagnement": _some(random, WAYS, 2),
    }
