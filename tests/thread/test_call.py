"""A call that goes on: answers, gestures, another tutorial, what no question expected, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report
from boutdufil.thread import call as calls
from boutdufil.thread.call import Call, Scripts
from boutdufil.thread.graph import Graph, NodeKind
from boutdufil.thread.telling import spoken
from boutdufil.thread.weave import weave

STEP = "## Étapes\n\n### J’avance\n\nJ’avance.\n\n"
FIRST = """
/// dire | android
Sur Android.
///

/// dire | windows
Sur Windows.
///

/// demander | Quel appareil ?
    nom: quel
- **Une boîte** : « On l’éteint. » [éteindre](geste:eteindre) [la preuve](#plus-rien)
- **J’ai payé** : « Vite. » [fiche 102](autre.md#etape-2)
- **Perdu** : « Ce n’est pas grave. » [fiche inconnue](absente.md)
- **En anglais** : « D’accord. » [langue étrangère](situation:appareil-en-anglais)
- **Un Mac** : « D’accord. » [Mac](appareil:mac)
- **Deux**
    - *Lequel ?*
    - *Le premier, ou le second ?*
    - **Le premier** : « Bien. »
    - **Le second** : « Bien. »
- **Trois** : « On l’éteint, puis on regarde. » [éteindre](geste:eteindre) [la preuve](#plus-rien)
    - *Reste-t-il une lumière ?*
    - *Voyez-vous un point qui brille ?*
    - **Oui** : « On attend. »
    - **Non** : « Bien. » [quel appareil](#quel)
///

/// autrement
Est-ce une boîte ?
///

/// si | appareil-en-anglais
/// dire
Je dis les deux mots.
///
///

/// preuve | Le bruit s’est-il arrêté ?
    nom: plus-rien
- **Oui** : « Parfait. »
- **Non** : « On recommence. »
- **Je cherche encore** : « Je vous montre. » [éteindre](geste:eteindre)
///

/// sinon | J’ai peur
« Je reste là. »
///

/// sinon | Je veux éteindre
« D’accord. » [éteindre](geste:eteindre)
///

/// sinon | Je recommence
« D’accord. » [quel appareil](#quel)
///

/// sinon | Il parle anglais
« D’accord. » [langue étrangère](situation:appareil-en-anglais)
///

/// stop | On me vole
« Raccrochez. »
///
"""
SECOND = """
/// dire
Ici, la banque.
///

### Je change

Je change.

/// demander | Lequel ?
- **Le mien** : « Bien. »
- **Un autre** : « Bien. »
///
"""
OFF = """
/// demander | Où est le bouton ?
- **Devant** : « Appuyez. »
- **Nulle part** : « On s’arrête. » [c’est fini](fin:)
///

/// preuve | Est-ce noir ?
- **Oui** : « Parfait. »
- **Non** : « Encore. »
///
"""
UNEXPECTED = """
/// demander | Qu’a-t-on dit ?
- **Je ne sais pas** : « Je redis autrement. »
- **Je ne vois pas** : « Vous êtes mes yeux. »
    - *Que lisez-vous ?*
    - *Que montre l’écran ?*
    - **Un mot** : « Merci. »
    - **Rien** : « Éteignons. » [éteindre](geste:eteindre)
- **Plus tard** : « Je vous rappelle. » [je rappelle](fin:)
///

/// dire
La suite du guide.
///
"""


@pytest.fixture(scope="session")
def scripts(reader: Reader) -> Scripts:
    """Two tutorials, a gesture, and the answers for all."""

    def graph(body: str) -> Graph:
        path = "tutoriels/cyber-hygiene/exemple.md"
        report = Report(path)
        read = reader.read(STEP + body, path, report)
        assert read is not None, report.findings
        return weave(read.script)

    return Scripts(
        graphs={
            "101": graph(FIRST),
            "102": graph(SECOND),
            "geste-eteindre": graph(OFF),
            "reponses": graph(UNEXPECTED),
        },
        numbers={"cyber-hygiene/autre": "102"},
        shown={"tablette": ("tablette", "android")},
    )


def says(scripts: Scripts, call: Call) -> str:
    return spoken(calls.said_here(scripts, call))


def heard(call: Call) -> str:
    return " ".join(map(spoken, call.heard))


def test_what_comes_of_a_gesture_is_asked_once_it_is_done(scripts: Scripts) -> None:
    """The page prints the words, the gesture, then the question that stands below them."""
    asked = calls.go_on(scripts, calls.begin(scripts, "101", "windows"))
    doing = calls.answer(scripts, asked, 6)
    assert says(scripts, doing) == "Où est le bouton ?"
    done = calls.answer(scripts, calls.answer(scripts, doing, 0), 0)
    assert says(scripts, done) == "Reste-t-il une lumière ?"
    assert says(scripts, calls.answer(scripts, done, 0)) == "Le bruit s’est-il arrêté ?"
    assert says(scripts, calls.answer(scripts, done, 1)) == "Quel appareil ?"


def at_the_question(scripts: Scripts, device: str = "android") -> Call:
    call = calls.begin(scripts, "101", device)
    while calls.here(scripts, call).kind is NodeKind.SAY:
        call = calls.go_on(scripts, call)
    assert says(scripts, call) == "Quel appareil ?"
    return call


@pytest.mark.parametrize(
    ("device", "first"),
    [
        ("android", "Sur Android."),
        ("windows", "Sur Windows."),
        ("tablette", "Sur Android."),
        ("mac", "Quel appareil ?"),
        ("", "Sur Android."),
    ],
)
def test_what_is_for_another_device_is_passed(scripts: Scripts, device: str, first: str) -> None:
    assert says(scripts, calls.begin(scripts, "101", device)) == first


def test_without_a_device_everything_is_said(scripts: Scripts) -> None:
    call = calls.go_on(scripts, calls.begin(scripts, "101"))
    assert says(scripts, call) == "Sur Windows."


def test_a_gesture_is_done_then_one_goes_where_the_answer_leads(scripts: Scripts) -> None:
    call = calls.answer(scripts, at_the_question(scripts), 0)
    assert (heard(call), says(scripts, call)) == ("On l’éteint.", "Où est le bouton ?")
    call = calls.answer(scripts, call, 0)
    call = calls.answer(scripts, call, 0)
    assert (heard(call), says(scripts, call)) == ("Parfait.", "Le bruit s’est-il arrêté ?")
    assert len(call.places) == 1


def test_the_end_of_a_gesture_comes_back_too(scripts: Scripts) -> None:
    call = calls.answer(scripts, calls.answer(scripts, at_the_question(scripts), 0), 1)
    assert says(scripts, call) == "Le bruit s’est-il arrêté ?"


def test_another_tutorial_is_entered_at_its_step_with_a_way_back(scripts: Scripts) -> None:
    call = calls.answer(scripts, at_the_question(scripts), 1)
    assert (call.place.script, says(scripts, call)) == ("102", "Lequel ?")
    call = calls.answer(scripts, call, 0)
    assert calls.is_over(scripts, call)
    assert says(scripts, calls.leave(scripts, call)) == "Quel appareil ?"


def test_a_tutorial_that_is_not_there_ends_the_call(scripts: Scripts) -> None:
    assert calls.is_over(scripts, calls.answer(scripts, at_the_question(scripts), 2))


def test_what_is_learnt_holds_from_then_on(scripts: Scripts) -> None:
    question = at_the_question(scripts)
    call = calls.answer(scripts, question, 3)
    assert call.situations == ("appareil-en-anglais",)
    assert says(scripts, call) == "Je dis les deux mots."
    assert calls.answer(scripts, question, 4).device == "mac"
    assert says(scripts, calls.answer(scripts, question, 4)) == "Le bruit s’est-il arrêté ?"
    assert calls.back(call) == question
    assert question.situations == ()


def test_a_follow_up_goes_on_below_its_question(scripts: Scripts) -> None:
    call = calls.answer(scripts, at_the_question(scripts), 5)
    assert says(scripts, call) == "Lequel ?"
    assert says(scripts, calls.answer(scripts, call, 0)) == "Le bruit s’est-il arrêté ?"


def test_a_repair_comes_back_to_its_proof_and_is_counted(scripts: Scripts) -> None:
    call = calls.go_on(scripts, at_the_question(scripts))
    for times in (1, 2):
        call = calls.answer(scripts, call, 1)
        assert (heard(call), call.tries) == ("On recommence.", times)
        assert says(scripts, call) == "Le bruit s’est-il arrêté ?"
    assert calls.back(call).tries == 1
    assert calls.answer(scripts, call, 0).tries == 0


def test_an_answer_for_all_comes_back_to_the_question(scripts: Scripts) -> None:
    question = at_the_question(scripts)
    call = calls.answer_otherwise(scripts, question, 0)
    assert (heard(call), says(scripts, call)) == ("Je redis autrement.", "Est-ce une boîte ?")
    call = calls.answer_otherwise(scripts, question, 1)
    assert says(scripts, call) == "Que lisez-vous ?"
    assert says(scripts, calls.answer(scripts, call, 0)) == "Quel appareil ?"
    call = calls.answer(scripts, call, 1)
    assert call.place.script == "geste-eteindre"
    call = calls.answer(scripts, call, 1)
    assert (call.place, len(call.places)) == (question.place, 1)


def test_an_end_that_is_written_in_an_answer_for_all_ends_the_call(scripts: Scripts) -> None:
    call = calls.answer(scripts, at_the_question(scripts), 0)
    call = calls.answer_otherwise(scripts, call, 2)
    assert calls.is_over(scripts, call)
    assert call.place.script == "101"


def test_a_trouble_stays_leads_or_stops(scripts: Scripts) -> None:
    question = at_the_question(scripts)
    fear, off, again, english, stop = calls.rescues(scripts, question)
    call = calls.rescue(scripts, question, fear)
    assert (heard(call), call.place) == ("Je reste là.", question.place)
    call = calls.rescue(scripts, question, off)
    assert call.place.script == "geste-eteindre"
    assert calls.answer(scripts, call, 1).place == question.place
    proof = calls.go_on(scripts, question)
    assert calls.rescue(scripts, proof, again).place == question.place
    assert calls.rescue(scripts, proof, english).situations == ("appareil-en-anglais",)
    call = calls.rescue(scripts, question, stop)
    assert (calls.here(scripts, call).kind, says(scripts, call)) == (NodeKind.STOP, "Raccrochez.")
    assert calls.is_over(scripts, calls.go_on(scripts, call))


def test_a_repair_by_a_gesture_proves_again(scripts: Scripts) -> None:
    call = calls.answer(scripts, calls.go_on(scripts, at_the_question(scripts)), 2)
    call = calls.answer(scripts, calls.answer(scripts, call, 0), 0)
    assert says(scripts, call) == "Le bruit s’est-il arrêté ?"


def test_an_end_and_a_start_stay_where_they_are(scripts: Scripts) -> None:
    start = calls.begin(scripts, "101")
    assert calls.back(start) == start
    assert calls.leave(scripts, start) == start
    over = calls.answer(scripts, at_the_question(scripts), 2)
    assert calls.go_on(scripts, over) == over


def test_what_is_not_there_cannot_be_answered(scripts: Scripts) -> None:
    question = at_the_question(scripts)
    with pytest.raises(IndexError):
        calls.answer(scripts, question, 9)
    with pytest.raises(IndexError):
        calls.answer_otherwise(scripts, question, 9)


@given(keys=st.lists(st.integers(0, 40), max_size=60), device=st.sampled_from(("", "android")))
def test_whatever_is_answered_one_comes_back_the_way_one_came(
    keys: list[int], device: str, scripts: Scripts
) -> None:
    call = calls.begin(scripts, "101", device)
    passed = [call]
    for key in keys:
        after = _pressed(scripts, call, key)
        assert calls.here(scripts, after).kind is not NodeKind.GESTURE
        assert len(after.places) < 12
        if after is not call:
            assert calls.back(after) == call
            passed.append(after)
        call = after
    for former in reversed(passed[:-1]):
        call = calls.back(call)
        assert call == former


def _pressed(scripts: Scripts, call: Call, key: int) -> Call:
    """Answer as ``key`` says, or go on."""
    node = calls.here(scripts, call)
    if key < 10 and key < len(node.replies) and node.kind in (NodeKind.ASK, NodeKind.PROOF):
        return calls.answer(scripts, call, key)
    common, troubles = calls.common_replies(scripts), calls.rescues(scripts, call)
    asked = node.kind in (NodeKind.ASK, NodeKind.PROOF) and call.place.script != calls.COMMON
    if 10 <= key < 10 + len(common) and asked:
        return calls.answer_otherwise(scripts, call, key - 10)
    if 20 <= key < 20 + len(troubles):
        return calls.rescue(scripts, call, troubles[key - 20])
    return calls.go_on(scripts, call)
