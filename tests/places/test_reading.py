"""A file of places: what each line gives, however it was saved, and whatever stands in it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.kinds.document import Document
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.place.faults import Fault
from boutdufil.kinds.place.reading import read_places, read_rows
from boutdufil.kinds.place.values import Place, PlaceFile, Position
from boutdufil.kinds.place.words import COLUMNS
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Severity
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.table import MOST_TABLE_BYTES
from boutdufil.store import Store
from tests.conftest import WriteTree, many
from tests.places.made import COUNTRY, FAULTY, made

STANDARD = (Path(__file__).parent / "standard.csv").read_bytes()
"""The valid example of the standard v1.0.2, as La MedNum and the ANCT publish it."""
SHORT = "nom,commune,code_postal,telephone,services,date_maj\n"
ROW = "Médiathèque,Valence,26000,04 75 00 00 01,Aide aux démarches administratives,2024-04-02\n"


def read(raw: bytes) -> Document:
    return read_places(raw, "lieux/lieux.csv", Reader(Taxonomy()), date(2026, 11, 21))


def file_of(raw: bytes) -> PlaceFile:
    value = read(raw).value
    assert isinstance(value, PlaceFile)
    return value


def test_the_example_of_the_standard_is_read_whole() -> None:
    document = read(STANDARD)
    assert document.findings == ()
    (place,) = file_of(STANDARD).places
    assert (place.name, place.commune, place.postal) == ("Anonymal", "Reims", "51100")
    assert place.position == Position(43.52609, 5.41423)
    assert place.phone == "0180059880"
    assert len(place.mails) == len(place.sites) == 2
    assert place.hours == (
        "Du lundi au vendredi : de 9 h à 12 h et de 14 h à 18 h 30.",
        "Le samedi : de 8 h 30 à 12 h.",
    )
    assert place.services == ("outils", "emploi", "loisirs")
    assert (place.audiences, place.prices) == (("jeunes", "femmes"), ("condition", "payant"))
    assert (place.needs, place.languages) == (("surdite", "lecture"), ("anglais",))
    assert place.access == ("venir", "telephoner")
    assert place.ways == ("seul", "individuel", "atelier", "distance")
    assert place.updated == date(2024, 4, 2)
    assert place.roaming
    assert place.booking == "https://www.rdv-solidarites.fr/"
    assert place.accessibility.startswith("https://acceslibre.beta.gouv.fr/")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_is_read_however_it_was_saved(separator: str, encoding: str, end: str) -> None:
    raw = (SHORT + ROW).replace(",", separator).replace("\n", end).encode(encoding)
    (place,) = file_of(raw).places
    assert (place.name, place.phone) == ("Médiathèque", "0475000001")
    told = {finding.code for finding in read(raw).findings}
    plain = separator == "," and encoding.startswith("utf-8")
    assert told == (set() if plain else {Code.OTHER_TABLE})


def test_a_cell_may_hold_ends_of_lines_and_marks() -> None:
    raw = (SHORT + '"La ""Fabrique""\n\ndu lieu",Valence,26000,,,2024-04-02\n' + ROW).encode()
    first, second = file_of(raw).places
    assert (first.name, second.line) == ('La "Fabrique" du lieu', 5)


def test_a_mark_that_is_not_closed_takes_no_other_line() -> None:
    torn = '"Médiathèque,Valence,26000,,,2024-04-02\n'
    rows = [f"Lieu {rank},Valence,26000,,,2024-04-02\n" for rank in range(100)]
    raw = (SHORT + torn + "".join(rows[:50]) + torn + "".join(rows[50:])).encode()
    file = file_of(raw)
    assert len(file.places) == 100
    assert file.faults == {"FIL903": 2}


def test_what_a_spreadsheet_does_to_numbers_is_understood() -> None:
    (place,) = file_of((SHORT + "Mairie,Bourg,1000,475000001,,2024-04-02\n").encode()).places
    assert (place.postal, place.department, place.phone) == ("01000", "01", "0475000001")


def test_no_fault_of_a_table_stops_a_publication() -> None:
    assert all(code.severity is Severity.WARNING for code in Code if code.startswith("FIL9"))


def test_beyond_its_bound_it_is_not_read() -> None:
    (finding,) = read(b"a" * (MOST_TABLE_BYTES + 1)).findings
    assert finding.code is Code.TOO_LARGE


_CELL = st.text(max_size=30) | st.sampled_from(
    ["", "26000", "Valence", "+33475000001", "4.9", "44.9", "Mo-Fr 09:00-12:00", "2024-04-02", '"']
)


@many(3)
@given(st.lists(st.lists(_CELL, min_size=32, max_size=32), max_size=4))
def test_any_row_gives_a_place_or_a_finding(rows: list[list[str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    starts = []
    for row in rows:
        starts.append(out.getvalue().replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1)
        writer.writerow(row)
    found = [*read_rows(out.getvalue().encode())]
    assert {*starts} <= {each.line for each in found}


_WRITTEN = st.text(
    st.characters(exclude_characters='"\r\n', exclude_categories=["Cs"]), max_size=80
)
"""A line of one row: nothing of it opens a mark that another line would close."""


@many(3)
@given(st.lists(_WRITTEN | st.just(ROW.strip()) | _WRITTEN.map(ROW.strip().__add__), max_size=8))
def test_any_line_gives_a_place_or_a_finding(lines: list[str]) -> None:
    found = [*read_rows((SHORT + "\n".join(lines)).encode())]
    assert all(isinstance(each, Place | Fault) for each in found)
    written = {rank for rank, line in enumerate(lines, 2) if any(map(str.isalnum, line))}
    assert written <= {each.line for each in found}


@many(3)
@given(st.lists(st.text(max_size=80), max_size=8))
def test_any_text_is_read_to_its_end(lines: list[str]) -> None:
    """A mark that is opened and never closed does not take the last line: it is a place."""
    torn = [line.replace("\r", "").replace("\n", "") for line in lines]
    found = [*read_rows("\n".join([SHORT.strip(), *torn, ROW]).encode(errors="replace"))]
    last = [each for each in found if each.line == len(torn) + 2]
    assert any(isinstance(each, Place) for each in last)


@given(st.binary(max_size=400))
def test_any_bytes_are_read(raw: bytes) -> None:
    assert all(each.code.severity is Severity.WARNING for each in read(raw).findings)


def test_the_whole_country_is_read_and_its_faults_counted() -> None:
    raw, faults = made()
    assert 18_000_000 < len(raw) < 25_000_000
    document = read(raw)
    file = document.value
    assert isinstance(file, PlaceFile)
    assert file.rows == COUNTRY
    assert Counter(file.faults) == faults
    assert sum(faults.values()) == COUNTRY // FAULTY
    lost = sum(faults[code] for code in ("FIL903", "FIL904", "FIL907", "FIL908"))
    assert len(file.places) == COUNTRY - lost
    # Of each code no more is told than anyone reads.
    assert len(document.findings) == 11 * len(faults)


def test_a_file_with_faults_is_read_once(
    write_tree: WriteTree, tmp_path: Path, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, _faults = made(200)
    docs = tmp_path / "docs"
    write_tree(docs, "--- fichier: index.md\n---\ntitre: Accueil\n---\n\nBonjour.\n")
    (docs / "lieux").mkdir()
    (docs / "lieux/a.csv").write_bytes(raw)
    store = Store(tmp_path / "cache")
    first = ContentReader(docs, store).read(today)
    monkeypatch.setattr("boutdufil.kinds.place.reading.read_rows", None)
    again = ContentReader(docs, store).read(today)
    assert again == first
    assert any(finding.path == "lieux/a.csv" for finding in again.findings)


def test_nothing_of_a_table_is_corrected(
    write_tree: WriteTree, tmp_path: Path, today: date
) -> None:
    from boutdufil.check.fixes import corrections

    write_tree(tmp_path, f"--- fichier: lieux/a.csv (CRLF)\n{SHORT}{ROW}")
    content = ContentReader(tmp_path).read(today)
    assert [each.path for each in corrections(tmp_path, content, today)] == []
