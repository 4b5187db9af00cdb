"""What an update does, or would do, told in French: a count, then a line a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from boutdufil.language.text import enumerate_french
from boutdufil.tools.updating.decision import Fate
from boutdufil.tools.updating.plan import BESIDE, Step

TO_TAKE_UP = frozenset({Fate.BESIDE, Fate.WAITING})
"""What somebody has to do by hand."""
_DONE: Mapping[Fate, tuple[str, str]] = {
    Fate.ADDED: ("nouveau", "nouveaux"),
    Fate.REPLACED: ("renouvelé", "renouvelés"),
    Fate.MERGED: ("réuni", "réunis"),
    Fate.REMOVED: ("retiré", "retirés"),
    Fate.ORPHANED: ("gardé, qui n’est plus fourni", "gardés, qui ne sont plus fournis"),
    Fate.BESIDE: ("à reprendre", "à reprendre"),
    Fate.WAITING: ("toujours à reprendre", "toujours à reprendre"),
}
"""What is told of each file, and how many it is: one, several."""
_LINES: Mapping[Fate, str] = {
    Fate.ADDED: "nouveau",
    Fate.REPLACED: "renouvelé",
    Fate.MERGED: "vos changements et les nouveaux, réunis",
    Fate.REMOVED: "retiré, il n’est plus fourni",
    Fate.ORPHANED: "gardé, car vous l’avez changé ; il n’est plus fourni",
    Fate.BESIDE: "gardé comme il est ; la nouvelle version est dans",
    Fate.WAITING: "toujours à reprendre, d’après",
}
HOW = (
    "Pour reprendre un fichier : comparez-le à celui qui est dans « "
    f"{BESIDE} », changez ce qui vous va, puis retirez celui de « {BESIDE} »."
)


def told(steps: Sequence[Step], version: str, *, is_seen: bool) -> str:
    """Return the summary of an update to ``version``; ``is_seen``: nothing of it was done."""
    changed = [step for step in steps if step.fate in _LINES]
    if not changed:
        return f"Tout est à jour (version {version}).{_own(steps)}"
    head = f"Ce que ferait la version {version}" if is_seen else f"Version {version}"
    lines = [f"{head} : {_counts(changed)}.{_own(steps)}", "", *map(_line, changed)]
    if any(step.fate in TO_TAKE_UP for step in changed):
        lines += ["", HOW]
    if is_seen:
        return "\n".join([*lines, "", "Rien n’est encore changé : fil actualiser"])
    return "\n".join([*lines, "", "Ensuite : fil verifier"])


def _counts(steps: Sequence[Step]) -> str:
    count = Counter(step.fate for step in steps)
    return enumerate_french(
        [f"{count[fate]} {words[count[fate] > 1]}" for fate, words in _DONE.items() if count[fate]],
        "et",
    )


def _own(steps: Sequence[Step]) -> str:
    """Return what is said of the files of the package that the base made its own."""
    count = Counter(step.fate for step in steps)
    said = [*_parts(count)]
    return f" {enumerate_french(said, 'et').capitalize()}." if said else ""


def _parts(count: Counter[Fate]) -> Iterator[str]:
    kept, gone = count[Fate.KEPT], count[Fate.GONE]
    if kept:
        yield (
            f"{kept} fichiers à vous restent tels quels"
            if kept > 1
            else ("1 fichier à vous reste tel quel")
        )
    if gone:
        yield (
            f"{gone} que vous aviez retirés le restent"
            if gone > 1
            else ("1 que vous aviez retiré le reste")
        )


def _line(step: Step) -> str:
    line = f"{step.place} : {_LINES[step.fate]}"
    if step.fate in TO_TAKE_UP:
        line += f" {step.beside}"
    return f"{line} ({step.reason})" if step.reason else line
