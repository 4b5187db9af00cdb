"""What the pages’ scripts know of French: the tables of this folder, as one script.

The scripts of ``overrides/assets/js/french/`` apply them; they follow these in the same file, so
that a page never mixes two versions. Nothing that is written here is written there.
"""

from __future__ import annotations

import json
from dataclasses import asdict

from boutdufil.language import message, sentences, text, typography

SCRIPT = "french.js"
"""The script of the pages that needs the tables, which come first in it."""

Tables = dict[str, dict[str, object]]


def tables() -> Tables:
    """Return the tables as plain values, by question."""
    return {
        "text": {
            "spaces": text.SPACES,
            "accents": text.ACCENTS,
            "folded": text.FOLDED,
            "notInAddresses": text.NOT_IN_ADDRESSES,
        },
        "sentences": {**asdict(sentences.RULES), "lookedBack": sentences.LOOKED_BACK},
        "typography": {
            "narrow": typography.NARROW,
            "wide": typography.WIDE,
            "narrowBefore": typography.NARROW_BEFORE,
            "narrowAfter": typography.NARROW_AFTER,
            "wideBefore": typography.WIDE_BEFORE,
        },
        "message": {
            "basic": message.BASIC,
            "extended": message.EXTENDED,
            "replaced": message.REPLACED,
            "single": message.SINGLE_SEGMENT,
            "joined": message.JOINED_SEGMENT,
        },
    }


def script() -> str:
    """Return the script that hands the tables to those that follow it."""
    values = json.dumps({"tables": tables()}, ensure_ascii=True, separators=(",", ":"))
    return f"window.filFrench={values};\n"
