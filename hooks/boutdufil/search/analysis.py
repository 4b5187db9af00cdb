"""How a French text becomes words, stems and sounds: one definition, for the build and the browser.

Rules are values. The build applies them here; the manifest carries them to the browser, which
applies them in the same way (``overrides/assets/js/search/``): an answer never mixes two
versions of them. A rule is a pattern and its replacement, over folded text (``a-z``, ``0-9``),
written in the part of the syntax that Python and JavaScript share.

Accents go first, since most people type none: the stems are therefore ours. Snowball's French ones
need accents to tell ``bloquée`` from ``bloque``, and miss them without.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

Rule = tuple[str, str]

LONGEST_WORD = 32

SIGNS: tuple[Rule, ...] = (
    (r"[\u2018\u2019\u02bc\u02b9\u2032\u00b4`]", "'"),
    ("@", " arobase "),
    ("\u20ac", " euros "),
    ("[\u0153\u0152]", "oe"),
    ("[\u00e6\u00c6]", "ae"),
    (r"[\u00ad\u200b-\u200d\u2060\ufeff]", ""),
    (r"[\u2010-\u2012]", "-"),
)
"""Applied before accents go: signs that are said, letters that Unicode does not take apart, what
nobody sees in a text that was copied (a place to cut a word), hyphens where a line is not cut."""

JOINTS: tuple[Rule, ...] = (
    (r"\b(e|wi|i)-(mail|fi|phone|pad)", "$1$2"),
    (r"\b(aujourd|quelqu|prud)'", "$1"),
    (r"\b(?:(?:jusqu|lorsqu|puisqu|quoiqu|qu|[ldjnscmty])'+)+", " "),
    (r"\bn\u00b0", " "),
    # « fiche101 », « windows7 », « 17cyber »; but « mp3 », « f11 », « 4g » and « 2fa » are words.
    ("([a-z]{2})(?=[0-9]{2})", "$1 "),
    ("([a-z]{4})(?=[0-9])", "$1 "),
    ("([0-9])(?=[a-z]{3})", "$1 "),
)
"""Applied to folded text: words written in two ways, elisions, a number glued to a word."""

STEMS: tuple[tuple[Rule, ...], ...] = (
    # Plurals.
    (("^(.{2,}eau)x$", "$1"), ("^(.{2,})aux$", "$1al"), ("^(.{2,}[^s])[sx]$", "$1")),
    # Names made from verbs, adverbs, agents.
    (
        ("^(.{3,})issement$", "$1"),
        ("^(.{3,}[aei])mment$", "$1nt"),
        ("^(.{3,})ement$", "$1"),
        ("^(.{3,})(?:ication|icateur|icatrice)$", "$1i"),
        ("^(cre|.{4,})(?:ation|ateur|atrice)$", "$1"),
        ("^(.{4,})(?:eur|euse|eux)$", "$1"),
    ),
    # Verbs, and the endings that they share with adjectives.
    (
        ("^(.{3,})(?:issaient|issait|issai|issant|issante|issent|isson|issez|isse)$", "$1"),
        ("^(.{3,})(?:eraient|erait|erai|eriez|erion|eront|eron|erez|era)$", "$1"),
        ("^(.{3,})(?:aient|ait|ai|ant|ante|iez|ee|er|ez|ie|iee|ier|ir|i)$", "$1"),
        ("^(.{4,})(?:ent|it|ite|ons|on|a)$", "$1"),
        ("^(.{3,}[^qg])u$", "$1"),
        ("^(.{3,})e$", "$1"),
    ),
    # What endings leave behind.
    (("^(.{4,})ag$", "$1"), ("^(.{2,})qu$", "$1c"), ("^(.{2,})gu$", "$1g")),
    (("^(.{3,})i?[ae]ir$", "$1"), ("^(.{3,})i[cv]$", "$1"), ("^(.{3,})e$", "$1")),
    (("^(.*)([bcdfglmnprst])\\2$", "$1$2"), ("^(.{2,})y$", "$1i")),
    (("^(.{4,})i$", "$1"),),
)
"""Stages; in each, the first rule whose pattern matches is applied, alone."""

SOUNDS: tuple[Rule, ...] = (
    ("^h", ""),
    ("x(?=c[ei])", "k"),
    ("ph", "f"),
    ("sch|sh|ch", "H"),
    ("h", ""),
    ("tion", "sion"),
    ("gn", "n"),
    ("qu|q|ck|cc(?=[aou])|c(?![eiyH])", "k"),
    ("sc(?=[eiy])|c", "s"),
    ("ge(?=[ao])|g(?=[eiy])", "j"),
    ("j(?=[eiy])", "j"),
    ("gu(?=[eiy])", "g"),
    ("x", "ks"),
    ("z", "s"),
    ("w", "v"),
    ("eaux?|aux?|ot$|os$", "o"),
    ("oi|oy", "wa"),
    ("ou", "u"),
    ("ill", "i"),
    ("(?:ai|ei|ay|ey)n(?![aeiouynm])|[iy][nm](?![aeiouynm])|u[nm](?![aeiouynm])", "I"),
    ("[ae][nm](?![aeiouynm])", "A"),
    ("o[nm](?![aeiouynm])", "O"),
    ("ai|ei|ay|ey|oe|eu", "e"),
    ("y", "i"),
    (r"([a-zA-Z])\1+", "$1"),
    ("^(.{2,}?)(?:ie[rzst]?|e(?:[estrzd]|nt)?|[dtspx]+)$", "$1"),
)
"""Applied in turn: words that sound alike get the same key, most of the time."""

_STOP_WORDS = (
    "a afin ai aide aider aidez aie aient ainsi ait aller allo alors apres arrive arrivee arriver",
    "arrives as au aucun aucune aussi autre autres aux avaient avais avait avant avec avez aviez",
    "avoir bah bcp beaucoup ben besoin bien bon bonjour bonne bonsoir c ca car ce cela celle",
    "celui ces cest cet cetait cette ceux chez chose choses chui comme comment comprendre",
    "comprends d dans de dedans deja demande demandent demander demandes des desole dessus deux",
    "devoir dire dis dit dites dois doit donc ds du elle elles en encore entre es essaie essaye",
    "essayer est et etais etait etc ete etes etions etre eu euh eux explique expliquer facon",
    "faire fais fait faites faudra faudrait faut fiche g ici il ils j jai jaimerais jarrive",
    "jarrivepas je jpeux jsais jsuis juste jveux kan ke ki koi l la laquelle le lequel les leur",
    "leurs lors lui m ma madame mais me merci mes met mets mettez mettre mis mm moi mon monsieur",
    "n ne ni non nos notre nous numero on ont ou oui pa par parce pas pcq peu peut peux pis pk",
    "pkoi plait plus pour pourquoi pouvez pouvoir pr probleme problemes puis qd qu quand que quel",
    "quelle quelles quelqu quelque quelqun quelquun quels qui quoi rien s sa sais sait sans",
    "savoir se sera serai serait seront ses sest si sil soit sommes son sont sous suis sur svp t",
    "ta tant te tes tjrs tjs toi ton toujours tous tout toute toutes tres trop truc tu un une va",
    "vais vers veulent veut veux voila vos votre voudrais voudrait voulez vouloir vous vraiment",
    "vu y ya",
    "alor avek coman commen dan eske esque fair fere kel kelke kelle kelkun kom koman komen kon",
    "nou ossi porkoi pourkoi ske tou tro voudrai voudre vou",
)
STOP_WORDS = frozenset(word for line in _STOP_WORDS for word in line.split())
"""Words that are looked for only when there are no others."""

_WEAK_WORDS = (
    "annee ancien appel bout chercher ceux clair compte croire crois dernier devenir devenu donner",
    "ecran entrer envie gens heure homme jour laisser maison marche matin mere monde numero",
    "ordinateur parler passer pere personne petit petite prendre pris recevoir recu regarder",
    "rester semaine telephone temps trouver utiliser venir viens vieux",
)
WEAK_WORDS = frozenset(word for line in _WEAK_WORDS for word in line.split())
"""Words that callers say whatever they ask: they count less than the others."""


MOST_KNOWN, LONGEST_KNOWN = 20_000, 200
"""Texts whose words are remembered, and their characters: rules ask again for those of a sentence,
nobody for those of a whole page, which would stay for nothing."""


@dataclass(frozen=True)
class Analysis:
    """The rules, as values that the manifest carries."""

    signs: tuple[Rule, ...] = SIGNS
    joints: tuple[Rule, ...] = JOINTS
    stems: tuple[tuple[Rule, ...], ...] = STEMS
    sounds: tuple[Rule, ...] = SOUNDS
    stop_words: tuple[str, ...] = tuple(sorted(STOP_WORDS))
    weak_words: tuple[str, ...] = tuple(sorted(WEAK_WORDS))


@cache
def _compiled(pattern: str, replacement: str) -> tuple[re.Pattern[str], str]:
    # ASCII: as JavaScript reads \b without its « u » flag.
    return re.compile(pattern, re.ASCII), re.sub(r"\$(\d)", r"\\\1", replacement)


def _replaced(text: str, rules: Sequence[Rule]) -> str:
    for rule in rules:
        pattern, replacement = _compiled(*rule)
        text = pattern.sub(replacement, text)
    return text


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents nor elisions.

    >>> fold("J\u2019ai reçu l\u2019e-mail")
    ' ai recu  email'
    """
    plain = unicodedata.normalize("NFKD", _replaced(text, SIGNS))
    bare = re.sub("[\u0300-\u036f]", "", plain).lower()
    return _replaced(bare, JOINTS)


