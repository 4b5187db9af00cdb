"""Rules of the search: a tutorial is found by what it answers, not by the words of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from boutdufil.check.review import FileRule, Reviewed
from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.kind import Rule
from boutdufil.kinds.synonyms.declaration import SYNONYMS_FILE
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.language.text import counted
from boutdufil.model.finding import Code, Finding
from boutdufil.search.analysis import STOP_WORDS, stems, vocabulary, words
from boutdufil.search.documents import MOST_WORDS

LONGEST_CALL = 25
"""Words of a caller's phrase: the longest of ours has twenty-one."""
MOST_FOREIGN = 40
"""Words of callers that the tutorial says nowhere: at most, ours have thirty-one."""
MOST_BORROWED = 4
"""Phrases that a tutorial may share with others, whole."""
SHARED_BY = 4
"""Tutorials that hold a word, from which another must not take it for itself."""


def stuffed_calls(reviewed: Reviewed) -> Iterator[Finding]:
    """Callers' phrases are said in one breath, and are about the tutorial."""
    document, tutorial = reviewed.document, reviewed.tutorial
    if tutorial is None:
        return
    for place, call in enumerate(tutorial.calls):
        if (count := len(words(call))) > LONGEST_CALL:
            yield _stuffed(
                document.path,
                document.line("appels", place),
                "cette phrase est trop longue pour être celle de quelqu’un qui appelle",
                counted(count, "mot"),
                f"{LONGEST_CALL} mots au plus, d’un souffle",
                "gardez ce que la personne dit en premier",
            )
    line = document.line("appels")
    said = [word for call in tutorial.calls for word in words(call)]
    if len(said) > MOST_WORDS["appels"]:
        yield _stuffed(
            document.path,
            line,
            "ces phrases d’appel sont trop longues : la recherche n’en lit que le début",
            counted(len(said), "mot"),
            f"{MOST_WORDS['appels']} mots au plus, toutes ensemble",
            "gardez les phrases qui se ressemblent le moins",
        )
    foreign = _foreign(document, tutorial)
    if len(foreign) > MOST_FOREIGN:
        yield _stuffed(
            document.path,
            line,
            "ces phrases d’appel parlent d’autre chose que la fiche",
            f"{len(foreign)} mots qu’elle ne dit nulle part : {', '.join(foreign[:6])}…",
            f"{MOST_FOREIGN} au plus",
            "gardez les phrases auxquelles cette fiche répond",
        )


def _foreign(document: Document, tutorial: Tutorial) -> list[str]:
    """Return the words of callers that nothing else in the tutorial says, as they are written."""
    called = {word: stems(word) for call in tutorial.calls for word in words(call)}
    telling = {word: found[0] for word, found in called.items() if word not in STOP_WORDS and found}
    if len(set(telling.values())) <= MOST_FOREIGN:
        return []
    text = " ".join((tutorial.title, tutorial.summary, *(each.text for each in document.passages)))
    own = vocabulary(text)
    strange = {stem: word for word, stem in telling.items() if stem not in own and len(stem) > 1}
    return sorted(strange.values())


def borrowed_calls(content: Content) -> Iterator[Finding]:
    """Callers' phrases are those of one tutorial."""
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for document, tutorial in content.read(Tutorial):
        for call in tutorial.calls:
            holders[tuple(stems(call))].add(document.path)
    for document, tutorial in content.read(Tutorial):
        borrowed = [call for call in tutorial.calls if len(holders[tuple(stems(call))]) > 1]
        if len(borrowed) > MOST_BORROWED:
            yield _stuffed(
                document.path,
                document.line("appels"),
                "ces phrases d’appel sont celles d’autres fiches",
                f"{len(borrowed)} phrases, dont : {borrowed[0]}",
                f"{MOST_BORROWED} au plus",
                "gardez celles auxquelles cette fiche répond le mieux",
            )


def taken_words(content: Content) -> Iterator[Finding]:
    """A word that many tutorials answer is not led, as a synonym, to what one alone says."""
    document = next((each for each in content.data if each.path == SYNONYMS_FILE), None)
    if document is None:
        return
    near = content.synonyms.near
    wanted = {stem for line in near for phrase in line for stem in stems(phrase)}
    held: dict[str, set[str]] = defaultdict(set)
    for each in content.documents:
        for stem in wanted.intersection(each.stems.split()):
            held[stem].add(each.path)
    for rank, (first, *others) in enumerate(near):
        if len(stems(first)) > 1:
            continue
        shared = _held_by(first, held)
        for other in others:
            alone = _held_by(other, held)
            if len(stems(other)) == 1 and len(alone) == 1 and len(shared) >= SHARED_BY:
                yield _stuffed(
                    SYNONYMS_FILE,
                    document.line("proches", rank),
                    f"« {first} » mènerait à une seule fiche, qui seule dit « {other} »",
                    f"[{first}, {other}]",
                    "un mot que plusieurs fiches disent, ou aucune",
                    "retirez ce mot de la ligne",
                )


def _held_by(phrase: str, held: dict[str, set[str]]) -> set[str]:
    found = [held[stem] for stem in stems(phrase) if stem not in STOP_WORDS and stem in held]
    return set.intersection(*found) if found else set()


def _stuffed(path: str, line: int, problem: str, found: str, expected: str, hint: str) -> Finding:
    return Finding(path, line, 1, Code.STUFFED, problem, found, expected, hint)


RULES: tuple[FileRule, ...] = (stuffed_calls,)
BETWEEN: tuple[Rule, ...] = (borrowed_calls, taken_words)
