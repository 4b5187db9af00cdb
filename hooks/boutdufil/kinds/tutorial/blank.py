"""A new tutorial, whose blanks explain themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boutdufil.kinds.blank import HELP, blank_file, titled
from boutdufil.kinds.registry import form_of
from boutdufil.kinds.tutorial.values import FOLDER

BODY = """
## Avant de commencer

- 

## Étapes

### 



/// depart | 


«  »
///

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

/// demander | 
- **** : «  »
- **** : «  »
///

/// autrement

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

_CLOSING = (
    "# Sous l’en-tête : « ### » ouvre une étape ; le texte est ce que lit le public, « je » ;",
    "# « depart » est ce que la personne a devant les yeux, puis comment y arriver ; « dire »,",
    "# ce que le médiateur lit à voix haute ; « preuve », la question qui montre que le geste a",
    "# réussi : sa première réponse est la réussite, les autres disent quoi refaire ;",
    "# « demander », une autre question ; « autrement », la même chose en d’autres mots, après",
    "# chaque bloc qui se dit ; « sinon », un souci avec les mots de la personne. Retirez ce qui",
    "# ne sert pas.",
    "# Le guide : docs/contribuer/ecrire-une-fiche.md. À tout moment : fil verifier.",
    "# Retirez cette ligne et la suivante quand la fiche est prête.",
)


def blank_tutorial(
    title: str, number: str, audiences: Sequence[str], theme: str, today: date
) -> str:
    """Return the text of a new tutorial: a draft, until its blanks are filled."""
    form = form_of(f"{FOLDER}/{theme}/fiche.md")
    known = {
        "numero": number,
        "titre": titled(title, form),
        "publics": f"[{', '.join(audiences)}]",
        "themes": f"[{theme}]",
        "niveau": "1",
        "relu_le": today.isoformat(),
    }
    return blank_file(form, known, (HELP,), (*_CLOSING, "brouillon: true"))
