"""Build aside, then swap: whatever happens to a build, the published folder stays whole.

A file that did not change keeps its day: a host still answers that it is the same, and whoever
copies the site copies what changed.

Several builds may run at once: each has a folder of its own, and the last to end is published.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from glob import escape
from pathlib import Path
from tempfile import mkdtemp
from time import time

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows has no such lock: see _is_left.
    flock = None  # type: ignore[assignment]

FRESH, FORMER = "neuf", "ancien"
A_DAY = 86_400
"""In seconds: no build lasts that long."""
TRIES = 20
"""How many times one tries again when another build publishes between two renames."""
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""From linux/fcntl.h and linux/fs.h: from the working folder, and both names keep something."""


def publish(build: Callable[[Path], None], site: Path) -> None:
    """Run ``build`` on an empty folder beside ``site``, then put that folder in its place.

    Whatever ``build`` raises is raised again once the half-made folder is removed. What a former
    run that was killed left behind is put right first.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    with _begun(site) as fresh:
        try:
            build(fresh)
            _keep_days(fresh, site)
            former = _put_in_place(fresh, site)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        if former:
            shutil.rmtree(former, ignore_errors=True)


@contextmanager
def _begun(site: Path) -> Iterator[Path]:
    """Yield a folder of one's own, held until the end: nobody takes it for a leftover."""
    with ExitStack() as own:
        # Of two builds that begin together, one would take the other's folder for a leftover.
        with _held(site.parent):
            _tidy(site)
            fresh = Path(mkdtemp(prefix=f".{site.name}-{FRESH}-", dir=site.parent))
            own.enter_context(_held(fresh))
        # A web server reads it, as any folder that is made here.
        fresh.chmod(0o777 & ~_umask())
        yield fresh


def _tidy(site: Path) -> None:
    """Give back the site that a kill left between two renames, and remove what no build holds."""
    former = [*filter(_is_left, _beside(site, FORMER))]
    if former and not site.exists():
        former.pop().rename(site)
    for leftover in (*former, *filter(_is_left, _beside(site, FRESH))):
        shutil.rmtree(leftover, ignore_errors=True)


def _beside(site: Path, state: str) -> list[Path]:
    return sorted(site.parent.glob(f".{escape(site.name)}-{state}*"))


def _keep_days(fresh: Path, site: Path) -> None:
    """Give each file of ``fresh`` the day of the one of ``site`` that has its bytes."""
    with suppress(OSError):
        with os.scandir(site) as former, os.scandir(fresh) as made:
            known, entries = {each.name: each for each in former}, [*made]
        for entry in entries:
            before = known.get(entry.name)
            if before is None or entry.is_symlink() or before.is_symlink():
                continue
            if entry.is_dir():
                _keep_days(Path(entry), Path(before))
            elif before.is_file():
                _keep_day(entry, before)


def _keep_day(entry: os.DirEntry[str], before: os.DirEntry[str]) -> None:
    now, then = entry.stat(), before.stat()
    if now.st_ino == then.st_ino or now.st_size != then.st_size:
        return
    if Path(entry).read_bytes() == Path(before).read_bytes():
        os.utime(entry, ns=(then.st_atime_ns, then.st_mtime_ns))


def write_last(file: Path, content: bytes, published: Path) -> None:
    """Write a file that nothing changes any more; one that is ``published`` so is only named again.

    It is then one file under two names, until the former site goes: half the files of a site are
    not written again. Where the disk has no such names, they are.
    """
    try:
        if published.is_symlink() or published.read_bytes() != content:
            raise OSError
        os.link(published, file)
    except OSError:
        file.write_bytes(content)


def _put_in_place(fresh: Path, site: Path) -> Path | None:
    """Put ``fresh`` in the place of ``site``; return where the former site is now, if any."""
    for left in reversed(range(TRIES)):
        try:
            if not site.exists():
                fresh.rename(site)
                return None
            return fresh if _exchange(fresh, site) else _rename_both(fresh, site)
        except OSError:
            # Another build has perhaps just taken that place, or left it.
            if not left:
                raise
    raise AssertionError("the last try returns or raises")


def _rename_both(fresh: Path, site: Path) -> Path:
    """Do in two steps what the disk cannot do in one; return where the former site is."""
    former = site.with_name(f".{site.name}-{FORMER}-{fresh.name.rpartition('-')[2]}")
    site.rename(former)
    try:
        fresh.rename(site)
    except OSError:
        with suppress(OSError):
            former.rename(site)
        shutil.rmtree(former, ignore_errors=True)
        raise
    return former


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders at once, where the system and the disk can: nobody sees neither."""
    exchange = getattr(_system(), "renameat2", None)
    if exchange is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    return bool(exchange(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)


def _system() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(None)
    except (OSError, TypeError):  # Windows
        return None


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder, after whoever holds it; a kill lets it go, and nothing is left behind."""
    if flock is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network disks have no locks: the build goes on without.
        with suppress(OSError):
            flock(descriptor, LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _is_left(folder: Path) -> bool:
    """Tell whether no build holds a folder; without locks, whether it is a day old."""
    try:
        if flock is None:
            return time() - folder.stat().st_mtime > A_DAY
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # Its build has just ended.
        return False
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(descriptor)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
