"""A content folder of any size, always the same one for the same source.

``generate`` writes ours, ``generate_stock`` what stock Material builds of the same tutorials.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from boutdufil.language.message import LONGEST, length, recap_message

SEED = 2026
LONGEST_TITLE = 70
FIRST_NUMBER = 100
NUMBERS = 10_000

_FRONT = re.compile(r"\A---\n(?P<front>.*?\n)---\n(?P<body>.*)\Z", re.DOTALL)
_NUMBER = re.compile(r"^numero: (\d+)$", re.MULTILINE)
_LINK = re.compile(r"\]\((?P<path>[^):#\s]+\.md)(?P<anchor>#[^)]*)?\)")
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-ZÀÂÇÈÉÊÎÔ])")
_PLACES = ("Lyon", "Brest", "Nantes", "Arras", "Dijon", "Tours", "Metz", "Pau", "Albi", "Vichy")
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_OPENINGS = ("Bonjour,", "Dites,", "Excusez-moi,", "Voilà,", "Alors,", "Je vous appelle car")


@dataclass(frozen=True)
class Original:
    """A tutorial as it was written."""

    reference: str
    front: Mapping[str, object]
    body: str

    @property
    def theme(self) -> str:
        return self.reference.split("/")[0]

    @property
    def slug(self) -> str:
        return self.reference.split("/")[1]


def generate(source: Path, target: Path, count: int, body: str = "") -> None:
    """Write into ``target`` the content of ``source`` with ``count`` tutorials.

    The first ones are those of ``source``, byte for byte, in the order of their numbers; the
    others are variations on them: other title, number, order of calls and of sentences. A
    variation links to the variations of its own round, as the originals link to each other; when
    ``body`` is given, each says that alone.
    """
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("tutoriels"))
    originals = _read_originals(source / "tutoriels")
    assert count >= len(originals), f"{count} < {len(originals)}"
    references = {original.reference for original in originals}
    numbers = _free_numbers(_taken(source))
    for rank in range(count):
        original = originals[rank % len(originals)]
        turn, place = divmod(rank, len(originals))
        file = target / "tutoriels" / f"{_varied(original.reference, turn)}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        if turn == 0:
            shutil.copyfile(source / "tutoriels" / f"{original.reference}.md", file)
            continue
        # The last round may be short: what it lacks is linked to in the first one.
        written = {
            each.reference
            for each in originals[: min(len(originals), count - turn * len(originals))]
        }
        renamed = {
            reference: _varied(reference, turn) if reference in written else reference
            for reference in references
        }
        chance = random.Random(f"{SEED}/{turn}/{place}")  # varies, hides nothing
        said = Original(original.reference, original.front, body) if body else original
        file.write_text(_variation(said, next(numbers), turn, renamed, chance), "utf-8")


def _read_originals(folder: Path) -> list[Original]:
    originals = []
    for file in sorted(folder.rglob("*.md")):
        match = _FRONT.match(file.read_text("utf-8"))
        assert match, file
        front = yaml.load(match["front"], Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        if front.get("brouillon") is None:
            reference = file.relative_to(folder).as_posix().removesuffix(".md")
            originals.append(Original(reference, front, match["body"]))
    return sorted(originals, key=lambda original: int(str(original.front["numero"])))


def _taken(source: Path) -> set[str]:
    """Return the numbers that a content says over the phone, those of its diagnoses included."""
    texts = (file.read_text(encoding="utf-8") for file in source.rglob("*.md"))
    return {number for text in texts for number in _NUMBER.findall(text)}


def _free_numbers(taken: set[str]) -> Iterator[str]:
    """Yield the numbers from 100 to 9999, then those from 000 to 099."""
    numbers = (f"{(FIRST_NUMBER + rank) % NUMBERS:03}" for rank in range(NUMBERS))
    return (number for number in numbers if number not in taken)


def _varied(reference: str, turn: int) -> str:
    return f"{reference}-{turn}" if turn else reference


def _variation(
    original: Original,
    number: str,
    turn: int,
    renamed: Mapping[str, str],
    chance: random.Random,
) -> str:
    front = {key: value for key, value in original.front.items() if key != "anciennes_adresses"}
    place, day = _PLACES[turn % len(_PLACES)], chance.choice(_DAYS)
    suffix = f", {place} {turn}"
    front["numero"] = number
    front["titre"] = str(front["titre"])[: LONGEST_TITLE - len(suffix)].rstrip(" ,") + suffix
    front["resume"] = _shuffled(str(front["resume"]), chance)
    calls = _texts(front["appels"])
    chance.shuffle(calls)
    front["appels"] = [f"{chance.choice(_OPENINGS)} {day}, {call}"[:160] for call in calls]
    front["recap"] = _short_recap(str(front["recap"]), number)
    for key in ("avant", "apres"):
        if key in front:
            front[key] = [renamed[reference] for reference in _texts(front[key])]
    body = _LINK.sub(lambda match: _renamed_link(match, original, renamed), original.body)
    return _document(front, _shuffled_steps(body, chance))


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(item) for item in value]


def _short_recap(recap: str, number: str) -> str:
    """Drop the last sentences of a recap that a longer number would push over two messages."""
    sentences = _SENTENCE.split(recap.strip())
    while length(recap_message(" ".join(sentences), number)) > LONGEST:
        sentences.pop()
    return " ".join(sentences)


def _renamed_link(match: re.Match[str], original: Original, renamed: Mapping[str, str]) -> str:
    path = os.path.normpath(f"{original.theme}/{match['path']}").removesuffix(".md")
    if path not in renamed:
        return match[0]
    theme, slug = renamed[path].split("/")
    folder = "" if theme == original.theme else f"../{theme}/"
    return f"]({folder}{slug}.md{match['anchor'] or ''})"


def _shuffled_steps(body: str, chance: random.Random) -> str:
    """Change the order of the sentences of each plain paragraph; blocks and lists stay."""
    lines = []
    inside = False
    for line in body.split("\n"):
        if line.startswith("///"):
            inside = line.strip() != "///"
        plain = not inside and line[:1].isalpha() and not {*line} & {*"[]{}«»"}
        lines.append(_shuffled(line, chance) if plain else line)
    return "\n".join(lines)


def _shuffled(text: str, chance: random.Random) -> str:
    sentences = _SENTENCE.split(text)
    chance.shuffle(sentences)
    return " ".join(sentences)


def _document(front: Mapping[str, object], body: str) -> str:
    written = yaml.dump(
        dict(front), allow_unicode=True, sort_keys=False, width=10_000, default_style='"'
    )
    return f"---\n{written}---\n{body}"


# The same content for stock Material ----------------------------------------------------------

STOCK = """\
site_name: Au bout du fil
theme:
  name: material
  language: fr
  font: false
  features: [navigation.indexes, navigation.prune]
