"""How long a call lasts, what a step lacks, and which words a fragment holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markupsafe import Markup

from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.duration import minutes_of
from boutdufil.model.script import (
    Answer,
    Ask,
    ForAudiences,
    ForDevices,
    Part,
    Prose,
    Rephrase,
    Say,
    Script,
    Step,
    Trouble,
    plain,
    walk,
)


def words(count: int) -> Markup:
    return Markup("mot ") * count


def script(*parts: Part, steps: int = 1) -> Script:
    return Script(steps=tuple(Step(rank, Markup("J’ouvre"), parts) for rank in range(1, steps + 1)))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Un <strong>mot</strong>.</p>", "Un mot."),
        ("<p>Un</p><p>Deux</p>", "Un Deux"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("", ""),
    ],
)
def test_the_words_of_a_fragment(html: str, text: str) -> None:
    assert plain(html) == text


def test_even_a_short_call_takes_five_minutes() -> None:
    assert minutes_of(Script()) == 5
    assert minutes_of(script(Say(words(10)))) == 5


def test_words_are_read_aloud_slowly() -> None:
    # 45 s for the step and 110 words a minute: 467 words fill five minutes, one more does not.
    assert minutes_of(script(Say(words(467)))) == 5
    assert minutes_of(script(Say(words(468)))) == 10


def test_every_step_takes_the_caller_some_time() -> None:
    assert minutes_of(script(steps=6)) == 5
    assert minutes_of(script(steps=7)) == 10


def test_a_question_takes_time_and_one_of_its_answers_is_heard() -> None:
    answers = (Answer(Markup("Oui"), words(100)), Answer(Markup("Non"), words(300)))
    # 45 s, 20 s, and 200 words on average: 174 s; 231 more words fill the five minutes.
    assert minutes_of(script(Ask(Markup(), answers), Say(words(230)))) == 5
    assert minutes_of(script(Ask(Markup(), answers), Say(words(232)))) == 10


def test_the_words_for_another_device_are_not_heard() -> None:
    both = Say(words(467), ("windows",)), Say(words(467), ("android",))
    assert minutes_of(script(*both)) == 5


def test_what_is_not_said_takes_no_time() -> None:
    silent = Prose(words(5000)), Rephrase(words(5000)), Trouble(words(9), words(5000), words(5000))
    assert minutes_of(script(*silent)) == 5


def test_a_declared_duration_wins(make_tutorial: Callable[..., Tutorial]) -> None:
    assert make_tutorial().minutes == 5
    assert make_tutorial(duration=12).minutes == 12


def test_a_step_has_a_script_when_something_is_said_even_within() -> None:
    said = Say(Markup("Ouvrez."))
    inner = ForAudiences(("seniors",), (ForDevices(("android",), ("android",), (said,)),))
    assert Step(1, Markup("J’ouvre"), (inner,)).has_script
    assert not Step(1, Markup("J’ouvre"), (Prose(Markup("J’ouvre.")),)).has_script
    assert not Step(1, Markup("J’ouvre"), (Rephrase(Markup("Ouvrez.")),)).has_script


def test_parts_are_walked_in_reading_order() -> None:
    first, second, third = (Prose(Markup(str(rank))) for rank in range(3))
    container = ForDevices(("android",), ("android",), (second,))
    assert [*walk((first, container, third))] == [first, container, second, third]
    whole = Script(introduction=(first,), steps=(Step(1, Markup(), (second,)),), further=(third,))
    assert [*whole.parts()] == [first, second, third]


def test_where_one_view_is_missing_the_other_serves() -> None:
    only_read = Trouble(Markup("Souci"), Markup("Je lis."), Markup())
    only_said = Trouble(Markup("Souci"), Markup(), Markup("Lisez."))
    both = Trouble(Markup("Souci"), Markup("Je lis."), Markup("Lisez."))
    assert (only_read.public, only_read.spoken) == ("Je lis.", "Je lis.")
    assert (only_said.public, only_said.spoken) == ("Lisez.", "Lisez.")
    assert (both.public, both.spoken) == ("Je lis.", "Lisez.")
