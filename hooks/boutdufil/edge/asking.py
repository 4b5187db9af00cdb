"""Questions asked at the keyboard, or answered beforehand by an option."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from boutdufil.edge.console import is_readable, typed_line
from boutdufil.language.text import closest, meant

T = TypeVar("T")


def answer(
    given: str | None,
    question: str,
    understand: Callable[[str], T],
    proposal: str = "",
    *,
    ask: bool = True,
) -> T:
    """Understand the option, or ask until the answer is understood; none is the proposal.

    Raises ValueError when an option, or a proposal that is not asked about, is not understood:
    there is nobody to ask again. Raises EOFError when nobody answers.
    """
    if given is not None or not ask:
        return understand(_readable((given if given is not None else proposal).strip()))
    shown = f"{question} (Entrée : {proposal})" if proposal else question
    while True:
        line = typed_line(f"{shown} : ")
        try:
            return understand(_readable(line.strip() or proposal))
        except ValueError as error:
            print(error)


def _readable(typed: str) -> str:
    if not is_readable(typed):
        raise ValueError("cette réponse ne se lit pas : écrivez-la avec des lettres ordinaires.")
    return typed


def choices(names: Mapping[str, str]) -> str:
    """Return a line a choice: its key, then its name."""
    return "\n".join(f"  {key} : {name}" for key, name in names.items())


def one_of(word: str, names: Mapping[str, str]) -> str:
    """Return the key that is written, or whose name is; raises ValueError with the intention."""
    keys = tuple(names)
    if known := meant(word, keys, names):
        return known
    near = closest(word, keys)
    likely = f" Vouliez-vous dire « {near} » ?" if near else ""
    raise ValueError(f"« {word.strip()} » n’est pas connu.{likely} ({', '.join(keys)})")
