"""Each text once more beside itself, compressed: a host that knows sends it as it is.

Two libraries, the same on every machine, so that the same site gives the same bytes. Several at
once, and only what changed: the rest is remembered.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import brotli
import deflate

from boutdufil.store import Store

TEXTS = ("html", "css", "js", "json", "svg", "txt", "xml", "webmanifest")
"""By the ending of their names; a zip and a font are compressed already."""
BROTLI, GZIP = 10, 9
"""One step under the most: 1.6 and 3 % larger, three and fifteen times sooner."""
BROTLI_OF_PAGES = 8
"""Of a page, which few read, and there are a thousand: 8 % larger, a kilobyte, twenty times sooner;
styles and scripts, which all read, stay as they were."""
_PAGE = b"<!doctype html"
LEAST = 256
"""Bytes: what is smaller travels in one packet whatever is done to it."""
KEPT_AS = (b"compressed",)


def _brotli(content: bytes) -> bytes:
    quality = BROTLI_OF_PAGES if content[: len(_PAGE)].lower() == _PAGE else BROTLI
    made: bytes = brotli.compress(content, quality=quality)
    return made


def _gzip(content: bytes) -> bytes:
    return bytes(deflate.gzip_compress(content, GZIP))


WAYS: Mapping[str, Callable[[bytes], bytes]] = {"br": _brotli, "gz": _gzip}
"""How each ending is made."""

Known = Mapping[str, tuple[bytes, ...]]
"""What a content becomes, in the order of ``WAYS``, by the hash of that content."""


def compressed(files: Mapping[str, bytes], store: Store | None) -> Iterator[tuple[str, bytes]]:
    """Yield what goes beside the texts among ``files``, where it is smaller."""
    before = store.recall(KEPT_AS) if store else None
    texts = {name: raw for name, raw in files.items() if _is_worth_it(name, raw)}
    hashes = {name: sha256(raw).hexdigest() for name, raw in texts.items()}
    known = _known({hashes[name]: raw for name, raw in texts.items()}, before)
    if store and known != before:
        store.keep(KEPT_AS, known, level=0)
    for name, raw in texts.items():
        for ending, made in zip(WAYS, known[hashes[name]], strict=True):
            if len(made) < len(raw):
                yield f"{name}.{ending}", made


def _is_worth_it(name: str, content: bytes) -> bool:
    return name.rpartition(".")[2] in TEXTS and len(content) >= LEAST


def _known(contents: Mapping[str, bytes], before: object) -> Known:
    """Return what each content becomes, by its hash; ``before`` says it of some already."""
    known: Known = before if isinstance(before, dict) else {}
    missing = [digest for digest in contents if digest not in known]
    # Both libraries let the other threads go on while they work.
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        made = dict(
            zip(missing, workers.map(_made, map(contents.__getitem__, missing)), strict=True)
        )
    return {digest: made.get(digest) or known[digest] for digest in contents}


def _made(content: bytes) -> tuple[bytes, ...]:
    return tuple(make(content) for make in WAYS.values())
