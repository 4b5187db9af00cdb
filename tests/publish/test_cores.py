"""Long work is shared between the cores, and what comes back is what one core would have made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from itertools import pairwise
from typing import Any

import pytest

from boutdufil.cores import CHUNK, spread
from tests.publish.spreading import NUMBERS, maker

FORKS = pytest.mark.skipif(
    sys.platform != "linux" or (os.cpu_count() or 1) < 2, reason="one core, or no fork"
)


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """What a process with one thread tells of what it shared."""
    command = [sys.executable, "-m", "tests.publish.spreading"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@FORKS
def test_what_is_made_comes_back_in_its_order_from_other_processes(told: dict[str, Any]) -> None:
    assert [square for square, _pid, _word in told["shared"]] == [each * each for each in NUMBERS]
    assert told["pid"] not in {pid for _square, pid, _word in told["shared"]}
    words = {word for _square, _pid, word in told["shared"]}
    assert words == {"this process"}, "a child has all that was read before it"


def test_what_is_short_stays_here(told: dict[str, Any]) -> None:
    assert {pid for _square, pid, _word in told["short"]} == {told["pid"]}


@FORKS
def test_what_a_child_begins_stays_in_it(told: dict[str, Any]) -> None:
    assert all(len({*pids}) == 1 for pids in told["within"])


@FORKS
def test_a_child_is_given_so_many_and_no_more(told: dict[str, Any]) -> None:
    """What it looked at would fill the memory, of ten thousand tutorials."""
    assert [square for square, _pid, _word in told["renewed"]] == [each * each for each in NUMBERS]
    pids = [
        {pid for _square, pid, _word in told["renewed"][start:][:CHUNK]}
        for start in NUMBERS[::CHUNK]
    ]
    assert all(one.isdisjoint(other) for one, other in pairwise(pids))


@FORKS
def test_a_child_never_looks_through_what_it_shares(told: dict[str, Any]) -> None:
    """Whoever looks for what goes in circles writes in all there is, and makes it his own."""
    assert min(told["held"]) > 10_000
    assert told["held after"] == 0


def test_what_fails_is_told(told: dict[str, Any]) -> None:
    assert told["failed"] == "seven"


def test_beside_another_thread_nothing_is_forked() -> None:
    """Its locks would be copied as they are, held for ever: a preview has such threads."""
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        made = [*spread(maker, NUMBERS, 2)]
    finally:
        done.set()
        other.join()
    assert {pid for _square, pid, _word in made} == {os.getpid()}
