"""Writes in a played call what its script says now; what the caller answers is left as it was."""

from __future__ import annotations

import re

from boutdufil.language.sentences import sentences
from boutdufil.thread.call import begin
from tests.appels.playing import Player, begins
from tests.appels.reading import PlayedCall

LONGEST = 10
"""Words of a sentence, beyond which its beginning is enough."""
KEPT = 8
# A text that YAML would misread: « x: y », « - x », « "x" »; not « x, y ».
_MISREAD = re.compile(r"^[\W\d]|: |:$| #|\"|^(oui|non)$", re.IGNORECASE)


def rewritten(text: str, played: PlayedCall, player: Player) -> str:
    """Return the text of ``played`` with what is said and read now.

    Raises BrokenCallError where an answer has no place any more.
    """
    lines = text.split("\n")
    call = begin(player.scripts, played.script, played.device, played.situations)
    for turn in played.turns:
        said = player.said(call)
        if not begins(said, turn.said):
            lines[turn.line - 1] = f"  - dit: {beginning(said)}"
        call = player.turn(call, turn, f"{played.name}.yml:{turn.line}")
        heard = player.heard(call)
        if turn.heard and heard and not begins(heard, turn.heard):
            at = next(
                rank for rank in range(turn.line, len(lines)) if lines[rank].startswith("    mots:")
            )
            lines[at] = f"    mots: {beginning(heard)}"
    return "\n".join(lines)


def beginning(words: str) -> str:
    """Return the first sentence, or its beginning when it is long, as YAML writes it."""
    first = sentences(words)[0].split()
    kept = " ".join(first if len(first) <= LONGEST else first[:KEPT])
    return (
        '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'
        if _MISREAD.search(kept)
        else kept
    )
