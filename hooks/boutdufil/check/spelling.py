"""The rule of spelling: what is read is written without a mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from boutdufil.check.lines import Line, without_addresses
from boutdufil.check.review import Agreed, FileRule, Reviewed
from boutdufil.language.spelling import frequencies, plain_letters, suggestion
from boutdufil.markup.inline import blank
from boutdufil.model.finding import MOST_TOLD, Code, Finding

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?…:|]|[«“(\[]|\s[-*]|\*\*)\s*\**$")
_LOOKED_BACK = 20
"""Characters before a word that tell whether it starts a sentence."""
_SPELT_KEYS = frozenset(
    ("titre", "resume", "recap", "urgence", "definition", "au_telephone", "phrase", "")
)
_DEVICES_KEY = re.compile(r"^ +[\w, -]+: ?")
_CUT_WORDS = frozenset(("aujourd", "jusqu", "lorsqu", "puisqu", "quelqu", "presqu", "qu", "hui"))


def misspelt(reviewed: Reviewed) -> Iterator[Finding]:
    """A word exists in French, or is agreed on in « relecture.yml ».

    A file with an error is mended first: its slips are often the error itself.
    """
    if reviewed.document.value is None:
        return
    spelt = [line for line in reviewed.lines if line.key in _SPELT_KEYS]
    every = {*_WORD.findall("\n".join(line.text for line in spelt))}
    strange = _lexicon(reviewed.agreed).unknown(every)
    said: set[str] = set()
    for line in spelt if strange else ():
        if not any(word in line.text for word in strange):
            continue
        unknown = strange.intersection(_WORD.findall(line.text))
        if unknown - said:
            yield from _unknown_words(reviewed.path, line, unknown, said)


class _Lexicon:
    """The words that are agreed on; those found to be right are looked for once."""

    def __init__(self, agreed: Agreed) -> None:
        phrases = (
            *agreed.references.words,
            *agreed.references.tools,
            *(term.name for term in agreed.terms),
            *(synonym for term in agreed.terms for synonym in term.synonyms),
        )
        self._agreed = {plain_letters(word) for each in phrases for word in _WORD.findall(each)}
        self._known = frequencies().keys()
        self._right: set[str] = set()

    def unknown(self, words: set[str]) -> set[str]:
        """Return those of ``words`` that nobody knows."""
        fresh = words - self._right
        unknown = {
            word
            for word in fresh
            if len(word) > 1 and not _is_known(word, self._known, self._agreed)
        }
        self._right |= fresh - unknown
        return unknown


@lru_cache(maxsize=4)
def _lexicon(agreed: Agreed) -> _Lexicon:
    return _Lexicon(agreed)


def _is_known(word: str, known: Iterable[str], agreed: Iterable[str]) -> bool:
    plain = plain_letters(word)
    return (
        plain in known
        or plain in agreed
        or plain in _CUT_WORDS
        or (
            "-" in plain
            and all(
                len(part) < 2 or part in known or part in agreed or part in _CUT_WORDS
                for part in plain.split("-")
            )
        )
    )


def _starts_a_sentence(text: str, place: int) -> bool:
    """Tell whether a sentence starts at ``place``, from the few signs before it."""
    first = max(0, place - _LOOKED_BACK)
    before = text[first:place] if not first else f"a{text[first:place]}"
    return _SENTENCE_STARTS.search(before) is not None


def _unknown_words(path: str, line: Line, unknown: set[str], said: set[str]) -> Iterator[Finding]:
    text = without_addresses(blank(_DEVICES_KEY, line.text) if line.key else line.text)
    for match in _WORD.finditer(text):
        word = match[0]
        named = word[0].isupper() and not _starts_a_sentence(text, match.start())
        if word not in unknown or word in said or named or word.isupper():
            continue
        said.add(word)
        meant = suggestion(word) if len(said) <= MOST_TOLD else None
        yield Finding(
            path,
            line.number,
            match.start() + 1,
            Code.MISSPELT,
            f"« {word} » n’est pas un mot connu",
            word,
            "un mot du dictionnaire, ou de « relecture.yml »",
            f"vouliez-vous dire « {meant} » ?"
            if meant
            else "si le mot est juste, ajoutez-le sous « mots », dans docs/relecture.yml",
        )


RULES: tuple[FileRule, ...] = (misspelt,)
