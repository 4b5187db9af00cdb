"""A text message as it will be sent, and what it costs."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The default alphabet of GSM 03.38 (3GPP TS 23.038, § 6.2.1), a septet a character."""
EXTENDED = "^{}\\[~]|€\f"
"""Its extension table (§ 6.2.1.1): each of these follows an escape, and takes two septets."""
REPLACED = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "…": "...",
    "–": "-",
    "—": "-",
    "œ": "oe",
    "Œ": "OE",
    "\u00a0": " ",
    "\u202f": " ",
    "\t": " ",
}
"""What a French keyboard writes and the alphabet lacks, with what says the same."""

_KNOWN = frozenset(BASIC + EXTENDED)
_REPLACED = str.maketrans(REPLACED)
_INNER_SPACE = re.compile(r"(?<=«)\s+|\s+(?=»)")

SINGLE_SEGMENT = 160
"""Septets of a message sent alone: 140 octets (3GPP TS 23.040, § 9.2.3.24)."""
JOINED_SEGMENT = 153
"""Septets of one that others follow: the header that joins them takes six octets, seven septets."""
LONGEST = 2 * JOINED_SEGMENT
"""Two segments, in characters of the GSM alphabet."""


def to_gsm(text: str) -> str:
    """Return ``text`` in the GSM 03.38 alphabet; a letter outside it loses its accent (ê → e).

    A guillemet takes its inner space with it, as one straight quote replaces both.
    """
    spaced = _INNER_SPACE.sub("", text)
    kept = []
    for character in unicodedata.normalize("NFC", spaced).translate(_REPLACED):
        if character in _KNOWN:
            kept.append(character)
            continue
        bare = unicodedata.normalize("NFD", character)[0]
        kept.append(bare if bare in BASIC else "?")
    return "".join(kept)


def is_lost(character: str) -> bool:
    """Tell whether a text message cannot carry ``character``, not even without its accent."""
    return to_gsm(character) == "?" != character


def loses_accent(word: str) -> bool:
    """Tell whether a small letter of ``word`` loses its accent in a text message: ``même``, ``ça``.

    A capital without its accent is no mistake to the eye; neither is ``oe`` for ``œ``.
    """
    return any(
        letter.islower() and letter not in REPLACED and to_gsm(letter) != letter
        for letter in unicodedata.normalize("NFC", word)
    )


def length(message: str) -> int:
    """Return the length of a GSM message in septets; an extended character takes two."""
    return sum(2 if character in EXTENDED else 1 for character in message)


def segments(message: str) -> int:
    """Return how many text messages carry a GSM message."""
    septets = length(message)
    return 1 if septets <= SINGLE_SEGMENT else math.ceil(septets / JOINED_SEGMENT)


@dataclass(frozen=True, slots=True)
class Message:
    """A text message in the GSM alphabet."""

    text: str

    @property
    def length(self) -> int:
        """Its length, in septets."""
        return length(self.text)

    @property
    def segments(self) -> int:
        """How many text messages carry it."""
        return segments(self.text)


def recap_message(recap: str, number: str, noun: str = "Fiche") -> str:
    """Return the recap as it is sent, with the ``noun`` and the number of what was read."""
    return to_gsm(f"{recap.strip()} {noun} {number}.")
