"""A browser as a program: started with nothing of the one before, and ended whatever happens."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.engines.engine import EngineError


class Program:
    """A program with a folder of its own, which goes with it."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._folder = folder
        self._said = (folder / "dit").open("w+", encoding="utf-8")
        self._run = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._said,
            start_new_session=True,
        )

    def said(self, pattern: str) -> str | None:
        """Return the first group of what the program said; None when it has not yet.

        Raises EngineError once the program has ended.
        """
        words = Path(self._said.name).read_text(encoding="utf-8", errors="replace")
        if match := re.search(pattern, words):
            return match[1]
        if self._run.poll() is not None:
            raise EngineError(f"{self._run.args!r} : {words[-2000:]}")
        return None

    def end(self) -> None:
        """Stop it and what it started, at once: nothing of it is kept."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._run.pid, signal.SIGKILL)
        self._run.wait()
        self._said.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def own_folder() -> Path:
    """Return a new folder for a profile."""
    return Path(tempfile.mkdtemp(prefix="navigateur-"))


def free_port() -> int:
    """Return a port of this machine that nothing holds."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
