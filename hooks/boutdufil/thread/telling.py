"""The words of a call as a mediator says them: plain, with the verb of the caller’s device."""

from __future__ import annotations

from boutdufil.markup.gesture import GESTURE, both_verbs
from boutdufil.thread.data import words

_VERBS = {"appuyer": 1, "cliquer": 2}
"""Which verb of a pair is that of a gesture, declared with each device."""


def spoken(html: str, gesture: str = "") -> str:
    """Return the words of a fragment; both verbs are told for a device that is not known."""
    rank = _VERBS.get(gesture, 0)
    written = words(html)
    return GESTURE.sub(lambda match: match[rank].strip() if rank else both_verbs(match), written)
