"""Gestures that a sentence asks for: what the hand does on a device."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from boutdufil.language.asking import QUOTED
from boutdufil.language.sentences import MOST_KNOWN

# Verbs of the hand, to someone told « vous »; ``choisissez`` and ``posez`` need what is touched.
_GESTURE = re.compile(
    r"(?<![\w’'-])(?:(?:ré)?appuyez|(?:re)?cliquez|(?:re)?tapez|touchez|saisissez"
    r"|(?:ré)?écrivez(?!-(?:lui|leur)\b)"
    r"(?!(?: \w+ment)? à (?:la personne|quelqu|un|une|cette|l[’']))"
    r"|glissez|faites glisser|balayez|(?:r)?ouvrez|(?:re)?fermez|éteignez|(?:r)?allumez"
    r"|redémarrez|(?:re)?branchez|débranchez|validez|cochez|décochez|sélectionnez|effacez"
    r"|supprimez|copiez|collez|enregistrez|posez (?:un|le|votre) doigt|choisissez(?=[^.]*[“«])"
    r"|tournez (?:la molette|le bouton|l[’']écran)|tirez (?:sur )?(?:la prise|le câble|le fil))"
    r"(?!\w)",
    re.IGNORECASE,
)
# Before a verb, what forbids it, or tells it: ``ne``, ``n’y``, ``vous``; not ``Si vous voyez X,``.
_NOT_ASKED = re.compile(
    r"(?:\bne\s+|\bn[’'])(?:(?:l[ea]s?|y|en|lui|vous)\s+|l[’'])?$"
    r"|\b(?:vous|qui)\s+(?:(?:l[ea]s?|y|en|ne)\s+|[ln][’'])?$",
    re.IGNORECASE,
)
# Said of another day: ``la prochaine fois``; not ``la page suivante``.
_LATER = re.compile(
    r"\b(?:la prochaine fois|avant de partir|désormais|plus tard|un autre jour|demain|ce soir"
    r"|chaque (?:jour|semaine|mois|fois)|après (?:notre|cet|l[’']) ?appel|la semaine prochaine)\b",
    re.IGNORECASE,
)
# What the hand does without a device: ``sur un papier``, ``ouvrez l’œil``.
_ELSEWHERE = re.compile(
    r"\b(?:papiers?|feuille|livre|carnet|cahier|crayon|stylo|enveloppe|l[’']œil|les yeux|porte"
    r"|fenêtre de la pièce|tiroir)\b",
    re.IGNORECASE,
)
# Done only if need be: ``S’il propose…``; not ``Puis``.
_IF = re.compile(r"\s*s(?:i\b|[’']ils? )", re.IGNORECASE)
# Just before a verb: ``, ou bien ``; not ``, puis ``.
_ALTERNATIVE = re.compile(r"[\s,]ou(?: bien)?\s+$", re.IGNORECASE)


# Several rules ask for those of the same sentences.
@lru_cache(maxsize=MOST_KNOWN)
def gestures(sentence: str) -> tuple[str, ...]:
    """Return the gestures that a sentence asks for, now and on a device, in its order.

    Verbs that « ou » joins are one gesture: the caller does one of them.

    >>> gestures("Posez un doigt en bas, et glissez vers le haut.")
    ('Posez un doigt', 'glissez')
    >>> gestures("N’appuyez sur rien.")
    ()
    """
    own = QUOTED.sub("“”", sentence)
    asked = [*_asked(own)]
    if not asked or _LATER.search(own) or _ELSEWHERE.search(own):
        return ()
    found: list[str] = []
    end = 0
    for match in asked:
        if not (found and _ALTERNATIVE.search(own, end, match.start())):
            found.append(match[0])
        end = match.end()
    return tuple(found)


def is_to_do(sentence: str) -> bool:
    """Tell whether a sentence asks for a gesture in any case.

    >>> is_to_do("Si une page s’ouvre, fermez-la.")
    False
    """
    return not _IF.match(sentence) and bool(gestures(sentence))


def _asked(sentence: str) -> Iterator[re.Match[str]]:
    for match in _GESTURE.finditer(sentence):
        if not _NOT_ASKED.search(sentence, max(0, match.start() - 16), match.start()):
            yield match
