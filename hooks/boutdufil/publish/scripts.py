"""A script as it travels: neither its remarks, nor its margins, nor the length of its own names."""

from __future__ import annotations

import rjsmin
from calmjs.parse import es5
from calmjs.parse.exceptions import ECMASyntaxError
from calmjs.parse.unparsers.es5 import minify_print

from boutdufil.store import Store

KEPT_AS = b"script"


def shortened(script: bytes, store: Store | None = None) -> bytes:
    """Return a script that does the same in fewer bytes.

    What it calls its own variables and functions is called by one letter; what others know it by
    (a property, what stands outside of every function) keeps its name. A script in a newer
    language than ES5, which only engines that know it ever ask for, loses its margins alone.
    """
    parts = (KEPT_AS, script)
    made = store.recall(parts) if store else None
    if isinstance(made, bytes):
        return made
    made = _shortened(script)
    if store:
        store.keep(parts, made)
    return made


def _shortened(script: bytes) -> bytes:
    try:
        read = es5(script.decode())
    except ECMASyntaxError:
        less: bytes = rjsmin.jsmin(script)
        return less.strip()
    return str(minify_print(read, obfuscate=True)).encode()
