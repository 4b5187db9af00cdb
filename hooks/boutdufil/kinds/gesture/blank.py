"""A new gesture, whose blanks explain themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boutdufil.kinds.blank import blank_file
from boutdufil.kinds.gesture.declaration import GESTURE
from boutdufil.kinds.gesture.values import FOLDER
from boutdufil.kinds.registry import form_of
from boutdufil.source.yaml_text import repair

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

_OPENING = "# Une ligne qui commence par # est une aide. Elle n’est pas publiée."
_CLOSING = (
    "# Sous l’en-tête : le texte est ce que lit le public, la forme et la place d’abord, « je » ;",
    "# « dire » est ce que le médiateur lit à voix haute, pour un seul appareil s’il le faut ;",
    "# « preuve » finit le geste : sa première réponse est la réussite, les autres disent quoi",
    "# refaire ; « autrement », la même chose en d’autres mots, après chaque bloc qui se dit.",
    "# Le guide : docs/contribuer/ecrire-un-script.md. À tout moment : fil verifier.",
)


def blank_gesture(title: str, devices: Sequence[str], today: date) -> str:
    """Return the text of a new gesture."""
    known = {
        # Its author may have written a colon, which YAML would take for its own.
        "titre": repair(f"titre: {title}", GESTURE).removeprefix("titre: "),
        "appareils": f"[{', '.join(devices)}]",
        "relu_le": today.isoformat(),
    }
    form = form_of(f"{FOLDER}/geste.md")
    return blank_file(form, known, (_OPENING,), _CLOSING)
