"""One file: what was received, what is here, what is given now, and what becomes of it."""

from __future__ import annotations

from itertools import product

import pytest

from boutdufil.tools.updating.decision import (
    Decision,
    Fate,
    Former,
    decide,
    digest_of,
)

OLD = b"un\ndeux\ntrois\n"
NEW = b"un\ndeux\nTROIS\n"
OWN = b"UN\ndeux\ntrois\n"
BOTH = b"UN\ndeux\nTROIS\n"
AGAINST = b"un\ndeux\nIII\n"


def received(text: bytes | None) -> Former | None:
    return None if text is None else Former(digest_of(text), text)


TABLE = [
    # received, here, given: fate, what is written
    (None, None, NEW, Fate.ADDED, NEW),
    (None, NEW, NEW, Fate.SAME, None),
    (None, OWN, NEW, Fate.BESIDE, None),
    (OLD, OLD, OLD, Fate.SAME, None),
    (OLD, OLD, NEW, Fate.REPLACED, NEW),
    (OLD, NEW, NEW, Fate.SAME, None),
    (OLD, OWN, OLD, Fate.KEPT, None),
    (OLD, OWN, NEW, Fate.MERGED, BOTH),
    (OLD, BOTH, NEW, Fate.KEPT, None),
    (OLD, AGAINST, NEW, Fate.BESIDE, None),
    (OLD, None, OLD, Fate.GONE, None),
    (OLD, None, NEW, Fate.GONE, None),
    (OLD, OLD, None, Fate.REMOVED, None),
    (OLD, OWN, None, Fate.ORPHANED, None),
    (OLD, None, None, Fate.GONE, None),
]


@pytest.mark.parametrize(("former", "here", "given", "fate", "written"), TABLE)
def test_the_table(
    former: bytes | None, here: bytes | None, given: bytes | None, fate: Fate, written: bytes | None
) -> None:
    is_settled = fate is not Fate.BESIDE
    assert decide(received(former), here, given) == Decision(fate, written, is_settled)


def test_what_a_base_wrote_is_never_lost() -> None:
    """Whatever the three are, a line that the base wrote itself is still there afterwards."""
    texts = (None, OLD, NEW, OWN, BOTH, AGAINST)
    for former, here, given in product(texts, repeat=3):
        decision = decide(received(former), here, given)
        if here is None or former is None:
            # What it never received, or no longer has, is not touched.
            assert here is former is None or decision.content is None
            continue
        own = {*here.splitlines()} - {*former.splitlines()}
        after = here if decision.content is None else decision.content
        gone = decision.fate is Fate.REMOVED
        assert own <= {*(b"" if gone else after).splitlines()}, (former, here, given)


def test_without_its_text_what_was_received_still_tells_what_is_untouched() -> None:
    former = Former(digest_of(OLD))
    assert decide(former, OLD, NEW) == Decision(Fate.REPLACED, NEW)
    assert decide(former, OWN, OLD) == Decision(Fate.KEPT)
    assert decide(former, OWN, NEW).fate is Fate.BESIDE


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_ends_of_lines_of_another_system_are_no_change_and_stay(mark: bytes) -> None:
    def windows(text: bytes) -> bytes:
        return mark + text.replace(b"\n", b"\r\n")

    former = received(OLD)
    assert decide(former, windows(NEW), NEW) == Decision(Fate.SAME)
    assert decide(former, windows(OLD), NEW) == Decision(Fate.REPLACED, windows(NEW))
    assert decide(former, windows(OWN), NEW) == Decision(Fate.MERGED, windows(BOTH))
    assert decide(former, windows(OWN), OLD) == Decision(Fate.KEPT)
    # One line pasted from elsewhere does not change the others.
    pasted = OWN.replace(b"deux\n", b"deux\r\n")
    assert decide(former, pasted, NEW) == Decision(Fate.MERGED, BOTH)


def test_what_is_no_text_is_not_joined() -> None:
    former = received(b"\x89PNG\0un\r\n")
    here, given = b"\x89PNG\0deux\r\n", b"\x89PNG\0trois\r\n"
    assert decide(former, here, given).fate is Fate.BESIDE
    assert decide(former, b"\x89PNG\0un\r\n", given) == Decision(Fate.REPLACED, given)
    assert decide(received(OLD), OWN, b"\xff\xfe\n").fate is Fate.BESIDE
