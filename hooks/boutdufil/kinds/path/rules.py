"""What must hold between the paths, their tutorials and the audiences: one function a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.path.progress import LAST_CODE
from boutdufil.kinds.path.values import FOLDER, LearningPath
from boutdufil.kinds.rivals import rivals
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.kinds.tutorial.values import Tutorial, nearest_reference, reference_of
from boutdufil.language.text import closest
from boutdufil.model.finding import Code, Finding


def missing_tutorials(content: Content) -> Iterator[Finding]:
    """A path leads to tutorials that are there, and published."""
    known = {
        reference_of(document.path)
        for document in content.documents
        if document.path.startswith(f"{TUTORIALS}/")
    }
    drafts = {tutorial.reference for tutorial in content.tutorials if tutorial.draft}
    for document, path in content.read(LearningPath):
        for rank, reference in enumerate(path.references):
            if reference not in known:
                near = nearest_reference(reference, known)
                yield Finding(
                    *_place(document, rank),
                    Code.DEAD_REFERENCE,
                    f"la fiche « {reference} » n’existe pas",
                    reference,
                    "une fiche du dossier tutoriels, écrite thème/nom",
                    f"vouliez-vous dire « {near} » ?" if near else "",
                )
            elif reference in drafts:
                yield Finding(
                    *_place(document, rank),
                    Code.DEAD_REFERENCE,
                    f"la fiche « {reference} » n’est pas encore publiée",
                    "brouillon: true",
                    "une fiche publiée",
                    "publiez-la d’abord, ou retirez-la du parcours",
                )


def first_paths(content: Content) -> Iterator[Finding]:
    """The paths that an audience begins with are there, and are for it."""
    slugs = {
        document.path.removeprefix(f"{FOLDER}/").removesuffix(".md")
        for document in content.documents
        if document.path.startswith(f"{FOLDER}/")
    }
    read = {path.slug: path for path in content.of(LearningPath)}
    file = next((each for each in content.data if each.path == TAXONOMY_FILE), None)
    for key, audience in content.taxonomy.audiences.items():
        for rank, slug in enumerate(audience.paths):
            line = file.line("publics", key, "parcours", rank) if file else 1
            if slug not in slugs:
                near = closest(slug, slugs)
                yield Finding(
                    TAXONOMY_FILE,
                    line,
                    1,
                    Code.DEAD_REFERENCE,
                    f"le parcours « {slug} » n’existe pas",
                    slug,
                    f"le nom d’un fichier du dossier {FOLDER}, sans « .md »",
                    f"vouliez-vous dire « {near} » ?" if near else "",
                )
            elif slug in read and key not in read[slug].entry.audiences:
                yield Finding(
                    TAXONOMY_FILE,
                    line,
                    1,
                    Code.OTHER_AUDIENCE,
                    f"le parcours « {slug} » n’est pas pour ce public",
                    ", ".join(read[slug].entry.audiences),
                    key,
                    f"ajoutez « {key} » aux publics du parcours, ou retirez-le d’ici",
                )


def same_codes(content: Content) -> Iterator[Finding]:
    """The letters of a progress name one path."""
    documents = {path.path: document for document, path in content.read(LearningPath)}
    taken = {path.entry.code for path in content.of(LearningPath)}
    free = next((code for code in range(1, LAST_CODE + 1) if code not in taken), None)
    for path, others in rivals(content.of(LearningPath), lambda path: path.entry.code):
        yield Finding(
            path.path,
            documents[path.path].line("code"),
            1,
            Code.DUPLICATE_NUMBER,
            f"le code {path.entry.code} est celui de deux parcours",
            others,
            "un code qui ne désigne qu’un parcours",
            f"si ce parcours est le plus récent, écrivez : code: {free}",
        )


def broken_order(content: Content) -> Iterator[Finding]:
    """A path follows what its tutorials say of each other, and holds each once."""
    tutorials = {tutorial.reference: tutorial for tutorial in content.tutorials}
    for document, path in content.read(LearningPath):
        ranks: dict[str, int] = {}
        for rank, reference in enumerate(path.references):
            if reference in ranks:
                yield Finding(
                    *_place(document, rank),
                    Code.WRONG_ORDER,
                    "la même fiche est deux fois dans ce parcours",
                    reference,
                    "une fiche, une étape",
                    "retirez l’une des deux",
                )
            ranks.setdefault(reference, rank)
        for reference, rank in ranks.items():
            if reference in tutorials:
                yield from _misplaced(document, tutorials[reference], rank, ranks, tutorials)


def _misplaced(
    document: Document,
    tutorial: Tutorial,
    rank: int,
    ranks: Mapping[str, int],
    tutorials: Mapping[str, Tutorial],
) -> Iterator[Finding]:
    for other in tutorial.before:
        if ranks.get(other, -1) > rank:
            yield Finding(
                *_place(document, rank),
                Code.WRONG_ORDER,
                f"cette fiche vient avant « {other} », qu’elle demande d’abord",
                tutorial.reference,
                "l’ordre que disent les fiches : « avant » d’abord",
                f"mettez « {other} » plus haut",
            )
    for other in tutorial.after:
        # Two that propose each other have no order.
        earlier = ranks.get(other, rank) < rank
        if earlier and other in tutorials and tutorial.reference not in tutorials[other].after:
            yield Finding(
                *_place(document, rank),
                Code.LIKELY_ORDER,
                f"cette fiche vient après « {other} », qu’elle propose ensuite",
                tutorial.reference,
                "l’ordre que disent les fiches : « apres » ensuite",
                f"mettez « {other} » plus bas, ou retirez-la de « apres » dans la fiche",
            )


def other_audiences(content: Content) -> Iterator[Finding]:
    """Who follows a path is among those for whom each of its tutorials was written."""
    tutorials = {tutorial.reference: tutorial for tutorial in content.tutorials}
    for document, path in content.read(LearningPath):
        for rank, reference in enumerate(path.references):
            written = tutorials[reference].audiences if reference in tutorials else None
            for audience in path.entry.audiences:
                if written is not None and audience not in written:
                    yield Finding(
                        *_place(document, rank),
                        Code.OTHER_AUDIENCE,
                        f"cette fiche n’est pas pour le public « {audience} » du parcours",
                        f"{reference} : {', '.join(written)}",
                        audience,
                        "choisissez une autre fiche, ou retirez ce public du parcours",
                    )


def _place(document: Document, rank: int) -> tuple[str, int, int]:
    return document.path, document.line("etapes", rank, "fiche"), 1


RULES = (missing_tutorials, first_paths, same_codes, broken_order, other_audiences)
