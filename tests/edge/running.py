"""``fil`` as a person runs it: another process with a console of its own, or this one."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from mkdocs.config import load_config

from boutdufil.edge import mkdocs_build
from boutdufil.edge.cli import main
from tests.site.builds import SILENT, with_compiled_templates

FIL = (sys.executable, "-m", "boutdufil.edge.cli")
Answered = TypeVar("Answered")
Answer = subprocess.CompletedProcess[bytes]
"""The answer is bytes, as the console gets them."""


def fil(
    *arguments: str | Path,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    typed: bytes = b"",
) -> Answer:
    """Run a command in ``folder``, in another process."""
    return subprocess.run(
        [*FIL, *map(str, arguments)],
        cwd=folder,
        env=_environment(environment),
        input=typed,
        capture_output=True,
        timeout=120,
        check=False,
    )


def fil_here(
    *arguments: str | Path,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    typed: bytes = b"",
    encoding: str = "utf-8",
) -> Answer:
    """Run a command in ``folder``, in this process: it loads nothing again.

    Its streams are those that Python opens for ``PYTHONIOENCODING``.
    """
    name, _, errors = encoding.partition(":")
    told, warned = io.BytesIO(), io.BytesIO()
    with (
        chdir(folder),
        patch.dict(os.environ, _environment(environment), clear=True),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), name, errors or "strict")),
        patch.object(sys, "stdout", io.TextIOWrapper(told, name, errors or "strict")),
        patch.object(sys, "stderr", io.TextIOWrapper(warned, name, "backslashreplace")),
        patch.object(mkdocs_build, "load_config", _quickly_loaded),
        _logs_of_its_own(),
    ):
        try:
            code = main([*map(str, arguments)])
        except SystemExit as left:
            code = int(left.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        return subprocess.CompletedProcess(arguments, code, told.getvalue(), warned.getvalue())


def main_apart(*arguments: str | Path) -> int:
    """Run a command that opens a browser."""
    return apart(lambda: main([*map(str, arguments)]))


def apart(call: Callable[[], Answered]) -> Answered:
    """Call what opens a browser, in a thread of its own.

    Playwright allows one of itself in each, and the scenarios may have theirs in this one.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(call).result()


def _environment(asked: Mapping[str, str] | None) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    return {**inherited, **SILENT, **(asked or {})}


_quickly_loaded = with_compiled_templates(load_config)


@contextmanager
def _logs_of_its_own() -> Iterator[None]:
    """Let a command say what it logs to the streams of the moment, and leave no trace of it."""
    root, mkdocs = logging.getLogger(), logging.getLogger("mkdocs")
    handlers, level = root.handlers, mkdocs.level
    root.handlers = []
    try:
        yield
    finally:
        root.handlers = handlers
        mkdocs.setLevel(level)
