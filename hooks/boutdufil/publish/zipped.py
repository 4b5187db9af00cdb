"""A zip whose bytes are the same on every machine: one library compresses, no day is written.

Python’s own ``zipfile`` compresses with the zlib of the machine, and some write other bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from struct import pack
from zlib import crc32

import deflate

NEEDS, MADE_BY = 20, 0x0314
"""Version 2.0 of the format, for a folder and for deflate; made by Unix."""
NEEDS_FOR_LARGE = 45
MOST_ENTRIES = 0xFFFF
"""What the first format can count: a site of fifteen thousand tutorials has more files."""
UTF_8 = 1 << 11
DEFLATED = 8
THE_EIGHTIES = 0x0021
"""The first day that the format can tell: 1 January 1980."""
READABLE = 0o100644 << 16
"""What Unix gives the file once out: an ordinary file, read by all."""


@dataclass(frozen=True, slots=True)
class Packed:
    """All that a zip tells of a file, but its name."""

    check: int
    """Of its content (CRC-32)."""
    length: int
    deflated: bytes


def packed(content: bytes, level: int) -> Packed:
    """Return a file as a zip holds it."""
    return Packed(crc32(content), len(content), bytes(deflate.deflate_compress(content, level)))


def zipped(entries: Iterable[tuple[str, Packed]]) -> Iterator[bytes]:
    """Yield a zip of ``entries``, the name of a file and what it holds, part after part."""
    directory, count, begins = bytearray(), 0, 0
    for name, file in entries:
        encoded = name.encode()
        common = pack(
            "<HHHHHLLLHH",
            NEEDS,
            UTF_8,
            DEFLATED,
            0,
            THE_EIGHTIES,
            file.check,
            len(file.deflated),
            file.length,
            len(encoded),
            0,
        )
        place = pack("<HHHLL", 0, 0, 0, READABLE, begins)
        directory += b"PK\x01\x02" + pack("<H", MADE_BY) + common + place + encoded
        head = b"PK\x03\x04" + common + encoded
        yield head
        yield file.deflated
        begins += len(head) + len(file.deflated)
        count += 1
    yield bytes(directory)
    told = count
    if count > MOST_ENTRIES:
        told = MOST_ENTRIES
        yield _large_end(count, len(directory), begins)
    yield pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, told, told, len(directory), begins, 0)


def _large_end(count: int, length: int, begins: int) -> bytes:
    """Return what tells the count of a large zip, and where that is told (APPNOTE 6.3, 4.3.14)."""
    end = pack(
        "<4sQHHLLQQQQ",
        b"PK\x06\x06",
        44,
        MADE_BY,
        NEEDS_FOR_LARGE,
        0,
        0,
        count,
        count,
        length,
        begins,
    )
    return end + pack("<4sLQL", b"PK\x06\x07", 0, begins + length, 1)
