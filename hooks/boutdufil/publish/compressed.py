"""Each text once more beside itself, compressed: a host that knows sends it as it is.

Two libraries, the same on every machine, so that the same site gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

import brotli
import deflate

from boutdufil.publish.runs import made_of_each
from boutdufil.store import Store

TEXTS = ("html", "css", "js", "json", "svg", "txt", "xml", "webmanifest")
"""By the ending of their names; a zip and a font are compressed already."""
GZIP = 9
"""Three under the most: 3 % larger, fifteen times sooner."""
BROTLI, BROTLI_OF_ALL = 8, 10
"""What a few read, and there are thousands of them: 5 to 8 % larger than at the next, a kilobyte,
twenty times sooner. What all read: one under the most, 1.6 % larger, three times sooner."""
OF_ALL = ("assets/", "recherche/sommaire.js")
"""Where that is: styles, scripts, the search."""
LEAST = 256
"""Bytes: what is smaller travels in one packet whatever is done to it."""
KEPT_AS = b"compressed"


def compressed(files: Mapping[str, bytes], store: Store | None) -> Iterator[tuple[str, bytes]]:
    """Yield what goes beside the texts among ``files``, where it is smaller."""

    def told(name: str) -> str:
        return f"{_quality(name)} {sha256(files[name]).hexdigest()}"

    def make(name: str) -> Mapping[str, bytes]:
        return _made(files[name], _quality(name))

    texts = (name for name in files if name.rpartition(".")[2] in TEXTS)
    for name, made in made_of_each(texts, told, make, KEPT_AS, store):
        for ending, packed in made.items():
            yield f"{name}.{ending}", packed


def _quality(name: str) -> int:
    return BROTLI_OF_ALL if name.startswith(OF_ALL) else BROTLI


def _made(content: bytes, quality: int) -> Mapping[str, bytes]:
    """Return what a content becomes, by ending, where it is smaller."""
    if len(content) < LEAST:
        return {}
    made = {
        "br": brotli.compress(content, quality=quality),
        "gz": bytes(deflate.gzip_compress(content, GZIP)),
    }
    return {ending: packed for ending, packed in made.items() if len(packed) < len(content)}
