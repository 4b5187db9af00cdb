"""The maps of calls, for those who write and review: a picture, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
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


@dataclass(frozen=True, kw_only=True)
class CallMap:
    """The map of a script. ``page`` is where its things are read, each at ``#n-<id>``.

    ``label`` comes before its title where maps are listed: a number, or nothing.
    """

    name: str
    label: str
    title: str
    page: str
    script: Script
    legend: Legend

    def __getstate__(self) -> dict[str, object]:
        """Leave out what is worked out of the rest: two equal values are written the same."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @property
    def address(self) -> str:
        """Address of its page, from the root of the site."""
        return f"{MAPS.address}{self.name}/"

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

    groups: tuple[tuple[str, tuple[CallMap, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage(Page):
    """One map."""

    template: ClassVar[str] = "map.html"
    by_mkdocs: ClassVar[bool] = False

    kind: str = "contribuer"
    map: CallMap


def maps_page(head: Head, published: Published) -> MapsPage:
    """Return the list of the maps."""
    return MapsPage(**head, groups=_groups(published))


def map_pages(published: Published) -> Iterator[Page]:
    """Yield the page of each map, once there is a page that lists them."""
    if MAPS_FILE not in published.written:
        return
    for _name, maps in _groups(published):
        for each in maps:
            label = f"{each.label}, " if each.label else ""
            yield MapPage(
                address=each.address,
                title=f"La carte de l’appel : {label}{each.title[:1].lower()}{each.title[1:]}",
                description="Ce qu’on dit, ce qu’on répond, où chaque réponse mène.",
                crumbs=(HOME, CONTRIBUTE, MAPS),
                map=each,
            )


def _groups(published: Published) -> tuple[tuple[str, tuple[CallMap, ...]], ...]:
    names = _names(published.catalog.taxonomy)
    gestures = published.content.gestures.values()
    guides = sorted(guides_among(published.written.values()).items())
    groups = (
        (
            "Les fiches",
            tuple(_of_tutorial(t, names, published) for t in published.catalog.tutorials),
        ),
        ("Les guides", tuple(_of_guide(name, each, names, published) for name, each in guides)),
        ("Les gestes", tuple(_of_gesture(each, names, published) for each in gestures)),
    )
    return tuple((name, maps) for name, maps in groups if maps)


def _names(taxonomy: Taxonomy) -> Mapping[str, str]:
    return {
        **names_of(taxonomy.devices),
        **names_of(taxonomy.situations),
        **names_of(taxonomy.audiences),
    }


def _legend(script: Script, names: Mapping[str, str], published: Published) -> Legend:
    titles = {step.rank: name_of(step.title) for step in script.steps}
    around = {0: BEFORE, len(script.steps) + 1: AFTER}
    return Legend(titles=around | titles, names=names, numbers=published.numbers)


def _of_tutorial(tutorial: Tutorial, names: Mapping[str, str], published: Published) -> CallMap:
    return CallMap(
        name=tutorial.number,
        label=tutorial.number,
        title=tutorial.title,
        page=f"{tutorial.address}telephone/",
        script=tutorial.script,
        legend=_legend(tutorial.script, names, published),
    )


def _of_guide(
    name: str, guide: WrittenPage, names: Mapping[str, str], published: Published
) -> CallMap:
    assert guide.script is not None
    return CallMap(
        name=name,
        label="",
        title=plain(guide.entry.title),
        page=guide.address,
        script=guide.script,
        legend=_legend(guide.script, names, published),
    )


def _of_gesture(gesture: Gesture, names: Mapping[str, str], published: Published) -> CallMap:
    return CallMap(
        name=gesture.name,
        label="",
        title=gesture.entry.title,
        page=gesture.address,
        script=gesture.script,
        legend=_legend(gesture.script, names, published),
    )
