"""Rules between files: one function a rule. Each yields its findings; ``check`` runs them all."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from boutdufil.check import lists, stuffing, upkeep
from boutdufil.check.apart import found_apart
from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.kind import Rule
from boutdufil.kinds.page.declaration import HOME_FILE
from boutdufil.kinds.registry import kinds
from boutdufil.kinds.tutorial.numbers import next_number
from boutdufil.kinds.tutorial.reading import declares_draft
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.kinds.tutorial.values import Tutorial, nearest_reference, reference_of
from boutdufil.language.text import closest
from boutdufil.markup.links import STEP_ANCHOR
from boutdufil.model.finding import Code, Finding, Severity, bearable
from boutdufil.store import Store


def dead_references(content: Content) -> Iterator[Finding]:
    """What is mentioned exists; a published page does not lead to a draft."""
    drafts = {tutorial.reference for tutorial in content.tutorials if tutorial.draft}
    known = {
        reference_of(document.path): document.path
        for document in content.documents
        if document.path.startswith(f"{TUTORIALS}/")
    }
    paths = {document.path for document in content.documents}

    def check(
        path: str,
        place: tuple[int, int],
        reference: str,
        *,
        draft: bool = False,
        written: str = "",
    ) -> Iterator[Finding]:
        """Check one mention; ``written`` is the link as the author wrote it, if it is one."""
        if reference not in known:
            near = nearest_reference(reference, known.keys() - {reference_of(path)})
            meant = _relative(known[near], path) if near and written else near
            yield Finding(
                path,
                *place,
                Code.DEAD_REFERENCE,
                f"la fiche « {reference} » n’existe pas",
                written or reference,
                "le fichier d’une fiche, qui finit par .md"
                if written
                else "une fiche du dossier tutoriels, écrite thème/nom",
                f"vouliez-vous dire « {meant} » ?" if meant else "",
            )
        elif reference in drafts and not draft:
            yield Finding(
                path,
                *place,
                Code.DEAD_REFERENCE,
                f"la fiche « {reference} » n’est pas encore publiée",
                "brouillon: true",
                "une fiche publiée",
                "publiez-la d’abord, ou retirez le lien",
            )

    for document, tutorial in content.read(Tutorial):
        for key, references in (("avant", tutorial.before), ("apres", tutorial.after)):
            for rank, reference in enumerate(references):
                place = document.line(key, rank), 1
                yield from check(document.path, place, reference, draft=tutorial.draft)
    for document in content.documents:
        draft = document.tutorial is not None and document.tutorial.draft
        for mention in document.mentions:
            if mention.path.startswith(f"{TUTORIALS}/"):
                reference = reference_of(mention.path)
                yield from check(
                    document.path, mention.place, reference, draft=draft, written=mention.written
                )
            elif mention.path not in paths:
                near = closest(mention.path, paths)
                yield Finding(
                    document.path,
                    *mention.place,
                    Code.DEAD_REFERENCE,
                    "ce lien ne mène à aucune page",
                    mention.written,
                    "un fichier .md du dossier docs",
                    f"vouliez-vous dire « {_relative(near, document.path)} » ?" if near else "",
                )
    home = next((each for each in content.documents if each.path == HOME_FILE), None)
    for key, references in (
        ("utiles", content.home.useful),
        ("urgences", tuple(each.tutorial for each in content.home.emergencies)),
    ):
        for reference in references:
            yield from check(HOME_FILE, (home.line(key) if home else 1, 1), reference)


def _relative(target: str, path: str) -> str:
    """Return the link to write in the file ``path``."""
    return posixpath.relpath(target, posixpath.dirname(path) or ".")


def dead_steps(content: Content) -> Iterator[Finding]:
    """A link to a place in a script finds it: a step, or a block of the same file with a name."""
    places = {
        document.path: found for document in content.documents if (found := _places(document))
    }
    for document in content.documents:
        own = places.get(document.path)
        names = own.names if own else frozenset()
        for mention in document.mentions:
            found = places.get(mention.path)
            if not mention.fragment or found is None:
                continue
            steps = found.steps
            step = STEP_ANCHOR.fullmatch(mention.fragment)
            named = names if not step and mention.path == document.path else frozenset()
            if (step and 1 <= int(step[1]) <= steps) or (not step and mention.fragment in named):
                continue
            near = None if step else closest(mention.fragment, sorted(named))
            yield Finding(
                document.path,
                *mention.place,
                Code.DEAD_REFERENCE,
                f"ce lien mène à {'une étape' if step else 'un endroit'} qui n’existe pas",
                mention.written,
                f"une étape de 1 à {steps}, écrite #etape-1, ou le « nom » d’un bloc de la fiche",
                f"#{near}" if near else f"#etape-{steps}",
            )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a link may lead in a script."""

    steps: int
    names: frozenset[str]


def _places(document: Document) -> _Places | None:
    """Return the places of a script that has steps; those of a tutorial are known beforehand."""
    body = document.tutorial.body if document.tutorial else None
    if body:
        return _Places(body.steps, frozenset(body.names)) if body.steps else None
    script = document.script
    return _Places(len(script.steps), script.names) if script and script.steps else None


BETWEEN: tuple[Rule, ...] = (
    dead_references,
    dead_steps,
    lists.required_files,
    *upkeep.RULES,
    *stuffing.BETWEEN,
)
"""Rules between files of several kinds; each kind has its own beside."""


def check(
    content: Content,
    wanted: Callable[[str], bool] = lambda _path: True,
    store: Store | None = None,
) -> tuple[Finding, ...]:
    """Return what was found in the files ``wanted``, and between them and others, by place.

    ``store`` remembers what was found in each file alone.
    """
    found = chain(alone(content, wanted, store), *between(content))
    return told(content, (each for each in found if wanted(each.path)))


def alone(
    content: Content,
    wanted: Callable[[str], bool] = lambda _path: True,
    store: Store | None = None,
) -> Iterator[Finding]:
    """Yield what was found in each file without looking at the others: it is soon known."""
    if not content.taxonomy.themes:
        yield from content.findings
        return
    yield from (_with_number(found, content) for found in content.findings)
    yield from found_apart(content, wanted, store)


def between(content: Content) -> Iterator[tuple[Finding, ...]]:
    """Yield what each rule between files finds, a rule at a time: one may stop in between."""
    if content.taxonomy.themes:
        for rule in (*BETWEEN, *(rule for kind in kinds() for rule in kind.rules)):
            yield tuple(rule(content))


def told(content: Content, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings once each, by place, as an author is told them."""
    return bearable({_of_draft(each, content) for each in found})


def _of_draft(finding: Finding, content: Content) -> Finding:
    """Mark what is found in a draft: the rest of the site is published without waiting for it."""
    if finding.severity is not Severity.ERROR:
        return finding
    text = content.texts.get(finding.path, "")
    return replace(finding, draft=True) if declares_draft(text) else finding


def _with_number(finding: Finding, content: Content) -> Finding:
    """Propose a number that is free in the theme, to a tutorial that has none."""
    if finding.code is not Code.MISSING_KEY or finding.key != "numero":
        return finding
    theme = reference_of(finding.path).split("/")[0]
    number = next_number(content, theme)
    return replace(finding, hint=f"numero: {number}") if number else finding
