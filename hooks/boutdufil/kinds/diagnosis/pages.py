"""The diagnoses: their list, the page that one answers alone, the one that is read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from boutdufil.kinds.diagnosis.order import in_order
from boutdufil.kinds.diagnosis.result import bounds
from boutdufil.kinds.diagnosis.values import FOLDER, STAGES, Axis, Diagnosis
from boutdufil.kinds.published import Published
from boutdufil.kinds.tutorial.values import Card
from boutdufil.model.script import Script
from boutdufil.model.taxonomy import Theme
from boutdufil.pages.guides import Guides, guides_among
from boutdufil.pages.page import HOME, Link, Page
from boutdufil.thread.graph import Graph
from boutdufil.thread.weave import weave

DIAGNOSES = Link(
    name="Je fais le point",
    address=f"{FOLDER}/",
    sentence="Quelques questions, puis trois premiers pas.",
    icon="fil/boussole",
)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of an axis: its name, what is said of it, and what one counts on paper."""

    rank: int
    name: str
    sentence: str
    fewest: int
    most: int


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis, the questions that add to it by their rank, and its stages."""

    axis: Axis
    questions: tuple[int, ...]
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosesPage(Page):
    """Every diagnosis."""

    template: ClassVar[str] = "diagnoses.html"

    kind: str = "page"
    diagnoses: tuple[Diagnosis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosisPage(Page):
    """A diagnosis, as one answers it alone: on paper, or a question a screen."""

    template: ClassVar[str] = "diagnosis.html"

    kind: str = "page"
    diagnosis: Diagnosis
    scales: tuple[Scale, ...]
    advised: Mapping[str, Card]
    """The tutorials that it may advise, by ``theme/slug``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosisPhonePage(Page):
    """A diagnosis, as a mediator reads it aloud; the desk takes it for a tutorial."""

    template: ClassVar[str] = "diagnosis-phone.html"
    by_mkdocs: ClassVar[bool] = False

    kind: str = "telephone"
    tutorial: Diagnosis
    script: Script
    graph: Graph
    terms: tuple[()] = ()
    theme: Theme
    guides: Guides
    scales: tuple[Scale, ...]
    advised: Mapping[str, Card]


def diagnosis_pages(published: Published) -> Iterator[Page]:
    """Yield the list, then both pages of each diagnosis."""
    diagnoses = in_order(published)
    if not diagnoses:
        return
    yield DiagnosesPage(
        address=DIAGNOSES.address,
        title=DIAGNOSES.name,
        description=DIAGNOSES.sentence,
        crumbs=(HOME,),
        diagnoses=diagnoses,
    )
    guides = guides_among(published.written.values())
    taxonomy = published.catalog.taxonomy
    for diagnosis in diagnoses:
        scales, advised = scales_of(diagnosis), advised_by(diagnosis, published)
        yield DiagnosisPage(
            address=diagnosis.address,
            title=diagnosis.title,
            description=diagnosis.entry.summary,
            crumbs=(HOME, DIAGNOSES),
            diagnosis=diagnosis,
            scales=scales,
            advised=advised,
        )
        yield DiagnosisPhonePage(
            address=f"{diagnosis.address}telephone/",
            title=f"{diagnosis.title} – au téléphone",
            description=f"Le diagnostic {diagnosis.number}, à lire à voix haute.",
            crumbs=(HOME, DIAGNOSES, Link(name=diagnosis.title, address=diagnosis.address)),
            tutorial=diagnosis,
            script=diagnosis.script,
            graph=weave(diagnosis.script),
            theme=taxonomy.themes[diagnosis.entry.themes[0]],
            guides=guides,
            scales=scales,
            advised=advised,
        )


def diagnosis_doors(published: Published) -> Iterator[Link]:
    """Yield the way to the list, once it holds something, in the words of who does not know."""
    if published.content.of(Diagnosis):
        yield replace(DIAGNOSES, name="Par où commencer ?")


def diagnosis_redirects(published: Published) -> Iterator[tuple[str, str]]:
    """Yield the address that is said over the phone, and that of the diagnosis."""
    for diagnosis in published.content.of(Diagnosis):
        yield f"{diagnosis.number}/", diagnosis.address


def scales_of(diagnosis: Diagnosis) -> tuple[Scale, ...]:
    """Return what is counted on each axis."""
    return tuple(_scale(axis, diagnosis) for axis in diagnosis.entry.axes)


def _scale(axis: Axis, diagnosis: Diagnosis) -> Scale:
    scored = [each for each in diagnosis.questions if each.most(axis.key)]
    held = bounds(sum(each.most(axis.key) for each in scored))
    stages = tuple(
        Stage(rank, STAGES[rank], axis.sentences[rank], *counted) for rank, counted in held.items()
    )
    return Scale(axis, tuple(each.rank for each in scored), stages)


def advised_by(diagnosis: Diagnosis, published: Published) -> Mapping[str, Card]:
    """Return the published tutorials that a diagnosis may advise, by reference."""
    answers = [answer for question in diagnosis.questions for answer in question.answers]
    named = dict.fromkeys(advice.tutorial for answer in answers for advice in answer.advice)
    named |= dict.fromkeys(advice.tutorial for advice in diagnosis.always)
    return {tutorial.reference: tutorial for tutorial in published.catalog.resolve(named)}
