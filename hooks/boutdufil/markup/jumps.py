"""Links that lead a call somewhere, or that tell something of it, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from boutdufil.language.text import closest, enumerate_french, meant
from boutdufil.markup.fragments import Fragments
from boutdufil.markup.links import GESTURES, SITE, STEP_ANCHOR
from boutdufil.markup.prose import GUILLEMETS
from boutdufil.model.finding import Code
from boutdufil.model.script import Jump, Learnt, Points, plain
from boutdufil.model.taxonomy import names_of
from boutdufil.source.tree import Span

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""The name of a place of the call: ``plus-rien``; not ``Plus rien``, nor ``etape-`` alone."""
# A link: ``[fiche 102](j-ai-clique.md)``; its words, then its target.
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^)\s>]+)>?\s*\)")
# A link that means nothing out of a call: ``[la preuve](#plus-rien)``; not ``[x](a.md)``.
_OF_CALL = r"\[[^\[\]]*\]\(\s*<?(?:#|geste:|fin:|situation:|appareil:)[^)\s>]*>?\s*\)"
# Words to read and their links, or such links alone; not a link within a sentence.
_WORDS = "|".join(rf"{one}[^{one}{other}]*{other}" for one, other in GUILLEMETS.items())
_LEADING = re.compile(rf"(?:{_WORDS})\s*(?:{_LINK.pattern}\s*)+\.?|(?:{_OF_CALL}\s*)+\.?")
_GESTURE = re.compile(r"\[[^\]]*\]\(\s*<?geste:[^)\s>]*>?\s*\)\s*\.?")
_END = "fin:"
# What a link tells of the call: ``situation:ligne-fixe``, ``appareil:iphone``.
_TELLS = re.compile(r"(situation|appareil):(.+)")
# What a link adds to an axis of a diagnosis: ``axe:presence``.
_ADDS = re.compile(r"axe:(.+)")
# How much it adds, which its words say: ``2 points``; not ``12 points``, nor ``deux``.
_COUNT = re.compile(r"([0-9])\s+points?")


@dataclass(frozen=True, slots=True)
class Leads:
    """What the links of a stretch say, and the stretches that stand around them."""

    jumps: tuple[Jump, ...]
    learnt: tuple[Learnt, ...]
    words: tuple[Span, ...]
    points: tuple[Points, ...] = ()

    @property
    def jump(self) -> Jump | None:
        """Where it leads: a gesture may come before the place."""
        if len(self.jumps) == 2 and self.jumps[0].gesture:
            gesture, place = self.jumps
            return replace(place, gesture=gesture.gesture, label=gesture.label)
        return self.jumps[0] if self.jumps else None

    @property
    def is_torn(self) -> bool:
        """Whether it leads to two places at once."""
        kinds = [bool(jump.gesture) for jump in self.jumps]
        return len(kinds) > 1 and kinds != [True, False]


def shown(text: str, span: Span) -> str:
    """Return words without their marks, on one line."""
    words = _LINK.sub(r"\1", text[span.start : span.end]).replace("**", "").replace("__", "")
    return " ".join(words.split())


def bare(text: str, span: Span) -> str:
    """Return what is written in ``span``, without the point and the spaces around it."""
    return text[span.start : span.end].strip(" .\n\u00a0\u202f")


def leads_somewhere(paragraph: str) -> bool:
    """Tell whether a paragraph is what is said and where it leads, or where it leads alone."""
    return _LEADING.fullmatch(paragraph.strip()) is not None


def calls_gesture(paragraph: str) -> bool:
    """Tell whether a paragraph calls a gesture, and says nothing else."""
    return _GESTURE.fullmatch(paragraph.strip()) is not None


