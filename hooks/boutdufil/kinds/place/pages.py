"""The pages of the places of help: the country, a département, a part of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.place.directory import Department, Directory, Part, directory_of
from boutdufil.kinds.place.drawing import Drawing, drawn
from boutdufil.kinds.place.values import FOLDER
from boutdufil.kinds.place.words import AUDIENCES, SERVICES
from boutdufil.kinds.published import Published
from boutdufil.pages.page import HOME, Link, Page

PLACES = Link(
    name="Près de chez moi",
    address=f"{FOLDER}/",
    sentence="Un lieu où une personne m’aide.",
    icon="fil/ici",
)
ASKED: Mapping[str, Mapping[str, str]] = {"services": SERVICES.said, "audiences": AUDIENCES.said}
"""What one may ask for, by the name of the field of a place that answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage(Page):
    """Where one looks for a place: a commune, a postal code, or a département in a list."""

    template: ClassVar[str] = "places.html"

    kind: str = "page"
    directory: Directory
    services: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentPage(Page):
    """The places of a département; of a large one, ``part`` is None on the list of its parts."""

    template: ClassVar[str] = "department.html"
    by_mkdocs: ClassVar[bool] = False

    kind: str = "page"
    department: Department
    part: Part | None
    are_examples: bool
    asked: Mapping[str, Mapping[str, str]]
    """What one may filter by: what a place of this page offers."""
    drawing: Drawing | None


def places_pages(published: Published) -> Iterator[Page]:
    """Yield the page where one looks for a place, then those of each département."""
    directory = directory_of(published.content)
    if not directory.departments:
        return
    yield PlacesPage(
        address=PLACES.address,
        title="De l’aide près de chez moi",
        description="Des lieux où une personne m’aide avec le numérique, par commune.",
        crumbs=(HOME,),
        directory=directory,
        services=SERVICES.said,
    )
    for department in directory.departments:
        yield from _of_department(department, are_examples=directory.are_examples)


def _of_department(department: Department, *, are_examples: bool) -> Iterator[Page]:
    name = f"{department.name} ({department.code})"
    whole = department.parts[0] if len(department.parts) == 1 else None
    yield _page(department, whole, name, (HOME, PLACES), are_examples=are_examples)
    if whole is None:
        above = Link(name=department.name, address=department.address)
        for part in department.parts:
            title = f"{name} : {part.name}"
            crumbs = (HOME, PLACES, above)
            yield _page(department, part, title, crumbs, are_examples=are_examples)


def _page(
    department: Department,
    part: Part | None,
    title: str,
    crumbs: tuple[Link, ...],
    *,
    are_examples: bool,
) -> DepartmentPage:
    return DepartmentPage(
        address=part.address if part else department.address,
        title=title,
        description=f"Les lieux d’aide au numérique : {title}.",
        crumbs=crumbs,
        department=department,
        part=part,
        are_examples=are_examples,
        drawing=drawn(department.code, part.communes) if part else None,
        asked={field: _asked(part, field) for field in ASKED},
    )


def _asked(part: Part | None, field: str) -> Mapping[str, str]:
    communes = part.communes if part else ()
    found = {short for each in communes for place in each.places for short in getattr(place, field)}
    return {short: said for short, said in ASKED[field].items() if short in found}


def places_tools(published: Published) -> Iterator[Link]:
    """Yield the same way, for who looks for somebody else."""
    if directory_of(published.content).departments:
        sentence = "Du code postal de la personne à un numéro à dicter."
        yield Link(name="Un lieu près de chez elle", address=PLACES.address, sentence=sentence)


def places_doors(published: Published) -> Iterator[Link]:
    """Yield the way to the places, once there are some."""
    if directory_of(published.content).departments:
        yield PLACES
