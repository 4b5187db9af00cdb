"""Each call of this folder, played on the graphs of the real scripts.

A script that changed breaks the calls that hear it, and tells what it says now. Once that has been
read and found right, ``BOUTDUFIL_UPDATE=1`` writes it in the calls: what the caller answers is left
as it was, and must still have its place.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from boutdufil.kinds.scripts import scripts_of
from tests.appels.playing import BrokenCallError, Player
from tests.appels.reading import ACTS, Act, PlayedCall, UnreadableCallError, read_call
from tests.appels.rewriting import rewritten
from tests.published import published_content

FOLDER = Path(__file__).parent
DOCS = FOLDER.parents[1] / "docs"
FILES = sorted(FOLDER.glob("*.yml"))
UPDATE = "BOUTDUFIL_UPDATE" in os.environ


@pytest.fixture(scope="session")
def player() -> Player:
    """The real scripts."""
    content = published_content()
    return Player(scripts_of(content), content.taxonomy)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_script_has_a_place_for_all_that_is_answered(file: Path, player: Player) -> None:
    if UPDATE:
        text = rewritten(file.read_text(encoding="utf-8"), read_call(file), player)
        file.write_text(text, encoding="utf-8")
    player.play(read_call(file))


def test_every_tutorial_is_called_and_many_go_wrong() -> None:
    calls = [read_call(file) for file in FILES]
    assert len(calls) >= 30
    numbers = {path.read_text(encoding="utf-8").split("numero: ")[1][:3] for path in _tutorials()}
    assert numbers <= {call.script for call in calls}
    assert {"ouvrir", "fermer"} <= {call.script for call in calls}
    assert any(call.script.startswith("geste-") for call in calls)
    acts = [turn.act for call in calls for turn in call.turns]
    assert {*acts} >= {"repond", "repond-a-tout", "souci", "retour", "autrement", "ouvre"}
    assert {call.end for call in calls} >= {"fin", "stop", "fiche:102/1"}


def _tutorials() -> Iterator[Path]:
    return (DOCS / "tutoriels").glob("*/*.md")


def test_the_example_of_the_guide_is_a_right_call(tmp_path: Path, player: Player) -> None:
    guide = (FOLDER / "LISEZMOI.md").read_text(encoding="utf-8")
    example = guide.split("```yaml\n")[1].split("```")[0]
    player.play(call_of(tmp_path, example))
    assert {word for word in Act if f"`{word}: " in guide} == {*ACTS}


# What is refused -----------------------------------------------------------------------------

RIGHT = """\
qui:
  age: 63
  humeur: paniquée
  phrase: Ma banque me demande mon code
fiche: "101"
appareil: android
situations: [autre-appareil]
ecran: Un texto, et un code.
tours:
  - dit: Vous avez bien fait d’appeler
    souci: De l’argent part en ce moment
  - dit: Raccrochez tout de suite
fin: fiche:102/1
"""


def call_of(folder: Path, text: str) -> PlayedCall:
    file = folder / "appel.yml"
    file.write_text(text, encoding="utf-8")
    return read_call(file)


def changed(written: str, instead: str) -> str:
    assert RIGHT.count(written) == 1
    return RIGHT.replace(written, instead)


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("humeur: paniquée", "humeurs: paniquée", ":3 : la clé « humeurs » n’est pas connue. Vou"),
        ("  humeur: paniquée\n", "", ":2 : il manque « humeur »."),
        ("age: 63", "age: vieux", ":2 : un âge en chiffres est attendu, pas « vieux »."),
        (
            "fin: fiche:102/1\n",
            "fin: fin\nfin: fin\n",
            ":14 : la clé « fin » est écrite deux fois.",
        ),
        ("[autre-appareil]", "autre-appareil", ":7 : une liste est attendue"),
        ("ecran: Un texto, et un code.", "ecran:", ":8 : un texte est attendu."),
        (
            "    souci: De",
            "    repond: Oui\n    souci: De",
            ":10 : un tour n’a qu’une suite, pas repond",
        ),
        (
            "souci: De l’argent part en ce moment",
            "retour: non",
            ":11 : écrivez « retour: oui », pas",
        ),
        ("  - dit: Raccrochez tout de suite", "  - Raccrochez", ":12 : des lignes « clé: valeur »"),
        ("qui:\n", "qui: [\n", " : ce n’est pas du YAML ("),
    ],
)
def test_a_file_that_cannot_be_understood_is_told(
    tmp_path: Path, written: str, instead: str, told: str
) -> None:
    with pytest.raises(UnreadableCallError, match=re.escape(told)):
        call_of(tmp_path, changed(written, instead))


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCallError, match=r"appel\.yml : ce fichier est vide\."):
        call_of(tmp_path, "")


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        (
            "Vous avez bien fait",
            "Vous avez mal fait",
            ":10 : le script ne dit plus « Vous avez mal",
        ),
        ("De l’argent part en ce moment", "J’ai faim", "n’a pas de place pour « J’ai faim »."),
        ("fiche:102/1", "fin", "devait finir à « fin ».\nIl en est à « fiche:102 »"),
        ("fiche:102/1", "fiche:102/2", "devait finir à « fiche:102/2 »."),
        ("souci: De", "repond: De", "Il attend :\n  (rien)"),
        ("souci: De l’argent part en ce moment", "repond-a-tout: Oui", "rien n’est demandé ici."),
        ("souci: De l’argent part en ce moment", "ouvre: Oui", "« Oui » ne se joue pas."),
        ("en ce moment", "en ce moment\n    mots: Courage", "ne dit plus « Courage »."),
        ("appareil: android", "appareil: minitel", "appareil « minitel » n’est pas connu."),
        ("[autre-appareil]", "[ailleurs]", "ailleurs « ailleurs » n’est pas connu."),
        ('fiche: "101"', 'fiche: "100"', "fiche « 100 » n’est pas connu."),
    ],
)
def test_a_script_that_does_not_follow_is_told(
    tmp_path: Path, player: Player, written: str, instead: str, told: str
) -> None:
    player.play(call_of(tmp_path, RIGHT))
    with pytest.raises(BrokenCallError, match=re.escape(told)):
        player.play(call_of(tmp_path, changed(written, instead)))


def test_a_question_is_not_passed_by_mistake(tmp_path: Path, player: Player) -> None:
    asked = RIGHT.replace("    souci: De l’argent part en ce moment\n", "").replace(
        "Raccrochez tout de suite", "Qui vous écrit"
    )
    with pytest.raises(BrokenCallError, match="une question attend une réponse"):
        player.play(call_of(tmp_path, asked))
    passed = asked.replace("Qui vous écrit", "Qui vous écrit\n    passe: oui")
    with pytest.raises(BrokenCallError, match="devait finir"):
        player.play(call_of(tmp_path, passed))


def test_what_is_said_now_can_be_written(tmp_path: Path, player: Player) -> None:
    former = changed("Vous avez bien fait d’appeler", "Vous avez mal fait")
    former = former.replace("Raccrochez tout de suite", "Attendez\n    mots: Attendez")
    text = rewritten(former, call_of(tmp_path, former), player)
    assert "  - dit: Vous avez bien fait d’appeler, ça arrive à\n" in text
    assert "  - dit: Raccrochez tout de suite avec cette personne.\n" in text
    assert "    mots: Respirez" not in text
    with pytest.raises(BrokenCallError, match="ne dit plus « Attendez »"):
        player.play(call_of(tmp_path, text))
