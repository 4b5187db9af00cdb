"""``fil editeur``: what VS Code takes from the declarations, in .vscode/."""

from __future__ import annotations

from argparse import Namespace

from boutdufil.edge.clock import latest_day
from boutdufil.edge.commands.folders import content_reader, project_folder
from boutdufil.tools.editor import FOLDER, files, write


def run(options: Namespace) -> int:
    """Write the files; return 0."""
    target = project_folder() / FOLDER
    words = content_reader(options).read(latest_day()).taxonomy
    write(target, words)
    print(f"{len(files(words))} fichiers à jour dans {target}/")
    return 0
