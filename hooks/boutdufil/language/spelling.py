"""Which French words exist, and which one was meant.

The list is the French one of pyspellchecker (MIT): 140,000 forms, and how often each is met, read
in 45 ms. Only its data is used: a suggestion is a few lines, and none of its classes.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_LETTERS = "abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûü"

_OF_THE_TRADE = (
    "appli appuyez arobase clic clics clique cliquer cliquez cliqué cliquent cookie cookies e-mail "
    "e-mails internet mail mails ordi sms smartphone smartphones texto textos usb wifi windows mac "
    "android iphone pdf cv url tpe"
)
"""Words of these tutorials that a list made from films lacks."""


@cache
def frequencies() -> dict[str, int]:
    """Return how often each known form is met; « œ » is written « oe »."""
    found = find_spec("spellchecker")
    assert found is not None, "locked with the dependencies"
    assert found.origin is not None
    raw = (Path(found.origin).parent / "resources" / "fr.json.gz").read_bytes()
    words: dict[str, int] = json.loads(gzip.decompress(raw))
    return dict.fromkeys(_OF_THE_TRADE.split(), 1) | words


def plain_letters(word: str) -> str:
    """Return ``word`` as the list writes it."""
    return word.lower().replace("œ", "oe").replace("æ", "ae")


LONGEST = 30
"""Letters of the longest word that a slip of a finger may have changed: French has none longer."""


def suggestion(word: str) -> str | None:
    """Return the most frequent form that one mistake turns into ``word``.

    What is tried grows as the square of its letters.
    """
    if len(word) > LONGEST:
        return None
    known = frequencies()
    near = {other for other in _one_mistake_away(plain_letters(word)) if other in known}
    return max(sorted(near), key=lambda other: known[other]) if near else None


def _one_mistake_away(word: str) -> set[str]:
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return {
        *(before + after[1:] for before, after in cuts if after),
        *(before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1),
        *(before + letter + after[1:] for before, after in cuts if after for letter in _LETTERS),
        *(before + letter + after for before, after in cuts for letter in _LETTERS),
    } - {word}
