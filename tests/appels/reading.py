"""A played call as its file writes it: who calls, what is on the screen, what is said and answered.

LISEZMOI.md documents the format for those who write one. Reading is strict: a key that nobody knows
is refused, with its line, and the likely intention.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from boutdufil.language.text import closest

Node = yaml.nodes.Node


class Act(StrEnum):
    """What happens after something is said."""

    ANSWER = "repond"
    COMMON = "repond-a-tout"
    TROUBLE = "souci"
    OTHERWISE = "autrement"
    BACK = "retour"
    PASS = "passe"
    OPEN = "ouvre"
    LEAVE = "revient"
    GO_ON = "suite"


ALONE = (Act.OTHERWISE, Act.BACK, Act.PASS, Act.LEAVE)
"""Those that are written « oui »: nothing else is to be said of them."""
ACTS = tuple(act for act in Act if act is not Act.GO_ON)


class UnreadableCallError(ValueError):
    """A file of a played call that cannot be understood, with its line."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the mediator says (its beginning), what happens then, and the words that follow."""

    said: str
    act: Act
    value: str
    heard: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedCall:
    """A call: ``end`` is ``fin``, ``stop``, or ``fiche:102``, the tutorial where one arrives."""

    name: str
    age: int
    mood: str
    sentence: str
    script: str
    device: str
    situations: tuple[str, ...]
    screen: str
    turns: tuple[Turn, ...]
    end: str


def read_call(path: Path) -> PlayedCall:
    """Return the call of a file; raises UnreadableCallError."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path.name}:{mark.line + 1}" if mark else path.name
        raise UnreadableCallError(f"{where} : ce n’est pas du YAML ({error}).") from error
    return _Reader(path.name).call(root)


class _Reader:
    """Reads the nodes of one file."""

    def __init__(self, file: str) -> None:
        self.file = file

    def call(self, root: Node | None) -> PlayedCall:
        if root is None:
            raise UnreadableCallError(f"{self.file} : ce fichier est vide.")
        needed = ("qui", "fiche", "ecran", "tours", "fin")
        keys = self._keys(root, needed, ("appareil", "situations"))
        who = self._keys(keys["qui"], ("age", "humeur", "phrase"))
        age = self._text(who["age"])
        if not age.isdigit():
            raise self._wrong(who["age"], f"un âge en chiffres est attendu, pas « {age} »")
        return PlayedCall(
            name=self.file.removesuffix(".yml"),
            age=int(age),
            mood=self._text(who["humeur"]),
            sentence=self._text(who["phrase"]),
            script=self._text(keys["fiche"]),
            device=self._text(keys["appareil"]) if "appareil" in keys else "",
            situations=tuple(
                self._text(each) for each in self._items(keys.get("situations"), can_be_empty=True)
            ),
            screen=self._text(keys["ecran"]),
            turns=tuple(self._turn(each) for each in self._items(keys["tours"])),
            end=self._text(keys["fin"]),
        )

    def _turn(self, node: Node) -> Turn:
        keys = self._keys(node, ("dit",), (*ACTS, "mots"))
        acts = [act for act in ACTS if act in keys]
        if len(acts) > 1:
            raise self._wrong(node, f"un tour n’a qu’une suite, pas {' et '.join(acts)}")
        act = acts[0] if acts else Act.GO_ON
        value = self._text(keys[act]) if acts else ""
        if act in ALONE and value != "oui":
            raise self._wrong(keys[act], f"écrivez « {act}: oui », pas « {value} »")
        heard = self._text(keys["mots"]) if "mots" in keys else ""
        return Turn(self._text(keys["dit"]), act, value, heard, node.start_mark.line + 1)

    def _keys(
        self, node: Node, needed: Sequence[str], others: Sequence[str] = ()
    ) -> Mapping[str, Node]:
        """Return the values by their key: all of ``needed``, some of ``others``, and no more."""
        if not isinstance(node, yaml.MappingNode):
            raise self._wrong(node, f"des lignes « clé: valeur » sont attendues ({needed[0]}…)")
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = self._text(key)
            if name not in (*needed, *others):
                near = closest(name, (*needed, *others))
                meant = f" Vouliez-vous dire « {near} » ?" if near else ""
                raise self._wrong(key, f"la clé « {name} » n’est pas connue.{meant}")
            if name in found:
                raise self._wrong(key, f"la clé « {name} » est écrite deux fois")
            found[name] = value
        missing = [name for name in needed if name not in found]
        if missing:
            raise self._wrong(node, f"il manque « {missing[0]} »")
        return found

    def _items(self, node: Node | None, *, can_be_empty: bool = False) -> Sequence[Node]:
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode) or not (node.value or can_be_empty):
            raise self._wrong(node, "une liste est attendue : un élément par ligne, après « - »")
        items: Sequence[Node] = node.value
        return items

    def _text(self, node: Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
            raise self._wrong(node, "un texte est attendu")
        return " ".join(str(node.value).split())

    def _wrong(self, node: Node, problem: str) -> UnreadableCallError:
        return UnreadableCallError(f"{self.file}:{node.start_mark.line + 1} : {problem}.")
