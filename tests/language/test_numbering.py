"""A number is one, however it is written, in every country that is known."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.language.dialled import Sort, numbers_in, sort_of
from boutdufil.language.numbering import NumberingPlan, digit_patterns
from boutdufil.language.plans import (
    BELGIUM,
    CANADA,
    FRANCE,
    LUXEMBOURG,
    PLANS,
    SWITZERLAND,
    plan_of,
)

BETWEEN = ("", " ", ".", "-", "\u00a0", "\u202f", " - ")
"""What people put between two groups of digits."""


def digits_of(draw: st.DrawFn, form: str) -> str:
    """Draw digits in a form: ``0[1-9] xx xx xx xx``."""
    return "".join(
        draw(st.from_regex(pattern, fullmatch=True))
        for group in digit_patterns(form)
        for pattern in group
    )


@st.composite
def dialled_and_written(draw: st.DrawFn) -> tuple[NumberingPlan, str, str]:
    """Draw a plan, a national number as one dials it, and the same as someone writes it."""
    plan = draw(st.sampled_from(PLANS))
    digits = digits_of(draw, draw(st.sampled_from(plan.national)))
    between = draw(st.sampled_from(BETWEEN))
    if draw(st.booleans()):
        groups = re.split(r"[ -]", plan.grouped(digits))
        return plan, digits, between.join(groups)
    prefix = draw(st.sampled_from(("+", "00", plan.abroad)))
    rest = digits.removeprefix(plan.trunk) if plan.has_trunk else digits
    again = draw(st.sampled_from(("", "(0)", plan.trunk))) if plan.has_trunk else ""
    pairs = between.join(rest[at : at + 2] for at in range(0, len(rest), 2))
    return plan, digits, f"{prefix}{plan.code} {again}{pairs}"


@given(dialled_and_written())
def test_a_number_is_the_same_in_any_national_or_international_shape(
    drawn: tuple[NumberingPlan, str, str],
) -> None:
    plan, digits, written = drawn
    assert plan.dialled(written) == digits
    assert plan.dialled(plan.grouped(digits)) == digits
    assert sort_of(written, plan) == sort_of(digits, plan)


@given(dialled_and_written())
def test_a_number_is_found_in_a_sentence_in_any_shape(
    drawn: tuple[NumberingPlan, str, str],
) -> None:
    plan, digits, written = drawn
    found = {each.digits for each in numbers_in(f"J’appelle le {written}, ce matin.", plan)}
    if re.fullmatch(r"(?:19|20)\d\d(?:19|20)\d\d|[0-3]\d[01]\d(?:19|20)\d\d", digits):
        return  # « 26 11 2026 » is a day before it is a number
    assert digits in found


GROUPED = {
    ("France", "0475000001"): "04 75 00 00 01",
    ("France", "3949"): "39 49",
    ("France", "116006"): "116 006",
    ("France", "+687123456"): "+687 12 34 56",
    ("Belgique", "022268888"): "02 226 88 88",
    ("Belgique", "081123456"): "081 12 34 56",
    ("Belgique", "0470123456"): "0470 12 34 56",
    ("Belgique", "080012345"): "0800 12 345",
    ("Suisse", "0584605511"): "058 460 55 11",
    ("Suisse", "0800123456"): "0800 123 456",
    ("Luxembourg", "28228228"): "28 22 82 28",
    ("Luxembourg", "621123456"): "621 12 34 56",
    ("Québec", "5145550123"): "514 555-0123",
    ("Québec", "911"): "911",
}


@pytest.mark.parametrize("asked", GROUPED, ids=" ".join)
def test_a_number_is_written_as_it_is_read_aloud_there(asked: tuple[str, str]) -> None:
    country, digits = asked
    plan = plan_of(country)
    assert plan is not None
    assert plan.grouped(digits) == GROUPED[asked]


SORTS = {
    FRANCE: {"0 899 70 07 00": "dear", "118 218": "dear", "+216 71 12 34 56": "foreign"},
    BELGIUM: {"070 24 52 45": "dear", "0900/12.345": "dear", "4567": "dear", "8888": "ordinary"},
    SWITZERLAND: {"0901 123 456": "dear", "0800 123 456": "ordinary", "+33123456789": "foreign"},
    LUXEMBOURG: {"905 12 345": "dear", "800 12 345": "ordinary", "0044 20 7946 0958": "foreign"},
    CANADA: {"1 900 555-0123": "dear", "514 976-0123": "dear", "+1 473 555 0123": "foreign"},
}


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.country)
def test_what_a_call_costs_is_told_by_the_plan(plan: NumberingPlan) -> None:
    assert {each: sort_of(each, plan).value for each in SORTS[plan]} == SORTS[plan]
    assert sort_of(plan.example, plan) is Sort.ORDINARY
    assert sort_of(plan.police, plan) is Sort.ORDINARY


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.country)
def test_a_plan_does_not_contradict_itself(plan: NumberingPlan) -> None:
    assert plan_of(plan.country) is plan
    assert all(plan_of(name) is plan for name in plan.names)
    assert plan.is_national(plan.dialled(plan.example))
    for form in plan.mobile:
        least = "".join(each.strip("[")[0] for group in digit_patterns(form) for each in group)
        assert plan.is_mobile(least)
        assert plan.is_national(least)
    assert all(sort_of(number, plan) is Sort.DEAR for number in plan.vital)


@pytest.mark.parametrize("country", ["Mali", "Belgqiue", "Franc", "-"])
def test_a_country_that_is_not_known_has_no_plan(country: str) -> None:
    assert plan_of(country) is None


def test_what_declares_no_country_is_of_france() -> None:
    assert plan_of("") is FRANCE
