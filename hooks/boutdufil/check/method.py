"""Rules of method: a tutorial helps the one who is lost, checks, shows, and lets people choose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boutdufil.check.passages import find_words, phrase_words
from boutdufil.check.review import Review, Rule, Spoken
from boutdufil.markup.sections import SECTIONS
from boutdufil.model.finding import Code, Finding
from boutdufil.model.script import Picture, Quiz, Say, Stop, Trouble, walk

_SHOWS = re.compile(
    r"\b(?:(?<!si )vous voyez|voyez-vous|que voit-on|à l[’']écran|sur l[’']écran"
    r"|en haut à|en bas à|qu[’']est-ce qui est (?:écrit|affiché))\b",
    re.IGNORECASE,
)


def no_trouble(review: Review) -> Iterator[Finding]:
    """Somewhere it goes wrong for someone: at least one « sinon » says what to do then."""
    for spoken in _tutorials(review):
        parts = spoken.script.parts()
        if not any(isinstance(part, Trouble) and not isinstance(part, Stop) for part in parts):
            yield Finding(
                spoken.path,
                _section_line(review, spoken, "steps"),
                1,
                Code.NO_TROUBLE,
                "la fiche ne dit pas quoi faire quand cela ne marche pas",
                "",
                "au moins un bloc « sinon », avec les mots de la personne",
                "/// sinon | Je ne trouve pas le bouton",
            )


def no_self_check(review: Review) -> Iterator[Finding]:
    """« J’ai compris ? » holds a question to oneself, or words that let the person tell it."""
    for spoken in _tutorials(review):
        parts = walk(spoken.script.understanding)
        if not any(isinstance(part, Quiz | Say) for part in parts):
            yield Finding(
                spoken.path,
                _section_line(review, spoken, "understanding"),
                1,
                Code.NO_SELF_CHECK,
                "rien ne vérifie que la personne a compris",
                "",
                f"sous « {SECTIONS['understanding']} », un bloc « question » ou « dire »",
                "/// dire, puis : Racontez-moi, avec vos mots, ce que vous ferez.",
            )


def no_picture(review: Review) -> Iterator[Finding]:
    """A step that speaks of what is seen shows it."""
    for spoken in _tutorials(review):
        for step in spoken.script.steps:
            if any(isinstance(part, Picture) for part in walk(step.parts)):
                continue
            shown = next(
                (
                    (passage, match)
                    for passage in spoken.passages
                    if passage.step == step.rank and (match := _SHOWS.search(passage.text))
                ),
                None,
            )
            if shown is not None:
                passage, match = shown
                line, column = passage.place(match.start())
                yield Finding(
                    spoken.path,
                    line,
                    column,
                    Code.NO_PICTURE,
                    f"l’étape {step.rank} parle de ce que l’on voit, sans écran dessiné",
                    " ".join(passage.sentence_at(match.start()).split()),
                    "un bloc « ecran » dans cette étape",
                    "/// ecran | Ce que la personne voit",
                )


def no_choice(review: Review) -> Iterator[Finding]:
    """A tool that is named is one among others: its limits and alternatives are told."""
    tools: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tool in review.content.references.tools:
        cut = phrase_words(tool)
        if cut:
            tools.setdefault(cut[0], []).append((cut, tool))
    for spoken in _tutorials(review) if tools else ():
        if spoken.script.choosing:
            continue
        for passage in spoken.passages:
            named = next(find_words(passage, tools), None)
            if named is not None:
                tool, start = named
                line, column = passage.place(start)
                yield Finding(
                    spoken.path,
                    line,
                    column,
                    Code.NO_CHOICE,
                    f"« {tool} » est proposé sans rien d’autre",
                    " ".join(passage.sentence_at(start).split()),
                    f"une partie « {SECTIONS['choosing']} » : avantages, limites, autres outils",
                    f"ajoutez, après les étapes : ## {SECTIONS['choosing']}",
                )
                break


def shortened_links(review: Review) -> Iterator[Finding]:
    """A shortened link hides where it leads: people are taught not to follow one."""
    shorteners = review.content.references.shorteners
    if not shorteners:
        return
    pattern = re.compile(
        rf"(?<![\w.-])(?:{'|'.join(re.escape(host) for host in shorteners)})/\S+", re.IGNORECASE
    )
    for path, text in review.content.texts.items():
        lowered = text.lower()
        if not any(host.lower() in lowered for host in shorteners):
            continue
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield Finding(
                path,
                line,
                match.start() - text.rfind("\n", 0, match.start()),
                Code.SHORTENED_LINK,
                "ce lien raccourci cache où il mène",
                match[0].rstrip(").,"),
                "l’adresse entière du site",
                "ouvrez ce lien, puis copiez l’adresse de la page",
            )


def _tutorials(review: Review) -> Iterator[Spoken]:
    return (spoken for spoken in review.spoken if spoken.tutorial is not None)


def _section_line(review: Review, spoken: Spoken, key: str) -> int:
    """Return the line of a section, the last one of the file when it is absent."""
    text = review.content.texts.get(spoken.path, "")
    return spoken.sections.get(key) or text.rstrip("\n").count("\n") + 1


RULES: tuple[Rule, ...] = (no_trouble, no_self_check, no_picture, no_choice, shortened_links)
