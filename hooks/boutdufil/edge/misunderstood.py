"""A call that cannot be understood, told in French, with the word that was likely meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from boutdufil.edge.arguments import COMMAND
from boutdufil.language.text import closest

# What argparse says, in English, from Python 3.11 on; the choices of a command, or of an option.
_CHOICE = re.compile(
    r"argument (?P<of>\S+): invalid choice: '(?P<typed>.*?)' \(choose from (?P<all>.*)\)"
)
_UNKNOWN = re.compile(r"unrecognized arguments: (?P<typed>\S+).*")
_AMBIGUOUS = re.compile(r"ambiguous option: (?P<typed>\S+) could match (?P<all>.*)")
_MISSING = re.compile(r"the following arguments are required: (?P<all>.*)")
_ALONE = re.compile(r"argument (?P<of>\S+): expected (?:one|at least one) argument")
_NO_NUMBER = re.compile(r"argument (?P<of>\S+): invalid int value: '(?P<typed>.*)'")


def misunderstood(message: str, options: Iterable[str], commands: Iterable[str]) -> str:
    """Return what argparse tells in ``message``, in French.

    ``options`` are those that may be given there, ``commands`` those of ``fil``.
    """
    for pattern, tell in _TOLD:
        if match := pattern.fullmatch(message):
            return tell(match, tuple(options), tuple(commands))
    return "cet appel n’est pas compris."


def _choice(match: re.Match[str], _options: Sequence[str], commands: Sequence[str]) -> str:
    if match["of"] == COMMAND:
        told, known = f"« {match['typed']} » n’est pas une commande.", commands
    else:
        known = re.findall(r"[\w-]+", match["all"])
        told = f"« {match['typed']} » n’est pas connu pour {match['of']}."
    return f"{told}{_meant(match['typed'], known)} Il y a : {', '.join(known)}."


def _unknown(match: re.Match[str], options: Sequence[str], _commands: Sequence[str]) -> str:
    typed = match["typed"].partition("=")[0]
    if typed.startswith("-"):
        return f"l’option {typed} n’existe pas ici.{_meant(typed, options)}"
    return f"« {typed} » est de trop."


def _meant(typed: str, known: Iterable[str]) -> str:
    near = closest(typed, known)
    return f" Vouliez-vous dire « {near} » ?" if near else ""


_TOLD: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], Sequence[str], Sequence[str]], str]], ...
] = (
    (_CHOICE, _choice),
    (_UNKNOWN, _unknown),
    (_AMBIGUOUS, lambda match, *_: f"{match['typed']} peut vouloir dire {match['all']}."),
    (_MISSING, lambda match, *_: f"il manque : {match['all']}."),
    (_ALONE, lambda match, *_: f"il manque une valeur après {match['of']}."),
    (_NO_NUMBER, lambda match, *_: f"{match['of']} attend un nombre, et non « {match['typed']} »."),
)
