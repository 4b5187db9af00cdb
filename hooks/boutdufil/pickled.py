"""Values of this package as bytes, and back: nothing else can be brought to life by them."""

from __future__ import annotations

import io
import pickle

import deflate

WHAT_FAILS = (
    *(OSError, EOFError, deflate.DeflateError, pickle.UnpicklingError, ImportError),
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
)
"""What opening bytes that are cut short, or of another age, may raise."""
LEVEL = 6
"""A sixth smaller than the first level of zlib, in as much time, and opened in a third of it."""
SIZE = 8
"""Bytes, at the beginning, that tell how many there are once opened: the library asks."""
MOST_TIMES = 1032
"""Nothing is compressed more than that by deflate: what tells of more is damaged."""
_PLAIN = {("datetime", "date"), ("markupsafe", "Markup")}
"""What our values are made of, besides the types that pickle knows."""


def packed(value: object, level: int = LEVEL) -> bytes:
    """Return a value as bytes; ``level`` is libdeflate's: 0 for what is compressed already."""
    return squeezed(pickle.dumps(value, protocol=5), level)


def squeezed(plain: bytes, level: int = LEVEL) -> bytes:
    """Return bytes in less room, their number first."""
    return len(plain).to_bytes(SIZE, "big") + deflate.zlib_compress(plain, level)


def opened(content: bytes) -> object:
    """Return the value that was packed; raises one of WHAT_FAILS when there is none."""
    size, compressed = int.from_bytes(content[:SIZE], "big"), content[SIZE:]
    if size > MOST_TIMES * len(compressed):
        raise EOFError("cut short")
    return _Reader(io.BytesIO(deflate.zlib_decompress(compressed, size))).load()


class _Reader(pickle.Unpickler):
    """Builds values of this package only, and what they are made of."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.split(".")[0] == "boutdufil":
            found = super().find_class(module, name)
            # Of our own make: not « store.os.system », nor a function that a module imported.
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
