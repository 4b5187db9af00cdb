"""What a newer package changes in a base, file by file: planned first, then done."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from boutdufil.kinds.tutorial.numbers import NUMBERED, written_number
from boutdufil.source.disk import read_ordinary, remove_ordinary, write_ordinary
from boutdufil.tools.starting.folder import CONTENT
from boutdufil.tools.updating.decision import Decision, Fate, decide, digest_of
from boutdufil.tools.updating.received import (
    MOST_BYTES,
    Receipt,
    Received,
    forget_texts,
    former_of,
    keep_texts,
    write_received,
)
from boutdufil.tools.updating.standing import Standing

BESIDE = "a-reprendre"
"""The folder of a base where what could not be joined is laid: no build reads it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is done with one file of the package; ``reason`` tells why it is laid beside.

    ``place`` is where it stands in the base, ``receipt`` what is noted then (None: nothing more).
    """

    path: str
    place: str
    decision: Decision
    receipt: Receipt | None
    reason: str = ""

    @property
    def fate(self) -> Fate:
        """What becomes of it."""
        return self.decision.fate

    @property
    def beside(self) -> str:
        """Where it is laid when it cannot be joined."""
        return f"{BESIDE}/{self.place}"


def planned(
    base: Standing, received: Received, given: Mapping[str, bytes], version: str
) -> tuple[Step, ...]:
    """Return what becomes of each file that was received, or is given, by path."""
    paths = sorted({*received.files, *given})
    return tuple(
        _step(base, path, received.files.get(path), given.get(path), version) for path in paths
    )


def _step(
    base: Standing, path: str, receipt: Receipt | None, given: bytes | None, version: str
) -> Step:
    here, place = base.read(path), base.place(path)
    decision = decide(former_of(base.root, path, receipt, given), here, given)
    reason = ""
    if decision.fate is Fate.ADDED and (other := _rival(base, path, given)):
        decision = Decision(Fate.BESIDE, is_settled=False)
        reason = f"{other} a déjà ce numéro"
    step = Step(path, place, decision, None, reason)
    if given is None:
        return step
    if decision.fate is Fate.GONE:
        return replace(step, receipt=receipt)
    before = receipt or Receipt(version, "")
    if decision.fate is Fate.BESIDE:
        return _laid(base, step, before, given, version)
    if before.digest == digest_of(given) and not before.beside:
        return replace(step, receipt=before)
    return replace(step, receipt=Receipt(version, digest_of(given)))


def _laid(base: Standing, step: Step, before: Receipt, given: bytes, version: str) -> Step:
    """Return what becomes of a file that cannot be joined: once laid beside, it waits there.

    Whoever takes it away has taken it up: what is given counts as received. What someone wrote in
    it is not written over.
    """
    laid = read_ordinary(base.root, step.beside, MOST_BYTES)
    is_new = before.beside != digest_of(given)
    if is_new and (laid is None or digest_of(laid) in (before.beside, digest_of(given))):
        return replace(step, receipt=replace(before, beside=digest_of(given)))
    if os.path.lexists(base.root / step.beside):
        waiting = Decision(Fate.WAITING, is_settled=False)
        return replace(step, decision=waiting, receipt=before)
    fate = Fate.GONE if base.read(step.path) is None else Fate.KEPT
    return replace(step, decision=Decision(fate), receipt=Receipt(version, before.beside))


def _rival(base: Standing, path: str, given: bytes | None) -> str | None:
    """Return the file of the base that has the number of a new one."""
    within = path.removeprefix(f"{CONTENT}/")
    number = written_number(given or b"") if within.startswith(NUMBERED) else None
    return base.holder(number) if number is not None else None


def carried_out(
    base: Standing,
    received: Received,
    given: Mapping[str, bytes],
    steps: Sequence[Step],
    version: str,
) -> None:
    """Do what is planned.

    Files first, each whole or not at all; then what is noted of them. Cut short, it is begun again:
    a file that was written is then as it is given.
    """
    for step in steps:
        _done(base, step, received.files.get(step.path), given.get(step.path))
    settled = [each for each in steps if each.decision.is_settled and each.fate is not Fate.GONE]
    keep_texts(base.root, {each.path: given[each.path] for each in settled if each.path in given})
    write_received(base.root, Received(version, received.answers, dict(_noted(steps))))
    forget_texts(
        base.root, [each.path for each in steps if each.path not in given or each.fate is Fate.GONE]
    )


def _noted(steps: Sequence[Step]) -> Iterator[tuple[str, Receipt]]:
    for step in steps:
        if step.receipt is not None:
            yield step.path, step.receipt


def _done(base: Standing, step: Step, before: Receipt | None, given: bytes | None) -> None:
    decision, root = step.decision, base.root
    if decision.content is not None:
        write_ordinary(root, step.place, decision.content)
    elif decision.fate is Fate.REMOVED:
        remove_ordinary(root, step.place)
    if decision.fate is Fate.BESIDE and given is not None:
        write_ordinary(root, step.beside, given)
    elif decision.fate is not Fate.WAITING and before is not None and before.beside:
        # What was laid there is of no use any more, unless someone wrote in it.
        laid = read_ordinary(root, step.beside, MOST_BYTES)
        if laid is not None and digest_of(laid) == before.beside:
            remove_ordinary(root, step.beside)
