"""What waits for an answer, and what asks two things at once."""

from __future__ import annotations

import re

from boutdufil.language.sentences import sentences

QUOTED = re.compile(r"[“«][^“”«»]*[”»]")
"""Words of a screen, told word for word: ``“Objet”``; not ``Objet``."""

# Asks without a question mark: ``Dites-moi``, ``Lisez-le-moi``; not ``Donnez-moi une minute``.
_INVITES = re.compile(
    r"\b(?:(?:re)?dites|(?:re)?lisez|(?:re)?racontez|décrivez|épelez|répétez|expliquez|nommez"
    r"|prévenez)(?:-(?:la|les|le))?-moi\b",
    re.IGNORECASE,
)
_TELLS_AGAIN = re.compile(r"\b(?:re)?(?:racontez|dites|expliquez)-(?:le-)?moi\b", re.IGNORECASE)
# Asks for a wish: ``que voulez-vous``; not ``que voyez-vous``.
_WISH = re.compile(
    r"\b(?:voulez|voudriez|préférez|souhaitez|aimeriez|désirez|acceptez)-vous\b", re.IGNORECASE
)
# A verb that asks: ``voyez-vous``, ``est-ce``, ``y a-t-il``; not ``rendez-vous``, ``peut-être``.
_INVERTED = (
    r"(?<!rendez-vous)(?<!\brendez)\b\w+-(?:t-)?(?:vous|ils?|elles?|on|je|tu|nous|ce)\b(?!-)"
)
# A subject and its verb: ``vous avez``, ``ça clignote``; not ``à vous``, ``c’est à vous``.
_SUBJECT = r"(?<!à )(?<!pour )(?<!chez )\b(?:vous|ils?|elles?|on|ça|cela|je)\s+(?!\?|ou\b|et\b)\w"
_SHORT = r"\b(?:j|c|qu)[’'](?:ai|est|était)\b|\bs[’'](?:est|ouvre|allume|affiche|éteint|arrête)\b"
_BARE = r"(?:^|\s)(?:est|sont|reste|continue|clignote|bouge|tourne|marche|a|ont)\b(?!-)"
_VERB = re.compile(f"{_INVERTED}|{_SUBJECT}|{_SHORT}|{_BARE}", re.IGNORECASE)
# What tells more of a thing: ``un mot que vous connaissez``; not the conjunction alone.
_RELATIVE = re.compile(r"\b(?:qui|que|qu[’']|dont|où|quand|si|comme)\b[^,?]*", re.IGNORECASE)
# Between two halves: ``, ou ``, `` et ``; not the ``où`` of a place.
_JOINT = re.compile(r"[\s,]+(?:ou bien|ou|et)\s+", re.IGNORECASE)
# ``Oui ou non ?``, which helps to answer the question before it.
_CHOICE = re.compile(r"\s*(?:oui|non)\b[^?]{0,40}\?", re.IGNORECASE)


def last_asked(text: str) -> str:
    """Return the sentence on which ``text`` ends, when it waits for an answer.

    >>> last_asked("Regardez en bas. Dites-moi ce que vous voyez.")
    'Dites-moi ce que vous voyez.'
    >>> last_asked("Vous voyez ? Très bien.")
    ''
    """
    cut = sentences(text)
    last = cut[-1] if cut else ""
    own = QUOTED.sub("“”", last)
    return last if "?" in own or ("-mo" in own.lower() and _INVITES.search(own)) else ""


def is_told_again(sentence: str) -> bool:
    """Tell whether a sentence asks to tell in one’s own words what was understood."""
    return _TELLS_AGAIN.search(sentence) is not None


def asks_a_wish(question: str) -> bool:
    """Tell whether a question asks what one wants: it shows nothing of what was done.

    >>> asks_a_wish("Que voulez-vous faire ?")
    True
    """
    return _WISH.search(QUOTED.sub("“”", question)) is not None


def has_two_parts(question: str) -> bool:
    """Tell whether two questions are asked in one: a yes would answer neither.

    >>> has_two_parts("L’écran est-il noir, ou voyez-vous une page ?")
    True
    >>> has_two_parts("Le bouton est-il en haut ou en bas ?")
    False
    """
    own = QUOTED.sub("“”", question)
    asked = [each for each in sentences(own) if "?" in each and not _CHOICE.fullmatch(each)]
    return len(asked) > 1 or any(_is_double(each) for each in asked)


def _is_double(sentence: str) -> bool:
    if _JOINT.search(sentence) is None:
        return False
    halves = _JOINT.split(_RELATIVE.sub(" ", sentence))
    return len([half for half in halves if _VERB.search(half)]) > 1
