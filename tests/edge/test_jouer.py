"""``fil jouer``: one thing at a time, answered by keys, until the recap."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from boutdufil.edge.cli import main
from tests.conftest import write_tree
from tests.edge.running import fil

CONTENT = """
--- fiche: tutoriels/cyber-hygiene/premiere.md
< Lisez le message.
< ///
> Lisez le message.
> ///
>
> [Comment je fais](geste:faire)
>
> /// preuve | Avez-vous {appuyé|cliqué} sur “Objet” ?
> - **Oui, sur « Objet »** : « Parfait. » [fiche suivante](seconde.md)
> - **Non** : « {Appuyez|Cliquez} encore. »
> ///
>
> /// autrement
> Lisez-vous “Objet” ?
> ///
--- fiche: tutoriels/cyber-hygiene/seconde.md
< numero: 101
> numero: 102
< titre: Je vérifie un message
> titre: Je vérifie la suite
< recap: J’attends, je vérifie, je signale.
> recap: Deuxième résumé.
--- fichier: gestes/faire.md
---
titre: Je fais
preuve: Est-ce fait ?
appareils: [android, windows]
relu_le: 2026-01-15
---

Je fais.

/// preuve | Est-ce fait ?
- **Oui** : « Bravo. »
- **Non** : « Encore. »
///

/// autrement
Est-ce fini ?
///
--- fichier: mediateurs/reponses.md
---
titre: Les réponses
resume: Ce que je dis alors.
---

## Étapes

### Je réponds

Je réponds.

/// demander | Qu’a-t-on dit ?
- **Je ne sais pas** : « C’est une réponse. »
- **Je n’ai pas ça** : « On fait sans. »
///

/// autrement
Qu’a-t-on répondu ?
///
--- fichier: mots-d-ecran.yml
mots:
  - fr: Objet
    en: Subject
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tutorial, a gesture that it calls, the answers for all, and a word in two languages."""
    folder = tmp_path_factory.mktemp("jouer")
    write_tree(folder / "docs", CONTENT)
    return folder


Play = Callable[..., list[str]]


@pytest.fixture
def play(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Play:
    """Play a script with what is typed; return the lines that are shown."""

    def played(*arguments: str, typed: str = "") -> list[str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        assert main(["--contenu", str(project / "docs"), "jouer", *arguments]) == 0
        return capsys.readouterr().out.splitlines()

    return played


def test_a_whole_call_ends_by_its_recap(play: Play) -> None:
    shown = play("101", "--appareil", "windows", typed="\n1\n2\n1\n\n\n\n\n")
    told = [line.strip() for line in shown if "«" in line]
    assert told == [
        "« Lisez le message. »",
        "« Est-ce fait ? »",
        "« Bravo. »",
        "« Avez-vous cliqué sur “Objet” ? »",
        "1  Oui, sur « Objet »",
        "« Cliquez encore. »",
        "« Avez-vous cliqué sur “Objet” ? »",
        "1  Oui, sur « Objet »",
        "« Parfait. »",
        "« Lisez le message. »",
    ]
    assert "L’appel est fini." in shown
    assert "Deuxième résumé." in shown
    assert shown[-1].endswith("Au revoir.")


def test_each_key_does_what_it_says(play: Play) -> None:
    shown = play("101", "--appareil", "android", typed="\n1\na\nr\n?\ns\ns1\nv\n2\n2\nq\n")
    told = [line.strip() for line in shown if line.startswith("  «")]
    assert told == [
        "« Lisez le message. »",
        "« Est-ce fait ? »",
        *("« Bravo. »", "« Avez-vous appuyé sur “Objet” ? »"),
        *("« C’est une réponse. »", "« Lisez-vous “Objet” ? »"),
        *("« Bravo. »", "« Avez-vous appuyé sur “Objet” ? »"),
        "« Lisez-vous “Objet” ? »",
        *("« Lisez-le lentement, mot par mot. »", "« Avez-vous appuyé sur “Objet” ? »"),
        *("« Appuyez encore. »", "« Avez-vous appuyé sur “Objet” ? »"),
        *("« Appuyez encore. »", "« Avez-vous appuyé sur “Objet” ? »"),
    ]
    assert ">   s1  Je ne comprends pas" in shown
    assert "> « v » ne se répond pas ici." in shown
    assert any(line.startswith("Deux essais n’ont pas suffi") for line in shown)


def test_another_script_is_opened_by_its_name_and_left(play: Play) -> None:
    shown = play("101", typed="102\nv\ngeste-faire\n103\nq\n")
    places = [line.partition(" – ")[0] for line in shown if "·1a – " in line]
    assert places == ["101·1a", "102·1a", "101·1a", "geste-faire·1a"]
    assert "> « 103 » ne se répond pas ici." in shown


@pytest.mark.parametrize("script", ["geste-faire", "reponses"])
def test_a_gesture_and_a_guide_are_played_too(play: Play, script: str) -> None:
    shown = play(script, typed="1\n")
    assert "L’appel est fini." in shown
    assert not any("résumé" in line for line in shown)


def test_a_screen_in_another_language_is_told_in_both(play: Play) -> None:
    asked = ("101", "--situation", "appareil-en-anglais", "--situation", "ligne-fixe")
    shown = play(*asked, typed="\n1\nq\n")
    assert "  « Avez-vous appuyé ou cliqué sur “Objet”, Subject ? »" in shown
    assert "  1  Oui, sur « Objet », Subject" in shown
    assert any("Appareil en langue étrangère, Téléphone fixe" in line for line in shown)


@pytest.mark.parametrize("encoding", ["ascii", "cp850", "utf-8"])
def test_any_console_and_any_answer(project: Path, encoding: str) -> None:
    answer = fil(
        *("jouer", "101"),
        folder=project,
        environment={"PYTHONIOENCODING": encoding},
        typed=b"\xc3\xa9\n\xe9\n\x00\n9\ns9\ns\n",
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.decode(encoding).count("ici.") == 5


def test_nobody_answers_any_more(play: Play) -> None:
    assert play("101")[-1] == "Au revoir."


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("110",), "La plus proche : 102, « Je vérifie la suite ». Il y a : 101, 102."),
        (("geste-fair",), "Vouliez-vous dire « geste-faire » ?"),
        (("faire",), "Vouliez-vous dire « geste-faire » ?"),
        (("zzz",), "un guide (reponses), ou un geste (geste-…)."),
        (("101", "--appareil", "androide"), "Vouliez-vous dire « android » ? Pour --appareil,"),
        (("101", "--situation", "fixe"), "Pour --situation, il y a : meme-telephone,"),
        (("101", "--appareil", "ordinateur"), "« ordinateur » n’est pas connu."),
    ],
)
def test_what_is_not_known_is_told_with_the_nearest(
    project: Path, arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--contenu", str(project / "docs"), "jouer", *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert len(shown.err.splitlines()) == 1
