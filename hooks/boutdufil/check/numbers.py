"""Rules of numbers: each one that a page shows, however it is written, was verified by a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from boutdufil.check.places import place_of
from boutdufil.check.review import Agreed, FileRule, Reviewed
from boutdufil.kinds.code.values import FOLDER as CODES
from boutdufil.kinds.performances.declaration import PERFORMANCES_FILE
from boutdufil.kinds.references.declaration import NUMBERS_FILE, REVIEW_FILE
from boutdufil.kinds.references.values import CLOSED, PhoneNumber
from boutdufil.language.dialled import Dialled, Sort, dear_in, numbers_in, sort_of
from boutdufil.language.numbering import NumberingPlan
from boutdufil.markup.seen import CODE, Seen
from boutdufil.model.finding import Code, Finding

OF_CONTRIBUTORS = "contribuer/"
"""The pages whose code shows sources: the numbers of their screens are invented."""
_NOT_DIALLED = frozenset((NUMBERS_FILE, REVIEW_FILE, PERFORMANCES_FILE))
"""What lists numbers, and what was measured: seconds and files are not to be dialled."""
KEYS = "1234567890"
"""The digits of a drawn keyboard, in their order: a part of them is no number."""
_EXAMPLES = ("faux", "avec")
"""The keys of a code that show what is refused."""


def phone_numbers(reviewed: Reviewed) -> Iterator[Finding]:
    """A number is given when it was verified; a closed or a dear one is never let through.

    What a number looks like is told by the plan of the country: without one, nothing is looked for.
    """
    path, plan = reviewed.path, reviewed.agreed.plan
    if plan is None or path in _NOT_DIALLED:
        return
    declared = _declared(reviewed.agreed)
    shown = [each for each in reviewed.document.seen if not _is_set_apart(path, each)]
    dear: set[str] = set()
    for seen in shown:
        ranks: Counter[str] = Counter()
        for number in numbers_in(seen.text, plan):
            if seen.is_drawn and number.digits in KEYS:
                continue
            written = seen.text[number.start : number.end]
            dear |= {number.digits} if number.sort is Sort.DEAR else set()
            known = declared.get(number.digits)
            told = _judge(number, known, plan, is_shown=_is_example(path, seen))
            if told is not None:
                place = place_of(reviewed, seen, written, ranks[written], number.digits)
                ranks[written] += 1
                yield _finding(path, place, written, told)
    yield from _scattered(reviewed, shown, dear | plan.vital, plan)


@lru_cache(maxsize=4)
def _declared(agreed: Agreed) -> Mapping[str, PhoneNumber]:
    return {agreed.digits(number.number): number for number in agreed.references.numbers}


def _is_set_apart(path: str, seen: Seen) -> bool:
    """Tell what is no number to dial: a tutorial's own, and what a code shows as a mistake."""
    is_example = path.startswith(f"{CODES}/") and seen.key.split(" ")[0] in _EXAMPLES
    return is_example or seen.key == "numero"


def _is_example(path: str, seen: Seen) -> bool:
    return seen.is_drawn or (seen.key == CODE and path.startswith(OF_CONTRIBUTORS))


def _scattered(
    reviewed: Reviewed, shown: list[Seen], told: set[str], plan: NumberingPlan
) -> Iterator[Finding]:
    """Yield the dear numbers whose digits stand in several paragraphs, items or headings."""
    texts = [each.text for each in shown]
    for number in dear_in("\n".join(texts), plan):
        if number.digits in told:
            continue
        before = 0
        for seen in shown:
            if before + len(seen.text) > number.start:
                place = place_of(reviewed, seen, number.digits, 0, number.digits[:3])
                yield _finding(reviewed.path, place, number.digits, _DEAR)
                break
            before += len(seen.text) + 1


_Told = tuple[Code, str, str, str]
_DEAR: _Told = (
    Code.PREMIUM_NUMBER,
    "ce numéro est surtaxé : aucune déclaration ne l’autorise",
    "un numéro gratuit, ou au prix d’un appel",
    "retirez-le ; dites où lire le vrai numéro : sur la carte, sur un courrier",
)
_UNDECLARED: _Told = (
    Code.UNDECLARED_NUMBER,
    "ce numéro de téléphone n’est pas déclaré",
    "un numéro de « numeros.yml »",
    "vérifiez-le sur le site officiel, puis déclarez-le dans docs/numeros.yml",
)
_PRIVATE: _Told = (
    Code.UNDECLARED_NUMBER,
    "ce numéro de portable peut être celui d’une personne",
    "un numéro de « numeros.yml »",
    "retirez-le ; dites où lire le vrai numéro : sur la carte, sur un courrier",
)


def _foreign(plan: NumberingPlan) -> _Told:
    return (
        Code.PREMIUM_NUMBER,
        "ce numéro sonne à l’étranger, où l’appel peut coûter très cher",
        f"un numéro {plan.within}",
        "retirez-le ; dites où lire le vrai numéro : sur la carte, sur un courrier",
    )


def _judge(
    number: Dialled, known: PhoneNumber | None, plan: NumberingPlan, *, is_shown: bool
) -> _Told | None:
    """Return what is said of a number; one that is only shown may be invented."""
    if known is not None and known.status == CLOSED:
        return (
            Code.CLOSED_NUMBER,
            f"ce numéro est fermé : {known.name}",
            "un numéro où quelqu’un répond",
            "retirez-le",
        )
    if number.sort is Sort.FOREIGN:
        return _foreign(plan)
    if number.sort is Sort.DEAR:
        is_vital = number.digits in plan.vital and known is not None and known.surcharged
        return None if is_vital else _DEAR
    if known is not None or is_shown:
        return None
    return _PRIVATE if plan.is_mobile(number.digits) else _UNDECLARED


def _finding(path: str, place: tuple[int, int], found: str, told: _Told) -> Finding:
    code, problem, expected, hint = told
    return Finding(path, *place, code, problem, " ".join(found.split()), expected, hint)


def declared_numbers(reviewed: Reviewed) -> Iterator[Finding]:
    """Declaring a number does not make it cheap."""
    plan = reviewed.agreed.plan
    if plan is None or reviewed.path != NUMBERS_FILE:
        return
    seen = reviewed.document.seen
    written = {each.text: each.line for each in seen if each.key.endswith(" numero")}
    for number in reviewed.agreed.references.numbers:
        sort = sort_of(number.number, plan)
        is_vital = plan.dialled(number.number) in plan.vital
        may_be = sort is Sort.ORDINARY or (is_vital and number.surcharged)
        if not may_be and number.status != CLOSED:
            line = written.get(number.number, 1)
            told = _foreign(plan) if sort is Sort.FOREIGN else _DEAR
            yield _finding(NUMBERS_FILE, (line, 1), number.number, told)


RULES: tuple[FileRule, ...] = (phone_numbers, declared_numbers)
