"""Rules of the thread of a call: what is proven of a script that works when someone answers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from boutdufil.check.passages import find_phrase, phrase_words
from boutdufil.check.review import FileRule, Reviewed
from boutdufil.language.text import enumerate_french
from boutdufil.markup.passage import Passage
from boutdufil.model.finding import Code, Finding
from boutdufil.thread import proofs, wording
from boutdufil.thread.flaws import Flaw, Proof

_LOOKED_AT = 80
"""Passages after the first line of a block in which its words are looked for."""


@dataclass(frozen=True, slots=True)
class _Told:
    """How a proof that fails is told."""

    code: Code
    problem: str
    expected: str
    hint: str = ""


_PROOFS: Mapping[Proof, _Told] = {
    proofs.left_asking: _Told(
        Code.LEFT_ASKING,
        "cette phrase attend une réponse, et rien ne la reçoit",
        "juste après, un bloc « demander » ou « preuve », ou une question en italique",
        "gardez ici ce qui se dit, et posez la question dans le bloc qui suit",
    ),
    proofs.unreached: _Told(
        Code.UNREACHED,
        "aucune réponse ne mène ici, sur aucun appareil",
        "un chemin depuis le début de l’appel",
        "donnez un nom à ce bloc, et menez-y une réponse, ou retirez-le",
    ),
    proofs.endless: _Told(
        Code.ENDLESS,
        "on tourne en rond : aucune réponse ne sort d’ici",
        "une réponse qui continue, ou qui termine l’appel",
        "- **Rien n’y fait** : « On s’arrête là pour aujourd’hui. » [fin](fin:)",
    ),
    wording.double: _Told(
        Code.TWO_QUESTIONS,
        "cette question en pose deux",
        "une question, un seul verbe",
        "gardez-en une, et posez l’autre sous une réponse",
    ),
    wording.crowded: _Told(
        Code.CROWDED,
        "cette question a plus de réponses que le clavier n’a de chiffres",
        "neuf réponses au plus ; cinq se retiennent",
        "réunissez deux réponses, ou mettez en « sinon » ce que la personne dit à côté",
    ),
    wording.said_one_way: _Told(
        Code.SAID_ONE_WAY,
        "cette question ne se dit que d’une façon",
        "la même question, en d’autres mots",
        "ajoutez, après le bloc : /// autrement",
    ),
    proofs.unseen: _Told(
        Code.UNSEEN_GESTURE,
        "rien ne montre que ce geste a réussi",
        "avant la fin de l’étape, une « preuve », ou une question sur ce que l’on voit",
        "ajoutez ensuite : /// preuve | Quel mot est écrit tout en haut ?",
    ),
    wording.several_gestures: _Told(
        Code.SEVERAL_GESTURES,
        "cette phrase demande plusieurs gestes",
        "un geste par phrase",
        "coupez-la en deux phrases",
    ),
    wording.said_once: _Told(
        Code.SAID_ONCE,
        "ce numéro, ou cette adresse, ne se dit qu’une fois",
        "deux fois : en entier, puis chiffre par chiffre, ou lettre par lettre",
        "Faites le dix-sept. Je répète : un, sept.",
    ),
}


def unproven(reviewed: Reviewed) -> Iterator[Finding]:
    """Every proof of a call holds, on each device and in each situation."""
    thread = reviewed.spoken.thread if reviewed.spoken else None
    if thread is None or not thread.graph.chain:
        return
    for proof, told in _PROOFS.items():
        for flaw in proof(thread):
            yield _finding(reviewed, flaw, told)


def mute(reviewed: Reviewed) -> Iterator[Finding]:
    """A step says something on each device of its tutorial, or on none."""
    if reviewed.spoken is None or reviewed.tutorial is None:
        return
    devices = reviewed.agreed.taxonomy.devices
    for step in reviewed.spoken.script.steps:
        missing = reviewed.spoken.thread.mute.get(step.rank, frozenset())
        if keys := [key for key in devices if key in missing]:
            named = enumerate_french((devices[key].name for key in keys), "et")
            yield Finding(
                reviewed.path,
                step.line,
                1,
                Code.NO_SCRIPT,
                f"l’étape {step.rank} n’a rien à lire à voix haute sur ces appareils : {named}",
                expected="ce que le médiateur dit ou demande, sur chaque appareil de la fiche",
                hint=f"ajoutez un bloc : /// dire | {', '.join(keys)}",
            )


def _finding(reviewed: Reviewed, flaw: Flaw, told: _Told) -> Finding:
    line, column, found = _place(reviewed.passages, flaw)
    return Finding(
        reviewed.path, line, column, told.code, told.problem, found, told.expected, told.hint
    )


def _place(passages: Sequence[Passage], flaw: Flaw) -> tuple[int, int, str]:
    """Return where the words of a flaw are, and the words as they are printed.

    Those that stand in for others, or that were not found, are told at the line of their block.
    """
    phrase = phrase_words(flaw.words)
    after = bisect_left(passages, flaw.line, key=lambda passage: passage.line)
    for passage in passages[after : after + _LOOKED_AT] if phrase else ():
        found = find_phrase(passage, phrase)
        if found is not None:
            start, end = found
            return (*passage.place(start), passage.read(start, end - start))
    return flaw.line, 1, flaw.words


RULES: tuple[FileRule, ...] = (unproven, mute)
