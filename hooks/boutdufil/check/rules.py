"""Rules between files: one function a rule. Each yields its findings; ``check`` runs them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from boutdufil.model.catalog import Catalog
from boutdufil.model.finding import Code, Finding
from boutdufil.model.script import Ask
from boutdufil.model.text import closest
from boutdufil.model.tutorial import Tutorial, reference_of
from boutdufil.sources.content import TUTORIALS, Content
from boutdufil.sources.declaration import TAXONOMY_FILE
from boutdufil.sources.documents import HOME_FILE, Document

Rule = Callable[[Content], Iterator[Finding]]


def duplicate_numbers(content: Content) -> Iterator[Finding]:
    """Two tutorials cannot answer to the same number over the phone."""
    taken: dict[str, str] = {}
    numbers = {tutorial.number for tutorial in content.tutorials}
    for document, tutorial in _read_tutorials(content):
        if tutorial.number in taken:
            free = next(
                str(number)
                for number in range(int(tutorial.number) + 1, 20_000)
                if str(number) not in numbers
            )
            yield Finding(
                document.path,
                document.line("numero"),
                1,
                Code.DUPLICATE_NUMBER,
                f"le numéro {tutorial.number} est déjà pris",
                taken[tutorial.number],
                "un numéro que l’on dit au téléphone ne mène qu’à une fiche",
                f"numero: {free}",
            )
        taken.setdefault(tutorial.number, document.path)


def duplicate_slugs(content: Content) -> Iterator[Finding]:
    """One file name in two themes would make two addresses that people confuse."""
    taken: dict[str, str] = {}
    for document in content.documents:
        slug = document.path.rsplit("/", 1)[-1].removesuffix(".md")
        if not document.path.startswith(f"{TUTORIALS}/"):
            continue
        if slug in taken:
            yield Finding(
                document.path,
                1,
                1,
                Code.DUPLICATE_SLUG,
                f"une autre fiche s’appelle déjà « {slug} »",
                taken[slug],
                "un nom de fichier différent",
                f"renommez-la, par exemple : {slug}-2.md",
            )
        taken.setdefault(slug, document.path)


def dead_references(content: Content) -> Iterator[Finding]:
    """What is mentioned exists; a published page does not lead to a draft."""
    drafts = {tutorial.reference for tutorial in content.tutorials if tutorial.draft}
    known = {
        reference_of(document.path)
        for document in content.documents
        if document.path.startswith(f"{TUTORIALS}/")
    }
    paths = {document.path for document in content.documents}

    def check(path: str, line: int, reference: str, from_draft: bool) -> Iterator[Finding]:
        if reference not in known:
            near = closest(reference, known - {reference_of(path)})
            yield Finding(
                path,
                line,
                1,
                Code.DEAD_REFERENCE,
                f"la fiche « {reference} » n’existe pas",
                reference,
                "une fiche du dossier tutoriels, écrite thème/nom",
                f"vouliez-vous dire « {near} » ?" if near else "",
            )
        elif reference in drafts and not from_draft:
            yield Finding(
                path,
                line,
                1,
                Code.DEAD_REFERENCE,
                f"la fiche « {reference} » n’est pas encore publiée",
                "brouillon: true",
                "une fiche publiée",
                "publiez-la d’abord, ou retirez le lien",
            )

    for document, tutorial in _read_tutorials(content):
        for key, references in (("avant", tutorial.before), ("apres", tutorial.after)):
            for reference in references:
                yield from check(document.path, document.line(key), reference, tutorial.draft)
    for document in content.documents:
        from_draft = document.tutorial is not None and document.tutorial.draft
        for mention in document.mentions:
            if mention.path.startswith(f"{TUTORIALS}/"):
                reference = reference_of(mention.path)
                yield from check(document.path, mention.line, reference, from_draft)
            elif mention.path not in paths:
                near = closest(mention.path, paths)
                yield Finding(
                    document.path,
                    mention.line,
                    1,
                    Code.DEAD_REFERENCE,
                    "ce lien ne mène à aucune page",
                    mention.path,
                    "un fichier .md du dossier docs",
                    f"vouliez-vous dire « {near} » ?" if near else "",
                )
    for audience in content.taxonomy.audiences.values():
        for reference in audience.path:
            yield from check(TAXONOMY_FILE, 1, reference, from_draft=False)
    home = next((each for each in content.documents if each.path == HOME_FILE), None)
    for key, references in (
        ("utiles", content.home.useful),
        ("urgences", tuple(each.tutorial for each in content.home.emergencies)),
    ):
        for reference in references:
            line = home.line(key) if home else 1
            yield from check(HOME_FILE, line, reference, from_draft=False)


def dead_steps(content: Content) -> Iterator[Finding]:
    """An answer that jumps to a step finds it."""
    lengths = {tutorial.reference: len(tutorial.script.steps) for tutorial in content.tutorials}
    for document, tutorial in _read_tutorials(content):
        questions = (part for part in tutorial.script.parts() if isinstance(part, Ask))
        for question, answer in ((each, answer) for each in questions for answer in each.answers):
            jump = answer.jump
            target = (jump.tutorial or tutorial.reference) if jump else ""
            if jump and jump.step > lengths.get(target, jump.step):
                yield Finding(
                    document.path,
                    question.line,
                    1,
                    Code.DEAD_REFERENCE,
                    f"la réponse « {answer.label} » mène à une étape qui n’existe pas",
                    f"etape-{jump.step}",
                    f"une étape de 1 à {lengths[target]}",
                    f"#etape-{lengths[target]}",
                )


def circular_references(content: Content) -> Iterator[Finding]:
    """``avant`` says what to do first: following it must end."""
    before = {tutorial.reference: tutorial.before for tutorial in content.tutorials}
    told: set[frozenset[str]] = set()
    for document, tutorial in _read_tutorials(content):
        loop = _loop_from(tutorial.reference, before)
        if loop and frozenset(loop) not in told:
            told.add(frozenset(loop))
            yield Finding(
                document.path,
                document.line("avant"),
                1,
                Code.CIRCULAR_REFERENCE,
                "« avant » tourne en rond",
                " → ".join(loop),
                "une première fiche, qui n’en demande aucune avant elle",
                f"retirez « {loop[1]} » de cette ligne"
                + (f", ou « {loop[0]} » de l’autre fiche" if loop[1] != loop[0] else ""),
            )


def taken_addresses(content: Content) -> Iterator[Finding]:
    """A former address leads to one tutorial, and is not the address of a page."""
    catalog = Catalog.of(content.taxonomy, content.tutorials, content.terms)
    pages = {
        *catalog.listings,
        *(tutorial.address for tutorial in content.tutorials),
        *(f"{tutorial.address}telephone/" for tutorial in content.tutorials),
        *(term.address for term in content.terms),
        *(f"{tutorial.number}/" for tutorial in content.tutorials),
        *(page.address for page in content.pages),
        *("publics/", "themes/", "appels/", "numeros/", "glossaire/", "recherche/"),
    }
    claims = Counter(
        address for tutorial in content.tutorials for address in tutorial.former_addresses
    )
    for document, tutorial in _read_tutorials(content):
        for address in tutorial.former_addresses:
            if address in pages or claims[address] > 1:
                yield Finding(
                    document.path,
                    document.line("anciennes_adresses"),
                    1,
                    Code.ADDRESS_TAKEN,
                    "cette ancienne adresse est déjà prise",
                    address,
                    "une adresse qu’aucune page n’a aujourd’hui, donnée à une seule fiche",
                    "retirez-la de cette liste",
                )


RULES: tuple[Rule, ...] = (
    duplicate_numbers,
    duplicate_slugs,
    dead_references,
    dead_steps,
    circular_references,
    taken_addresses,
)


def check(content: Content) -> tuple[Finding, ...]:
    """Return everything that was found, in the files and between them, sorted by place."""
    between: Iterable[Finding] = (found for rule in RULES for found in rule(content))
    return tuple(sorted({*content.findings, *between}))


def _read_tutorials(content: Content) -> Iterator[tuple[Document, Tutorial]]:
    for document in content.documents:
        if document.tutorial is not None:
            yield document, document.tutorial


def _loop_from(start: str, before: dict[str, tuple[str, ...]]) -> list[str]:
    """Return a way from ``start`` back to itself, or nothing."""
    waiting = [[start]]
    seen: set[str] = set()
    while waiting:
        way = waiting.pop()
        for following in before.get(way[-1], ()):
            if following == start:
                return [*way, start]
            if following not in seen:
                seen.add(following)
                waiting.append([*way, following])
    return []
