"""What a base received of the package, kept in the base itself: ``.boutdufil/``.

``recu.json`` has the answers given when it began, and each file with its version and its hash;
``recu/`` has the texts as they were received, without which two changes cannot be joined. They are
plain files: those who review read them, and Git keeps once what is the same as a file that it had.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field
from pathlib import Path

from boutdufil.source.disk import read_ordinary, remove_ordinary, write_ordinary
from boutdufil.tools.starting.choice import Answers
from boutdufil.tools.unusable import UnusableError
from boutdufil.tools.updating.decision import Former, digest_of, plain

FOLDER = ".boutdufil"
STATE = f"{FOLDER}/recu.json"
TEXTS = f"{FOLDER}/recu"
FORMAT = 1
MOST_BYTES = 8_000_000
"""Of the state, and of a file of a base: those of ours are ten times smaller."""
# ``docs/index.md``, ``.github/workflows/a.yml``; not ``../a``, ``/a``, ``C:a``, ``a//b``.
_WITHIN = re.compile(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[^/\\:\0]+(?:/[^/\\:\0]+)*")


_ANSWERS = ("nom", "pays", "publics", "themes", "fiches")
_RECEIPT = ("version", "empreinte", "a_cote")
"""How they are written, in the order of their fields."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file received: the version that gave it, its hash; those of the one laid ``beside``.

    ``digest`` is empty when nothing but a file beside was ever received.
    """

    version: str
    digest: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """All that a base received, by path, and what it answered when it began."""

    version: str
    answers: Answers
    files: Mapping[str, Receipt] = field(default_factory=dict)


def is_within(path: object) -> bool:
    """Tell whether ``path`` is one of a file within a folder, as we write it."""
    return isinstance(path, str) and len(path) < 300 and bool(_WITHIN.fullmatch(path))


def read_received(root: Path) -> Received | None:
    """Return what the base at ``root`` received; None when it keeps no such account.

    Raises UnusableError when it cannot be understood.
    """
    raw = read_ordinary(root, STATE, MOST_BYTES)
    if raw is None:
        return None
    try:
        told = json.loads(raw.decode("utf-8-sig"))
        files = {
            path: Receipt(*(each.get(key, "") for key in _RECEIPT))
            for path, each in told["fichiers"].items()
        }
        answers = Answers(*(told["reponses"][key] for key in _ANSWERS))
        known = [*astuple(answers), *(part for each in files.values() for part in astuple(each))]
        if told["format"] != FORMAT or not all(map(is_within, files)):
            raise ValueError("another format")
        if not all(isinstance(each, str) for each in (told["version"], *known)):
            raise ValueError("not texts")
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise UnusableError(
            f"« {STATE} » ne se lit pas, ou vient d’une version plus récente du programme. "
            "Remettez-le comme il était, ou installez cette version."
        ) from None
    return Received(told["version"], answers, files)


def former_of(root: Path, path: str, receipt: Receipt | None, given: bytes | None) -> Former | None:
    """Return what was received of a file; its text only when it is still the one received.

    Or the one given now: a run that was cut short had it kept, and not yet told.
    """
    if receipt is None or not receipt.digest:
        return None
    text = read_ordinary(root, f"{TEXTS}/{path}", MOST_BYTES)
    if text is None:
        return Former(receipt.digest)
    if given is not None and digest_of(text) == digest_of(given):
        return Former(digest_of(text), text)
    return Former(receipt.digest, text if digest_of(text) == receipt.digest else None)


def keep_texts(root: Path, texts: Mapping[str, bytes]) -> None:
    """Keep what was received, by path; what is kept already is not written again."""
    for path, raw in texts.items():
        _keep(root, f"{TEXTS}/{path}", plain(raw))


def forget_texts(root: Path, paths: Iterable[str]) -> None:
    """Forget what is given no more, or what the base took out."""
    for path in paths:
        remove_ordinary(root, f"{TEXTS}/{path}")


def write_received(root: Path, received: Received) -> None:
    """Write what a base received, last of all: until then, a run may be begun again."""
    files = {
        path: {key: told for key, told in zip(_RECEIPT, astuple(each), strict=True) if told}
        for path, each in sorted(received.files.items())
    }
    told = {
        "format": FORMAT,
        "version": received.version,
        "reponses": dict(zip(_ANSWERS, astuple(received.answers), strict=True)),
        "fichiers": files,
    }
    raw = (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
    _keep(root, STATE, raw)


def _keep(root: Path, path: str, raw: bytes) -> None:
    """Write a file, unless it says so already, whatever Git made of the ends of its lines."""
    kept = read_ordinary(root, path, MOST_BYTES)
    if kept is None or plain(kept) != raw:
        write_ordinary(root, path, raw)


def receive(root: Path, version: str, answers: Answers, given: Mapping[str, bytes]) -> None:
    """Note that the base at ``root`` received these files, and nothing else."""
    keep_texts(root, given)
    files = {path: Receipt(version, digest_of(raw)) for path, raw in given.items()}
    write_received(root, Received(version, answers, files))
