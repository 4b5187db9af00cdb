"""Each text once more beside itself, compressed: a host that knows sends it as it is.

Two libraries, the same on every machine, so that the same site gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

import brotli
import deflate

from boutdufil.publish.runs import made_of_each
from boutdufil.store import Store

TEXTS = ("html", "css", "js", "json", "svg", "txt", "xml", "webmanifest")
"""By the ending of their names; a zip and a font are compressed already."""
GZIP = 9
"""Three under the most: 3 % larger, fifteen times sooner."""


class Effort(NamedTuple):
    """How hard a text is compressed, by each library."""

    brotli: int
    gzip: int


MOST = Effort(10, GZIP)
"""What all load, styles, scripts, the search: one under the most of Brotli, 1.6 % larger, three
times sooner."""
ALONE = Effort(8, GZIP)
"""What is one of its kind, a list for programs: at the next of Brotli, it takes twice as long."""
PAGE = Effort(6, 7)
"""Thousands of them: 1 % larger than at 8 and 9, and a fifth sooner; at the next of Brotli, 2 %
smaller, ten times longer."""
SELDOM = Effort(5, 6)
"""What few load, as many and as long: 1.5 to 3 % larger than at 8 and 9, a third to half sooner;
one under, Brotli is 9 % larger."""
_EFFORTS = (
    (re.compile(r"assets/.*|recherche/sommaire\.js"), MOST),
    (re.compile(r"contribuer/.*|api/v1/appels/.*|tutoriels/.*/fiche\.js"), SELDOM),
    (re.compile(r".*\.html"), PAGE),
)
"""By the whole of an address, the first that it is: ``assets/a.0123456789.js``, then graphs, maps
and sources, then ``themes/b/index.html``; not ``api/v1/tutoriels.json``."""
LEAST = 256
"""Bytes: what is smaller travels in one packet whatever is done to it."""
KEPT_AS = b"compressed"


def compressed(files: Mapping[str, bytes], store: Store | None) -> Iterator[tuple[str, bytes]]:
    """Yield what goes beside the texts among ``files``, where it is smaller."""

    def told(name: str) -> str:
        return f"{_effort(name)} {sha256(files[name]).hexdigest()}"

    def make(name: str) -> Mapping[str, bytes]:
        return _made(files[name], _effort(name))

    texts = (name for name in files if name.rpartition(".")[2] in TEXTS)
    for name, made in made_of_each(texts, told, make, KEPT_AS, store):
        for ending, packed in made.items():
            yield f"{name}.{ending}", packed


def _effort(name: str) -> Effort:
    return next((effort for names, effort in _EFFORTS if names.fullmatch(name)), ALONE)


def _made(content: bytes, effort: Effort) -> Mapping[str, bytes]:
    """Return what a content becomes, by ending, where it is smaller."""
    if len(content) < LEAST:
        return {}
    made = {
        "br": brotli.compress(content, quality=effort.brotli),
        "gz": bytes(deflate.gzip_compress(content, effort.gzip)),
    }
    return {ending: packed for ending, packed in made.items() if len(packed) < len(content)}
