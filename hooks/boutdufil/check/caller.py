"""Rules of what the caller gets: what the public reads is said, who rings back, the message."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from boutdufil.check.review import Agreed, FileRule, Reviewed
from boutdufil.kinds.diagnosis.values import Diagnosis
from boutdufil.kinds.references.values import Replacement
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.language.message import loses_accent
from boutdufil.language.text import enumerate_french, fold
from boutdufil.model.finding import Code, Finding
from boutdufil.model.script import (
    ForAudiences,
    Part,
    Picture,
    Prose,
    Quiz,
    Rephrase,
    Start,
    Trouble,
    plain,
    walk,
)
from boutdufil.search.analysis import stem
from boutdufil.thread.graph import Node, NodeKind

# The public speaks: ``j’appelle ma banque``; not ``Jeanne``.
_FIRST_PERSON = re.compile(r"(?<![\w’'-])(?:j[’']|m[’']|(?:je|me|moi|mon|ma|mes)\b)", re.IGNORECASE)
# Asks to ring: ``rappelez-moi``, ``vous me rappellerez``; not ``rappelez-moi le nom``.
_RING_US = re.compile(
    r"\b(?:rappelez[ -](?:moi|nous|ici)|(?:me|nous) (?:rappelez|rappellerez))\b"
    r"(?! (?:l[ea]s?|votre|vos|ce|comment|quel|que)\b| l[’'])",
    re.IGNORECASE,
)
# Promises to ring: ``je vous rappelle demain``; not ``je vous rappelle que``.
_RING_YOU = re.compile(r"\b(?:je|on) vous rappelle(?:rai|ra)?\b(?! qu[e’'])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_READ_ALONE = (Prose, Picture, Quiz, Rephrase)


def unsaid(reviewed: Reviewed) -> Iterator[Finding]:
    """What is read by some, and what stops or mends, is said to the caller too."""
    for step in reviewed.spoken.script.steps if reviewed.spoken else ():
        for part in walk(step.parts):
            if isinstance(part, ForAudiences) and _is_read_alone(part):
                yield Finding(
                    reviewed.path,
                    part.line,
                    1,
                    Code.UNSAID,
                    "personne ne dit ce bloc à la personne qui appelle",
                    _shortened(part.parts),
                    "un bloc « dire » à l’intérieur",
                    "une ligne vide, puis : /// dire",
                )
            elif isinstance(part, Trouble) and _is_said_as_read(part):
                yield Finding(
                    reviewed.path,
                    part.line,
                    1,
                    Code.UNSAID,
                    "le médiateur lirait à voix haute ce que la personne se dit",
                    plain(part.prose),
                    "les mots du médiateur, entre guillemets",
                    "ajoutez, sous ce texte : « On s’arrête là. »",
                )


def _is_read_alone(block: ForAudiences) -> bool:
    """Tell whether a block holds nothing to say; a container in it is judged by what it holds."""
    inside = [*walk(block.parts)]
    return bool(inside) and all(
        isinstance(part, _READ_ALONE) or hasattr(part, "parts") for part in inside
    )


def _is_said_as_read(part: Trouble) -> bool:
    alone = part.prose and not part.words and not isinstance(part, Start)
    return bool(alone) and _FIRST_PERSON.search(plain(part.prose)) is not None


def _shortened(parts: Iterable[Part]) -> str:
    words = " ".join(plain(part.html) for part in parts if isinstance(part, Prose))
    return words if len(words) <= 120 else f"{words[:119]}…"


def who_rings_back(reviewed: Reviewed) -> Iterator[Finding]:
    """One rule for all calls: the mediator rings back."""
    ringing = [each for each in reviewed.passages if "rappel" in each.text.lower()]
    promised = any(_RING_YOU.search(passage.text) for passage in ringing)
    for passage in ringing:
        match = _RING_US.search(passage.text)
        if match is None:
            continue
        yield Finding(
            reviewed.path,
            *passage.place(match.start()),
            Code.WHO_RINGS_BACK,
            "la personne doit rappeler, alors qu’ailleurs on promet de la rappeler"
            if promised
            else "on demande à la personne de rappeler",
            " ".join(passage.sentence_at(match.start()).split()),
            "une seule règle : le médiateur rappelle",
            "Si ça coupe, je vous rappelle.",
        )


def lost_accents(reviewed: Reviewed) -> Iterator[Finding]:
    """A word that a text message would misspell makes it look like a fraud."""
    value = reviewed.document.value
    recap = value.recap if isinstance(value, Tutorial | Diagnosis) else ""
    lost = dict.fromkeys(word for word in _WORD.findall(recap) if loses_accent(word))
    if not lost:
        return
    known = reviewed.agreed.references.messages
    exact = {fold(each.word): each for each in known}
    alike = {stem(fold(each.word)): each for each in known}
    told = [_instead(word, exact.get(fold(word)) or alike.get(stem(fold(word)))) for word in lost]
    yield Finding(
        reviewed.path,
        reviewed.document.line("recap"),
        1,
        Code.LOST_ACCENT,
        "le SMS perdra un accent, et aura l’air d’une arnaque",
        ", ".join(lost),
        "un SMS garde é, è, à, ù, ç majuscule, et rien d’autre",
        " ; ".join(told),
    )


def _instead(word: str, known: Replacement | None) -> str:
    if known is None:
        return f"« {word} » : un autre mot"
    return f"« {word} » : {enumerate_french(f'« {each} »' for each in known.instead)}"


def unfit_gestures(reviewed: Reviewed) -> Iterator[Finding]:
    """A gesture that is called holds on the devices that the call is about."""
    if reviewed.spoken is None:
        return
    taxonomy, held = reviewed.agreed.taxonomy, _held(reviewed.agreed)
    thread = reviewed.spoken.thread
    for node in thread.graph.nodes:
        if node.kind is not NodeKind.GESTURE or node.gesture not in held:
            continue
        met = thread.reached.get(node.id, frozenset())
        missing = {each for each in met if held[node.gesture].isdisjoint(taxonomy.shown_on(each))}
        # An answer, or a situation, knows which device is held: one that fits is enough.
        is_chosen = bool(node.depth or node.condition.situations)
        if missing and (not is_chosen or missing == met):
            yield _unfit(reviewed, node, missing)


@lru_cache(maxsize=4)
def _held(agreed: Agreed) -> Mapping[str, frozenset[str]]:
    """Return the real devices that each gesture holds on."""
    expand = agreed.taxonomy.expand
    return {slug: frozenset(expand(devices)) for slug, devices in agreed.gestures.items()}


def _unfit(reviewed: Reviewed, node: Node, missing: Collection[str]) -> Finding:
    devices = reviewed.agreed.taxonomy.devices
    names = [device.name for key, device in devices.items() if key in missing]
    return Finding(
        reviewed.path,
        node.line,
        1,
        Code.UNFIT_GESTURE,
        "ce geste n’est pas écrit pour tous les appareils de ce passage",
        f"geste:{node.gesture}",
        f"un geste qui convient aussi à : {', '.join(names)}",
        "mettez ce lien dans un bloc « appareil », ou complétez le geste",
    )


RULES: tuple[FileRule, ...] = (unsaid, who_rings_back, lost_accents, unfit_gestures)