plugins:
  - search: {lang: fr}
  - tags
markdown_extensions:
  - tables
  - pymdownx.superfences
  - pymdownx.tasklist
  - pymdownx.blocks.admonition
  - pymdownx.blocks.details
  - pymdownx.blocks.tab: {alternate_style: true}
validation: {links: {not_found: info, unrecognized_links: info, anchors: info}}
"""
_STOCK_BLOCKS = {
    "dire": "note",
    "autrement": "details",
    "demander": "tip",
    "preuve": "tip",
    "depart": "note",
    "sinon": "hint",
    "stop": "danger",
    "appareil": "tab",
    "public": "note",
    "si": "note",
    "question": "details",
}
_OPENS = re.compile(r"^///+ *(?P<block>[\w-]+)(?: *\| *(?P<argument>.*))?$")


def generate_stock(content: Path, target: Path, *, prune: bool = True) -> None:
    """Write into ``target`` a stock Material project with the tutorials of ``content``.

    ``prune``: whether a page has only the part of the menu that is around it.
    """
    docs = target / "docs"
    docs.mkdir(parents=True)
    settings = STOCK if prune else STOCK.replace(", navigation.prune", "")
    (target / "mkdocs.yml").write_text(settings, "utf-8")
    (docs / "index.md").write_text("# Au bout du fil\n", "utf-8")
    (docs / "tags.md").write_text("# Étiquettes\n\n<!-- material/tags -->\n", "utf-8")
    for original in _read_originals(content / "tutoriels"):
        file = docs / "tutoriels" / f"{original.reference}.md"
        if not file.parent.exists():
            file.parent.mkdir(parents=True)
            (file.parent / "index.md").write_text(f"# {original.theme}\n", "utf-8")
        front = {
            "title": original.front["titre"],
            "description": original.front["resume"],
            "tags": _texts(original.front["publics"]) + _texts(original.front["themes"]),
        }
        file.write_text(_document(front, _stock_body(original.body)), "utf-8")


def _stock_body(body: str) -> str:
    lines = []
    is_screen = False
    for line in body.split("\n"):
        opening = _OPENS.match(line)
        if opening and opening["block"] == "ecran":
            is_screen = True
            lines += [opening["argument"] or "", "", "```yaml"]
        elif opening:
            title = opening["argument"] or opening["block"].capitalize()
            lines.append(f"/// {_STOCK_BLOCKS[opening['block']]} | {title}")
        elif is_screen and line.strip() == "///":
            is_screen = False
            lines.append("```")
        else:
            lines.append(line)
    return "\n".join(lines)
