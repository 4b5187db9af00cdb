"""Two changes of one text: joined when they are apart, refused when they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.tools.updating.merge import merged

BASE = "un\ndeux\ntrois\nquatre\ncinq\n"
TEXTS = st.lists(st.sampled_from("abcdef"), max_size=12).map("\n".join)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (("un", "UN"), ("cinq", "CINQ"), "UN\ndeux\ntrois\nquatre\nCINQ\n"),
        (("un\n", ""), ("cinq\n", "cinq\nsix\n"), "deux\ntrois\nquatre\ncinq\nsix\n"),
        (("trois", "3"), ("trois", "3"), "un\ndeux\n3\nquatre\ncinq\n"),
        (("un\n", "zéro\nun\n"), ("un\n", "zéro\nun\n"), "zéro\n" + BASE),
        (("deux\ntrois\n", ""), ("cinq", "5"), "un\nquatre\n5\n"),
    ],
    ids=["loin", "retrait et ajout", "le même mot", "le même ajout", "deux lignes de moins"],
)
def test_what_is_changed_apart_is_joined(
    ours: tuple[str, str], theirs: tuple[str, str], expected: str
) -> None:
    sides = BASE.replace(*ours), BASE.replace(*theirs)
    assert merged(BASE, *sides) == expected
    assert merged(BASE, *reversed(sides)) == expected


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("trois", "3"), ("trois", "III")),
        (("trois", "3"), ("quatre", "4")),
        (("trois\n", ""), ("trois", "3")),
        (("trois\n", "trois\net demi\n"), ("trois\n", "trois\net quart\n")),
        (("trois\n", "trois\net demi\n"), ("quatre", "4")),
    ],
    ids=["la même ligne", "deux voisines", "retirée et changée", "deux ajouts", "ajout contre"],
)
def test_what_is_changed_together_is_left_to_people(
    ours: tuple[str, str], theirs: tuple[str, str]
) -> None:
    sides = BASE.replace(*ours), BASE.replace(*theirs)
    assert merged(BASE, *sides) is None
    assert merged(BASE, *reversed(sides)) is None


@given(TEXTS, TEXTS)
def test_a_side_that_changed_nothing_takes_the_other(base: str, other: str) -> None:
    assert merged(base, base, other) == other
    assert merged(base, other, base) == other
    assert merged(base, other, other) == other


@given(TEXTS, TEXTS, TEXTS)
def test_the_order_of_the_sides_changes_nothing(base: str, ours: str, theirs: str) -> None:
    assert merged(base, ours, theirs) == merged(base, theirs, ours)


@given(st.data())
def test_changes_that_leave_a_line_between_them_are_all_there(data: st.DataObject) -> None:
    """The expected text is made with the changes, one line in three: nothing is compared twice."""
    size = data.draw(st.integers(1, 12))
    whose = data.draw(st.lists(st.sampled_from("-on="), min_size=size, max_size=size))
    lines = [f"{rank}{place}" for rank in range(size) for place in "abc"]
    both, ours, theirs = ([*lines] for _side in range(3))
    for rank, who in enumerate(whose):
        place = 3 * rank
        for side, takers in ((both, "on="), (ours, "o="), (theirs, "n=")):
            if who in takers:
                side[place] = f"changé {rank}"
    base, mine, other, joined = map("\n".join, (lines, ours, theirs, both))
    assert merged(base, mine, other) == joined
    # A run that was cut short after it wrote is begun again, and changes nothing more.
    assert merged(base, joined, other) == joined
