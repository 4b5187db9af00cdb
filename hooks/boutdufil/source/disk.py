"""The files of the content on the disk: only ordinary ones are opened, be it to read or to write.

A link leads out of the folder, a device has no end, a pipe waits for ever: none is followed, and
what a pull request puts there reads, and writes, nothing of the machine.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from boutdufil.source.bounds import MOST_BYTES

# Where a system lacks one (Windows), it has no such file either.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


class NotAFileError(ValueError):
    """What stands at a path is no ordinary file, or a link leads there."""


def read_ordinary(root: Path, path: str, most: int = MOST_BYTES) -> bytes | None:
    """Return the bytes of a file of ``root``, None when it is not there or is no ordinary file.

    Of a file that is larger than ``most`` bytes, no more is read than tells it.
    """
    try:
        _check_way(root, path)
        opened = os.open(root / path, os.O_RDONLY | _NO_LINK | _NO_WAIT)
    except (OSError, ValueError):
        return None
    with os.fdopen(opened, "rb") as file:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            return None
        try:
            return file.read(most + 1)
        except OSError:
            return None


def write_ordinary(root: Path, path: str, content: bytes, *, is_new: bool = False) -> None:
    """Write a file of ``root``, whole or not at all, and the folders that lead to it.

    Raises NotAFileError rather than follow a link, or than replace a file when ``is_new``.
    """
    _check_way(root, path)
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    mode = file.lstat().st_mode if os.path.lexists(file) else None
    if mode is not None and (is_new or not stat.S_ISREG(mode)):
        raise NotAFileError(path)
    # Beside, then in its place: a full disk empties no file of its author.
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        opened = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o666)
        with os.fdopen(opened, "wb") as written:
            written.write(content)
        if mode is not None:
            aside.chmod(stat.S_IMODE(mode))
        aside.replace(file)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def remove_ordinary(root: Path, path: str) -> None:
    """Remove a file of ``root``, when it is there, and the folders that are then empty.

    Raises NotAFileError rather than follow a link, or than remove anything but a file.
    """
    _check_way(root, path)
    file = root / path
    if not os.path.lexists(file):
        return
    if not stat.S_ISREG(file.lstat().st_mode):
        raise NotAFileError(path)
    file.unlink()
    for name in [*Path(path).parents][:-1]:
        with suppress(OSError):  # It holds something else.
            (root / name).rmdir()


def is_reached(root: Path, path: str) -> bool:
    """Tell whether no link stands between ``root`` and its file, there or not."""
    try:
        _check_way(root, path)
    except NotAFileError:
        return False
    return True


def _check_way(root: Path, path: str) -> None:
    """Raise NotAFileError when a folder between ``root`` and its file is a link."""
    if Path(path).is_absolute():
        raise NotAFileError(path)
    folder = root
    for name in Path(path).parts[:-1]:
        folder /= name
        if name == ".." or folder.is_symlink():
            raise NotAFileError(path)


def everything(root: Path) -> Iterator[tuple[str, bool]]:
    """Yield the path of all that ``root`` holds but folders, and whether it is an ordinary file.

    A link is one that is not, even to a folder: nothing is looked for behind it.
    """
    for file in sorted(root.rglob("*")):
        mode = file.lstat().st_mode
        if not stat.S_ISDIR(mode):
            is_ordinary = stat.S_ISREG(mode) and os.access(file, os.R_OK)
            yield file.relative_to(root).as_posix(), is_ordinary
