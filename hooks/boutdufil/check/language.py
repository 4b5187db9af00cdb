"""Rules of language: what is said can be understood by ear."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from boutdufil.check.passages import find_words, phrase_words
from boutdufil.check.review import Agreed, FileRule, Reviewed
from boutdufil.kinds.term.values import Term
from boutdufil.language.readability import counts
from boutdufil.markup.inline import blank
from boutdufil.markup.passage import Passage
from boutdufil.model.finding import Code, Finding
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.search.analysis import STOP_WORDS

SENTENCES = 3
"""Sentences in a row that a caller remembers."""
WORDS = 15
"""Words of a sentence that a caller remembers, heard once."""
SHARED_WORDS = 1
"""Words in common with a term's own explanation that make it explained (at 2, most are not)."""

_SHORT_RIDDLE = 5
_HEARD = frozenset(("dire", "autrement", "demander", "sinon", "stop"))
_SCREEN_WORDS = re.compile(r"[“«][^”»]*[”»]")
_CLICK = re.compile(r"\b[Cc]liqu\w+")
_PRESS = re.compile(r"\b[Aa]ppuy\w+")
_FAMILIAR = re.compile(
    r"(?<![\w’'-])(?:tu|toi|ta|tes)(?![\w’'])|-toi(?!\w)|(?<![\w’'-])t[’'](?=[aeiouyhéèê])"
    r"|(?<![\w’'-])(?<!le )(?<!un )(?<!ce )(?<!du )(?<!de )(?<!au )(?<!même )(?<!bon )(?<!quel )"
    r"ton(?= \w)",
    re.IGNORECASE,
)
_FAMILIAR_WORDS = frozenset(("tu", "toi", "ta", "tes", "t", "ton"))
"""Those that it may match, of which most passages hold none."""
_PAST_OF_TAIRE = re.compile(r"\b(?:est|suis|es|sont|êtes|sommes|était|a|ai) $", re.IGNORECASE)
_NEGATION = r"(?:\bne\b|\bn[’'])"
_DOUBLE = re.compile(
    rf"{_NEGATION}[^,;:.]{{1,40}}\b(?:pas|jamais|rien|plus)\b[^,;:.]{{0,50}}\bsans\b"
    rf"|{_NEGATION}[^,;:.]{{1,25}}\bpas (?:impossible|inutile|interdit|impensable|inconnue?"
    rf"|inhabituel|négligeable|défendu|indifférent|invisible|illisible)"
    rf"|{_NEGATION}[^,;:.]{{1,30}}\bpas\b[^,;:.]{{0,20}}{_NEGATION} ?(?:pas|plus|rien)",
    re.IGNORECASE,
)
_NEGATIONS = frozenset(("ne", "n"))
"""Those that begin what it matches."""
_HELPERS = frozenset(
    (
        *("dites", "lisez", "regardez", "cherchez", "appuyez", "cliquez", "ouvrez", "voit"),
        *("ecrit", "ecrits", "ecrivez", "mot", "mots", "ecran", "haut", "bas", "dessus", "puis"),
        *("petit", "petite", "grand", "deux", "fait", "faire", "peut", "aussi", "souvent", "autre"),
        *("voyez", "telephone", "ordinateur"),
    )
)
"""Words of every step: having them in common with an explanation explains nothing."""
_Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""Phrases cut in words, by the first of them, each with what it stands for."""


def long_speech(reviewed: Reviewed) -> Iterator[Finding]:
    """What is heard once is remembered when it is short."""
    for passage in reviewed.passages:
        if not passage.is_question:
            yield from _too_long(reviewed.path, passage)


def _too_long(path: str, passage: Passage) -> Iterator[Finding]:
    for sentence, start in passage.sentences:
        count, _syllables = counts(sentence)
        if count > WORDS:
            yield _finding(
                path,
                passage,
                start,
                Code.LONG_SPEECH,
                f"une phrase dite a {count} mots",
                sentence,
                f"{WORDS} mots au plus, une action par phrase",
                "coupez-la en deux phrases",
            )
    if len(passage.sentences) > SENTENCES:
        sentence, start = passage.sentences[SENTENCES]
        yield _finding(
            path,
            passage,
            start,
            Code.LONG_SPEECH,
            f"il y a {len(passage.sentences)} phrases à la suite",
            sentence,
            f"{SENTENCES} phrases au plus, puis la personne répond ou agit",
            "faites deux blocs, ou posez une question entre les deux",
        )


@dataclass(frozen=True, slots=True)
class _Glossary:
    """The terms by slug, and what is looked for of them: a phrase leads to both."""

    terms: Mapping[str, Term]
    names: _Phrases
    riddles: _Phrases
    explained: Mapping[str, set[str]]
    """The words that explain each, in its own page."""


@lru_cache(maxsize=4)
def _glossary(agreed: Agreed) -> _Glossary:
    terms = {term.slug: term for term in agreed.terms}
    return _Glossary(
        terms,
        _phrases((name, slug) for slug, term in terms.items() for name in _names(term)),
        _phrases((riddle, slug) for slug, term in terms.items() for riddle in term.riddles),
        {slug: _explanation(term) for slug, term in terms.items()},
    )


def jargon(reviewed: Reviewed) -> Iterator[Finding]:
    """A term said aloud is explained in the same step, in words of its own page."""
    if reviewed.tutorial is None:
        return
    glossary = _glossary(reviewed.agreed)
    met: set[str] = set()
    by_step: dict[int, list[Passage]] = defaultdict(list)
    for passage in reviewed.passages:
        by_step[passage.step].append(passage)
    for said in by_step.values():
        around = frozenset[str]()
        for passage in said:
            for value, start in find_words(passage, glossary.names):
                slug, name = value.split("\n")
                if slug in met or _is_quoted(passage, start):
                    continue
                met.add(slug)
                around = around or frozenset[str]().union(*(each.words for each in said))
                term = glossary.terms[slug]
                own = {word for name in _every_name(term) for word in phrase_words(name)}
                if len(around & glossary.explained[slug] - own) >= SHARED_WORDS:
                    continue
                yield _finding(
                    reviewed.path,
                    passage,
                    start,
                    Code.JARGON,
                    f"« {name} » est dit sans être expliqué dans cette étape",
                    passage.sentence_at(start),
                    _spoken_form(term, passage.devices),
                    "dites d’abord la forme et la place, puis le nom",
                )


def _is_quoted(passage: Passage, place: int) -> bool:
    """Tell whether the word is written on the screen, and not the mediator's."""
    return any(
        match.start() < place < match.end() for match in _SCREEN_WORDS.finditer(passage.text)
    )