def cut_leads(reading: Fragments, span: Span) -> Leads:
    """Take out of ``span`` the links that are for the call; one within guillemets is read."""
    text = reading.tree.text
    if text.find("](", span.start, span.end) == -1:
        return Leads((), (), (span,) if bare(text, span) else ())
    jumps: list[Jump] = []
    learnt: list[Learnt] = []
    points: list[Points] = []
    words: list[Span] = []
    start = span.start
    for match in _LINK.finditer(text, span.start, span.end):
        if text.count("«", span.start, match.start()) > text.count("»", span.start, match.start()):
            continue
        label = reading.inline(Span(*match.span(1)))
        found = _read(reading, match[2], match.start(2), label)
        if found is None:
            continue
        words.append(Span(start, match.start()))
        start = match.end()
        if isinstance(found, Jump):
            jumps.append(found)
        elif isinstance(found, Points):
            points.append(found)
        else:
            learnt.append(found)
    words.append(Span(start, span.end))
    said = tuple(each for each in words if bare(text, each))
    return Leads(tuple(jumps), tuple(learnt), said, tuple(points))


def _read(
    reading: Fragments, target: str, offset: int, label: Markup
) -> Jump | Learnt | Points | None:
    adds = _ADDS.fullmatch(target) if reading.axes is not None else None
    if adds:
        return _points(reading, adds[1], offset, label)
    tells = _TELLS.fullmatch(target)
    if tells:
        is_device = tells[1] == "appareil"
        known = reading.taxonomy.real_devices if is_device else reading.taxonomy.situations
        start = offset + tells.start(2)
        word = known_word(reading, tells[2], known, tells[1], start) or ""
        return Learnt(label, device=word) if is_device else Learnt(label, situation=word)
    if target == _END:
        return Jump("", 0, label, is_end=True)
    address = reading.links.resolve(target, offset) or ""
    path, _, anchor = address.partition("#")
    step = STEP_ANCHOR.fullmatch(anchor)
    if not path and step:
        return Jump("", int(step[1]), label)
    if not path and NAME.fullmatch(anchor):
        return Jump("", 0, label, name=anchor)
    if path.startswith(f"{SITE}tutoriels/"):
        reference = path.removeprefix(f"{SITE}tutoriels/").strip("/")
        return Jump(reference, int(step[1]) if step else 0, label)
    if path.startswith(f"{SITE}{GESTURES}/"):
        return Jump("", 0, label, gesture=path.removeprefix(f"{SITE}{GESTURES}/").strip("/"))
    return None


def _points(reading: Fragments, axis: str, offset: int, label: Markup) -> Points:
    """Read ``[2 points](axe:presence)``; without declared axes, what is wrong was told before."""
    line, column = reading.tree.place(offset)
    counted = _COUNT.fullmatch(plain(label))
    if counted is None:
        reading.report.add(
            Code.WRONG_POINTS,
            line,
            "ces mots ne disent pas combien de points",
            found=f"[{plain(label)}](axe:{axis})",
            expected="un chiffre de 0 à 9, puis « points »",
            hint=f"[2 points](axe:{axis})",
            column=column,
        )
    if reading.axes and axis not in reading.axes:
        near = closest(axis, reading.axes)
        reading.report.add(
            Code.UNKNOWN_WORD,
            line,
            f"« {axis} » n’est pas un axe de ce diagnostic",
            found=axis,
            expected=enumerate_french(reading.axes) + " (déclarés sous « axes »)",
            hint=f"vouliez-vous dire « {near} » ?" if near else "",
            column=column,
        )
    return Points(axis, int(counted[1]) if counted else 0)


def known_word(
    reading: Fragments, word: str, known: Iterable[str], meaning: str, start: int
) -> str | None:
    """Return the word of the taxonomy that is meant, or report that there is none."""
    keys = tuple(known)
    taxonomy = reading.taxonomy
    names = names_of(taxonomy.situations if meaning == "situation" else taxonomy.devices)
    if key := meant(word, keys, names):
        return key
    near = closest(word, keys)
    line, column = reading.tree.place(start)
    gender = "e" if meaning == "situation" else ""
    reading.report.add(
        Code.UNKNOWN_WORD,
        line,
        f"« {word} » n’est pas un{gender} {meaning} connu{gender}",
        found=word,
        expected=enumerate_french(keys) + " (déclarés dans taxonomie.yml)",
        hint=f"vouliez-vous dire « {near} » ?" if near else "",
        column=column,
    )
    return None
