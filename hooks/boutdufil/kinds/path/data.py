"""The paths for other programs: a JSON list, and days of review."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from boutdufil.kinds.path.progress import ALPHABET, STATES
from boutdufil.kinds.path.stages import Followed, Stage, all_followed
from boutdufil.kinds.published import Published


def path_texts(published: Published) -> Iterator[tuple[str, str]]:
    """Yield the list of the paths, when there is one."""
    paths = all_followed(published)
    if paths:
        told = {
            "version": 1,
            "alphabet": ALPHABET,
            "etats": STATES,
            "parcours": [_path(each) for each in paths],
        }
        yield "api/v1/parcours.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def letters_script(published: Published) -> str:
    """Return what ``js/letters.js`` knows of the paths; empty where the site has none."""
    told = [
        (each.path.entry.code, len(each.stages), each.path.entry.title, each.path.address)
        for each in all_followed(published)
    ]
    listed = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"window.filBox.paths={listed};\n" if told else ""


def reviewed(published: Published) -> Iterator[tuple[str, date]]:
    """Yield the address of each path, and the day of its review."""
    for each in all_followed(published):
        yield each.path.address, each.path.entry.reviewed


def _path(each: Followed) -> dict[str, object]:
    entry = each.path.entry
    return {
        "code": entry.code,
        "lettres": each.letters,
        "titre": entry.title,
        "resume": entry.summary,
        "adresse": each.path.address,
        "publics": list(entry.audiences),
        "etapes": [_stage(stage) for stage in each.stages],
        "relu_le": entry.reviewed.isoformat(),
    }


def _stage(stage: Stage) -> dict[str, object]:
    return {
        "fiche": stage.tutorial.reference,
        "numero": stage.tutorial.number,
        "je_sais": stage.step.able,
        "dans_une_semaine": stage.step.again,
        "lettres": stage.letters,
    }
