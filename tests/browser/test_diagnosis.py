"""A diagnosis is answered alone, a question a screen, or on paper, or at the desk by digits."""

from __future__ import annotations

import random
import re

import pytest
from playwright.sync_api import Browser, expect

from boutdufil.kinds.diagnosis.result import Result, plan_message, result_of
from boutdufil.kinds.diagnosis.values import STAGES, Diagnosis
from boutdufil.model.script import plain
from tests.browser.access import NARROW
from tests.browser.desk import Desk
from tests.browser.story import Reader, reading
from tests.published import published_content
from tests.site.builds import Built

CONTENT = published_content()
DIAGNOSES = CONTENT.of(Diagnosis)
NUMBERS = {tutorial.reference: tutorial.number for tutorial in CONTENT.tutorials}
TITLES = {tutorial.reference: tutorial.title for tutorial in CONTENT.tutorials}
SHOP = next(each for each in DIAGNOSES if each.number == "991")
STORED = "() => ({...sessionStorage, ...localStorage})"
# Whatever was answered, the page says what the build says.
RESULTS = """answers => {
  const diagnosis = filDiagnosis.read();
  return answers.map(given => {
    const {stages, advice} = filDiagnosis.result(diagnosis, given);
    return {
      stages, advice: advice.map(each => [each.fiche, each.raison]),
      message: filDiagnosis.message(diagnosis.recap, advice, diagnosis.numero),
    };
  });
}"""


def drawn_answers(diagnosis: Diagnosis, how_many: int) -> list[list[int | None]]:
    """Return as many ways to answer, the same each time: all, none, some."""
    chance = random.Random(diagnosis.number)
    return [
        [
            chance.choice([None, *range(len(question.answers))])
            if rank % 2
            else chance.randrange(len(question.answers))
            for question in diagnosis.questions
        ]
        for rank in range(how_many)
    ] + [[None] * len(diagnosis.questions)]


def named(result: Result) -> list[tuple[str, str]]:
    return [(NUMBERS[each.tutorial], TITLES[each.tutorial]) for each in result.first]


def said(diagnosis: Diagnosis, answers: list[int | None]) -> dict[str, object]:
    result = result_of(diagnosis, answers)
    return {
        "stages": dict(result.stages),
        "advice": [[each.tutorial, plain(each.reason)] for each in result.advice],
        "message": plan_message(diagnosis.recap, named(result), diagnosis.number).text,
    }


@pytest.mark.parametrize("each", DIAGNOSES, ids=lambda each: each.slug)
def test_the_page_says_what_the_build_says(each: Diagnosis, browser: Browser, host: str) -> None:
    answers = drawn_answers(each, 60)
    with reading(browser, host) as reader:
        reader.opens(each.address)
        found = reader.page.evaluate(RESULTS, answers)
    plain_space = re.compile(r"[\u00a0\u202f]")
    for told in found:
        told["advice"] = [[one, plain_space.sub(" ", why)] for one, why in told["advice"]]
    assert found == [said(each, given) for given in answers]


def answer(reader: Reader, rank: int, letter: int) -> None:
    """Press the label of an answer to the question that is shown."""
    reader.page.locator(f"#question-{rank} .fil-option label").nth(letter).click()


def test_a_shop_owner_answers_goes_back_and_leaves_with_three_steps(
    browser: Browser, host: str
) -> None:
    with reading(browser, host, width=360) as reader:
        page = reader.page
        reader.opens(SHOP.address)
        expect(page.locator(".fil-asked:visible")).to_have_count(0)
        page.get_by_role("button", name="Je commence").click()
        for question in SHOP.questions:
            shown = page.locator(".fil-asked:visible")
            expect(shown).to_have_count(1)
            expect(shown).to_have_attribute("data-question", str(question.rank))
            assert page.evaluate("() => document.activeElement.tagName") == "LEGEND"
            answer(reader, question.rank, 0)
            if question.rank == 2:
                page.get_by_role("button", name="Revenir").click()
                expect(page.locator("#question-1 input").first).to_be_checked()
                answer(reader, 1, 2)
                page.get_by_role("button", name="Question suivante").click()
                expect(page.locator("#question-2 input").first).to_be_checked()
            last = question.rank == len(SHOP.questions)
            name = "Voir mon résultat" if last else "Question suivante"
            page.get_by_role("button", name=name).click()
        result = result_of(SHOP, [2, *[0] * (len(SHOP.questions) - 1)])
        steps = page.locator(".fil-first-steps > li")
        assert [steps.nth(rank).get_attribute("data-tutoriel") for rank in range(3)] == [
            each.tutorial for each in result.first
        ]
        for axis in SHOP.entry.axes:
            stage = result.stages[axis.key]
            assert stage is not None
            shown = page.locator(f"[data-axe={axis.key}] .fil-stage:visible dt")
            assert shown.inner_text() == STAGES[stage]
        assert "fiche 951" in page.locator(".fil-message").input_value()
        assert page.evaluate("() => scrollX + document.documentElement.scrollWidth") <= 360
        assert page.evaluate(STORED) == {}
        page.get_by_role("button", name="Mettre ces fiches dans mon livret").click()
        assert [*page.evaluate(STORED)] == ["fil-livret"]
        page.get_by_role("button", name="Tout effacer").click()
        expect(page.locator(".fil-asked :checked")).to_have_count(0)
        expect(page.get_by_role("button", name="Je commence")).to_be_focused()


