"""What one value of the standard becomes."""

from __future__ import annotations

import pytest

from boutdufil.kinds.place.departments import DEPARTMENTS, department_of
from boutdufil.kinds.place.fields import Checked
from boutdufil.kinds.place.words import SERVICES

PHONES = {
    "+33 (0)1 80 05 98 80": "0180059880",
    "+33180059880": "0180059880",
    "+330180059880": "0180059880",
    "0033180059880": "0180059880",
    "01.80.05.98.80": "0180059880",
    "180059880": "0180059880",
    "04 75 00 00 01 / 06 12 34 56 78": "0475000001",
    "+262262123456": "0262123456",
    "+687123456": "+687123456",
    "3949": "3949",
    "+44 1632 960000": "",
    "0899123456": "",
    "+33 8 99 12 34 56": "",
    "118218": "",
    "04 75": "",
    "standard": "",
}


@pytest.mark.parametrize("written", PHONES)
def test_a_number_is_one_that_is_dialled_here(written: str) -> None:
    checked = Checked(2, {"telephone": written})
    assert checked.phone() == PHONES[written]
    assert bool(checked.faults) == (not PHONES[written])


def test_a_list_is_in_the_order_of_the_standard_whatever_is_written() -> None:
    written = "Insertion professionnelle via le numerique | AIDE AUX DÉMARCHES ADMINISTRATIVES|"
    assert Checked(2, {"services": written}).values(SERVICES) == ("demarches", "emploi")


@pytest.mark.parametrize(
    ("postal", "insee", "department"),
    [
        ("26000", "", "26"),
        ("20000", "", "2A"),
        ("20200", "", "2B"),
        ("97400", "", "974"),
        ("42620", "03131", "03"),
        ("99000", "", ""),
        ("2600", "", ""),
        ("", "", ""),
    ],
)
def test_the_department_of_a_place(postal: str, insee: str, department: str) -> None:
    assert department_of(postal, insee) == department


def test_there_are_a_hundred_and_one_departments_and_the_lands_overseas() -> None:
    assert len([code for code in DEPARTMENTS if code < "975"]) == 100
    assert "976" in DEPARTMENTS


def test_a_site_in_clear_is_written_in_https_and_a_lure_is_refused() -> None:
    written = "http://www.valence.fr|www.drome.fr|https://a.fr@b.com/|javascript:alert(1)"
    checked = Checked(2, {"site_web": written})
    assert checked.sites() == ("https://www.valence.fr", "https://www.drome.fr")
    assert len(checked.faults) == 2
