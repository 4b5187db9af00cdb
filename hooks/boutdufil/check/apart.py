"""What is found in each file without looking at the others: once for each of its states.

The rules of one file are run as soon as a tutorial is read, in the process that read it, while its
words are at hand (``looking``); for any other file, and where nobody asked for that, later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from boutdufil.check import (
    addresses,
    caller,
    language,
    method,
    numbers,
    safety,
    spelling,
    stuffing,
    thread,
)
from boutdufil.check.reading import hard_reading
from boutdufil.check.review import FileRule, Reviewed, agreed_in, under_review
from boutdufil.cores import spread
from boutdufil.kinds.content import Content, Found
from boutdufil.kinds.document import Document
from boutdufil.kinds.folder import Look, LookAtOne
from boutdufil.kinds.registry import are_ours
from boutdufil.model.finding import Finding
from boutdufil.store import Store

OF_A_FILE: tuple[FileRule, ...] = (
    hard_reading,
    *language.RULES,
    *spelling.RULES,
    *method.RULES,
    *addresses.RULES,
    *numbers.RULES,
    *safety.RULES,
    *thread.RULES,
    *caller.RULES,
    *stuffing.RULES,
)
"""What a reviewer would say of one file, rules that look at the words themselves."""
_KEPT_AS = b"reviewed"
_MOST_KEPT = 40_000
"""States of files: beyond, those of no file of today are forgotten."""


def looking(wanted: Callable[[str], bool] = lambda _path: True) -> Look:
    """Return what looks at each tutorial ``wanted`` as soon as it is read."""

    def look(content: Content) -> LookAtOne:
        agreed = agreed_in(content)

        def at_one(document: Document, text: str) -> Found:
            texts = {document.path: text} if text else {}
            # Nobody knows yet which steps others lead to: what they change is looked at later.
            reviewed = Reviewed(document, texts, frozenset(), agreed)
            return dict([_found_in(reviewed)]) if wanted(document.path) and reviewed.shows else {}

        return at_one

    return look


def found_apart(
    content: Content, wanted: Callable[[str], bool], store: Store | None
) -> Iterator[Finding]:
    """Yield what is found in each file ``wanted``; what is known of its state is not looked for."""
    agreed = agreed_in(content)
    parts = (_KEPT_AS, agreed.key)
    # What reads is in the key of what is kept, but for a kind that comes from elsewhere.
    store = store if are_ours() else None
    before = store.recall(parts) if store else None
    kept: Found = before if isinstance(before, dict) else {}
    found: list[tuple[Reviewed, str, tuple[Finding, ...]]] = []
    unknown: list[Reviewed] = []
    known = {**kept, **content.looked_at}
    for file in under_review(content, agreed, wanted):
        if not file.shows:
            continue
        at_hand = content.looked_at if file.is_passing else known
        key = next((key for key in (file.own_key, file.key) if key in at_hand), None)
        if key is not None:
            found.append((file, key, at_hand[key]))
        else:
            unknown.append(file)
    made = spread(_found_in, unknown)
    found += ((file, *each) for file, each in zip(unknown, made, strict=True))
    lasting = {key: findings for file, key, findings in found if not file.is_passing}
    if store and not lasting.keys() <= kept.keys():
        store.keep(parts, {**kept, **lasting} if len(kept) < _MOST_KEPT else lasting)
    for _file, _key, findings in found:
        yield from findings


def _found_in(file: Reviewed) -> tuple[str, tuple[Finding, ...]]:
    """Return what the rules of one file find in it, after what tells where that holds."""
    # What is prepared for them goes with this copy: a thousand files would fill half a gigabyte.
    reviewed = replace(file)
    found = tuple(finding for rule in OF_A_FILE for finding in rule(reviewed))
    return reviewed.own_key if reviewed.is_whole else reviewed.key, found
