"""Work shared between cores by a process that has one thread, as a build does; it tells what came.

``python -m tests.publish.spreading``: a process that runs tests has threads of its own.
"""

from __future__ import annotations

import gc
import json
import os

from boutdufil import cores
from boutdufil.cores import CHUNK, spread

NUMBERS = range(3 * CHUNK)
READ_BEFORE = {"of": "the first process"}


def maker(number: int) -> tuple[int, int, str]:
    """Return a square, and by whom it was made, who knows what was read before."""
    return number * number, os.getpid(), READ_BEFORE["of"]


def begins_again(_number: int) -> list[int]:
    """Return by whom what a child shares is made."""
    return [pid for _square, pid, _word in spread(maker, NUMBERS, 2)]


def fails(number: int) -> int:
    """Fail at one number."""
    if number == 7:
        raise ValueError("seven")
    return number


def held(_number: int) -> int:
    """Return how many values a child never looks through: those that it shares with its maker."""
    return gc.get_freeze_count()


def renewed() -> list[tuple[int, int, str]]:
    """Return what is made when a child is given one chunk in its life."""
    most, cores.MOST = cores.MOST, 1
    try:
        return [*spread(maker, NUMBERS, 2)]
    finally:
        cores.MOST = most


def told() -> dict[str, object]:
    """Return what each sharing gave."""
    try:
        [*spread(fails, NUMBERS, 2)]
        failed = ""
    except ValueError as error:
        failed = str(error)
    READ_BEFORE["of"] = "this process"
    return {
        "pid": os.getpid(),
        "failed": failed,
        "shared": [*spread(maker, NUMBERS, 2)],
        "short": [*spread(maker, NUMBERS, len(NUMBERS) + 1)],
        "renewed": renewed(),
        "held": [*spread(held, NUMBERS, 2)],
        "held after": gc.get_freeze_count(),
        "within": [*spread(begins_again, NUMBERS, 2)],
    }


if __name__ == "__main__":
    print(json.dumps(told()))
