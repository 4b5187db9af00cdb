"""Rules of method: a tutorial helps the one who is lost, checks, shows, and lets people choose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from boutdufil.check.passages import find_words, phrase_words
from boutdufil.check.review import Agreed, FileRule, Reviewed
from boutdufil.markup.sections import SECTIONS
from boutdufil.model.finding import Code, Finding
from boutdufil.model.script import Picture, Quiz, Say, Script, Stop, Trouble, walk

_SHOWS = re.compile(
    r"\b(?:(?<!si )vous voyez|voyez-vous|que voit-on|à l[’']écran|sur l[’']écran"
    r"|en haut à|en bas à|qu[’']est-ce qui est (?:écrit|affiché))\b",
    re.IGNORECASE,
)


def no_trouble(reviewed: Reviewed) -> Iterator[Finding]:
    """Somewhere it goes wrong for someone: at least one « sinon » says what to do then."""
    script = _script(reviewed)
    if script is None:
        return
    parts = script.parts()
    if not any(isinstance(part, Trouble) and not isinstance(part, Stop) for part in parts):
        yield Finding(
            reviewed.path,
            _section_line(reviewed, "steps"),
            1,
            Code.NO_TROUBLE,
            "la fiche ne dit pas quoi faire quand cela ne marche pas",
            "",
            "au moins un bloc « sinon », avec les mots de la personne",
            "/// sinon | Je ne trouve pas le bouton",
        )


def no_self_check(reviewed: Reviewed) -> Iterator[Finding]:
    """« J’ai compris ? » holds a question to oneself, or words that let the person tell it."""
    script = _script(reviewed)
    if script is None:
        return
    if not any(isinstance(part, Quiz | Say) for part in walk(script.understanding)):
        yield Finding(
            reviewed.path,
            _section_line(reviewed, "understanding"),
            1,
            Code.NO_SELF_CHECK,
            "rien ne vérifie que la personne a compris",
            "",
            f"sous « {SECTIONS['understanding']} », un bloc « question » ou « dire »",
            "/// dire, puis : Racontez-moi, avec vos mots, ce que vous ferez.",
        )


def no_picture(reviewed: Reviewed) -> Iterator[Finding]:
    """A step that speaks of what is seen shows it."""
    script = _script(reviewed)
    for step in script.steps if script else ():
        if any(isinstance(part, Picture) for part in walk(step.parts)):
            continue
        shown = next(
            (
                (passage, match)
                for passage in reviewed.passages
                if passage.step == step.rank and (match := _SHOWS.search(passage.text))
            ),
            None,
        )
        if shown is not None:
            passage, match = shown
            yield Finding(
                reviewed.path,
                *passage.place(match.start()),
                Code.NO_PICTURE,
                f"l’étape {step.rank} parle de ce que l’on voit, sans écran dessiné",
                " ".join(passage.sentence_at(match.start()).split()),
                "un bloc « ecran » dans cette étape",
                "/// ecran | Ce que la personne voit",
            )


def no_choice(reviewed: Reviewed) -> Iterator[Finding]:
    """A tool that is named is one among others: its limits and alternatives are told."""
    script, tools = _script(reviewed), _tools(reviewed.agreed)
    if script is None or script.choosing or not tools:
        return
    for passage in reviewed.passages:
        named = next(find_words(passage, tools), None)
        if named is not None:
            tool, start = named
            yield Finding(
                reviewed.path,
                *passage.place(start),
                Code.NO_CHOICE,
                f"« {tool} » est proposé sans rien d’autre",
                " ".join(passage.sentence_at(start).split()),
                f"une partie « {SECTIONS['choosing']} » : avantages, limites, autres outils",
                f"ajoutez, après les étapes : ## {SECTIONS['choosing']}",
            )
            return


@lru_cache(maxsize=4)
def _tools(agreed: Agreed) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    tools: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tool in agreed.references.tools:
        cut = phrase_words(tool)
        if cut:
            tools.setdefault(cut[0], []).append((cut, tool))
    return tools


def shortened_links(reviewed: Reviewed) -> Iterator[Finding]:
    """A shortened link hides where it leads: people are taught not to follow one."""
    shorteners, text = reviewed.agreed.references.shorteners, reviewed.text
    lowered = text.lower()
    if not any(host.lower() in lowered for host in shorteners):
        return
    for match in _shortened(shorteners).finditer(text):
        yield Finding(
            reviewed.path,
            text.count("\n", 0, match.start()) + 1,
            match.start() - text.rfind("\n", 0, match.start()),
            Code.SHORTENED_LINK,
            "ce lien raccourci cache où il mène",
            match[0].rstrip(").,"),
            "l’adresse entière du site",
            "ouvrez ce lien, puis copiez l’adresse de la page",
        )


def _shortened(hosts: Iterable[str]) -> re.Pattern[str]:
    """Return what matches an address of one of ``hosts``, and not of a longer one."""
    return re.compile(
        rf"(?<![\w.-])(?:{'|'.join(re.escape(host) for host in hosts)})/\S+", re.IGNORECASE
    )


def _script(reviewed: Reviewed) -> Script | None:
    """Return the script of a tutorial; nothing else is asked to follow the method."""
    return reviewed.tutorial.script if reviewed.tutorial else None


def _section_line(reviewed: Reviewed, key: str) -> int:
    """Return the line of a section, the last one of the file when it is absent."""
    return reviewed.document.sections.get(key) or reviewed.text.rstrip("\n").count("\n") + 1


RULES: tuple[FileRule, ...] = (no_trouble, no_self_check, no_picture, no_choice, shortened_links)
