"""A new tutorial, whose blanks explain themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boutdufil.kinds.declaration import TUTORIAL
from boutdufil.source.yaml_text import repair

_BODY = """
## Avant de commencer

- 

## Étapes

### 



/// dire

///

/// demander | 
- **** : «  »
- **** : «  »
///

/// sinon | 


«  »
///

## J’ai compris ?

/// question | 
- [ ] 
- [x] 


///

/// dire
Racontez-moi, avec vos mots : que ferez-vous la prochaine fois ?
///

## Pour bien choisir


"""  # noqa: W291  # the blanks are where an author writes

_OPENING = "# Une ligne qui commence par # est une aide. Elle n’est pas publiée."
_CLOSING = (
    "# Sous l’en-tête : « ### » ouvre une étape ; le texte est ce que lit le public, « je » ;",
    "# « dire » est ce que le médiateur lit à voix haute ; « demander », sa question ;",
    "# « sinon », un souci avec les mots de la personne. Retirez ce qui ne sert pas.",
    "# Le guide : docs/contribuer/ecrire-une-fiche.md. À tout moment : fil verifier.",
    "# Retirez cette ligne et la suivante quand la fiche est prête.",
)
_LISTS = {"appels": "\n  -\n  -", "sources": "\n  - nom:\n    url:"}


def blank_tutorial(
    title: str, number: str, audiences: Sequence[str], theme: str, today: date
) -> str:
    """Return the text of a new tutorial: a draft, until its blanks are filled."""
    known = {
        "numero": number,
        # Its author may have written a colon, which YAML would take for its own.
        "titre": repair(f"titre: {title}", TUTORIAL).removeprefix("titre: "),
        "publics": f"[{', '.join(audiences)}]",
        "themes": f"[{theme}]",
        "niveau": "1",
        "relu_le": today.isoformat(),
    }
    lines = ["---", _OPENING]
    for key in TUTORIAL.keys:
        if not key.required:
            continue
        lines.append(f"# {key.meaning[:1].upper()}{key.meaning[1:]}.")
        value = known.get(key.name)
        lines.append(f"{key.name}: {value}" if value else f"{key.name}:{_LISTS.get(key.name, '')}")
    lines += [*_CLOSING, "brouillon: true", "---"]
    return "\n".join(lines) + "\n" + _BODY
