"""Numbers and addresses as they are dictated: « trois, un, un, quatre », « cnil, point, fr »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from boutdufil.language.sentences import MOST_KNOWN
from boutdufil.language.text import fold

_UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_TENS = {
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
"""Those of Belgium and of Switzerland beside those of France."""
_VALUES: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_UNITS.split())},
    **_TENS,
    "cent": 100,
    "cents": 100,
    "mille": 1000,
}
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_GROUP = rf"(?:{_WORD})(?:(?:[ -]et[ -]|[ -])(?:{_WORD})){{0,7}}"
_DIGITS = r"\d(?:[ .\u00a0\u202f]?\d){1,12}"
# ``trente-trois, sept cents``, ``un, sept``, ``3018``, ``116 006``; not ``fiche 102``, ``3,50``.
_NUMBER = re.compile(
    rf"(?<![\w’'.,-])(fiches? )?({_GROUP}(?:, (?:puis )?{_GROUP}){{0,15}}|{_DIGITS})"
    r"(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)
# ``service, tiret, public, point, fr``, ``impots.gouv.fr``; not ``.fr``, ``un point`` alone.
_ADDRESS = re.compile(
    r"(?:[\w’-]{1,40}(?: [\w’-]{1,40})?, ){1,16}point,? (?:fr|com|org|net|eu)\b"
    r"|(?<![\w@.-])(?:[\w-]{1,40}\.){1,5}(?:fr|com|org|net|eu)\b",
    re.IGNORECASE,
)
# What every address holds, and few sentences: ``point``, ``.fr``; looked for twenty times faster.
_MAYBE_AN_ADDRESS = re.compile(r"point|\.(?:fr|com|org|net|eu)\b", re.IGNORECASE)
# Words that ask for it, or give it: ``appelez``, ``le numéro``; not ``l’appel``.
_ASKED_FOR = re.compile(
    r"\b(?:appelez|composez|faites|notez|écrivez|recopiez|tapez|saisissez|envoyez|transférez"
    r"|joignez|allez sur|numéro|(?:répond|répondent|répondra|texto|sms) (?:[\w ]{1,20} )?au)\b",
    re.IGNORECASE,
)
# What an address is made of: ``cnil``, ``fr``; not ``point``, which stands between.
_IN_ADDRESS = re.compile(r"\b(?!(?:point|tiret)\b)[a-z0-9]+")
# ``Je répète``, ``je vous le redis``; not ``répétez``.
_AGAIN = re.compile(
    r"\bje (?:vous )?(?:l[ea]s? )?(?:répète|redis|redonne)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=MOST_KNOWN)
def dictated(text: str) -> tuple[str, ...]:
    """Return what is dictated: the digits of numbers, then the letters of addresses.

    >>> dictated("Faites le dix-sept : un, sept. Ou allez sur cnil, point, fr.")
    ('17', '17', 'cnilfr')
    """
    addresses = [*_ADDRESS.finditer(text)] if _MAYBE_AN_ADDRESS.search(text) else []
    numbers = (
        "".join(_digits(match[2]))
        for match in _NUMBER.finditer(text)
        if not match[1]
        and not any(each.start() <= match.start() < each.end() for each in addresses)
    )
    return (*numbers, *("".join(_IN_ADDRESS.findall(fold(each[0]))) for each in addresses))


def said_twice(text: str) -> frozenset[str]:
    """Return what is dictated twice, or told again: « Je répète », however it is spelt.

    An address is spelt, then read: two of them are one.
    """
    said = dictated(text)
    if not said:
        return frozenset()
    if _AGAIN.search(text) or len([each for each in said if not each.isdigit()]) > 1:
        return frozenset(said)
    return frozenset(each for each in said if said.count(each) > 1)


def is_asked_for(text: str) -> bool:
    """Tell whether a number or an address is to be dialled, or written down.

    >>> is_asked_for("Les secours répondent au cent douze.")
    True
    >>> is_asked_for("Vous lirez trente-trois, sept cents.")
    False
    """
    return _ASKED_FOR.search(text) is not None


def _digits(said: str) -> Iterator[str]:
    """Yield the digits of each group: ``trente-trois, sept cents`` gives 33, then 700."""
    if said[0].isdigit():
        yield re.sub(r"\D", "", said)
        return
    for group in re.split(r", (?:puis )?", said.lower()):
        total = current = 0
        for word in re.split(r"[ -](?:et[ -])?", group):
            value = _VALUES[word]
            if word == "zéro":
                yield "0"
            elif value == 1000:
                total, current = total + max(current, 1) * 1000, 0
            elif value == 100:
                current = max(current, 1) * 100
            elif value == 20 and current % 100 == 4:
                current += 76
            else:
                current += value
        if total + current:
            yield str(total + current)
