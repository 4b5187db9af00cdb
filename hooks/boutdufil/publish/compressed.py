"""Each text once more beside itself, compressed: a host that knows sends it as it is.

Two libraries, the same on every machine, so that the same site gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256

import brotli
import deflate

from boutdufil.publish.runs import made_of_each
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
KEPT_AS = b"compressed"


def _brotli(content: bytes) -> bytes:
    quality = BROTLI_OF_PAGES if content[: len(_PAGE)].lower() == _PAGE else BROTLI
    made: bytes = brotli.compress(content, quality=quality)
    return made


def _gzip(content: bytes) -> bytes:
    return bytes(deflate.gzip_compress(content, GZIP))


WAYS: Mapping[str, Callable[[bytes], bytes]] = {"br": _brotli, "gz": _gzip}
"""How each ending is made."""


def compressed(files: Mapping[str, bytes], store: Store | None) -> Iterator[tuple[str, bytes]]:
    """Yield what goes beside the texts among ``files``, where it is smaller."""
    texts = (name for name in files if name.rpartition(".")[2] in TEXTS)
    made_of_it = made_of_each(
        texts,
        lambda name: sha256(files[name]).hexdigest(),
        lambda name: _made(files[name]),
        KEPT_AS,
        store,
    )
    for name, made in made_of_it:
        for ending, packed in made.items():
            yield f"{name}.{ending}", packed


def _made(content: bytes) -> Mapping[str, bytes]:
    """Return what a content becomes, by ending, where it is smaller."""
    if len(content) < LEAST:
        return {}
    made = {ending: make(content) for ending, make in WAYS.items()}
    return {ending: packed for ending, packed in made.items() if len(packed) < len(content)}
