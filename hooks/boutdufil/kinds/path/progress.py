"""A progress in five letters, said over the phone or written on paper: no account holds it.

Seventeen letters that are told apart by ear (of « bé, dé, pé, té, vé », one; of M and N, one) and
by eye (no I, no O, no digit). Four write a number in base seventeen: the path, then each of its
steps in base three (nothing yet, done, done again a week later). The fifth checks them: their sum
weighted by rank is a multiple of seventeen, a prime, so that one wrong letter, or two exchanged,
are always found.

``js/path/10-code.js`` reads and writes the same; ``tests/browser/test_path.py`` compares them.
"""

from __future__ import annotations

from collections.abc import Sequence

ALPHABET = "ACEFHJKLMQRTUWXYZ"
MOST_STEPS = 6
STATES = 3
"""Nothing yet; done; done again a week later."""
LENGTH = 5
LAST_CODE = len(ALPHABET) ** (LENGTH - 1) // STATES**MOST_STEPS - 1
"""The last number that a path may have: 113."""


def letters(path: int, states: Sequence[int] = ()) -> str:
    """Return the letters of a progress; steps that have no state are not begun."""
    number = path
    for rank in range(MOST_STEPS):
        number = number * STATES + (states[rank] if rank < len(states) else 0)
    base = len(ALPHABET)
    digits = [number // base**power % base for power in range(LENGTH - 2, -1, -1)]
    digits.append(-sum(rank * digit for rank, digit in enumerate(digits, 2)) % base)
    return "".join(ALPHABET[digit] for digit in digits)


def after(path: int, steps: int) -> str:
    """Return the letters of who has done the first ``steps``, in order."""
    return letters(path, (1,) * steps)
