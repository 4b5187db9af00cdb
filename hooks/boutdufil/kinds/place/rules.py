"""What must hold between the files of places, and between them and the day."""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.kinds.content import Content
from boutdufil.kinds.place.faults import Fault, told
from boutdufil.kinds.place.values import PlaceFile, same_place
from boutdufil.model.finding import Code, Finding


def told_in_two_files(content: Content) -> Iterator[Finding]:
    """A place that two files tell is shown once: that of the first file."""
    seen: dict[str, str] = {}
    for _document, file in content.read(PlaceFile):
        faults = []
        for place in file.places:
            other = seen.setdefault(same_place(place), file.path)
            if other != file.path:
                problem = f"ce lieu est déjà dans {other} : il n’est montré qu’une fois"
                faults.append(Fault(Code.SAME_PLACE, place.line, problem, place.name))
        yield from told(faults, file.path)


def days_to_come(content: Content) -> Iterator[Finding]:
    """Nobody has described a place on a day to come."""
    for _document, file in content.read(PlaceFile):
        faults = (
            Fault(
                Code.WRONG_DAY,
                place.line,
                "« date_maj » est dans le futur",
                place.updated.isoformat(),
                "le jour où ces renseignements ont été vérifiés",
            )
            for place in file.places
            if place.updated and place.updated > content.today
        )
        yield from told(faults, file.path)
