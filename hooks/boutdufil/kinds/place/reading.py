"""A file of places: each row becomes a place, or findings with their line, or both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from math import cos, hypot, radians
from statistics import median

from boutdufil.kinds.document import Document
from boutdufil.kinds.place.departments import department_of, overseas
from boutdufil.kinds.place.faults import Fault, counts, told
from boutdufil.kinds.place.fields import Checked
from boutdufil.kinds.place.hours import read_hours
from boutdufil.kinds.place.values import Place, PlaceFile, Position, same_place
from boutdufil.kinds.place.words import (
    ACCESS,
    AUDIENCES,
    COLUMNS,
    LANGUAGES,
    NEEDED,
    NEEDS,
    PRICES,
    PROGRAMS,
    ROAMING,
    SERVICES,
    WAYS,
    Words,
)
from boutdufil.language.text import closest
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Finding
from boutdufil.source.table import (
    MOST_ROWS,
    MOST_TABLE_BYTES,
    Row,
    Torn,
    decode_table,
    header_names,
    rows,
    separator_of,
)

FARTHEST = 250
"""Kilometres from the middle of its département beyond which a point is not in it."""
ENOUGH = 5
"""Points of a département from which its middle is known."""
_A_DEGREE = 111.2
"""Kilometres of a degree of latitude."""
_ALL_NEEDS = Words(NEEDS.field, {**NEEDS.known, **LANGUAGES.known})


def read_places(raw: bytes, path: str, _reader: Reader, _today: date) -> Document:
    """Read a file of places. Nothing in it depends on the day: a date to come is for a rule."""
    if len(raw) > MOST_TABLE_BYTES:
        return Document(path, (_too_large(path),))
    found = tuple(read_rows(raw))
    places, faults = _once(_on_the_map(each for each in found if isinstance(each, Place)))
    faults = [*(each for each in found if isinstance(each, Fault)), *faults]
    faults.sort(key=lambda fault: (fault.line, fault.code))
    lines = {place.line for place in places} | {fault.line for fault in faults}
    value = PlaceFile(path=path, places=places, rows=len(lines - {1}), faults=counts(faults))
    return Document(path, tuple(told(faults, path)), value)


def _too_large(path: str) -> Finding:
    most = MOST_TABLE_BYTES // 1_000_000
    return Finding(
        path,
        1,
        1,
        Code.TOO_LARGE,
        "le fichier est trop gros",
        f"plus de {most} Mo",
        f"{most} Mo au plus : trois fois la France entière",
        "gardez les lieux de votre territoire",
    )


def read_rows(raw: bytes) -> Iterator[Place | Fault]:
    """Yield what each row gives: a place, faults, or both; the header's faults come first."""
    decoded = decode_table(raw)
    header = decoded.text.partition("\n")[0]
    separator = separator_of(header, COLUMNS)
    names = header_names(header, separator)
    yield from _of_table(decoded.written_as, separator, names)
    if not {*NEEDED} <= {*names}:
        return
    for count, row in enumerate(rows(decoded.text, separator), 1):
        if isinstance(row, Torn):
            yield Fault(Code.TORN_ROW, row.line, f"{row.problem} : ligne laissée de côté", row.text)
        else:
            yield from _of_row(row, names)
        if count == MOST_ROWS:
            problem = f"le fichier a plus de {MOST_ROWS} lignes : la suite n’est pas lue"
            yield Fault(Code.OTHER_TABLE, row.line, problem)


def _of_table(written_as: str, separator: str, names: tuple[str, ...]) -> Iterator[Fault]:
    if written_as:
        yield Fault(
            Code.OTHER_TABLE,
            1,
            "le fichier n’est pas enregistré en UTF-8 : il est lu malgré tout",
            written_as,
            "UTF-8",
            "enregistrez-le de nouveau, encodage UTF-8 : un accent peut avoir été perdu",
        )
    if separator != ",":
        shown = "tabulation" if separator == "\t" else separator
        yield Fault(
            Code.OTHER_TABLE,
            1,
            "les cases ne sont pas séparées par une virgule : le fichier est lu malgré tout",
            shown,
            "la virgule du standard",
        )
    for name in names:
        if name not in COLUMNS:
            near = closest(name, COLUMNS)
            hint = f"vouliez-vous dire « {near} » ?" if near else ""
            yield Fault(
                Code.WRONG_COLUMN,
                1,
                "cette colonne n’est pas du standard : elle n’est pas lue",
                name,
                "les noms du standard « Lieux de médiation numérique » v1.0.2",
                hint,
            )
    for name in NEEDED:
        if name not in names:
            problem = f"la colonne « {name} » manque : aucun lieu de ce fichier n’est montré"
            yield Fault(Code.WRONG_COLUMN, 1, problem, "", ", ".join(NEEDED))
    if {*NEEDED} <= {*names} and "date_maj" not in names:
        problem = "la colonne « date_maj » manque : l’âge de ces renseignements n’est pas dit"
        yield Fault(Code.WRONG_COLUMN, 1, problem, "", "date_maj")


