"""The command ``fil``: reads the call, and loads nothing but the command that is asked for."""

from __future__ import annotations

import errno
import gc
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module

from boutdufil.edge.arguments import UNUSABLE, parser
from boutdufil.edge.console import forget_the_rest, speak_any_encoding
from boutdufil.tools.unusable import UnusableError

REASONS = {
    errno.ENOSPC: ("le disque est plein", "Faites de la place, puis recommencez."),
    errno.EDQUOT: ("votre part du disque est pleine", "Faites de la place, puis recommencez."),
    errno.EROFS: ("ce disque ne se laisse pas écrire", "Choisissez un autre dossier."),
    errno.EACCES: ("vous n’en avez pas le droit", "Vérifiez à qui est ce dossier."),
    errno.EPERM: ("vous n’en avez pas le droit", "Vérifiez à qui est ce dossier."),
    errno.ENOENT: ("il n’existe pas, ou il n’existe plus", "Vérifiez son nom, puis recommencez."),
    errno.ENAMETOOLONG: ("son nom est trop long", "Raccourcissez-le."),
    errno.EEXIST: ("il existe déjà", "Choisissez un autre nom."),
    errno.ENOTDIR: ("un fichier a pris la place d’un dossier", ""),
    errno.EISDIR: ("un dossier a pris la place d’un fichier", ""),
    errno.EMFILE: ("trop de fichiers sont ouverts", ""),
    errno.EIO: ("le disque ne répond pas", "Vérifiez-le."),
}
"""What a system says in its own language: why, then what to do."""
INTERRUPTED, NOBODY_READS = 130, 141
"""What a shell says of a program stopped by Ctrl-C, or by ``| head`` that has read enough."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``fil``; return 0, 1 when something was found, 2 when the call cannot be understood."""
    speak_any_encoding()
    # What is read is kept to the end: looking in it for cycles at every turn took a tenth.
    gc.set_threshold(50_000, 20, 20)
    try:
        try:
            return _run(parser().parse_args(arguments))
        finally:
            _flush()
    except BrokenPipeError:
        forget_the_rest()
        return NOBODY_READS
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except (UnusableError, OSError) as error:
        return _refuse(error)


def _run(options: Namespace) -> int:
    command = import_module(f"boutdufil.edge.commands.{options.commande}")
    run: Callable[[Namespace], int] = command.run
    return run(options)


def _refuse(error: UnusableError | OSError) -> int:
    print(f"fil : {_reason(error)}", file=sys.stderr)
    try:
        _flush()
    except OSError:
        # The disk is full, or the terminal is gone: what could be said has been.
        forget_the_rest()
    return UNUSABLE


def _reason(error: UnusableError | OSError) -> str:
    if isinstance(error, UnusableError):
        return str(error)
    reason, advice = REASONS.get(error.errno or 0, (error.strerror or "sans autre raison", ""))
    what = "ce qui s’affiche" if error.filename is None else f"« {error.filename} »"
    told = f"{what} ne peut être ni lu ni écrit : {reason}."
    return f"{told} {advice}" if advice else told


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


if __name__ == "__main__":
    sys.exit(main())
