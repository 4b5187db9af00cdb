"""Rules between files: one function a rule. Each yields its findings; ``check`` runs them all."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace

from boutdufil.check import language, method, safety, upkeep
from boutdufil.check.reading import hard_reading
from boutdufil.check.review import Review
from boutdufil.kinds.content import TUTORIALS, Content
from boutdufil.kinds.declaration import TAXONOMY_FILE
from boutdufil.kinds.documents import HOME_FILE, Document
from boutdufil.kinds.tutorial.blank import next_number
from boutdufil.kinds.tutorial.values import Tutorial, reference_of
from boutdufil.language.text import closest
from boutdufil.markup.links import STEP_ANCHOR
from boutdufil.model.finding import Code, Finding

RESERVED = frozenset(
    (
        "publics",
        "themes",
        "appareils",
        "appels",
        "numeros",
        "glossaire",
        "recherche",
        "livret",
        "api",
        "assets",
    )
)
"""First parts of addresses under which the site makes its own pages."""

Rule = Callable[[Content], Iterator[Finding]]


def duplicate_numbers(content: Content) -> Iterator[Finding]:
    """Two tutorials cannot answer to the same number: nobody knows which one is the newcomer."""
    holders: dict[str, list[Document]] = {}
    for document, tutorial in _read_tutorials(content):
        holders.setdefault(tutorial.number, []).append(document)
    for number, documents in holders.items():
        for document in documents if len(documents) > 1 else ():
            free = _free_number(int(number), holders)
            yield Finding(
                document.path,
                document.line("numero"),
                1,
                Code.DUPLICATE_NUMBER,
                f"le numéro {number} est celui de deux fiches",
                ", ".join(other.path for other in documents if other is not document),
                "un numéro que l’on dit au téléphone ne mène qu’à une fiche",
                f"si cette fiche est la plus récente, écrivez : numero: {free}",
            )


def _free_number(after: int, taken: Container[str]) -> int:
    candidates: tuple[int, ...] = (*range(after + 1, 10_000), *range(100, after))
    return next(number for number in candidates if str(number) not in taken)


def duplicate_slugs(content: Content) -> Iterator[Finding]:
    """One file name in two themes would make two addresses that people confuse."""
    holders: dict[str, list[Document]] = {}
    for document in content.documents:
        if document.path.startswith(f"{TUTORIALS}/"):
            slug = document.path.rsplit("/", 1)[-1].removesuffix(".md")
            holders.setdefault(slug, []).append(document)
    for slug, documents in holders.items():
        for document in documents if len(documents) > 1 else ():
            yield Finding(
                document.path,
                1,
                1,
                Code.DUPLICATE_SLUG,
                f"deux fiches s’appellent « {slug} »",
                ", ".join(other.path for other in documents if other is not document),
                "un nom de fichier différent",
                f"si cette fiche est la plus récente, renommez-la : {slug}-2.md",
            )


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
        path: str, line: int, reference: str, *, draft: bool = False, written: str = ""
    ) -> Iterator[Finding]:
        """Check one mention; ``written`` is the link as the author wrote it, if it is one."""
        if reference not in known:
            near = _nearest_reference(reference, known.keys() - {reference_of(path)})
            meant = _relative(known[near], path) if near and written else near
            yield Finding(
                path,
                line,
                1,
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
                yield from check(document.path, document.line(key), reference, draft=tutorial.draft)
    for document in content.documents:
        draft = document.tutorial is not None and document.tutorial.draft
        for mention in document.mentions:
            if mention.path.startswith(f"{TUTORIALS}/"):
                reference = reference_of(mention.path)
                yield from check(
                    document.path, mention.line, reference, draft=draft, written=mention.written
                )
            elif mention.path not in paths:
                near = closest(mention.path, paths)
                yield Finding(
                    document.path,
                    mention.line,
                    1,
                    Code.DEAD_REFERENCE,
                    "ce lien ne mène à aucune page",
                    mention.written,
                    "un fichier .md du dossier docs",
                    f"vouliez-vous dire « {_relative(near, document.path)} » ?" if near else "",
                )
    for audience in content.taxonomy.audiences.values():
        for reference in audience.path:
            yield from check(TAXONOMY_FILE, 1, reference)
    home = next((each for each in content.documents if each.path == HOME_FILE), None)
    for key, references in (
        ("utiles", content.home.useful),
        ("urgences", tuple(each.tutorial for each in content.home.emergencies)),
    ):
        for reference in references:
            yield from check(HOME_FILE, home.line(key) if home else 1, reference)


def _nearest_reference(reference: str, known: Iterable[str]) -> str | None:
    """Return the reference with the nearest file name: a theme in common says nothing."""
    by_slug = {other.split("/")[1]: other for other in known if "/" in other}
    near = closest(reference.rpartition("/")[2], by_slug)
    return by_slug[near] if near else None


def _relative(target: str, path: str) -> str:
    """Return the link to write in the file ``path``."""
    return posixpath.relpath(target, posixpath.dirname(path) or ".")


def dead_steps(content: Content) -> Iterator[Finding]:
    """A link to a place in a tutorial finds that place: a step."""
    lengths = {tutorial.path: len(tutorial.script.steps) for tutorial in content.tutorials}
    for document in content.documents:
        for mention in document.mentions:
            steps = lengths.get(mention.path)
            if not mention.fragment or steps is None:
                continue
            step = STEP_ANCHOR.fullmatch(mention.fragment)
            if step is None or not 1 <= int(step[1]) <= steps:
                yield Finding(
                    document.path,
                    mention.line,
                    1,
                    Code.DEAD_REFERENCE,
                    "ce lien mène à une étape qui n’existe pas",
                    mention.written,
                    f"une étape de 1 à {steps}, écrite #etape-1",
                    f"#etape-{steps}",
                )


def circular_references(content: Content) -> Iterator[Finding]:
    """``avant`` says what to do first: following it must end."""
    before = {tutorial.reference: tutorial.before for tutorial in content.tutorials}
    documents = {tutorial.reference: document for document, tutorial in _read_tutorials(content)}
    for loop in _loops(before):
        document = documents[loop[0]]
        other = f", ou « {loop[0]} » de l’autre fiche" if loop[1] != loop[0] else ""
        yield Finding(
            document.path,
            document.line("avant"),
            1,
            Code.CIRCULAR_REFERENCE,
            "« avant » tourne en rond",
            " → ".join(loop),
            "une première fiche, qui n’en demande aucune avant elle",
            f"retirez « {loop[1]} » de cette ligne{other}",
        )


def taken_addresses(content: Content) -> Iterator[Finding]:
    """Each address has one page: a former address, a number or a file takes none that is used."""
    numbers = {f"{tutorial.number}/" for tutorial in content.tutorials}
    pages = {
        *numbers,
        *(tutorial.address for tutorial in content.tutorials),
        *(f"{tutorial.address}telephone/" for tutorial in content.tutorials),
        *(page.address for page in content.pages),
    }
    claims = Counter(
        address for tutorial in content.tutorials for address in tutorial.former_addresses
    )
    for document, tutorial in _read_tutorials(content):
        for address in tutorial.former_addresses:
            reserved = address.split("/")[0] in RESERVED
            if reserved or address in pages or claims[address] > 1:
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
    for page in content.pages:
        if page.address.split("/")[0] in RESERVED | {TUTORIALS} or page.address in numbers:
            yield Finding(
                page.path,
                1,
                1,
                Code.ADDRESS_TAKEN,
                "l’adresse de cette page est celle d’une page faite par le site",
                page.address,
                "un autre nom de fichier ou de dossier",
                "renommez ce fichier",
            )


RULES: tuple[Rule, ...] = (
    duplicate_numbers,
    duplicate_slugs,
    dead_references,
    dead_steps,
    circular_references,
    taken_addresses,
    hard_reading,
)
REVIEW_RULES = (*language.RULES, *method.RULES, *upkeep.RULES, *safety.RULES)
"""What a reviewer would say, rules that look at the words themselves."""


def check(content: Content) -> tuple[Finding, ...]:
    """Return everything that was found, in the files and between them, sorted by place."""
    if not content.taxonomy.themes:
        return tuple(sorted(content.findings))
    between: Iterable[Finding] = (found for rule in RULES for found in rule(content))
    review = Review(content)
    reviewed = (found for rule in REVIEW_RULES for found in rule(review))
    alone = (_with_number(found, content) for found in content.findings)
    return tuple(sorted({*alone, *between, *reviewed}))


def _with_number(finding: Finding, content: Content) -> Finding:
    """Propose a number that is free in the theme, to a tutorial that has none."""
    if finding.code is not Code.MISSING_KEY or "« numero »" not in finding.problem:
        return finding
    theme = reference_of(finding.path).split("/")[0]
    return replace(finding, hint=f"numero: {next_number(content.tutorials, theme)}")


def _read_tutorials(content: Content) -> Iterator[tuple[Document, Tutorial]]:
    for document in content.documents:
        if document.tutorial is not None:
            yield document, document.tutorial


def _loops(before: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Yield each way that comes back to where it began, walking every link once."""
    done: set[str] = set()
    for start in before:
        way: list[str] = []
        places: dict[str, int] = {}
        waiting = [(start, iter(before[start]))] if start not in done else []
        while waiting:
            reference, following = waiting[-1]
            if reference not in places:
                places[reference] = len(way)
                way.append(reference)
            other = next(following, None)
            if other is None:
                waiting.pop()
                done.add(reference)
                places.pop(way.pop())
            elif other in places:
                yield [*way[places[other] :], other]
            elif other not in done and other in before:
                waiting.append((other, iter(before[other])))
