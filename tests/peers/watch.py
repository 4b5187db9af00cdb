"""Run one command and tell what it took: ``python watch.py FOLDER COMMAND…`` writes a JSON object.

It is run by the Python of ``build/pairs/``, which has psutil, and imports nothing else: the memory
of who starts a program counts in it until it becomes another.

- ``seconds``: from its start to its end.
- ``cpu_seconds``: the processors' time, its own and that of the processes it waited for.
- ``peak_megabytes``: the highest seen of its processes together, a shared page being counted once;
  what Linux says of the largest of them alone, when that is more (one too short to be seen).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence

import psutil

EVERY, SPARED = 0.05, 30
"""Seconds between two looks at the memory; or this many times what the last one took.

Linux holds a process while it counts its pages: looking all the time made one three times slower.
"""


def _held(process: psutil.Process) -> int:
    """Return the bytes of one process; none once it has ended."""
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:
        return 0


class _Look(threading.Thread):
    """Looks at the memory of a process and of those that it started, until it is told to stop."""

    def __init__(self, number: int) -> None:
        super().__init__(daemon=True)
        self._number = number
        self._over = threading.Event()
        self.peak = 0

    def run(self) -> None:
        try:
            first = psutil.Process(self._number)
            pause = EVERY
            while not self._over.wait(pause):
                start = time.perf_counter()
                tree = [first, *first.children(recursive=True)]
                self.peak = max(self.peak, sum(map(_held, tree)))
                pause = max(EVERY, SPARED * (time.perf_counter() - start))
        except psutil.Error:
            return  # It has ended.

    def stop(self) -> None:
        self._over.set()
        self.join()


def watched(command: Sequence[str], folder: str) -> dict[str, float]:
    """Run ``command`` in ``folder``; raises CalledProcessError, once its output has been shown."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        look = _Look(process.pid)
        look.start()
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        look.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.stderr.buffer.write(output.read())
            raise subprocess.CalledProcessError(process.returncode, command)
    # Linux counts in kibibytes.
    peak = max(look.peak, usage.ru_maxrss * 1024)
    return {
        "seconds": round(seconds, 3),
        "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 3),
        "peak_megabytes": round(peak / 1_000_000, 1),
    }


if __name__ == "__main__":
    try:
        print(json.dumps(watched(sys.argv[2:], sys.argv[1])))
    except subprocess.CalledProcessError as error:
        sys.exit(str(error))