def test_a_question_may_be_passed_and_nothing_answered_still_helps(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as reader:
        reader.opens(f"{SHOP.address}#resultat")
        expect(reader.page.locator(".fil-result-none")).to_be_visible()
        expect(reader.page.locator(".fil-profile")).to_be_hidden()
        assert reader.page.locator(".fil-first-steps > li").count() == len(SHOP.always)
        reader.opens(f"{SHOP.address}#question-3")
        expect(reader.page.get_by_role("button", name="Passer cette question")).to_be_visible()


def test_the_browser_goes_back_one_question(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens(SHOP.address)
        reader.page.get_by_role("button", name="Je commence").click()
        answer(reader, 1, 1)
        reader.page.get_by_role("button", name="Question suivante").click()
        reader.page.go_back()
        expect(reader.page.locator("#question-1")).to_be_visible()
        expect(reader.page.locator("#question-1 input").nth(1)).to_be_checked()


@pytest.mark.parametrize("where", ["host", "disk"])
def test_without_a_script_it_is_a_paper_form_with_its_key(
    where: str, browser: Browser, host: str, disk: str
) -> None:
    home = host if where == "host" else disk
    with reading(browser, home, width=NARROW, javascript=False) as reader:
        reader.opens(SHOP.address)
        page = reader.page
        expect(page.locator(".fil-asked:visible")).to_have_count(len(SHOP.questions))
        expect(page.locator(".fil-key [data-question]:visible")).to_have_count(len(SHOP.questions))
        expect(page.locator(".fil-axis:visible")).to_have_count(len(SHOP.entry.axes))
        expect(page.locator("main button:visible")).to_have_count(0)
        answer(reader, 1, 1)
        words = page.locator("#question-1 .fil-verdict:visible")
        assert words.inner_text().startswith("D’accord")
        counted = page.locator(".fil-axis").first.inner_text()
        assert "questions 2, 3, 4" in counted
        assert "de 0 à 1 point" in counted


def test_a_mediator_makes_it_by_digits_and_sends_the_plan(
    browser: Browser, host: str, published: Built
) -> None:
    with reading(browser, host) as reader:
        desk = Desk(reader)
        desk.opens(f"{SHOP.address}telephone/")
        given: list[int | None] = []
        while desk.node != "fin":
            if not desk.replies:
                desk.presses("Enter")
                continue
            rank = len(given) % len(desk.replies)
            given.append(rank)
            desk.presses(str(rank + 1))
        assert len(given) == len(SHOP.questions)
        result = result_of(SHOP, given)
        numbers = [NUMBERS[each.tutorial] for each in result.first]
        assert all(f"la fiche {number}" in desk.said for number in numbers)
        assert [reply.split(" :")[0] for reply in desk.replies[:3]] == [
            f"Lire la fiche {number}" for number in numbers
        ]
        # The last answer is taken up again, and the plan follows it.
        desk.presses("ArrowLeft")
        desk.presses("2")
        given[-1] = 1
        told = named(result_of(SHOP, given))
        reader.page.locator("[data-commande=recap]").click()
        reader.page.locator("#recap-texte").wait_for()
        sent = plan_message(SHOP.recap, told, SHOP.number).text
        expect(reader.page.locator("#recap-texte")).to_have_value(sent)
