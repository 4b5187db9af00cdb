"""Links to files that a base does not keep: each is cut where it stands, and its sentence mended.

A link that leads a call to another tutorial becomes the end of this one, and says why: an answer
that led somewhere must not go on as if nothing had been said.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from boutdufil.language.imperatives import is_to_do
from boutdufil.language.sentences import sentences

ELSEWHERE = "[je n’ai pas de fiche pour cela : j’oriente](fin:)"
"""What an answer leads to, once its tutorial is not there."""
SAID = "« Je vous oriente vers quelqu’un qui peut vous aider. »"
"""What is said where only the link stood."""
ASKED = ("*Est-ce fait ?*", "*Avez-vous réussi ?*", f"**Oui** : {SAID} {ELSEWHERE}")
FAILED = "**Non** : « Ce n’est pas grave. Laissons cela comme c’est. » " + ELSEWHERE
"""A gesture is never the last thing of a call: one asks whether it is done."""
STEP, DEEPEST = 4, 4
"""How far to the right a follow-up question stands, and what it may still follow."""
_LINK = re.compile(r"\[(?P<label>[^\[\]]*)\]\(\s*<?(?P<target>[^)\s>#]+\.md)(?:#[^)\s>]*)?>?\s*\)")
# « fiche 103 », « fiche 107, le faux dépannage »: a number that nobody has here.
_NUMBERED = re.compile(r"fiche \d{3,4}\b.*")
# « - [Titre](a.md) : pour… », « - [Titre](a.md). »: an entry that is nothing without its link.
_ENTRY = re.compile(r" *- (?:\*\*)?")
# « **Oui** : « Très bien. » », then links perhaps: what comes next leads the call somewhere.
_LEADING = re.compile(r"»(?:\s*\[[^\[\]]*\]\([^()]*\))*\s*|.*\*\* :\s*")
_ANSWER = re.compile(r"(?P<indent> *)- \*\*.+?\*\* : (?P<words>.*)")


def cut_links(text: str, path: str, is_gone: Callable[[str], bool]) -> str:
    """Return ``text``, of the file at ``path``, without its links to files that are gone."""
    folder = posixpath.dirname(path)

    def dead(match: re.Match[str]) -> bool:
        return is_gone(posixpath.normpath(posixpath.join(folder, match["target"])))

    return "\n".join(kept for line in text.split("\n") for kept in _cut(line, dead))


def _cut(line: str, dead: Callable[[re.Match[str]], bool]) -> list[str]:
    """Return what stands for a line: itself, nothing, or itself and a question below."""
    gone = [match for match in _LINK.finditer(line) if dead(match)]
    if not gone:
        return [line]
    if _ENTRY.fullmatch(line[: gone[0].start()]):
        return []
    parts: list[str] = []
    start = 0
    for match in gone:
        parts += [line[start : match.start()], _instead(line[: match.start()], match["label"])]
        start = match.end()
    return _proven("".join([*parts, line[start:]]))


def _instead(before: str, label: str) -> str:
    if before.rstrip().endswith("** :"):
        return f"{SAID} {ELSEWHERE}"
    if _LEADING.fullmatch(before, max(before.rfind("»"), 0)):
        return ELSEWHERE
    return "fiche qui convient" if _NUMBERED.fullmatch(label) else label


def _proven(line: str) -> list[str]:
    """Return an answer that ends the call; a gesture that it asks for is followed by a question."""
    match = _ANSWER.fullmatch(line)
    if match is None or ELSEWHERE not in line or "(geste:" in line:
        return [line]
    words = match["words"].replace(ELSEWHERE, "").strip()
    if not any(map(is_to_do, sentences(words.strip("« »")))):
        return [line]
    if len(match["indent"]) > DEEPEST:
        return [line.replace(words, SAID)]
    below = " " * (len(match["indent"]) + STEP) + "- "
    asked = [f"{below}{each}" for each in (*ASKED, FAILED)]
    return [line.replace(f" {ELSEWHERE}", ""), *asked]
