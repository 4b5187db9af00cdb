"""Rules of the files that the others rest on: they are there, and no proposal is judged by its own.

What it adds to the reviewers' lists, and needs, is looked at by a reviewer first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.references.declaration import NUMBERS_FILE, REVIEW_FILE
from boutdufil.kinds.registry import form_of, kinds
from boutdufil.language.numbering import bare_digits
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Finding
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.model.web_address import is_part
from boutdufil.source.disk import read_ordinary


def required_files(content: Content) -> Iterator[Finding]:
    """A content without its home page, or its reviewers' lists, lets anything through."""
    read = {document.path: document for document in (*content.documents, *content.data)}
    wrong = {found.path for found in content.findings}
    for form in (form for kind in kinds() for form in kind.forms if form.is_required):
        document = read.get(form.claim)
        if form.claim in wrong or (document is not None and document.value is not None):
            continue
        yield Finding(
            form.claim,
            1,
            1,
            Code.MISSING_FILE,
            "ce fichier manque" if document is None else "ce fichier est vide",
            form.claim,
            "un fichier que le contenu a toujours",
            f"remettez docs/{form.claim} comme il était",
        )


def accepted_lists(folder: Path, today: date) -> Mapping[str, Document]:
    """Return the reviewers' lists of a content that was accepted, by their path."""
    reader = Reader(Taxonomy())
    return {
        path: form_of(path).document(read_ordinary(folder, path) or b"", path, reader, today)
        for path in (NUMBERS_FILE, REVIEW_FILE)
    }


def judged_by(content: Content, accepted: Mapping[str, Document]) -> Content:
    """Return ``content``, whose rules see the lists ``accepted`` instead of its own."""
    data = tuple(
        replace(each, value=accepted[each.path].value) if each.path in accepted else each
        for each in content.data
    )
    return replace(content, data=data)


def self_declared(
    content: Content, accepted: Content, findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield what a proposal adds to a list because its own pages need it.

    ``findings`` are those of the same content judged by the lists ``accepted``.
    """
    found = tuple(findings)
    digits = content.plan.dialled if content.plan else bare_digits
    numbers = {digits(each.found) for each in found if each.code is Code.UNDECLARED_NUMBER}
    sites = tuple(each.hint for each in found if each.code is Code.UNKNOWN_HOST)
    before = {digits(number.number) for number in accepted.references.numbers}
    for number in content.references.numbers:
        if digits(number.number) in numbers - before:
            line = _line(content, NUMBERS_FILE, number.number)
            yield _added(NUMBERS_FILE, line, Code.UNDECLARED_NUMBER, number.number)
    for host in content.references.hosts:
        needed = any(f"« {part} »" in hint for hint in sites for part in _parts(hint, host))
        if needed and host not in accepted.references.hosts:
            line = _line(content, REVIEW_FILE, host)
            yield _added(REVIEW_FILE, line, Code.UNKNOWN_HOST, host)


def _parts(hint: str, host: str) -> Iterator[str]:
    """Yield the site that a finding is about, when ``host`` covers it."""
    named = hint.partition("« ")[2].partition(" »")[0]
    if is_part(named, host):
        yield named


def _line(content: Content, path: str, written: str) -> int:
    document = next((each for each in content.data if each.path == path), None)
    seen = document.seen if document else ()
    return next((each.line for each in seen if each.text == written), 1)


def _added(path: str, line: int, code: Code, found: str) -> Finding:
    return Finding(
        path,
        line,
        1,
        code,
        "cette proposition s’en sert, et l’ajoute elle-même à la liste des relecteurs",
        found,
        "une liste que les relecteurs complètent, une fois le numéro ou le site vérifié",
        "proposez d’abord cette ligne, seule, avec sa source",
    )
