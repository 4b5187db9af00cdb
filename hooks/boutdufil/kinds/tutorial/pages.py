"""The pages of a tutorial: the one that the public reads, the one that is read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.gesture.pages import called_by
from boutdufil.kinds.gesture.values import Gesture
from boutdufil.kinds.loan.values import Loan
from boutdufil.kinds.path.stages import Place, places
from boutdufil.kinds.published import Published
from boutdufil.kinds.references.values import PhoneNumber
from boutdufil.kinds.term.values import Term
from boutdufil.kinds.tutorial.values import Card, Tutorial
from boutdufil.model.script import Script
from boutdufil.model.taxonomy import Device, Theme
from boutdufil.pages.calling import with_calls
from boutdufil.pages.guides import Guides, guides_among
from boutdufil.pages.page import (
    HOME,
    Link,
    Page,
    audience_link,
    device_link,
    step_anchors,
    theme_link,
)
from boutdufil.pages.terms import by_name, link_terms
from boutdufil.thread.data import graph_text
from boutdufil.thread.graph import Graph
from boutdufil.thread.weave import weave


@dataclass(frozen=True, slots=True, kw_only=True)
class TutorialPage(Page):
    """A tutorial as the public reads it; ``before`` and ``related`` are to follow first, and next.

    ``glossary`` are all the terms by name, ``library`` all the gestures.
    """

    template: ClassVar[str] = "tutorial.html"
    shows: ClassVar[tuple[str, ...]] = ("script", "terms", "gestures")
    made_of: ClassVar[frozenset[str]] = frozenset({"glossary", "library"})
    told_by: ClassVar[tuple[str, ...]] = ("terms", "gestures")

    kind: str = "tutoriel"
    tutorial: Tutorial
    glossary: Mapping[str, Term]
    library: Mapping[str, Gesture]
    audiences: tuple[Link, ...]
    themes: tuple[Link, ...]
    devices: tuple[Link, ...]
    before: tuple[Card, ...]
    related: tuple[Card, ...]
    held: tuple[Device, ...]
    """What one may hold to follow it."""
    first: Markup
    """What saves, when it cannot wait; else empty."""
    refers: tuple[Markup, ...]
    """Who else can help, in its theme."""
    followed: tuple[Place, ...]
    """Where it is in the paths that hold it."""
    loan: Loan | None = None
    """Whose it is, when another base wrote it."""

    @property
    def script(self) -> Script:
        """Its script, the words of the glossary linked."""
        return link_terms(self.tutorial.script, self.glossary)[0]

    @property
    def terms(self) -> tuple[Term, ...]:
        """Those words."""
        return link_terms(self.tutorial.script, self.glossary)[1]

    @property
    def gestures(self) -> Mapping[str, Gesture]:
        """The gestures that it calls, by name."""
        return called_by(self.tutorial.script, self.library)

    @property
    def anchors(self) -> frozenset[str]:
        return step_anchors(self.tutorial.body.steps)

    @property
    def reference(self) -> str:
        return self.tutorial.reference

    @property
    def theme_key(self) -> str:
        return self.tutorial.themes[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonePage(Page):
    """The script of a tutorial, as a mediator reads it aloud, with all that is one key away."""

    template: ClassVar[str] = "phone.html"
    by_mkdocs: ClassVar[bool] = False
    shows: ClassVar[tuple[str, ...]] = ("script", "graph", "terms")
    made_of: ClassVar[frozenset[str]] = frozenset({"glossary", "numbers"})
    told_by: ClassVar[tuple[str, ...]] = ("terms",)

    kind: str = "telephone"
    tutorial: Tutorial
    glossary: Mapping[str, Term]
    theme: Theme
    guides: Guides
    numbers: Mapping[str, str]
    """Those of the tutorials that are shown, by their references."""
    loan: Loan | None = None

    @property
    def script(self) -> Script:
        """Its script, the words of the glossary linked."""
        return link_terms(self.tutorial.script, self.glossary)[0]

    @property
    def graph(self) -> Graph:
        """The thread of its call."""
        return weave(self.script)

    def with_it(self) -> Iterator[tuple[str, str]]:
        """Yield its graph, of the words as they are written: no link of the glossary is in it."""
        graph, number = weave(self.tutorial.script), self.tutorial.number
        yield graph_text(graph, number, lambda reference: self.numbers.get(reference, ""))

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words of the glossary that it says."""
        return link_terms(self.tutorial.script, self.glossary)[1]

    @property
    def reference(self) -> str:
        return self.tutorial.reference


def tutorial_pages(published: Published) -> Iterator[Page]:
    """Yield both pages of each tutorial."""
    catalog = published.catalog
    guides = guides_among(published.written.values())
    audiences = {key: audience_link(catalog, key) for key in catalog.taxonomy.audiences}
    devices = {key: device_link(catalog, key) for key in catalog.taxonomy.devices}
    named = by_name(catalog.terms)
    numbers = published.content.references.numbers
    held, library = places(published), published.content.gestures
    for tutorial in catalog.tutorials:
        read = replace(
            _read_page(catalog, audiences, devices, tutorial, named, library, numbers),
            followed=held.get(tutorial.reference, ()),
            loan=published.content.loans.get(tutorial.reference),
        )
        yield read
        yield PhonePage(
            address=f"{tutorial.address}telephone/",
            title=f"{tutorial.title} – au téléphone",
            description=f"Le script de la fiche {tutorial.number}, à lire à voix haute.",
            crumbs=(*read.crumbs, Link(name=tutorial.title, address=tutorial.address)),
            tutorial=tutorial,
            glossary=named,
            theme=catalog.taxonomy.themes[tutorial.themes[0]],
            guides=guides,
            numbers=published.numbers,
            loan=read.loan,
        )


def _read_page(
    catalog: Catalog,
    audiences: Mapping[str, Link],
    devices: Mapping[str, Link],
    tutorial: Tutorial,
    glossary: Mapping[str, Term],
    library: Mapping[str, Gesture],
    numbers: tuple[PhoneNumber, ...],
) -> TutorialPage:
    return TutorialPage(
        address=tutorial.address,
        title=tutorial.title,
        description=tutorial.summary,
        crumbs=(HOME, theme_link(catalog, tutorial.themes[0])),
        tutorial=tutorial,
        glossary=glossary,
        library=library,
        audiences=tuple(link for key, link in audiences.items() if key in tutorial.audiences),
        themes=tuple(theme_link(catalog, key) for key in tutorial.themes),
        devices=tuple(link for key, link in devices.items() if key in tutorial.devices),
        before=catalog.resolve(tutorial.before),
        related=catalog.related(tutorial),
        held=tuple(
            catalog.taxonomy.devices[key] for key in catalog.taxonomy.expand(tutorial.devices)
        ),
        first=with_calls(tutorial.urgent, numbers),
        refers=tuple(
            with_calls(place, numbers)
            for place in catalog.taxonomy.themes[tutorial.themes[0]].posture.refers
        ),
        followed=(),
    )
