"""How long a call lasts: what is read aloud, and the time that the caller takes."""

from __future__ import annotations

import math
from collections.abc import Iterator

from boutdufil.model.script import (
    Ask,
    Container,
    ForDevices,
    Part,
    Say,
    Script,
    plain,
)

WORDS_A_MINUTE = 110
"""Slow, articulated reading aloud; ordinary French speech runs at 150 words a minute or more."""
SECONDS_A_STEP = 45
"""The caller looks for the place, does the gesture, says so."""
SECONDS_A_QUESTION = 20
"""The caller looks and answers."""


def minutes_of(script: Script) -> int:
    """Estimate the length of a call, in minutes, rounded up to a multiple of five.

    Words read aloud at ``WORDS_A_MINUTE``, plus the time that the caller takes. A call is about one
    device: variants count for theirs, and the longest way is kept. A question that follows an
    answer is asked of few.
    """
    common = 0.0
    by_device: dict[str, float] = {}
    questions = 0
    for part, devices in _with_devices(script.top(), ()):
        words = 0.0
        if isinstance(part, Say):
            words = len(plain(part.html).split())
            devices = part.devices or devices
        elif isinstance(part, Ask):
            questions += 1
            spoken = [len(plain(answer.words).split()) for answer in part.answers]
            words = len(plain(part.question).split()) + sum(spoken) / max(len(spoken), 1)
        if not devices:
            common += words
        for device in devices:
            by_device[device] = by_device.get(device, 0) + words
    longest = common + max(by_device.values(), default=0)
    seconds = longest * 60 / WORDS_A_MINUTE
    seconds += len(script.steps) * SECONDS_A_STEP + questions * SECONDS_A_QUESTION
    return max(5, math.ceil(seconds / 300) * 5)


def _with_devices(
    parts: tuple[Part, ...], devices: tuple[str, ...]
) -> Iterator[tuple[Part, tuple[str, ...]]]:
    """Yield every part with the devices that it is for (none: all)."""
    for part in parts:
        yield part, devices
        if isinstance(part, ForDevices):
            yield from _with_devices(part.parts, part.devices)
        elif isinstance(part, Container):
            yield from _with_devices(part.parts, devices)
