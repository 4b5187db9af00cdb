"""Long work is shared between the cores, and what comes back is what one core would have made."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from boutdufil import cores
from boutdufil.cores import spread

NUMBERS = range(3 * cores.CHUNK)
FORKS = pytest.mark.skipif(
    sys.platform != "linux" or (os.cpu_count() or 1) < 2, reason="one core, or no fork"
)


def maker(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@FORKS
def test_what_is_made_comes_back_in_its_order_from_other_processes() -> None:
    read_before = {"of": "this process"}
    made = spread(lambda number: (maker(number), read_before["of"]), NUMBERS, 2)
    assert [square for (square, _pid), _word in made] == [each * each for each in NUMBERS]
    assert os.getpid() not in {pid for (_square, pid), _word in made}
    assert {word for _made, word in made} == {"this process"}, "a child has all that was read"


def test_what_is_short_stays_here() -> None:
    made = spread(maker, NUMBERS, len(NUMBERS) + 1)
    assert {pid for _square, pid in made} == {os.getpid()}


def test_beside_another_thread_nothing_is_forked() -> None:
    """Its locks would be copied as they are, held for ever: a preview has such threads."""
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        made = spread(maker, NUMBERS, 2)
    finally:
        done.set()
        other.join()
    assert {pid for _square, pid in made} == {os.getpid()}


@FORKS
def test_what_a_child_begins_stays_in_it() -> None:
    made = spread(lambda _number: [pid for _square, pid in spread(maker, NUMBERS, 2)], NUMBERS, 2)
    assert all(len({*pids}) == 1 for pids in made)


@FORKS
def test_what_fails_is_told_and_the_next_work_is_done() -> None:
    def fails(number: int) -> int:
        if number == 7:
            raise ValueError("seven")
        return number

    with pytest.raises(ValueError, match="seven"):
        spread(fails, NUMBERS, 2)
    assert spread(maker, NUMBERS, 2)[2][0] == 4