def words(text: str) -> list[str]:
    """Return the words of ``text``, folded.

    >>> words("J\u2019ai reçu l\u2019e-mail n° 12 !")
    ['ai', 'recu', 'email', '12']
    >>> words("fiche101, 17Cyber, un MP3")
    ['fiche', '101', '17', 'cyber', 'un', 'mp3']
    """
    return [*(_known_words(text) if len(text) <= LONGEST_KNOWN else _words(text))]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split() for word in _words_between_spaces(part))


_known_words = lru_cache(maxsize=MOST_KNOWN)(_words)


# No rule looks beyond a space, and the same few thousand words make nearly all of the texts.
@lru_cache(maxsize=MOST_KNOWN)
def _words_between_spaces(text: str) -> tuple[str, ...]:
    return tuple(word[:LONGEST_WORD] for word in re.findall(r"[a-z0-9]+", fold(text)))


@cache
def stem(word: str) -> str:
    """Return what the forms of a folded word share.

    >>> {stem(word) for word in ("cliquer", "cliquee", "cliques", "clic")}
    {'clic'}
    """
    if not word.isalpha():
        return word
    for stage in STEMS:
        for rule in stage:
            pattern, replacement = _compiled(*rule)
            # A rule is about the whole word: it is tried at its beginning only.
            if match := pattern.match(word):
                word = match.expand(replacement)
                break
    return word


@lru_cache(maxsize=MOST_KNOWN)
def _stems_between_spaces(text: str) -> tuple[str, ...]:
    return tuple(map(stem, _words_between_spaces(text)))


@cache
def sound(word: str) -> str:
    """Return how a folded word sounds.

    >>> sound("klavie") == sound("clavier")
    True
    """
    return _replaced(word, SOUNDS) or word


def vocabulary(text: str) -> set[str]:
    """Return the stems of a long text, each once: its words come back again and again.

    >>> sorted(vocabulary("Je clique, tu cliques"))
    ['clic', 'je', 'tu']
    """
    return {*chain.from_iterable(map(_stems_between_spaces, {*text.split()}))}


def stems(text: str) -> list[str]:
    """Return the stems of ``text``, in order."""
    return [stem(word) for word in words(text)]
