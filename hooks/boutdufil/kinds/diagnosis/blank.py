"""A new diagnosis, whose blanks explain themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boutdufil.kinds.blank import HELP, blank_file, titled
from boutdufil.kinds.diagnosis.values import FOLDER
from boutdufil.kinds.registry import form_of

BODY = """
## 

/// demander | 
- **** : «  » [2 points](axe:sujet)
- **** : «  » [0 point](axe:sujet)
    - [](../tutoriels/) : 
///

/// autrement

///

## Dans tous les cas

- [](../tutoriels/) : 
"""  # noqa: W291  # the blanks are where an author writes

_CLOSING = (
    "# Ce que l’on regarde ; sans ces lignes, le diagnostic donne seulement des fiches.",
    "axes:",
    "  - cle: sujet",
    "    nom:",
    "    debut:",
    "    chemin:",
    "    acquis:",
    "# Sous l’en-tête : « ## » ouvre un groupe ; chaque question est un « demander », suivi de son",
    "# « autrement » ; après les mots à lire, les points ; dessous, la fiche, et la raison.",
    "# Refuser un outil est une bonne réponse : elle a tous ses points.",
    "# Le guide : docs/contribuer/ecrire-un-diagnostic.md. À tout moment : fil verifier.",
)


def blank_diagnosis(
    title: str, number: str, audiences: Sequence[str], theme: str, today: date
) -> str:
    """Return the text of a new diagnosis."""
    form = form_of(f"{FOLDER}/diagnostic.md")
    known = {
        "numero": number,
        "titre": titled(title, form),
        "publics": f"[{', '.join(audiences)}]",
        "themes": f"[{theme}]",
        "relu_le": today.isoformat(),
    }
    return blank_file(form, known, (HELP,), _CLOSING)
