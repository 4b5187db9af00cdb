"""Plays a call on the graphs: says where the script has no place for what is said or answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from boutdufil.language.text import fold
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.thread.call import (
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
from boutdufil.thread.graph import NodeKind
from boutdufil.thread.telling import spoken
from boutdufil.thread.walks import ASKED
from tests.appels.reading import Act, PlayedCall, Turn

OVER = "L’appel est fini."
"""What stands for the words of the end, which has none."""


class BrokenCallError(AssertionError):
    """The script does not say, or does not take, what the played call expects."""


@dataclass(frozen=True)
class Player:
    """Plays calls on the scripts of a site."""

    scripts: Scripts
    taxonomy: Taxonomy

    def play(self, played: PlayedCall) -> Call:
        """Return the call at its end; raises BrokenCallError at the first turn that fails."""
        self._check_circumstances(played)
        call = begin(self.scripts, played.script, played.device, played.situations)
        for turn in played.turns:
            at = f"{played.name}.yml:{turn.line}"
            now = self.said(call)
            if not begins(now, turn.said):
                raise BrokenCallError(
                    f"{at} : le script ne dit plus « {turn.said} ».\nIl dit : « {now} » "
                    f"({call.place.script}·{call.place.node})"
                )
            call = self.turn(call, turn, at)
            heard = self.heard(call)
            if not begins(heard, turn.heard):
                raise BrokenCallError(
                    f"{at} : après cela, le script ne dit plus « {turn.heard} ».\n"
                    f"Il dit : « {heard} »"
                )
        ends = self.ends(call)
        if played.end not in ends:
            raise BrokenCallError(
                f"{played.name}.yml : l’appel devait finir à « {played.end} ».\nIl en est à "
                f"« {ends[0]} », où l’on dit : « {self.said(call)} »"
            )
        return call

    def said(self, call: Call) -> str:
        """Return what is said where one stands; at the end, that it is over."""
        if is_over(self.scripts, call):
            return OVER
        return self.words(call, said_here(self.scripts, call))

    def heard(self, call: Call) -> str:
        """Return what was read on the way there."""
        return " ".join(self.words(call, each) for each in call.heard)

    def words(self, call: Call, html: str) -> str:
        """Return words with the verb of the caller’s device."""
        return spoken(html, self.taxonomy.devices[call.device].gesture if call.device else "")

    def turn(self, call: Call, turn: Turn, at: str) -> Call:
        """Return the call after one turn."""
        scripts, node = self.scripts, here(self.scripts, call)
        if turn.act is Act.ANSWER:
            labels = [self.words(call, each.label) for each in node.replies]
            return answer(scripts, call, _rank(labels, turn, at))
        if turn.act is Act.COMMON:
            if node.kind not in ASKED:
                raise BrokenCallError(f"{at} : rien n’est demandé ici.")
            labels = [self.words(call, each.label) for each in common_replies(scripts)]
            return answer_otherwise(scripts, call, _rank(labels, turn, at))
        if turn.act is Act.TROUBLE:
            found = rescues(scripts, call)
            labels = [self.words(call, each.situation) for each in found]
            return rescue(scripts, call, found[_rank(labels, turn, at)])
        if turn.act is Act.OPEN:
            if turn.value not in scripts.graphs:
                raise BrokenCallError(f"{at} : « {turn.value} » ne se joue pas.")
            return enter(scripts, call, turn.value)
        if turn.act is Act.GO_ON and node.kind in ASKED:
            raise BrokenCallError(f"{at} : une question attend une réponse, ou « passe: oui ».")
        if turn.act in (Act.GO_ON, Act.PASS):
            return go_on(scripts, call)
        if turn.act is Act.OTHERWISE:
            return rephrase(call)
        return back(call) if turn.act is Act.BACK else leave(scripts, call)

    def ends(self, call: Call) -> tuple[str, ...]:
        """Return every name of where one stands: ``fin``, ``stop``, ``fiche:102``."""
        node, script = here(self.scripts, call), call.place.script
        if is_over(self.scripts, call):
            return ("fin", f"fin:{script}")
        stop = ("stop",) if node.kind is NodeKind.STOP else ()
        return (*stop, f"fiche:{script}", f"fiche:{script}/{node.step}")

    def _check_circumstances(self, played: PlayedCall) -> None:
        known = {
            "fiche": (played.script, {*self.scripts.graphs}),
            "appareil": (played.device or "", {"", *self.taxonomy.real_devices}),
            **{each: (each, {*self.taxonomy.situations}) for each in played.situations},
        }
        for key, (value, choices) in known.items():
            if value not in choices:
                raise BrokenCallError(f"{played.name}.yml : {key} « {value} » n’est pas connu.")


def begins(whole: str, beginning: str) -> bool:
    """Tell whether ``whole`` begins with these words, accents and signs aside."""
    return fold(whole).startswith(fold(beginning))


def _rank(labels: Iterable[str], turn: Turn, at: str) -> int:
    """Return the rank of what the caller says among what the script has a place for."""
    known = list(labels)
    ranks = [rank for rank, each in enumerate(known) if fold(each) == fold(turn.value)]
    if not ranks:
        listed = "\n".join(f"  - {each}" for each in known) or "  (rien)"
        raise BrokenCallError(
            f"{at} : le script n’a pas de place pour « {turn.value} ».\nIl attend :\n{listed}"
        )
    return ranks[0]
