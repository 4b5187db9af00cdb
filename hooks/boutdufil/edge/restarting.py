"""A preview whose code changes under it: a module is loaded once per process."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from boutdufil.resources import HOOK, PACKAGE

log = logging.getLogger("mkdocs.boutdufil")


def restart_command(python: str, started: Sequence[str]) -> list[str]:
    """Return what starts again the program that runs, ``started`` being how Python was called.

    Ours, MkDocs or ProperDocs, as a script or by ``-m``, with the same options.
    """
    return [python, *started[1:]]


def restart() -> None:
    """Start again as this process was started."""
    log.info("Le code a changé : le serveur redémarre.")
    os.execv(sys.executable, restart_command(sys.executable, sys.orig_argv))  # noqa: S606


def code_state() -> tuple[int, ...]:
    """Return what changes when a file of the hooks changes."""
    return tuple(file.stat().st_mtime_ns for file in (*sorted(PACKAGE.rglob("*.py")), HOOK))