def _of_row(row: Row, names: tuple[str, ...]) -> Iterator[Place | Fault]:
    checked = Checked(row.line, dict(zip(names, row.cells, strict=True)))
    place = _place(checked)
    yield from checked.faults
    if place is not None:
        yield place


def _place(checked: Checked) -> Place | None:
    name, commune = checked.text("nom", 120), checked.text("commune", 60)
    postal = checked.text("code_postal", 10).replace(" ", "")
    if postal.isdecimal() and len(postal) == 4:
        postal = f"0{postal}"  # a spreadsheet takes it for a number
    department = department_of(postal, checked.text("code_insee", 10).upper())
    for column, value in (("nom", name), ("commune", commune), ("code_postal", department)):
        if not value:
            checked.fault(
                Code.NOT_A_PLACE,
                f"« {column} » manque, ou ne se lit pas : ce lieu n’est pas montré",
                checked.text(column, 60),
                "cinq chiffres, comme 26000" if column == "code_postal" else "",
            )
            return None
    written = checked.text("horaires", 1000)
    hours = read_hours(written) if written else None
    if hours and hours.is_shut:
        checked.fault(
            Code.SHUT_PLACE,
            "ce lieu n’ouvre jamais : il n’est pas montré",
            written,
            "",
            "retirez cette ligne, ou corrigez ses horaires",
        )
        return None
    if written and hours is None:
        checked.fault(
            Code.WRONG_HOURS,
            "ces horaires ne se lisent pas : ils ne sont pas montrés",
            written,
            "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00",
        )
    needs = checked.values(_ALL_NEEDS)
    return Place(
        line=checked.line,
        id=checked.text("id", 120),
        name=name,
        commune=commune,
        postal=postal,
        department=department,
        address=checked.text("adresse", 150),
        more=checked.text("complement_adresse", 150),
        position=checked.position(department),
        phone=checked.phone(),
        mails=checked.mails()[:2],
        sites=checked.sites()[:2],
        hours=hours.sentences if hours else (),
        summary=checked.text("presentation_resume", 280),
        source=checked.text("source", 80),
        roaming="itinerant" in checked.values(ROAMING),
        updated=checked.day(),
        services=checked.values(SERVICES),
        audiences=checked.values(AUDIENCES),
        needs=tuple(each for each in needs if each in NEEDS.said),
        languages=tuple(each for each in needs if each in LANGUAGES.said),
        prices=checked.values(PRICES),
        access=checked.values(ACCESS),
        ways=checked.values(WAYS),
        programs=checked.values(PROGRAMS),
        accessibility=next(iter(checked.sites("fiche_acces_libre")), ""),
        booking=next(iter(checked.sites("prise_rdv")), ""),
    )


def _once(found: Iterable[Place | Fault]) -> tuple[tuple[Place, ...], list[Fault]]:
    """Keep of the same place, told twice, the one that is told first."""
    places: list[Place] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for each in found:
        if isinstance(each, Fault):
            faults.append(each)
            continue
        keys = [same_place(each), *filter(None, (each.id,))]
        first = next((seen[key] for key in keys if key in seen), None)
        for key in keys:
            seen.setdefault(key, each.line)
        if first is None:
            places.append(each)
            continue
        problem = f"ce lieu est déjà à la ligne {first} : il n’est montré qu’une fois"
        faults.append(Fault(Code.SAME_PLACE, each.line, problem, each.id or each.name))
    return tuple(places), faults


def _on_the_map(places: Iterable[Place]) -> Iterator[Place | Fault]:
    """Take away the points that are nowhere near the others of their département."""
    every = tuple(places)
    middles = _middles(every)
    for place in every:
        middle = middles.get(place.department)
        if place.position and middle and kilometres(place.position, middle) > FARTHEST:
            yield Fault(
                Code.WRONG_POSITION,
                place.line,
                "ce point est loin de son département : le lieu reste, sans point sur le dessin",
                f"{place.position.latitude} ; {place.position.longitude}",
                f"un point près des autres lieux du {place.department}",
            )
            yield replace(place, position=None)
        else:
            yield place


def _middles(places: Iterable[Place]) -> Mapping[str, Position]:
    points: dict[str, list[Position]] = defaultdict(list)
    for place in places:
        if place.position and not overseas(place.department):
            points[place.department].append(place.position)
    return {
        department: Position(
            median(each.latitude for each in found), median(each.longitude for each in found)
        )
        for department, found in points.items()
        if len(found) >= ENOUGH
    }


def kilometres(one: Position, other: Position) -> float:
    """Return how far two points are: close enough within a country."""
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * cos(radians((one.latitude + other.latitude) / 2))
    return _A_DEGREE * hypot(north, east)
