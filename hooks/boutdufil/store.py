"""What was made once and need not be made again: values kept by the hash of what they came from.

The folder may be deleted at any time. What cannot be read back is made again, without a word.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import zlib
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

FOLDER = ".cache"
ELSEWHERE = "BOUTDUFIL_CACHE"
"""The variable that names another folder than the project's."""
MOST_FILES = 12_000
"""Beyond, those used longest ago are removed, down to two thirds."""
MAKERS = (
    *("Jinja2", "Markdown", "MarkupSafe", "nh3", "opening-hours-py"),
    *("pymdown-extensions", "PyYAML", "segno"),
)
"""The libraries whose version changes what is read, or made of it."""
_PACKAGE = Path(__file__).parent
_UNREADABLE = (
    *(OSError, EOFError, zlib.error, pickle.UnpicklingError, ImportError),
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
)
"""What reading a file that is missing, cut short or of another age may raise."""
_PLAIN = {("datetime", "date"), ("markupsafe", "Markup")}
"""What our values are made of, besides the types that pickle knows."""


class Store:
    """A folder of values; one that another user could write to is left alone, and nothing kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder if _is_ours(folder) else None

    def recall(self, parts: Sequence[bytes]) -> object:
        """Return what was kept for ``parts``, or None."""
        if self._folder is None:
            return None
        file = self._folder / _key(parts)
        try:
            value = _Reader(io.BytesIO(zlib.decompress(file.read_bytes()))).load()
        except _UNREADABLE:
            return None
        with suppress(OSError):
            os.utime(file)
        return value

    def keep(self, parts: Sequence[bytes], value: object) -> None:
        """Keep ``value`` for ``parts``; a full disk or a lost folder is no trouble."""
        if self._folder is None:
            return
        file = self._folder / _key(parts)
        aside = file.with_name(f"{file.name}.{os.getpid()}")
        with suppress(OSError):
            aside.write_bytes(zlib.compress(pickle.dumps(value, protocol=5), 1))
            aside.replace(file)

    def tidy(self) -> None:
        """Remove what was used longest ago, when there is too much."""
        if self._folder is None:
            return
        with suppress(OSError):
            files = [*os.scandir(self._folder)]
            if len(files) > MOST_FILES:
                for file in sorted(files, key=_age)[: len(files) - MOST_FILES * 2 // 3]:
                    with suppress(OSError):
                        Path(file).unlink()


def store_of(project: Path) -> Store | None:
    """Return the store of a project, or None where there is no project (no ``mkdocs.yml``)."""
    if named := os.environ.get(ELSEWHERE):
        return Store(Path(named))
    return Store(project / FOLDER) if (project / "mkdocs.yml").is_file() else None


def _age(file: os.DirEntry[str]) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0


def _is_ours(folder: Path) -> bool:
    """Tell whether nobody else can write to the folder, made if need be: pickles run what they say.

    Where there is no owner to ask (Windows), a user's folders are their own.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        state = folder.lstat()
    except OSError:
        return False
    if folder.is_symlink() or not folder.is_dir():
        return False
    return not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & 0o022)


def _key(parts: Sequence[bytes]) -> str:
    whole = sha256(_maker())
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


@cache
def _maker() -> bytes:
    """Return the hash of what reads: this package as it is written, its libraries, Python."""
    whole = sha256(repr((sys.version_info[:3], [version(name) for name in MAKERS])).encode())
    for file in sorted(_PACKAGE.rglob("*.py")):
        whole.update(file.relative_to(_PACKAGE).as_posix().encode())
        whole.update(file.read_bytes())
    return whole.digest()


class _Reader(pickle.Unpickler):
    """Builds values of this package only, and what they are made of."""

    def find_class(self, module: str, name: str) -> object:
        if module.split(".")[0] == "boutdufil" or (module, name) in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
