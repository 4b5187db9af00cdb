"""Where a French sentence ends: one definition, for the build and the browser.

A rule is a pattern, written in the part of the syntax that Python and JavaScript share, without
look-behind, which stops a whole script in the browsers of 2022 and before. The build applies the
rules here; ``browser.py`` hands them to the pages, where ``overrides/assets/js/french/`` applies
them in the same way.

A sentence ends with a sign that a space follows. Three readings of a sign are not an end: a word
cut short (« M. Martin »), the number of an item (« 1. Ouvrez »), and a sign that a small letter
follows (« Vous voyez ? » demande-t-il), after the *Lexique des règles typographiques en usage à
l’Imprimerie nationale* (« Majuscules », « Ponctuation »).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from boutdufil.language.text import SPACES

_HERE = r"(?![\s\S])"
"""Where a text ends; Python’s « $ » also stands before a last line break, JavaScript’s does not."""
_SMALL = r"a-z\u00df-\u00f6\u00f8-\u00ff\u0153"
_CAPITAL = r"A-Z\u00c0-\u00d6\u00d8-\u00de\u0152"

_NEVER_LAST = (
    *(
        "M",
        "MM",
        "Mme",
        "Mmes",
        "Mlle",
        "Mlles",
        "Mgr",
        "Dr",
        "Drs",
        "Pr",
        "Prs",
        "Me",
        "St",
        "Ste",
    ),
    *("p", "pp", "ex", "cf", "Cf", "bd", "Bd", "boul", "av", "vol", "chap", "fig", "tél", "Tél"),
)
"""Words cut short that something always follows: a name, a number, an example."""
_SOMETIMES_LAST = ("etc", "min", "max", "hab", "suiv", "éd")
"""Words cut short that may end a sentence, unless a small letter follows."""
_BEFORE_FIGURES = (
    *("art", "env", "n", "N", "no", "ap", "janv", "févr", "avr", "juil", "sept", "oct", "nov"),
    "déc",
)
"""The same, unless a small letter or a figure follows: « art. 5 », « sept. 2026 »."""
_BEFORE_A_NAME = ("M", "MM", "Mme", "Mlle", "Dr", "Pr", "Me", "par", "chez", "monsieur", "madame")
_LETTER_NAMES = ("touche", "touches", "lettre", "lettres", "lecteur", "lecteurs", "tapez")


@dataclass(frozen=True, slots=True)
class Rules:
    """The patterns, as the browser receives them."""

    end: str
    """Matches « . », « ?! », « … », « . » » before a space; refuses the one of « 3.50 ».

    What may follow a sign belongs to it: other signs, what closes a quotation. It refuses a sign
    that a comma or another sign follows, as in « Oui ! », dit-elle.
    """
    number: str
    """Matches what stands before the sign of « 1. Ouvrez », at the beginning of a sentence;
    refuses « n° 3 »."""
    letter: str
    """Matches what stands before the sign of « la touche M. », « Ctrl + C. »; refuses « M »."""
    never_last: str
    """Matches what stands before the sign of « Mme. X », « p. ex. », « J.-P. Martin »; refuses
    « vitamine C »."""
    sometimes_last: str
    """Matches what stands before the sign of « etc. » and « art. »; refuses « caetera »."""
    before_figures: str
    """Matches what stands before the sign of « art. 5 »; refuses « etc. »."""
    goes_on: str
    """Matches what follows the sign of « …? » dit-il »; refuses « iPhone », whose small letter
    begins a sentence."""
    in_figures: str
    """Matches what follows the sign of « art. 5 »; refuses a word."""
    word: str
    """Matches a letter or a digit of any script, without which nothing is said; refuses « … »."""


def _one_of(words: tuple[str, ...]) -> str:
    return "|".join(words)


RULES = Rules(
    # Bounded, since content comes from strangers: without, a line of full stops takes a minute.
    end=rf'[.!?…]"?(?:[{SPACES}]{{0,2}}[.!?…»”)]){{0,8}}'
    rf"(?=[{SPACES}]+[^{SPACES}»”)!?…;:,]|[{SPACES}]*$)",
    number=rf"^[{SPACES}]*[«“(]?[{SPACES}]*[0-9]{{1,2}}{_HERE}",
    letter=rf"(?:\+|(?:^|[{SPACES}])(?:{_one_of(_LETTER_NAMES)}))[{SPACES}]+"
    rf"[«“]?[{SPACES}]*[A-Z]{_HERE}",
    never_last=rf"(?:^|[{SPACES}('’«“-])(?:{_one_of(_NEVER_LAST)}){_HERE}"
    # A letter stands for a first name: first of the sentence, after a title, after another letter.
    rf"|(?:^[{SPACES}]*[«“(]?[{SPACES}]*|[{_CAPITAL}]\.[{SPACES}]?-?"
    rf"|(?:^|[{SPACES}'’])(?:{_one_of(_BEFORE_A_NAME)})\.?[{SPACES}]+)[{_CAPITAL}]{_HERE}",
    sometimes_last=rf"(?:^|[{SPACES}('’«“-])"
    rf"(?:{_one_of(_SOMETIMES_LAST + _BEFORE_FIGURES)}){_HERE}",
    before_figures=rf"(?:^|[{SPACES}('’«“-])(?:{_one_of(_BEFORE_FIGURES)}){_HERE}",
    goes_on=rf"^[{SPACES}]*[«“(\[—–-]?[{SPACES}]*[{_SMALL}](?![{_CAPITAL}])",
    in_figures=rf"^[{SPACES}]*[0-9]",
    word=r"[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff"
    r"\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff]",
)

LOOKED_BACK = 24
"""Characters before a sign that the rules look at: more than the longest word they know."""
MOST_KNOWN = 20_000
"""Texts whose sentences are remembered: each rule of a call cuts the same ones."""

_END = re.compile(RULES.end)
_NUMBER = re.compile(RULES.number)
_LETTER = re.compile(RULES.letter)
_NEVER_LAST_WORD = re.compile(RULES.never_last)
_SOMETIMES_LAST_WORD = re.compile(RULES.sometimes_last)
_WORD_BEFORE_FIGURES = re.compile(RULES.before_figures)
_GOES_ON = re.compile(RULES.goes_on)
_IN_FIGURES = re.compile(RULES.in_figures)
_WORD = re.compile(RULES.word)


def ends(text: str) -> tuple[int, ...]:
    """Return the places where the sentences of ``text`` end; the last one may lack its sign."""
    found: list[int] = []
    start = 0
    for sign in _END.finditer(text):
        before = text[max(start, sign.start() - LOOKED_BACK) : sign.start()]
        if _is_an_end(before, sign[0], text[sign.end() : sign.end() + LOOKED_BACK]):
            start = sign.end()
            found.append(start)
    return (*found, len(text)) if start < len(text) else tuple(found)


def _is_an_end(before: str, sign: str, after: str) -> bool:
    """Tell whether ``sign`` ends its sentence; only a full stop alone may follow a shortened word.

    After a full stop a small letter is a slip of the writer, and the sentence is over; after
    another sign, it goes on.
    """
    if not after:
        return True
    goes_on = _GOES_ON.match(after) is not None
    if not sign.startswith(".") or sign.startswith("..") or sign.endswith(("»", "”")):
        return not goes_on
    if _LETTER.search(before):
        return True
    if sign == "." and (_NUMBER.match(before) or _NEVER_LAST_WORD.search(before)):
        return False
    if _SOMETIMES_LAST_WORD.search(before):
        figures = _IN_FIGURES.match(after) and _WORD_BEFORE_FIGURES.search(before)
        return not (goes_on or figures)
    return True


@lru_cache(maxsize=MOST_KNOWN)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence begins and ends, spaces left out; what holds no word is not one.

    >>> spans("Je lis. … J’attends !")
    ((0, 9), (10, 21))
    """
    found = []
    start = 0
    for end in ends(text):
        if _WORD.search(text, start, end):
            sentence = text[start:end]
            leading = len(sentence) - len(sentence.lstrip())
            found.append((start + leading, start + len(sentence.rstrip())))
        start = end
    return tuple(found)


def sentences(text: str) -> tuple[str, ...]:
    """Cut plain text into sentences.

    >>> sentences("M. Martin paie 3.50 euros. Et vous ?")
    ('M. Martin paie 3.50 euros.', 'Et vous ?')
    """
    return tuple(text[start:end] for start, end in spans(text))
