"""What must hold between tutorials: one function a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.registry import is_made
from boutdufil.kinds.rivals import rivals
from boutdufil.kinds.tutorial.numbers import free_number, number_holders, number_of
from boutdufil.kinds.tutorial.values import FOLDER, Tutorial
from boutdufil.model.finding import Code, Finding


def duplicate_numbers(content: Content) -> Iterator[Finding]:
    """Two tutorials cannot answer to the same number: nobody knows which one is the newcomer."""
    documents = {document.path: document for document in content.documents}
    holders = number_holders(content)
    for number, paths in holders.items():
        for path in paths if len(paths) > 1 else ():
            yield Finding(
                path,
                documents[path].line("numero"),
                1,
                Code.DUPLICATE_NUMBER,
                f"le numéro {number} est celui de deux fiches",
                ", ".join(other for other in paths if other != path),
                "un numéro que l’on dit au téléphone ne mène qu’à une fiche",
                f"si cette fiche est la plus récente, écrivez : numero: {free}"
                if (free := free_number(number + 1, holders))
                else "tous les numéros sont pris : retirez une fiche qui ne sert plus",
            )


def duplicate_slugs(content: Content) -> Iterator[Finding]:
    """One file name in two themes would make two addresses that people confuse."""
    files = (each for each in content.documents if each.path.startswith(f"{FOLDER}/"))
    for document, others in rivals(files, _slug):
        slug = _slug(document)
        yield Finding(
            document.path,
            1,
            1,
            Code.DUPLICATE_SLUG,
            f"deux fiches s’appellent « {slug} »",
            others,
            "un nom de fichier différent",
            f"si cette fiche est la plus récente, renommez-la : {slug}-2.md",
        )


def _slug(document: Document) -> str:
    return document.path.rsplit("/", 1)[-1].removesuffix(".md")


def circular_references(content: Content) -> Iterator[Finding]:
    """``avant`` says what to do first: following it must end."""
    before = {tutorial.reference: tutorial.before for tutorial in content.tutorials}
    documents = {tutorial.reference: document for document, tutorial in content.read(Tutorial)}
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
    """Each address has one page: a former address takes none that is used."""
    holders = number_holders(content)
    pages = {
        *(tutorial.address for tutorial in content.tutorials),
        *(f"{tutorial.address}telephone/" for tutorial in content.tutorials),
        *(page.address for page in content.pages),
    }
    claims = Counter(
        address for tutorial in content.tutorials for address in tutorial.former_addresses
    )
    for document, tutorial in content.read(Tutorial):
        for address in tutorial.former_addresses:
            # Its own number, written with another zero, leads to it all the same.
            held = {*holders.get(number_of(address), ())} - {document.path}
            used = address in pages or address == f"{tutorial.number}/"
            if is_made(address) or used or held or claims[address] > 1:
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


RULES = (duplicate_numbers, duplicate_slugs, circular_references, taken_addresses)
