"""A new gesture, whose blanks explain themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boutdufil.kinds.blank import HELP, blank_file, titled
from boutdufil.kinds.gesture.values import FOLDER
from boutdufil.kinds.registry import form_of

BODY = """


/// dire

///

/// autrement

///

/// preuve | 
- **** : «  »
- **** : «  »
///

/// autrement

///
"""  # noqa: W291  # the blanks are where an author writes

_CLOSING = (
    "# Sous l’en-tête : le texte est ce que lit le public, la forme et la place d’abord, « je » ;",
    "# « dire » est ce que le médiateur lit à voix haute, pour un seul appareil s’il le faut ;",
    "# « preuve » finit le geste : sa première réponse est la réussite, les autres disent quoi",
    "# refaire ; « autrement », la même chose en d’autres mots, après chaque bloc qui se dit.",
    "# Le guide : docs/contribuer/ecrire-un-script.md. À tout moment : fil verifier.",
)


def blank_gesture(title: str, devices: Sequence[str], today: date) -> str:
    """Return the text of a new gesture."""
    form = form_of(f"{FOLDER}/geste.md")
    known = {
        "titre": titled(title, form),
        "appareils": f"[{', '.join(devices)}]",
        "relu_le": today.isoformat(),
    }
    return blank_file(form, known, (HELP,), _CLOSING)
