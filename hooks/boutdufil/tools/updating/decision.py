"""What becomes of one file: what the base received, what it has now, what the package gives now.

Nothing of what a base changed is ever replaced by what it did not write.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from hashlib import sha256

from boutdufil.tools.updating.merge import merged

_MARK = b"\xef\xbb\xbf"
"""What some editors write first, and nobody sees."""


class Fate(Enum):
    """What is done with a file."""

    SAME = auto()
    """The base has it as it is given."""
    REPLACED = auto()
    """The base had not touched it."""
    MERGED = auto()
    """Both changed it, in other places."""
    ADDED = auto()
    REMOVED = auto()
    """It is given no more, and the base had not touched it."""
    ORPHANED = auto()
    """It is given no more; the base had changed it, and keeps it."""
    KEPT = auto()
    """The base alone changed it."""
    GONE = auto()
    """The base took it out: it stays out."""
    BESIDE = auto()
    """Both changed the same lines: the base keeps its own, and the other is laid beside."""
    WAITING = auto()
    """It was laid beside before, and nobody has taken it up yet."""


@dataclass(frozen=True, slots=True)
class Former:
    """What a base received of a file: its hash, and its text when it is still at hand."""

    digest: str
    text: bytes | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """``content`` is what to write (None: nothing); ``is_settled``: what is given is received."""

    fate: Fate
    content: bytes | None = None
    is_settled: bool = True


def plain(raw: bytes) -> bytes:
    """Return a file as it is compared: its lines end in one way, and no mark comes before them."""
    if b"\0" in raw:
        return raw
    return raw.removeprefix(_MARK).replace(b"\r\n", b"\n")


def digest_of(raw: bytes) -> str:
    """Return the hash of a file, the same whatever the computer that its lines went through."""
    return sha256(plain(raw)).hexdigest()


def decide(former: Former | None, here: bytes | None, given: bytes | None) -> Decision:
    """Return what becomes of a file that the base has as ``here``, and is now ``given``.

    None is: never received, not there, not given any more.
    """
    if given is None:
        return _without(former, here)
    if here is None:
        return Decision(Fate.ADDED, given) if former is None else Decision(Fate.GONE)
    if plain(here) == plain(given):
        return Decision(Fate.SAME)
    if former is None:
        return Decision(Fate.BESIDE, is_settled=False)
    if former.digest == digest_of(given):
        return Decision(Fate.KEPT)
    if former.digest == digest_of(here):
        return Decision(Fate.REPLACED, _as_here(plain(given), here))
    joined = _joined(former.text, here, given)
    if joined is None:
        return Decision(Fate.BESIDE, is_settled=False)
    if joined == plain(here):
        return Decision(Fate.KEPT)
    return Decision(Fate.MERGED, _as_here(joined, here))


def _without(former: Former | None, here: bytes | None) -> Decision:
    if here is None or former is None:
        return Decision(Fate.GONE)
    return Decision(Fate.REMOVED if former.digest == digest_of(here) else Fate.ORPHANED)


def _joined(former: bytes | None, here: bytes, given: bytes) -> bytes | None:
    if former is None:
        return None
    try:
        texts = [plain(raw).decode() for raw in (former, here, given)]
    except UnicodeDecodeError:
        return None
    if any("\0" in text for text in texts):
        return None
    joined = merged(*texts)
    return joined.encode() if joined is not None else None


def _as_here(content: bytes, here: bytes) -> bytes:
    """Return ``content`` with the ends of lines, and the mark, of the file that it replaces."""
    if b"\0" in content or b"\0" in here:
        return content
    # Most of them: one line pasted from elsewhere does not change the others.
    if here.count(b"\r\n") * 2 > here.count(b"\n"):
        content = content.replace(b"\n", b"\r\n")
    return _MARK + content if here.startswith(_MARK) else content