def _names(term: Term) -> list[str]:
    """Return the words of the trade: a synonym of several words is ordinary French."""
    return [term.name, *(other for other in term.synonyms if len(phrase_words(other)) == 1)]


def _every_name(term: Term) -> list[str]:
    return [term.name, *term.synonyms]


def _explanation(term: Term) -> set[str]:
    """Return the words that explain a term, in the glossary."""
    told = [term.definition, *(saying.words for saying in term.sayings)]
    words_told = {word for text in told for word in phrase_words(text) if len(word) > 1}
    return words_told - STOP_WORDS - _HELPERS


def _spoken_form(term: Term, devices: Sequence[str]) -> str:
    for saying in term.sayings:
        if not saying.devices or not devices or {*saying.devices} & {*devices}:
            return saying.words
    return term.definition


def riddles(reviewed: Reviewed) -> Iterator[Finding]:
    """What the glossary advises against is not said."""
    glossary = _glossary(reviewed.agreed)
    for passage in reviewed.passages:
        if passage.kind not in _HEARD:
            continue
        for value, start in find_words(passage, glossary.riddles):
            slug, riddle = value.split("\n")
            sentence = passage.sentence_at(start)
            short = len(phrase_words(riddle)) < _SHORT_RIDDLE
            if short and phrase_words(sentence) != phrase_words(riddle):
                continue
            yield _finding(
                reviewed.path,
                passage,
                start,
                Code.RIDDLE,
                "cette phrase est une devinette au téléphone",
                sentence,
                _spoken_form(glossary.terms[slug], passage.devices),
                f"le glossaire la déconseille : « {glossary.terms[slug].name} »",
            )


