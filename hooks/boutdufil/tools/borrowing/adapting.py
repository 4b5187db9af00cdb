"""A text taken elsewhere, without what leads to files that this base does not have."""

from __future__ import annotations

import re
from collections.abc import Collection

from boutdufil.kinds.tutorial.values import FOLDER
from boutdufil.source.form import tidy_reference
from boutdufil.tools.starting.links import cut_links

# « avant: [a/b, c/d] », « apres: » then lines « - a/b »; not « avant la fin ».
_NEIGHBOURS = re.compile(
    r"^(?P<key>avant|apres) *:(?:[ \t]*\[(?P<inline>[^\]\n]*)\][ \t]*\n"
    r"|[ \t]*\n(?P<lines>(?:[ \t]*-[^\n]*\n)+)|[ \t]*(?P<one>[\w/-]+)[ \t]*\n)",
    re.MULTILINE,
)


def adapted(text: str, path: str, here: Collection[str]) -> str:
    """Return the ``text`` of the tutorial at ``path`` for a base that has the files ``here``.

    A link to another file becomes words, an answer that led there ends the call and says so; what
    is to do before or after it is what the base has. Nothing else is changed.
    """
    text = cut_links(text, path, lambda file: file not in here)
    front, fence, body = text.removeprefix("---\n").partition("\n---\n")
    if not fence:
        return text

    def kept(match: re.Match[str]) -> str:
        written = match["inline"] or match["lines"] or match["one"] or ""
        named = [tidy_reference(each) for each in re.findall(r"[\w/.-]*\w+/[\w/.-]+", written)]
        found = [each for each in named if f"{FOLDER}/{each}.md" in here]
        if len(found) == len(named):
            return match[0]
        return f"{match['key']}: [{', '.join(found)}]\n" if found else ""

    front = _NEIGHBOURS.sub(kept, f"{front}\n").removesuffix("\n")
    return f"---\n{front}{fence}{body}"
