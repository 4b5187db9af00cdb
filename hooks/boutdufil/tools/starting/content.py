"""The content that a new base begins with: what it keeps of ours, without what it does not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.diagnosis.values import FOLDER as DIAGNOSES
from boutdufil.kinds.loan.declaration import LOANS_FILE
from boutdufil.kinds.page.declaration import HOME_FILE
from boutdufil.kinds.page.values import Home
from boutdufil.kinds.path.values import FOLDER as PATHS
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.markup.links import targets
from boutdufil.model.finding import Report
from boutdufil.source.scanner import scan
from boutdufil.tools.starting.choice import Choice
from boutdufil.tools.starting.links import cut_links
from boutdufil.tools.starting.numbers import abroad, is_ours
from boutdufil.tools.starting.ours import Ours
from boutdufil.tools.starting.words import taxonomy_text

OF_OURS = frozenset(
    (
        *(HOME_FILE, TAXONOMY_FILE, LOANS_FILE, "reseau.yml"),
        *("accessibilite.md", "accessibilite.yml"),
        *("contribuer/heberger.md", "contribuer/publier-sa-base.md"),
        *("contribuer/commencer-sa-base.md", "contribuer/performances.md", "performances.yml"),
    )
)
"""What says who we are, or how this repository works: a base has its own, or none."""
LEFT = (f"{TUTORIALS}/", "lieux/")
"""What is left but for what is chosen: the tutorials, and the places of elsewhere."""
MOST_FEATURED = 6
"""Tutorials that the home page puts forward."""
GUIDES = ("contribuer/", "mediateurs/")
_LIST = re.compile(r"^(?P<key>publics|themes|avant|apres): \[(?P<words>.*)\]\n", re.MULTILINE)
_HERE = {
    "Pour un fichier écrit à la main, sur un ordinateur qui a git, make et Python, deux": (
        "Pour un fichier écrit à la main, sur un ordinateur où la base s’installe, deux"
    ),
    "make serve": "fil servir",
    "make check": "fil verifier",
    ".venv/bin/fil": "fil",
}
"""How the guides name a command in this repository, and in a base, which has no Makefile."""
# How one begins yet another base: the last section of the page on contributing.
_OTHER_BASE = re.compile(r"\n## Je publie ma propre base\n(?:(?!##).*\n?)*\Z")


def content_files(ours: Ours, choice: Choice) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the new content, by its path, but those that say who the base is."""
    for path, raw in _kept_files(ours, choice):
        is_text = path.endswith((".md", ".yml")) and not is_ours(choice.country)
        yield path, abroad(raw.decode(), path).encode() if is_text else raw


def _kept_files(ours: Ours, choice: Choice) -> Iterator[tuple[str, bytes]]:
    kept = _kept(ours, choice)
    words = {"publics": choice.audiences.kept, "themes": choice.themes.kept}
    for path in sorted(kept):
        if path.endswith(".md"):
            text = cut_links(ours.text(path), path, lambda file: file not in kept)
            yield path, _guided(_worded(text, path, words, choice.tutorials), path).encode()
        else:
            yield path, ours.raw(path)
    paths = [Path(path).stem for path in ours.paths if path in kept]
    taxonomy = taxonomy_text(ours.text(TAXONOMY_FILE), choice.audiences, choice.themes, paths)
    yield TAXONOMY_FILE, taxonomy.encode()
    yield HOME_FILE, _home(ours.home, choice.tutorials).encode()


def _kept(ours: Ours, choice: Choice) -> frozenset[str]:
    """Return the files that are kept, under the names that they have here."""
    audiences = {*choice.audiences.kept}
    kept = {path for path in ours.files - OF_OURS if not path.startswith(LEFT)}
    kept |= {f"{TUTORIALS}/{each}.md" for each in choice.tutorials}
    kept -= {
        path
        for path, entry in ours.paths.items()
        if not {step.tutorial for step in entry.steps} <= choice.tutorials
        or audiences.isdisjoint(entry.audiences)
    }
    gone = ours.files - kept
    kept -= {
        path
        for path, entry in ours.diagnoses.items()
        if audiences.isdisjoint(entry.audiences)
        or entry.themes[0] not in choice.themes.kept
        or not gone.isdisjoint(_files(ours.text(path)))
    }
    return frozenset(kept)


def _files(text: str) -> Iterator[str]:
    """Yield the files that a text of a folder leads to."""
    for target, _start in targets(text):
        yield target.removeprefix("../").partition("#")[0]


def _worded(
    text: str, path: str, words: Mapping[str, Collection[str]], tutorials: Collection[str]
) -> str:
    """Return a text whose audiences, themes and neighbours are those that are kept."""
    if not path.startswith((f"{TUTORIALS}/", f"{DIAGNOSES}/", f"{PATHS}/")):
        return text
    front, fence, body = text.removeprefix("---\n").partition("\n---\n")

    def listed(match: re.Match[str]) -> str:
        known = words.get(match["key"], tutorials)
        found = [word for word in _split(match["words"]) if word in known]
        return f"{match['key']}: [{', '.join(found)}]\n" if found else ""

    kept = _LIST.sub(listed, f"{front}\n").removesuffix("\n")
    return f"---\n{kept}{fence}{_heard(body, path, words['publics'])}"


def _heard(body: str, path: str, audiences: Collection[str]) -> str:
    """Return a body without what it says to others only."""
    parts: list[str] = []
    start = 0
    for block in scan(body, Report(path)).blocks():
        if block.name != "public" or block.span.start < start:
            continue
        argument = body[block.argument.start : block.argument.end]
        found = [word for word in _split(argument) if word in audiences]
        if found:
            parts += [body[start : block.argument.start], ", ".join(found)]
            start = block.argument.end
        else:
            parts.append(body[start : block.span.start].removesuffix("\n"))
            start = block.span.end
    return "".join([*parts, body[start:]])


def _split(words: str) -> list[str]:
    return re.findall(r"[\w/-]+", words)


def _guided(text: str, path: str) -> str:
    if path.startswith(GUIDES):
        text = _OTHER_BASE.sub("", text)
        for ours, theirs in _HERE.items():
            text = text.replace(ours, theirs)
    return text


def _home(home: Home, tutorials: Collection[str]) -> str:
    """Return the home page: what is put forward here, as far as it is kept."""
    useful = [each for each in home.useful if each in tutorials]
    others = [each for each in sorted(tutorials) if each not in useful]
    featured = (useful + others)[:MOST_FEATURED]
    urgent = [each for each in home.emergencies if each.tutorial in tutorials]
    lines = ["titre: Qu’est-ce qui vous bloque ?", "resume: De l’aide au numérique, pas à pas."]
    if featured:
        lines += ["utiles:", *(f"  - {each}" for each in featured)]
    if urgent:
        lines.append("urgences:")
        for each in urgent:
            lines += [f"  - phrase: {each.phrase}", f"    fiche: {each.tutorial}"]
    front = "\n".join(lines)
    return f"---\n{front}\n---\n\nDites-le avec vos mots. On vous montre, pas à pas.\n"
