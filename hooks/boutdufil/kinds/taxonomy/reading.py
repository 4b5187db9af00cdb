"""The file of the audiences, the themes and the devices into its value."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from boutdufil.folded import Folded
from boutdufil.kinds.document import Document
from boutdufil.kinds.taxonomy.declaration import TAXONOMY
from boutdufil.language.text import enumerate_french
from boutdufil.markup.reader import Reader
from boutdufil.markup.seen import Seen, values_seen
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.shape import Reading
from boutdufil.source.text_file import decode
from boutdufil.source.yaml_text import compose


def read_taxonomy(raw: bytes, path: str, today: date) -> tuple[Taxonomy, tuple[Finding, ...]]:
    """Read the taxonomy; a wrong one is empty, and says why."""
    read = _read_once(raw, path, today)
    if read[1]:
        # A drawing that it names may be put there meanwhile.
        _read_once.cache_clear()
    return read


@lru_cache(maxsize=8)  # the words of every file, asked for as such and as a file, at each save
def _read_once(raw: bytes, path: str, today: date) -> tuple[Taxonomy, tuple[Finding, ...]]:
    report = Report(path)
    text = decode(raw, report)
    node = compose(text, TAXONOMY, report, 0) if text is not None else None
    entry = TAXONOMY.read(node, path, Reading(report, today)) if node else None
    taxonomy = entry.taxonomy() if entry else Taxonomy()
    _check_devices(taxonomy, report)
    return (Taxonomy() if report.has_errors else taxonomy), tuple(report.findings)


def read_words(raw: bytes, path: str, _reader: Reader, today: date) -> Document:
    """Read the taxonomy as any other file."""
    taxonomy, findings = read_taxonomy(raw, path, today)
    return Document(path, findings, taxonomy if taxonomy.themes else None, shown=Folded(_seen(raw)))


def _seen(raw: bytes) -> tuple[Seen, ...]:
    text = decode(raw, Report(""))
    return values_seen(compose(text, TAXONOMY, Report(""), 0), 0) if text is not None else ()


def _check_devices(taxonomy: Taxonomy, report: Report) -> None:
    for key, device in taxonomy.devices.items():
        for other in (*device.covers, *device.shows):
            if other not in taxonomy.devices:
                report.add(
                    Code.UNKNOWN_WORD,
                    1,
                    f"l’appareil « {key} » en nomme un autre qui n’existe pas",
                    found=other,
                    expected=enumerate_french(taxonomy.devices),
                )
