"""Five letters hold a progress: as many as there are, each its own, none near another."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from boutdufil.kinds.path.progress import (
    ALPHABET,
    LAST_CODE,
    LENGTH,
    MOST_STEPS,
    STATES,
    after,
    letters,
)

progresses = st.tuples(
    st.integers(0, LAST_CODE),
    st.tuples(*[st.integers(0, STATES - 1)] * MOST_STEPS),
)


def test_the_alphabet_is_said_and_read_without_doubt() -> None:
    assert len({*ALPHABET}) == len(ALPHABET) == 17
    assert not {*ALPHABET} & {*"IO"}
    for alike in ("BDPTV", "MN", "FS", "GJ", "UV", "IY"):
        assert len({*alike} & {*ALPHABET}) == 1, alike


@given(progresses, progresses)
def test_two_progresses_differ_by_two_letters_at_least(
    one: tuple[int, tuple[int, ...]], other: tuple[int, tuple[int, ...]]
) -> None:
    """So that no wrong letter makes another progress of one."""
    told = letters(*one), letters(*other)
    assert all(len(each) == LENGTH and {*each} <= {*ALPHABET} for each in told)
    apart = sum(first != second for first, second in zip(*told, strict=True))
    assert apart >= 2 if one != other else apart == 0


@given(progresses)
def test_two_letters_exchanged_are_no_progress(one: tuple[int, tuple[int, ...]]) -> None:
    told = letters(*one)
    weights = (2, 3, 4, 5, 1)
    for first, second in combinations(range(LENGTH), 2):
        wrong = [*told]
        wrong[first], wrong[second] = wrong[second], wrong[first]
        total = sum(
            weight * ALPHABET.index(each) for weight, each in zip(weights, wrong, strict=True)
        )
        assert (total % len(ALPHABET) == 0) == (told[first] == told[second])


def test_every_progress_of_a_path_has_letters_of_its_own() -> None:
    told = {letters(LAST_CODE, states) for states in product(range(STATES), repeat=MOST_STEPS)}
    assert len(told) == STATES**MOST_STEPS
    assert after(7, 2) == letters(7, (1, 1)) == letters(7, (1, 1, 0, 0, 0, 0))
