"""The words of the glossary, found in a tutorial: the first time that each is read, and is said."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from markupsafe import Markup

from boutdufil.kinds.term.values import Term
from boutdufil.markup.links import SITE
from boutdufil.model.same import Same, by_themselves
from boutdufil.model.script import (
    Answer,
    Ask,
    Container,
    Part,
    Prose,
    Rephrase,
    Say,
    Script,
    Trouble,
)

_WORD = re.compile(r"\w+")
_TEXT = re.compile(r"(<a\b.*?</a>|<code\b.*?</code>|<h\d\b.*?</h\d>|<[^>]+>)", re.DOTALL)


def by_name(terms: Iterable[Term]) -> dict[str, Term]:
    """Return terms by name, the longest first: « page Facebook » comes before « page »."""
    named = {term.name.lower(): term for term in terms}
    return dict(sorted(named.items(), key=lambda item: (-len(item[0]), item[0])))


def link_terms(script: Script, terms: Mapping[str, Term]) -> tuple[Script, tuple[Term, ...]]:
    """Link the first occurrence of each of ``terms``, and return those that were found.

    What is read and what is said are two texts: each links a term once.
    """
    return _linked(script, glossary(terms))


Named = Mapping[str, Term]
"""Terms by name, the longest first."""


def glossary(named: Named) -> Named:
    """Return terms as what is made of them is remembered: the same, as long as they all are."""
    return _known_as(Same(named)).value


# Of a hundred terms, and for each of a thousand tutorials: they are compared once.
@lru_cache(maxsize=4)
def _known_as(named: Same[Named]) -> Same[Named]:
    return _glossary(tuple(map(Same, named.value.values())))


@lru_cache(maxsize=4)
def _glossary(terms: tuple[Same[Term], ...]) -> Same[Named]:
    return Same(by_name(each.value for each in terms))


@by_themselves
def _linked(script: Script, named: Named) -> tuple[Script, tuple[Term, ...]]:
    linker = _Linker(named)
    linked = Script(
        linker.parts(script.introduction),
        linker.parts(script.before),
        tuple(replace(step, parts=linker.parts(step.parts)) for step in script.steps),
        linker.parts(script.understanding),
        linker.parts(script.choosing),
        linker.parts(script.further),
    )
    return linked, linker.found()


Beginnings = Mapping[str, Sequence[str]]
"""The names that a word may begin."""


class _Linker:
    """Links the terms of a script; what holds none stays the same value, and most parts do."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._terms = terms
        self._beginnings = _beginnings(tuple(terms))
        self._unread = dict(terms)
        self._unsaid = dict(terms)

    def found(self) -> tuple[Term, ...]:
        """Return the terms met so far, in the order of the glossary."""
        met = (
            term
            for name, term in self._terms.items()
            if name not in self._unread or name not in self._unsaid
        )
        return tuple(sorted(met, key=lambda term: term.slug))

    def parts(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        return tuple(self._part(part) for part in parts)

    def _part(self, part: Part) -> Part:
        if isinstance(part, Prose):
            html = _link(part.html, self._unread, self._beginnings)
            return part if html is part.html else replace(part, html=html)
        if isinstance(part, Say | Rephrase):
            html = _link(part.html, self._unsaid, self._beginnings)
            return part if html is part.html else replace(part, html=html)
        if isinstance(part, Trouble):  # Stop and Start as well
            prose = _link(part.prose, self._unread, self._beginnings)
            words = _link(part.words, self._unsaid, self._beginnings)
            is_same = prose is part.prose and words is part.words
            return part if is_same else replace(part, prose=prose, words=words)
        if isinstance(part, Ask):
            return self._ask(part)
        if isinstance(part, Container):
            return replace(part, parts=self.parts(part.parts))
        return part

    def _ask(self, ask: Ask) -> Ask:
        answers = tuple(self._answer(answer) for answer in ask.answers)
        is_same = all(map(operator.is_, answers, ask.answers))
        return ask if is_same else replace(ask, answers=answers)

    def _answer(self, answer: Answer) -> Answer:
        words = _link(answer.words, self._unsaid, self._beginnings)
        asked = self._ask(answer.follow_up) if answer.follow_up else None
        is_same = words is answer.words and asked is answer.follow_up
        return answer if is_same else replace(answer, words=words, follow_up=asked)


def _link(html: Markup, waiting: dict[str, Term], beginnings: Beginnings) -> Markup:
    """Link in ``html`` the terms of ``waiting`` that it holds, and take them off ``waiting``."""
    if not html:
        return html
    for name in _held(str(html).lower(), waiting, beginnings):
        pieces = _TEXT.split(html)
        for place in range(0, len(pieces), 2):
            match = pattern(name).search(pieces[place])
            if match:
                term = waiting.pop(name)
                before, after = pieces[place][: match.start()], pieces[place][match.end() :]
                link = f'<a class="fil-term" href="{SITE}{term.address}">{match[0]}</a>'
                pieces[place] = before + link + after
                html = Markup("".join(pieces))  # noqa: S704  # its text was clean already
                break
    return html


def _held(lowered: str, waiting: Mapping[str, Term], beginnings: Beginnings) -> list[str]:
    """Return the names of ``waiting``, in its order, whose first word a text may hold.

    The first word alone: « mises à jour » is in the plural. Most texts hold none of a hundred
    names: their words are cut out once, and looked for among all those at once.
    """
    words = beginnings.keys() & {"", *_WORD.findall(lowered)}
    found = {name for word in words for name in beginnings[word]} & waiting.keys()
    return [name for name in waiting if name in found] if found else []


@lru_cache(maxsize=4)
def _beginnings(names: tuple[str, ...]) -> Beginnings:
    """Return the names that may begin by each word, in the plural too."""
    found: dict[str, list[str]] = {}
    for name in names:
        first = name.split()[0]
        match = _WORD.search(first)
        # A name that begins by signs begins by no word: any text may hold it.
        word = match[0] if match else ""
        # « e-mail » begins by the word « e », which has no plural.
        for ending in ("", "s", "x") if word == first else ("",):
            found.setdefault(word + ending, []).append(name)
    return found


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Match the whole words of ``name``, in the plural too."""
    words = r"[sx]?\s".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<![\w-]){words}[sx]?(?![\w-])", re.IGNORECASE)
