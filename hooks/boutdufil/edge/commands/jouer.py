"""``fil jouer``: a script in the terminal; whoever is at the keyboard answers as the caller."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import fill

from boutdufil.edge.clock import latest_day
from boutdufil.edge.commands.folders import content_reader
from boutdufil.edge.console import typed_line
from boutdufil.kinds.content import Content
from boutdufil.kinds.scripts import scripts_of, titles_of
from boutdufil.language.text import closest, fold
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.thread.call import (
    COMMON,
    FEW,
    GESTURE,
    Call,
    Scripts,
    answer,
    answer_otherwise,
    back,
    begin,
    common_replies,
    enter,
    go_on,
    here,
    is_over,
    leave,
    rephrase,
    rescue,
    rescues,
    said_here,
)
from boutdufil.thread.graph import Node, NodeKind
from boutdufil.thread.telling import spoken
from boutdufil.thread.walks import ASKED
from boutdufil.tools.unusable import UnusableError

WIDTH = 76
FOREIGN = "appareil-en-anglais"
"""The situation in which a word of the screen is told in both languages."""
# « 2 », « s3 », « a »: an answer by its digits, a trouble, an answer for all; not « 101 ».
_DIGITS = re.compile(r"[1-9][0-9]?")
_TROUBLE = re.compile(r"s ?([1-9][0-9]?)")
# “Objet” in what is said, « Objet » in an answer: a word of the screen; not l’objet.
_SHOWN = re.compile(r"“([^”]+)”|« ([^«»]+) »")
_KEYS = "Entrée : la suite · ? : autrement · r : retour · q : quitter"


@dataclass(frozen=True)
class Table:
    """What a played call is made of: the scripts, their titles, what closes them."""

    scripts: Scripts
    titles: Mapping[str, tuple[str, ...]]
    recaps: Mapping[str, str]
    taxonomy: Taxonomy
    words: Mapping[str, str]
    """The English of the words of screens, by their French, folded."""

    @classmethod
    def of(cls, content: Content) -> Table:
        """Lay what was read."""
        return cls(
            scripts_of(content),
            titles_of(content),
            {tutorial.number: tutorial.recap for tutorial in content.tutorials},
            content.taxonomy,
            {fold(word.french): word.en for word in content.screen_words},
        )


def run(options: Namespace) -> int:
    """Play a call until its end, or until one leaves; return 0."""
    table = Table.of(content_reader(options).read(latest_day()))
    device, situations = _circumstances(options, table.taxonomy)
    call = begin(table.scripts, _script(options.numero, table), device, situations)
    print("\n".join(_shown(table, call)))
    while (typed := _typed()) not in {None, "q"}:
        if not typed and is_over(table.scripts, call):
            break
        call = _played(table, call, typed or "")
    print("Au revoir.")
    return 0


def _circumstances(options: Namespace, taxonomy: Taxonomy) -> tuple[str, tuple[str, ...]]:
    """Return the device and the situations asked for; raises UnusableError for another word."""
    device = options.appareil or ""
    if device:
        _check(device, "appareil", taxonomy.real_devices)
    for situation in options.situation:
        _check(situation, "situation", taxonomy.situations)
    return device, tuple(options.situation)


def _check(word: str, sort: str, known: Iterable[str]) -> None:
    choices = tuple(known)
    if word not in choices:
        raise UnusableError(
            f"« {word} » n’est pas connu.{_likely(word, choices)} "
            f"Pour --{sort}, il y a : {', '.join(choices)}."
        )


def _likely(word: str, choices: Iterable[str]) -> str:
    near = closest(word, choices)
    return f" Vouliez-vous dire « {near} » ?" if near else ""


def _script(asked: str, table: Table) -> str:
    """Return the script that is asked for; raises UnusableError with the nearest ones."""
    name = asked.strip()
    if name in table.scripts.graphs:
        return name
    numbers = sorted((each for each in table.scripts.graphs if each.isdigit()), key=int)
    if name.isdigit() and numbers:
        near = min(numbers, key=lambda each: (abs(int(each) - int(name)), int(each)))
        raise UnusableError(
            f"aucune fiche ne porte le numéro {name}. La plus proche : {near}, "
            f"« {table.titles[near][0]} ». Il y a : {', '.join(numbers)}."
        )
    others = sorted(each for each in table.scripts.graphs if not each.isdigit())
    slugs = {each.removeprefix(GESTURE): each for each in others}
    near = slugs.get(closest(name.removeprefix(GESTURE), slugs) or "", "")
    meant = f" Vouliez-vous dire « {near} » ?" if near else ""
    guides = ", ".join(each for each in others if not each.startswith(GESTURE))
    raise UnusableError(
        f"« {name} » ne se joue pas.{meant} Donnez le numéro d’une fiche ({', '.join(numbers)}), "
        f"un guide ({guides}), ou un geste ({GESTURE}…)."
    )


def _typed() -> str | None:
    """Return what is typed, None when nobody types any more."""
    try:
        return typed_line("> ").strip().lower()
    except EOFError:
        print()
        return None


def _played(table: Table, call: Call, typed: str) -> Call:
    """Return the call after what was typed, once it is shown; or tell what may be typed."""
    if typed == "s":
        print("\n".join(_troubles(table, call)))
        return call
    after = _after(table.scripts, call, typed)
    if after is None:
        print(f"« {typed} » ne se répond pas ici.")
        return call
    print("\n".join(_shown(table, after)))
    return after


def _after(scripts: Scripts, call: Call, typed: str) -> Call | None:
    """Return the call after what was typed, None when it means nothing there."""
    node = here(scripts, call)
    letters = [chr(ord("a") + rank) for rank in range(len(_for_all(scripts, call)))]
    trouble = _TROUBLE.fullmatch(typed)
    if not typed:
        return go_on(scripts, call)
    if typed == "r":
        return back(call)
    if typed == "?":
        return rephrase(call) if node.otherwise else None
    if typed == "v":
        return leave(scripts, call) if len(call.places) > 1 else None
    if typed in letters:
        return answer_otherwise(scripts, call, letters.index(typed))
    if _DIGITS.fullmatch(typed) and node.kind in ASKED and int(typed) <= len(node.replies):
        return answer(scripts, call, int(typed) - 1)
    if trouble:
        found = rescues(scripts, call)
        rank = int(trouble[1])
        return rescue(scripts, call, found[rank - 1]) if rank <= len(found) else None
    return enter(scripts, call, typed) if typed in scripts.graphs else None


def _for_all(scripts: Scripts, call: Call) -> tuple[str, ...]:
    """Return what may be answered to any question, where one is asked."""
    asked = here(scripts, call).kind in ASKED and call.place.script != COMMON
    replies = common_replies(scripts) if asked else ()
    return tuple(spoken(reply.label) for reply in replies)


def _shown(table: Table, call: Call) -> Iterator[str]:
    """Yield where one is, what is said, and what may be answered."""
    node = here(table.scripts, call)
    yield ""
    yield fill(_where(table, call, node), WIDTH, subsequent_indent="    ")
    yield ""
    for words in call.heard:
        yield _said(table, call, words)
    if node.kind is NodeKind.END:
        yield from _ended(table, call)
        return
    if node.kind is NodeKind.STOP:
        yield "  STOP"
    yield _said(table, call, said_here(table.scripts, call))
    if node.kind in ASKED:
        yield ""
        yield from _answers(table, call, node)
    if call.tries >= FEW:
        yield "Deux essais n’ont pas suffi : un souci (s), une autre façon, ou un lieu d’aide."
    yield ""
    yield " · ".join(_keys(table, call))


def _where(table: Table, call: Call, node: Node) -> str:
    title, *steps = table.titles[call.place.script]
    name = call.place.script
    at = f", étape {node.step} : {steps[node.step - 1]}" if 0 < node.step <= len(steps) > 1 else ""
    held = [table.taxonomy.devices[call.device].name] if call.device else []
    held += [table.taxonomy.situations[each].name for each in call.situations]
    told = f" [{', '.join(held)}]" if held else ""
    return f"{name}·{node.id} – {title}{at}{told}"


def _answers(table: Table, call: Call, node: Node) -> Iterator[str]:
    for rank, reply in enumerate(node.replies, 1):
        yield f"  {rank}  {_in_words(table, call, reply.label)}"
    for rank, label in enumerate(_for_all(table.scripts, call)):
        yield f"  {chr(ord('a') + rank)}  {label}"


def _keys(table: Table, call: Call) -> Iterator[str]:
    if found := rescues(table.scripts, call):
        yield f"s : un souci ({len(found)})"
    if len(call.places) > 1:
        yield f"v : revenir à {call.places[-2].script}"
    yield _KEYS


def _troubles(table: Table, call: Call) -> Iterator[str]:
    found = rescues(table.scripts, call)
    for rank, each in enumerate(found, 1):
        stop = "STOP : " if each.is_stop else ""
        yield f"  s{rank}  {stop}{_in_words(table, call, each.situation)}"
    if not found:
        yield "Aucun souci n’est prévu à cette étape."


def _ended(table: Table, call: Call) -> Iterator[str]:
    """Yield how a call ends: by its recap, and what may still be done."""
    yield "L’appel est fini."
    recap = table.recaps.get(call.place.script)
    if recap:
        yield f"\nLe résumé, par SMS ou dicté :\n{fill(recap, WIDTH)}"
    yield ""
    ways = ["Entrée : terminer", "r : retour", "un numéro : une autre fiche"]
    if len(call.places) > 1:
        ways.insert(1, f"v : revenir à {call.places[-2].script}")
    yield " · ".join(ways)


def _said(table: Table, call: Call, html: str) -> str:
    words = _in_words(table, call, html)
    return fill(f"« {words} »", WIDTH, initial_indent="  ", subsequent_indent="  ")


def _in_words(table: Table, call: Call, html: str) -> str:
    """Return the words to say: the verb of the device, and in both languages when it is foreign."""
    gesture = table.taxonomy.devices[call.device].gesture if call.device else ""
    words = spoken(html, gesture)
    if FOREIGN not in call.situations:
        return words

    def both(match: re.Match[str]) -> str:
        foreign = table.words.get(fold(match[1] or match[2]), "")
        return f"{match[0]}, {foreign}" if foreign else match[0]

    return _SHOWN.sub(both, words)
