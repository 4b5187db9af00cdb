"""Words of the glossary that a tutorial uses, and that it neither links nor explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from boutdufil.kinds.term.values import Term
from boutdufil.language.text import fold
from boutdufil.markup.links import SITE
from boutdufil.model.reading import passages
from boutdufil.model.same import by_themselves
from boutdufil.model.script import Prose, Quiz, Script, Trouble
from boutdufil.pages.terms import Named, glossary, link_terms, pattern

_LINK = re.compile(rf'href="{SITE}glossaire/([\w-]+)/')
_EXPLAINED = re.compile(
    r"\s?[»”]?\s?(?:\(|:|,? c[’']est |,? veut dire |,? (?:est|sert) "
    r"|, (?:une? |l[ea] |l[’'])|, comme )"
)


@dataclass(frozen=True, slots=True)
class Jargon:
    """A technical ``word`` as the glossary writes it, and the term that explains it."""

    word: str
    term: Term


@lru_cache(maxsize=4096)
def technical_words(term: Term) -> tuple[str, ...]:
    """Return the name of a term, its short forms (« lien » for « lien internet ») and its capitals.

    The other synonyms are the callers' own words, « le truc bleu »: nobody needs them explained.
    """
    own = set(fold(term.name).split())
    return (
        term.name,
        *(
            word
            for word in term.synonyms
            if set(fold(word).split()) < own or (word.isupper() and word.isalpha())
        ),
    )


def unexplained(script: Script, named: Mapping[str, Term]) -> tuple[Jargon, ...]:
    """Return the technical words of what the public reads, by term of ``named`` in its order.

    A word is explained when its term is linked in the page, by the build or by the author, or when
    what follows it says what it is: « un onglet, c’est… », « un onglet (une page ouverte) ».
    """
    return _unexplained(script, glossary(named))


@by_themselves
def _unexplained(script: Script, named: Named) -> tuple[Jargon, ...]:
    linked, _found = link_terms(script, named)
    known = set(_LINK.findall("".join(_read(linked))))
    texts = [passage.text for passage in passages(script) if not passage.said]
    lowered = "\n".join(texts).lower()
    return tuple(
        Jargon(word, term)
        for term in named.values()
        if term.slug not in known
        and (word := _first_unexplained(technical_words(term), texts, lowered))
    )


def _read(script: Script) -> Iterator[str]:
    """Yield the fragments in which the public may find a link."""
    for part in script.parts():
        if isinstance(part, Prose):
            yield part.html
        elif isinstance(part, Trouble):
            yield part.public
        elif isinstance(part, Quiz):
            yield part.explanation


def _first_unexplained(candidates: Sequence[str], texts: Sequence[str], lowered: str) -> str:
    """Return the first of ``candidates`` that is used, unless one of them is explained."""
    used = ""
    for word in candidates:
        # The first word alone is cheap to look for: most terms are not there.
        if word.split()[0].lower() not in lowered:
            continue
        for text in texts:
            for match in pattern(word.lower()).finditer(text):
                if _EXPLAINED.match(text, match.end()):
                    return ""
                used = used or word
    return used
