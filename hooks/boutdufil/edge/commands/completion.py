"""``fil completion``: what a shell needs to finish a command, an option or a path that is begun."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Iterator

import shtab

from boutdufil.edge.arguments import parser, typed_path


def run(options: Namespace) -> int:
    """Print the script of a shell."""
    whole = parser()
    for action in _actions(whole):
        if action.type is typed_path:
            is_folder = action.metavar == "DOSSIER"
            action.complete = shtab.DIRECTORY if is_folder else shtab.FILE  # type: ignore[attr-defined]
    print(shtab.complete(whole, options.shell))
    return 0


def _actions(of: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield what may be asked of a command, and of those within it."""
    for action in of._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
