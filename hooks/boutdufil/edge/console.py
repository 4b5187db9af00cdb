"""A console that never stops a command: whatever its encoding, and even when nobody reads on."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata

_NEAREST = "boutdufil.nearest"
_WORDS = {
    **dict.fromkeys("’‘‚“”„′", "'"),
    **dict.fromkeys("–—‑−•", "-"),
    "«": "<<",
    "»": ">>",
    "→": "->",
    "←": "<-",
    "×": "x",
    "€": "EUR",
    "№": "no",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "ß": "ss",
}
"""Never a double quote nor a backslash: a program may be reading JSON."""
_UNSEEN = {"Mn", "Cf"}
"""Accents that stand apart, joiners, byte order marks."""


def speak_any_encoding() -> None:
    """Let the standard streams take any character: what a console lacks is written nearly.

    What is typed is taken whole as well; a byte that is no character comes as a lone surrogate.
    """
    codecs.register_error(_NEAREST, _write_nearest)
    for stream, errors in (
        (sys.stdout, _NEAREST),
        (sys.stderr, _NEAREST),
        (sys.stdin, "surrogateescape"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def typed_line(question: str) -> str:
    """Return what is typed; raises EOFError when nobody can type: a closed input, a folder."""
    try:
        return input(question)
    except BrokenPipeError:
        raise
    except (RuntimeError, OSError) as error:
        raise EOFError from error


def nearest(text: str) -> str:
    """Return ``text`` in ASCII: « L’été… » is ``<< L'ete... >>``, what has no like is ``?``."""
    return "".join(_nearest_character(character) for character in text)


def is_readable(text: str) -> bool:
    """Tell whether ``text`` is made of characters, none of them a control or a stray byte."""
    return not any(unicodedata.category(character) in {"Cc", "Cs"} for character in text)


def forget_the_rest() -> None:
    """Write what is still to come nowhere, so that leaving does not fail in turn."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _write_nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return nearest(error.object[error.start : error.end]), error.end


def _nearest_character(character: str) -> str:
    if character.isascii():
        return character
    if character in _WORDS:
        return _WORDS[character]
    if unicodedata.category(character) in _UNSEEN:
        return ""
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain.replace('"', "'").replace("\\", "/") or "?"
