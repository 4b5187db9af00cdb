"""What was made once and need not be made again: values kept by the hash of what they came from.

The folder may be deleted at any time. What cannot be read back is made again.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import cast

from boutdufil.pickled import LEVEL, WHAT_FAILS, opened, packed

log = logging.getLogger(__name__)

FOLDER = ".cache"
ELSEWHERE = "BOUTDUFIL_CACHE"
"""The variable that names another folder than the project's."""
MOST_FILES, MOST_OF_EACH = 40_000, 15
"""Beyond, and beyond so many for each file of the content, those used longest ago are removed, down
to two thirds: a build keeps six or seven of each tutorial, and finds them at the next."""
MAKERS = (
    *("Brotli", "calmjs.parse", "deflate", "Jinja2", "Markdown", "MarkupSafe", "mkdocs-material"),
    *("nh3", "opening-hours-py", "pymdown-extensions", "PyYAML", "rjsmin", "segno"),
)
"""The libraries whose version changes what is read, or made of it."""
_PACKAGE = Path(__file__).parent


class Store:
    """A folder of values; one that another user could write to is left alone, and nothing kept.

    What is wrong with it is said once, and changes nothing of what is made.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder if _is_ours(folder) else None
        if self._folder is None:
            _warn(folder, "n’est pas à vous seul, ou ne peut être fait : rien n’y est lu ni gardé")

    def recall(self, parts: Sequence[bytes]) -> object:
        """Return what was kept for ``parts``, or None."""
        if self._folder is None:
            return None
        key = _key(parts)
        file = self._folder / key
        try:
            kept_as, value = cast(tuple[str, object], opened(file.read_bytes()))
            if kept_as != key:
                raise ValueError("it is in the place of another")
        except FileNotFoundError:
            return None
        except WHAT_FAILS:
            _warn(self._folder, "est abîmé : ce qui ne s’y lit plus est refait")
            return None
        with suppress(OSError):
            os.utime(file)
        return value

    def keep(self, parts: Sequence[bytes], value: object, level: int = LEVEL) -> None:
        """Keep ``value`` for ``parts``; a full disk or a lost folder is no trouble.

        ``level`` is that of libdeflate: 0 for what is compressed already.
        """
        if self._folder is None:
            return
        key = _key(parts)
        aside = self._folder / f"{key}.{os.getpid()}"
        try:
            aside.write_bytes(packed((key, value), level))
            aside.replace(self._folder / key)
        except OSError:
            _warn(self._folder, "ne se laisse pas écrire : tout sera refait la fois suivante")
            with suppress(OSError):
                aside.unlink(missing_ok=True)

    def tidy(self, count: int) -> None:
        """Remove what was used longest ago: too much was kept for ``count`` files of content."""
        if self._folder is None:
            return
        with suppress(OSError):
            files, most = [*os.scandir(self._folder)], max(MOST_FILES, MOST_OF_EACH * count)
            if len(files) > most:
                for file in sorted(files, key=_age)[: len(files) - most * 2 // 3]:
                    with suppress(OSError):
                        Path(file).unlink()


def store_of(project: Path) -> Store | None:
    """Return the store of a project, or None where there is no project (no ``mkdocs.yml``)."""
    if named := os.environ.get(ELSEWHERE):
        return Store(Path(named))
    return Store(project / FOLDER) if (project / "mkdocs.yml").is_file() else None


@cache
def _warn(folder: Path, trouble: str) -> None:
    """Say once in a process what is wrong with a folder; it is not among what stops a build."""
    log.warning("Le dossier « %s » %s. Vous pouvez l’effacer.", folder, trouble)


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
