"""A text file as authors' computers save it: read, put in one form, and cut in two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from boutdufil.language.text import SPACES, closest
from boutdufil.model.finding import Code, Report
from boutdufil.source.bounds import MOST_BYTES, is_bearable, is_short
from boutdufil.source.signs import HIDDEN, named

FENCE = rf"^-{{3,}}[{SPACES}]*$"
"""Around the front matter: ``---``, ``-----`` from a zealous editor; not ``--- Titre``."""
KEY = r"^([0-9A-Za-z_\u00b5-\u1fff-]+) *:([^\n]*)$"
"""A key at the margin and its value: ``titre: Je lis``; not ``   nom: CNIL``."""

_FENCE = re.compile(FENCE)
# The same as a word processor turns it, or after some blanks: « — », « –- », «  --- »; not « - ».
_MEANT_FENCE = re.compile(
    f" {{0,3}}[{HIDDEN}]*(?:-{{3,}}|-*[\u2013\u2014][-\u2013\u2014]*)[{HIDDEN}\\s]*"
)
# « titre: », « titre : »; not « Attention, lisez : ».
_KEY_LINE = re.compile(r"^\s*([\w-]+)\s*:")


@dataclass(frozen=True, slots=True)
class Cut:
    """The two parts of a file, each with the number of lines before it."""

    front: str
    body: str
    front_offset: int
    body_offset: int


def decode(raw: bytes, report: Report) -> str | None:
    """Return the text of ``raw``: no byte order mark, Unix line ends, composed accents.

    None, once it is told, for what is no text, or more than its readers bear.
    """
    if not raw.strip():
        report.add(
            Code.EMPTY_FILE,
            1,
            "le fichier est vide",
            expected="un en-tête, puis le texte",
            hint="« fil nouveau » écrit un modèle à compléter",
        )
        return None
    if len(raw) > MOST_BYTES:
        report.add(
            Code.TOO_LARGE,
            1,
            "le fichier est trop gros",
            found=f"plus de {MOST_BYTES // 1000} Ko",  # no more is read of it
            expected=f"{MOST_BYTES // 1000} Ko au plus",
            hint="une fiche ne contient que du texte ; faites deux fiches si besoin",
        )
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + raw[: error.start].count(b"\n")
        lines = raw.splitlines()
        report.add(
            Code.NOT_UTF8,
            line,
            "le fichier n’est pas enregistré en UTF-8",
            found=lines[line - 1].decode("cp1252", errors="replace") if lines else "",
            expected="un fichier texte en UTF-8",
            hint="rouvrez-le dans votre éditeur, puis « Enregistrer sous », encodage UTF-8",
        )
        return None
    unix = _unix(text)
    if not is_short(unix.split("\n"), report):
        return None
    composed = _composed(unix)
    return composed if is_bearable(composed, report) else None


def plain(raw: bytes) -> str:
    """Return the text of ``raw``, which was decoded before and borne.

    Raises UnicodeDecodeError for what is no text.
    """
    return _composed(_unix(raw.decode("utf-8-sig")))


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def cut(text: str, keys: Sequence[str], report: Report) -> Cut | None:
    """Cut ``text`` into its front matter and its body; MkDocs would leave a broken one in the page.

    ``keys`` are the known keys, the required ones first, by which a front matter without its fences
    is recognised.
    """
    lines = text.split("\n")
    opening, closing = fences(lines)
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if opening is None:
        report.add(
            Code.NO_FRONT_MATTER,
            start + 1,
            "l’en-tête manque",
            found=lines[start].strip(),
            expected="trois tirets, seuls sur la première ligne",
            hint="ajoutez une ligne « --- » avant celle-ci"
            if _looks_like_a_key(lines[start], keys)
            else "ajoutez en haut du fichier : ---, "
            f"puis les clés ({', '.join(keys[:2])}…), puis ---",
        )
        return None
    if closing is not None:
        for number in (opening, closing):
            _check_fence(lines[number], number + 1, report)
        return Cut(
            "\n".join(lines[start + 1 : closing]),
            "\n".join(lines[closing + 1 :]),
            start + 1,
            # What is missing in a body that has no line is told on the last one of the file.
            min(closing + 1, len(lines) - 1),
        )
    after = _last_key_line(lines, start, keys) + 1
    report.add(
        Code.NO_FRONT_MATTER,
        after,
        "l’en-tête n’est pas refermé",
        found=lines[after - 1].strip(),
        expected="trois tirets, seuls sur une ligne, après la dernière clé",
        hint="ajoutez une ligne « --- » après celle-ci",
    )
    return None


def _check_fence(fence: str, line: int, report: Report) -> None:
    """Report what stands among the dashes, or for them."""
    strange = next((each for each in fence if each != "-" and not each.isspace()), None)
    if strange is not None and not _FENCE.fullmatch(fence):
        report.add(
            Code.LOOKALIKE,
            line,
            "un autre signe est entré dans la ligne de tirets",
            found=named(strange),
            expected="trois tirets, seuls sur la ligne",
            hint="écrivez : ---",
            column=fence.index(strange) + 1,
            fixable=True,
        )


def fences(lines: Sequence[str]) -> tuple[int | None, int | None]:
    """Return the places of the two lines of dashes, counted from 0; None for one that is missing.

    Blank lines may come before the first one; the second one comes before any text of the body.
    """
    opening = next((number for number, line in enumerate(lines) if line.strip()), None)
    if opening is None or not _MEANT_FENCE.fullmatch(lines[opening]):
        return None, None
    for number in range(opening + 1, len(lines)):
        if _MEANT_FENCE.fullmatch(lines[number]):
            return opening, number
        if _is_of_the_body(lines, number):
            break
    return opening, None


def _is_of_the_body(lines: Sequence[str], number: int) -> bool:
    """Tell a heading or a block from a comment of the front matter, which comes above a key."""
    if not lines[number].startswith(("## ", "/// ")):
        return False
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    return not below.startswith("#") and not re.match(r"[\w-]+ ?:(?: |$)", below)


def _looks_like_a_key(line: str, keys: Sequence[str]) -> bool:
    match = _KEY_LINE.match(line)
    return bool(match and (match[1] in keys or closest(match[1], keys)))


def _last_key_line(lines: list[str], start: int, keys: Sequence[str]) -> int:
    """Return the index of the last line that belongs to a front matter without end."""
    last = start
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.startswith(("## ", "### ", "/// ")):
            break
        if _looks_like_a_key(line, keys) or line.startswith((" ", "- ")):
            last = number
    return last
