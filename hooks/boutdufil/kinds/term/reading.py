"""A term of the glossary into its value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boutdufil.folded import Folded
from boutdufil.kinds.document import Document
from boutdufil.kinds.reading import check_name, open_file
from boutdufil.kinds.term.declaration import LONGEST_DEFINITION, TERM, TermEntry
from boutdufil.kinds.term.values import Saying, Term
from boutdufil.language.text import enumerate_french, fold, meant
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Report
from boutdufil.model.taxonomy import Taxonomy, names_of


def read_term(raw: bytes, path: str, reader: Reader, today: date) -> Document:
    """Read a term of the glossary; it is all front matter."""
    report = Report(path)
    check_name(path, report)
    opened = open_file(raw, TERM, report, reader, today)
    if opened is None or opened.entry is None:
        return Document(path, tuple(report.findings), lines=opened.lines if opened else {})
    term = _term(opened.entry, path, reader.taxonomy, opened.lines, report)
    value = None if report.has_errors else term
    return Document(
        path, tuple(report.findings), value, lines=opened.lines, shown=Folded(opened.seen)
    )


def _term(
    entry: TermEntry, path: str, taxonomy: Taxonomy, lines: Mapping[str, int], report: Report
) -> Term:
    words = len(entry.definition.split())
    if words > LONGEST_DEFINITION:
        report.add(
            Code.WRONG_LENGTH,
            lines.get("definition", 1),
            "la définition est trop longue",
            found=f"{words} mots",
            expected=f"{LONGEST_DEFINITION} mots au plus",
            hint="gardez l’idée qui sert au téléphone",
        )
    return Term(
        path=path,
        name=entry.name,
        definition=entry.definition,
        synonyms=entry.synonyms,
        riddles=entry.riddles,
        icon=entry.icon,
        sayings=tuple(
            Saying(devices=_devices(key, taxonomy, report, lines), words=said)
            for key, said in entry.sayings.items()
        ),
    )


def _devices(
    key: str, taxonomy: Taxonomy, report: Report, lines: Mapping[str, int]
) -> tuple[str, ...]:
    """Read ``android, iphone``, or ``tous``."""
    words = [word.strip() for word in key.split(",")]
    if [fold(word) for word in words] == ["tous"]:
        return ()
    keys = [meant(word, taxonomy.devices, names_of(taxonomy.devices)) for word in words]
    for word, key_meant in zip(words, keys, strict=True):
        if not key_meant:
            report.add(
                Code.UNKNOWN_WORD,
                lines.get(f"au_telephone {key}", 1),
                f"« {word} » n’est pas un appareil connu",
                found=word,
                expected="tous, " + enumerate_french(taxonomy.devices),
            )
            return ()
    return taxonomy.expand(keys)
