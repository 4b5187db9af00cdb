"""What a diagnosis says is a function of the answers, and is never nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from boutdufil.kinds.diagnosis.result import (
    FIRST,
    MOST_CHARACTERS,
    Result,
    bounds,
    plan_message,
    result_of,
    stage_of,
)
from boutdufil.kinds.diagnosis.values import STAGES, Axis, Diagnosis, DiagnosisEntry
from boutdufil.language import message
from boutdufil.model.script import Advice, Advised, Answer, Ask, Points, Script, Step, plain
from tests.conftest import many
from tests.published import published_content

PUBLISHED = published_content().of(Diagnosis)
AXES = ("presence", "relation")


def advice(*slugs: str) -> tuple[Advice, ...]:
    return tuple(Advice(f"theme/{slug}", Markup(f"pour {slug}")) for slug in slugs)


def answer(advised: Sequence[str] = (), **points: int) -> Answer:
    counted = tuple(Points(axis, count) for axis, count in points.items())
    return Answer(Markup("Oui"), Markup(), points=counted, advice=advice(*advised))


def diagnosis(*questions: tuple[Answer, ...], always: Sequence[str] = ("toujours",)) -> Diagnosis:
    entry = DiagnosisEntry(
        number="991",
        title="Où en suis-je ?",
        summary="Quelques questions.",
        audiences=("tpe",),
        themes=("vie-pro",),
        calls=("Par où je commence ?", "Je suis perdue"),
        recap="J’ai fait le point.",
        reviewed=date(2026, 11, 21),
        axes=tuple(
            Axis(key=key, name=key, beginning="", under_way="", in_place="") for key in AXES
        ),
    )
    asked = tuple(Ask(Markup("Et là ?"), each) for each in questions)
    script = Script(
        steps=(Step(1, Markup("Le point"), asked),), further=(Advised(advice(*always)),)
    )
    return Diagnosis(path="diagnostics/le-point.md", entry=entry, script=script)


def told(result: Result) -> list[str]:
    return [each.tutorial.removeprefix("theme/") for each in result.advice]


SLUGS = st.lists(st.sampled_from("abcdef"), max_size=3)
WORDS = st.sampled_from(("", "corriger", "vérifier"))
ANSWERS = st.builds(
    lambda advised, why, first, second: replace(
        answer((), presence=first, relation=second),
        advice=tuple(replace(each, reason=each.reason + why) for each in advice(*advised)),
    ),
    SLUGS,
    WORDS,
    st.integers(0, 9),
    st.integers(0, 9),
)
QUESTIONS = st.lists(st.lists(ANSWERS, min_size=2, max_size=5).map(tuple), max_size=6)


@st.composite
def answered(draw: st.DrawFn) -> tuple[Diagnosis, tuple[int | None, ...]]:
    questions = draw(QUESTIONS)
    given_ = (draw(st.none() | st.integers(0, len(each) - 1)) for each in questions)
    return diagnosis(*questions), tuple(given_)


@given(answered())
def test_any_answers_give_a_tutorial_to_begin_with(
    case: tuple[Diagnosis, tuple[int | None, ...]],
) -> None:
    result = result_of(*case)
    assert 1 <= len(result.first) <= FIRST
    assert len({*told(result)}) == len(result.advice)
    assert result == result_of(*case)
    assert {*result.stages.values()} <= {None, *range(len(STAGES))}


@pytest.mark.parametrize("each", PUBLISHED, ids=lambda each: each.slug)
def test_any_answers_to_ours_give_three_steps_that_a_message_holds(each: Diagnosis) -> None:
    ranks = st.tuples(*(st.none() | st.integers(0, len(q.answers) - 1) for q in each.questions))

    @many(0.5)
    @given(ranks)
    def try_these(answers: tuple[int | None, ...]) -> None:
        result = result_of(each, answers)
        assert result.first
        told = [("1000", advised.tutorial) for advised in result.first]
        sent = plan_message(each.recap, told, each.number)
        assert sent.segments >= 1

    try_these()
    longest = plan_message(each.recap, [("1000", "J" * 70)] * FIRST, each.number)
    assert longest.length <= message.LONGEST


@pytest.mark.parametrize("each", PUBLISHED, ids=lambda each: each.slug)
def test_ours_are_short_and_end_well_for_who_has_all_in_place(each: Diagnosis) -> None:
    assert each.minutes <= 15
    assert 8 <= len(each.questions) <= 16
    best = [
        max(range(len(q.answers)), key=lambda rank: sum(p.count for p in q.answers[rank].points))
        for q in each.questions
    ]
    result = result_of(each, best)
    assert {*result.stages.values()} == {len(STAGES) - 1}
    assert {advised.tutorial for advised in each.always} <= {a.tutorial for a in result.advice}


def test_the_answers_of_fewest_points_come_first_then_the_order_of_the_questions() -> None:
    asked = diagnosis(
        (answer(["un"], presence=1), answer()),
        (answer(["zero"], presence=0), answer()),
        (answer(["autre-zero", "zero"], relation=0), answer()),
    )
    assert told(result_of(asked, [0, 0, 0])) == ["zero", "autre-zero", "un", "toujours"]
    assert told(result_of(asked, [0, None, 1])) == ["un", "toujours"]


def test_a_tutorial_is_told_once_with_every_reason_the_heaviest_first() -> None:
    reasons = (Advice("theme/a", Markup("peu")), Advice("theme/a", Markup("beaucoup")))
    asked = diagnosis(
        (Answer(Markup("Oui"), Markup(), points=(Points("presence", 1),), advice=reasons[:1]),),
        (Answer(Markup("Oui"), Markup(), points=(Points("presence", 0),), advice=reasons[1:]),),
        (Answer(Markup("Oui"), Markup(), points=(Points("presence", 2),), advice=reasons[:1]),),
        always=["a"],
    )
    (told_once,) = result_of(asked, [0, 0, 0]).advice
    assert told_once.reasons == ("beaucoup", "peu", "pour a")
    (told_once,) = result_of(asked, [0, None, None]).advice
    assert told_once.reasons == ("peu", "pour a")


def test_no_reason_of_ours_is_lost_when_two_answers_advise_the_same_tutorial() -> None:
    """Questions 7 and 10 of 991: « Un peu partout », then « Plusieurs personnes »."""
    (shop,) = (each for each in PUBLISHED if each.number == "991")
    two = [
        next(
            (question.rank, rank, advised)
            for question in shop.questions
            for rank, each in enumerate(question.answers)
            for advised in each.advice
            if plain(each.label) == label
        )
        for label in ("Un peu partout", "Plusieurs personnes, et rien n’est écrit")
    ]
    answers: list[int | None] = [None] * len(shop.questions)
    for place, rank, _advised in two:
        answers[place - 1] = rank
    first = result_of(shop, answers).advice[0]
    assert [advised.tutorial for _place, _rank, advised in two] == [first.tutorial] * 2
    assert first.reasons[:2] == tuple(advised.reason for _place, _rank, advised in two)


@given(answered())
def test_every_reason_that_was_given_is_told(
    case: tuple[Diagnosis, tuple[int | None, ...]],
) -> None:
    asked, given_ = case
    chosen = [
        question.answers[rank]
        for question, rank in zip(asked.questions, given_, strict=True)
        if rank is not None
    ]
    every = {advised for each in chosen for advised in each.advice} | {*asked.always}
    result = result_of(asked, given_)
    assert {Advice(each.tutorial, why) for each in result.advice for why in each.reasons} == every
    assert all(len({*each.reasons}) == len(each.reasons) for each in result.advice)


def test_a_question_that_is_passed_counts_for_nothing() -> None:
    both = (answer(presence=0), answer(presence=2))
    asked = diagnosis(both, both)
    assert result_of(asked, [1, None]).stages == {"presence": 2, "relation": None}
    assert result_of(asked, [1, 0]).stages["presence"] == 1
    assert result_of(asked, [None, None]).stages["presence"] is None


@given(st.integers(1, 60))
def test_what_is_counted_on_paper_is_what_is_drawn(most: int) -> None:
    stages = [stage_of(points, most) for points in range(most + 1)]
    assert stages == sorted(stages)
    assert (stages[0], stages[-1]) == (0, len(STAGES) - 1)
    counted = [*bounds(most).values()]
    assert (counted[0][0], counted[-1][1]) == (0, most)
    assert all(one[1] + 1 == other[0] for one, other in pairwise(counted))


def test_an_answer_without_points_counts_for_nothing() -> None:
    asked = diagnosis((answer(presence=0), answer(presence=2)), (answer(presence=2), answer()))
    assert result_of(asked, [1, 1]).stages["presence"] == 2
    assert result_of(asked, [0, 1]).stages["presence"] == 0
    assert result_of(asked, [None, 1]).stages["presence"] is None


def test_the_message_tells_the_first_steps_by_their_titles_while_there_is_room() -> None:
    steps = [("951", "Je tiens ma fiche d’établissement"), ("207", "Où me trouve-t-on ?")]
    assert plan_message("J’ai fait le point.", steps, "991").text == (
        "J'ai fait le point. D'abord fiche 951 : Je tiens ma fiche d'établissement."
        " Ensuite fiche 207 : Où me trouve-t-on ? Diagnostic 991."
    )
    lost = plan_message("J’ai fait le point.", [("505", "J’entre dans mes impôts")], "991").text
    assert lost == "J'ai fait le point. D'abord fiche 505. Diagnostic 991."
    long = [("951", "J" * 70), ("207", "K" * 70), ("112", "L" * 70)]
    told = plan_message("Un point. " * 6, long, "991").text
    assert told.endswith(f"fiche 207 : {'K' * 70}. Enfin fiche 112. Diagnostic 991.")
    assert len(told) <= MOST_CHARACTERS
