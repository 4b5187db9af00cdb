"""Opening hours in French words; what cannot be said rightly is not said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.kinds.place.hours import ALWAYS, VARY, read_hours
from tests.conftest import many

SAID = {
    "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00": (
        "Du lundi au vendredi : de 9 h à 12 h et de 14 h à 18 h 30.",
        "Le samedi : de 8 h 30 à 12 h.",
    ),
    "24/7": (ALWAYS,),
    "Mo,We,Fr 09:00-17:00": ("Lundi, mercredi et vendredi : de 9 h à 17 h.",),
    "Mo,Tu 09:00-12:00": ("Lundi et mardi : de 9 h à 12 h.",),
    "Mo-Su 10:00-12:00": ("Tous les jours : de 10 h à 12 h.",),
    "Mo-Fr": ("Du lundi au vendredi.",),
    "Fr 22:00-02:00": ("Le vendredi : de 22 h à 2 h.",),
    "Sa 20:00-24:00": ("Le samedi : de 20 h à minuit.",),
    "Mo-Fr 09:00-12:00; PH off": (
        "Du lundi au vendredi : de 9 h à 12 h.",
        "Fermé les jours fériés.",
    ),
    "Sep-Jun Mo 09:00-12:00": ("Le lundi : de 9 h à 12 h.", VARY),
    "Mo[1] 09:00-12:00": ("Le lundi : de 9 h à 12 h.", VARY),
    'Mo-Fr 09:00-12:00 "sur rendez-vous"': (
        "Du lundi au vendredi : de 9 h à 12 h.",
        "Sur rendez-vous.",
    ),
    '"sur rendez-vous"': ("Sur rendez-vous.",),
}


@pytest.mark.parametrize("written", SAID)
def test_hours_are_said_in_french(written: str) -> None:
    hours = read_hours(written)
    assert hours is not None
    assert (hours.sentences, hours.is_shut) == (SAID[written], False)


@pytest.mark.parametrize("written", ["off", "closed", "Mo-Fr 09:00-12:00 off"])
def test_what_never_opens_is_shut(written: str) -> None:
    hours = read_hours(written)
    assert hours is not None
    assert hours.is_shut


@pytest.mark.parametrize("written", ["2024 Mo-Fr 09:00-12:00", "PH off", "Mo-Fr unknown"])
def test_what_may_open_is_not_shut(written: str) -> None:
    hours = read_hours(written)
    assert hours is not None
    assert not hours.is_shut


@pytest.mark.parametrize(
    "written", ["Mo 9h-12h", "lundi 09:00", "sunrise-sunset", "Mo 10:00+", "", "Mo " * 200]
)
def test_what_no_clock_tells_is_not_said(written: str) -> None:
    assert read_hours(written) is None


def test_a_number_within_a_remark_is_not_repeated() -> None:
    hours = read_hours('Mo-Fr 09:00-12:00 "au 0899 12 34 56"')
    assert hours is not None
    assert not any("0899" in sentence for sentence in hours.sentences)


_WORDS = st.sampled_from(
    [
        *'0123456789:-,;/ []"',
        "Mo",
        "Tu",
        "Su",
        "PH",
        "SH",
        "off",
        "Jan",
        "Dec",
        "week",
        "24/7",
        "||",
    ]
)


@many(10)
@given(st.lists(_WORDS, max_size=14).map("".join) | st.text(max_size=40))
def test_anything_is_read_or_refused(written: str) -> None:
    hours = read_hours(written)
    assert hours is None or all(sentence.endswith(".") for sentence in hours.sentences)
