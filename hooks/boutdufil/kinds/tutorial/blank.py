"""A new tutorial, whose blanks explain themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boutdufil.kinds.tutorial.declaration import TUTORIAL
from boutdufil.kinds.tutorial.values import Tutorial
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


def next_number(tutorials: Sequence[Tutorial], theme: str, also_taken: Iterable[int] = ()) -> str:
    """Return the number to propose in ``theme``: after its last one, else a new hundred.

    ``also_taken`` are numbers of files that could not be read.
    """
    taken = {int(tutorial.number) for tutorial in tutorials} | set(also_taken)
    in_theme = [int(each.number) for each in tutorials if each.themes[0] == theme]
    start = max(in_theme) + 1 if in_theme else 100 * (max(taken, default=0) // 100 + 1) + 1
    candidates = (*range(start, 10_000), *range(100, start))
    return str(next(number for number in candidates if number not in taken))


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
