"""``fil servir``: the site as its author writes it, up to date at each save."""

from __future__ import annotations

import socket
import sys
from argparse import Namespace

from boutdufil.edge.commands.folders import content_folder, project_folder
from boutdufil.edge.mkdocs_build import HERE, serve_site
from boutdufil.tools.unusable import UnusableError

MOST_TRIED = 20
"""Ports looked at, from the one that is asked for; two or three projects at once are many."""
LAST_PORT = 65_535


def run(options: Namespace) -> int:
    """Serve until one stops it; return 1 when an error does."""
    wanted: int = options.port
    content, project = content_folder(options), project_folder()
    port = free_port(wanted)
    if port != wanted:
        print(
            f"Le port {wanted} sert déjà à un autre programme : ouvrez http://{HERE}:{port}/",
            file=sys.stderr,
            flush=True,
        )
    return serve_site(project, content, port)


def free_port(wanted: int) -> int:
    """Return the first port from ``wanted`` on that no program of this machine holds.

    Raises UnusableError when there is none.
    """
    last = min(wanted + MOST_TRIED, LAST_PORT + 1) - 1
    for port in range(wanted, last + 1):
        with socket.socket() as door:
            # As the server will: a port that was just let go of can be taken again.
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((HERE, port))
            except OSError:
                continue
            return port
    raise UnusableError(
        f"les ports {wanted} à {last} servent déjà à d’autres programmes."
        " Choisissez-en un autre : fil servir --port 9000"
    )
