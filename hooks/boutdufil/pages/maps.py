"""The maps of calls, for those who write and review: a picture, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import starmap
from typing import ClassVar

from markupsafe import Markup

from boutdufil.kinds.gesture.values import Gesture
from boutdufil.kinds.page.values import WrittenPage
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.script import Script, plain
from boutdufil.model.taxonomy import Taxonomy, names_of
from boutdufil.pages.guides import guides_among, name_of
from boutdufil.pages.page import HOME, Head, Link, Page, TextPage
from boutdufil.thread.draughtsman import picture
from boutdufil.thread.drawing import svg
from boutdufil.thread.graph import Graph
from boutdufil.thread.outline import Branch, Section, Way, outline
from boutdufil.thread.picture import Legend
from boutdufil.thread.weave import weave

CONTRIBUTE = Link(name="Contribuer", address="contribuer/")
MAPS_FILE = "contribuer/cartes.md"
MAPS = Link(name="Les cartes des appels", address="contribuer/cartes/")
BEFORE, AFTER = "Avant de commencer", "J’ai compris ?"


@dataclass(frozen=True, slots=True)
class Naming:
    """How what is on a map is called: by its key, and each tutorial by its number."""

    keys: Mapping[str, str]
    numbers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """What has a map: ``page`` is where its things are read, each at ``#n-<id>``.

    ``label`` comes before its title where maps are listed: a number, or nothing.
    """

    name: str
    label: str
    title: str
    page: str
    scripted: Tutorial | WrittenPage | Gesture

    @property
    def address(self) -> str:
        """Address of the page of its map, from the root of the site."""
        return f"{MAPS.address}{self.name}/"


@dataclass(frozen=True, kw_only=True)
class CallMap:
    """The map of a script."""

    page: str
    script: Script
    legend: Legend

    @cached_property
    def graph(self) -> Graph:
        """The thread of its call."""
        return weave(self.script)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """What is on it, as a list."""
        return outline(self.graph, self.legend.titles)

    @cached_property
    def figures(self) -> Mapping[str, int]:
        """What there is to count on it, by its name in the singular."""
        branches = [branch for section in self.sections for branch in section.walk()]
        ways = [answer.way for branch in branches for answer in branch.answers]
        kinds = [branch.kind for branch in branches]
        return {
            "question": kinds.count("demander"),
            "preuve": kinds.count("preuve"),
            "réparation": ways.count(Way.AGAIN),
            "geste": kinds.count("geste"),
            "stop": kinds.count("stop"),
            "renvoi vers une fiche": ways.count(Way.EXIT),
        }

    def drawn(self, root: str) -> Markup:
        """Return the picture, whose links count from ``root``."""
        return svg(picture(self.sections, self.legend), f"{root}{self.page}")

    def note(self, branch: Branch) -> str:
        """Return in which calls something holds, in words."""
        return self.legend.note(branch.condition)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapsPage(TextPage):
    """Every map: of the tutorials, of the guides, of the gestures."""

    template: ClassVar[str] = "maps.html"

    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    """Under each name, links with a label, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage(Page):
    """One map."""

    template: ClassVar[str] = "map.html"
    by_mkdocs: ClassVar[bool] = False
    shows: ClassVar[tuple[str, ...]] = ("map",)
    made_of: ClassVar[frozenset[str]] = frozenset({"mapped", "naming"})

    kind: str = "contribuer"
    mapped: Mapped
    naming: Naming

    @property
    def beside(self) -> str:
        return self.mapped.page

    @property
    def map(self) -> CallMap:
        """What is drawn, and listed."""
        script = self.mapped.scripted.script
        assert script is not None, "what has a map has a script"
        titles = {step.rank: name_of(step.title) for step in script.steps}
        around = {0: BEFORE, len(script.steps) + 1: AFTER}
        legend = Legend(titles=around | titles, names=self.naming.keys, numbers=self.naming.numbers)
        return CallMap(page=self.mapped.page, script=script, legend=legend)


def maps_page(head: Head, published: Published) -> MapsPage:
    """Return the list of the maps."""
    groups = ((name, tuple(map(_link, maps))) for name, maps in _groups(published))
    return MapsPage(**head, groups=tuple(groups))


def _link(mapped: Mapped) -> Link:
    return Link(name=mapped.title, address=mapped.address, sentence=mapped.label)


def map_pages(published: Published) -> Iterator[Page]:
    """Yield the page of each map, once there is a page that lists them."""
    if MAPS_FILE not in published.written:
        return
    naming = Naming(_keys(published.catalog.taxonomy), published.numbers)
    for _name, maps in _groups(published):
        for each in maps:
            label = f"{each.label}, " if each.label else ""
            yield MapPage(
                address=each.address,
                title=f"La carte de l’appel : {label}{each.title[:1].lower()}{each.title[1:]}",
                description="Ce qu’on dit, ce qu’on répond, où chaque réponse mène.",
                crumbs=(HOME, CONTRIBUTE, MAPS),
                mapped=each,
                naming=naming,
            )


def _groups(published: Published) -> Iterator[tuple[str, tuple[Mapped, ...]]]:
    guides = sorted(guides_among(published.written.values()).items())
    groups = (
        ("Les fiches", map(_of_tutorial, published.catalog.tutorials)),
        ("Les guides", starmap(_of_guide, guides)),
        ("Les gestes", map(_of_gesture, published.content.gestures.values())),
    )
    for name, maps in groups:
        if found := tuple(maps):
            yield name, found


def _keys(taxonomy: Taxonomy) -> Mapping[str, str]:
    return {
        **names_of(taxonomy.devices),
        **names_of(taxonomy.situations),
        **names_of(taxonomy.audiences),
    }


def _of_tutorial(tutorial: Tutorial) -> Mapped:
    return Mapped(
        name=tutorial.number,
        label=tutorial.number,
        title=tutorial.title,
        page=f"{tutorial.address}telephone/",
        scripted=tutorial,
    )


def _of_guide(name: str, guide: WrittenPage) -> Mapped:
    title = plain(guide.entry.title)
    return Mapped(name=name, label="", title=title, page=guide.address, scripted=guide)


def _of_gesture(gesture: Gesture) -> Mapped:
    title = gesture.entry.title
    return Mapped(name=gesture.name, label="", title=title, page=gesture.address, scripted=gesture)
