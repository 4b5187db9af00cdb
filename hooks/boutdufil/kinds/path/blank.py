"""A new path, whose blanks explain themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boutdufil.kinds.blank import HELP, blank_file, titled
from boutdufil.kinds.path.progress import LAST_CODE
from boutdufil.kinds.path.values import FOLDER, LearningPath
from boutdufil.kinds.registry import form_of

_CLOSING = (
    "# Une étape : une fiche par « theme/nom », ce que l’on sait faire ensuite, et une petite",
    "# chose à refaire une semaine plus tard, sans rien lire. De trois à six étapes.",
    "# Sous l’en-tête : pour qui, et d’où l’on part. À tout moment : fil verifier.",
)


def blank_path(title: str, code: int, audiences: Sequence[str], today: date) -> str:
    """Return the text of a new path."""
    form = form_of(f"{FOLDER}/parcours.md")
    known = {
        "code": str(code),
        "titre": titled(title, form),
        "publics": f"[{', '.join(audiences)}]",
        "relu_le": today.isoformat(),
    }
    return blank_file(form, known, (HELP,), _CLOSING)


def next_code(paths: Iterable[LearningPath]) -> int:
    """Return a code above those in use: one that was given says a path for ever.

    Raises ValueError when none is left.
    """
    code = 1 + max((path.entry.code for path in paths), default=-1)
    if code > LAST_CODE:
        raise ValueError(f"tous les codes de parcours sont pris, jusqu’à {LAST_CODE}.")
    return code