def wrong_hand(reviewed: Reviewed) -> Iterator[Finding]:
    """One presses a touch screen and clicks with a mouse: the verb follows the device."""
    taxonomy, declared = reviewed.agreed.taxonomy, reviewed.document.devices
    for passage in reviewed.passages:
        if "liqu" not in passage.raw and "ppuy" not in passage.raw:
            continue
        hands = _hands(taxonomy, passage.devices or declared)
        for pattern, hand in ((_CLICK, "cliquer"), (_PRESS, "appuyer")):
            match = pattern.search(blank(_SCREEN_WORDS, passage.without_gestures))
            if match is None or hands == {hand} or _is_a_key(passage, match):
                continue
            right = "{appuyez|cliquez}" if hands != {"appuyer"} else "appuyez"
            right = "cliquez" if hands == {"cliquer"} else right
            capital = match[0][0].isupper()
            yield _finding(
                reviewed.path,
                passage,
                match.start(),
                Code.WRONG_HAND,
                f"« {match[0]} » ne convient pas à tous les appareils de ce passage",
                passage.sentence_at(match.start()),
                "le doigt appuie, la souris clique",
                f"écrivez : {'{Appuyez|Cliquez}' if capital and '|' in right else right}",
            )


def _hands(taxonomy: Taxonomy, devices: Iterable[str]) -> set[str]:
    return {taxonomy.devices[device].gesture for device in taxonomy.expand(devices)} - {""}


def _is_a_key(passage: Passage, match: re.Match[str]) -> bool:
    """A key of the keyboard, or a button of the case, is pressed on any device."""
    sentence = passage.sentence_at(match.start())
    return bool(re.search(r"\b(?:touches?|bouton d[’']allumage)\b", sentence))


def familiar(reviewed: Reviewed) -> Iterator[Finding]:
    """A caller is told « vous »; what a screen says is between quotation marks."""
    for passage in reviewed.passages:
        if _FAMILIAR_WORDS.isdisjoint(passage.words):
            continue
        own = blank(_SCREEN_WORDS, passage.text)
        match = _FAMILIAR.search(own)
        if match is None or _PAST_OF_TAIRE.search(own[: match.start()]):
            continue
        yield _finding(
            reviewed.path,
            passage,
            match.start(),
            Code.FAMILIAR,
            f"la personne est tutoyée : « {match[0]} »",
            passage.sentence_at(match.start()),
            "vous, votre, vos",
        )


def double_negation(reviewed: Reviewed) -> Iterator[Finding]:
    """Two negations in a sentence make people stop and count."""
    for passage in reviewed.passages:
        if _NEGATIONS.isdisjoint(passage.words):
            continue
        for sentence, start in passage.sentences:
            if match := _DOUBLE.search(sentence):
                yield _finding(
                    reviewed.path,
                    passage,
                    start + match.start(),
                    Code.DOUBLE_NEGATION,
                    "cette phrase nie deux fois",
                    sentence,
                    "une phrase positive",
                    "dites ce qu’il faut faire, plutôt que ce qu’il ne faut pas faire",
                )


def _phrases(named: Iterable[tuple[str, str]]) -> _Phrases:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, slug in named:
        cut = phrase_words(name)
        if cut:
            phrases[cut[0]].append((cut, f"{slug}\n{name}"))
    return phrases


def _finding(
    path: str,
    passage: Passage,
    start: int,
    code: Code,
    problem: str,
    found: str,
    expected: str,
    hint: str = "",
) -> Finding:
    line, column = passage.place(start)
    return Finding(path, line, column, code, problem, " ".join(found.split()), expected, hint)


RULES: tuple[FileRule, ...] = (
    long_speech,
    jargon,
    riddles,
    wrong_hand,
    familiar,
    double_negation,
)
