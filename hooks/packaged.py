"""How the wheel is built: what stands beside the code goes within it (``boutdufil.resources``)."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path

from setuptools.command.build_py import build_py

HOOKS = Path(__file__).parent
RESOURCES = runpy.run_path(str(HOOKS / "boutdufil" / "resources.py"))
"""Run alone: the package asks for libraries that are not there while it is built."""


class BuildPy(build_py):  # type: ignore[misc]  # setuptools tells no types
    """Puts the templates, the hook, the settings and the content in the package."""

    def run(self) -> None:
        super().run()
        # An editable installation leaves everything where it is.
        if not self.editable_mode:
            for source, target in self._brought():
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                self.copy_file(source, target)

    def get_source_files(self) -> list[str]:
        return [*super().get_source_files(), str(Path("hooks", "packaged.py")), *_sources()]

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        brought = [] if self.editable_mode else [target for _source, target in self._brought()]
        return [*super().get_outputs(include_bytecode), *brought]

    def _brought(self) -> Iterator[tuple[str, str]]:
        folder = Path(self.build_lib, "boutdufil", RESOURCES["PACKAGED"])
        for source in _sources():
            yield source, str(folder / source)


def _sources() -> Iterator[str]:
    """Yield every file to bring, from the root of the repository, in the order of their names."""
    for part in map(Path, RESOURCES["PARTS"]):
        for file in sorted(part.rglob("*")) if part.is_dir() else [part]:
            if file.is_file() and "__pycache__" not in file.parts:
                yield str(file)
