"""A diagnosis is answered alone, a question a screen, or on paper, or at the desk by digits."""

from __future__ import annotations

import random
import re

import pytest
from playwright.sync_api import Browser, expect

from boutdufil.kinds.diagnosis.result import FIRST, Result, plan_message, result_of
from boutdufil.kinds.diagnosis.values import STAGES, Diagnosis
from boutdufil.language.sentences import sentences
from boutdufil.model.script import plain
from tests.browser.access import NARROW
from tests.browser.desk import FITS, Desk
from tests.browser.paper import printed, squeezed
from tests.browser.story import Reader, reading
from tests.published import published_content
from tests.site.builds import Built

CONTENT = published_content()
DIAGNOSES = CONTENT.of(Diagnosis)
NUMBERS = {tutorial.reference: tutorial.number for tutorial in CONTENT.tutorials}
TITLES = {tutorial.reference: tutorial.title for tutorial in CONTENT.tutorials}
SHOP = next(each for each in DIAGNOSES if each.number == "991")
STORED = "() => ({...sessionStorage, ...localStorage})"
LONGEST_SENTENCE = 25
"""Words that are said in one breath."""
# Whatever was answered, the page says what the build says.
RESULTS = """answers => {
  const diagnosis = filDiagnosis.read();
  return answers.map(given => {
    const {stages, advice} = filDiagnosis.result(diagnosis, given);
    return {
      stages, advice: advice.map(each => [each.fiche, each.raisons]),
      message: filDiagnosis.message(diagnosis.recap, advice, diagnosis.numero),
      aloud: advice.slice(0, filDiagnosis.FIRST).map(filDiagnosis.told),
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
        "advice": [[each.tutorial, [*map(plain, each.reasons)]] for each in result.advice],
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
        aloud = [plain_space.sub(" ", each) for each in told.pop("aloud")]
        assert 1 <= len(aloud) <= FIRST
        for step in aloud:
            assert step.endswith(". On note ?")
            assert max(len(sentence.split()) for sentence in sentences(step)) <= LONGEST_SENTENCE
        told["advice"] = [
            [one, [plain_space.sub(" ", each) for each in why]] for one, why in told["advice"]
        ]
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


def test_what_one_may_wonder_is_below_the_way_on(browser: Browser, host: str) -> None:
    """« Par quoi commencer ? » leads to the result, « je suis seul » to the next subject."""
    with reading(browser, host, width=360) as reader:
        page = reader.page
        reader.opens(f"{SHOP.address}#question-9")
        asked = page.locator("#question-9")
        box, way = asked.bounding_box(), page.locator(".fil-diagnosis-next").bounding_box()
        doubts = page.locator(".fil-doubts:visible")
        expect(doubts).to_have_count(1)
        wondered = doubts.bounding_box()
        assert box
        assert way
        assert wondered
        assert box["y"] + box["height"] <= way["y"] < way["y"] + way["height"] <= wondered["y"]
        assert "ne marche pas" not in doubts.inner_text()
        doubts.locator("summary", has_text="Je suis seul").click()
        doubts.get_by_role("link", name="Passer au sujet suivant").click()
        next_subject = next(each for each in SHOP.questions if each.group == 5)
        expect(page.locator(f"#question-{next_subject.rank}")).to_be_visible()
        page.locator(".fil-doubts:visible summary", has_text="par quoi commencer").click()
        page.get_by_role("link", name="Voir mon résultat").and_(page.locator(":visible")).click()
        expect(page.locator(".fil-first-steps")).to_be_visible()


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
            if not desk.replies or desk.node.startswith("plan"):
                desk.presses("Enter")
                continue
            rank = len(given) % len(desk.replies)
            given.append(rank)
            desk.presses(str(rank + 1))
        assert len(given) == len(SHOP.questions)
        assert [reply.split(" :")[0] for reply in desk.replies[:3]] == [
            f"Lire la fiche {number}" for number, _title in named(result_of(SHOP, given))
        ]
        # The last answer is taken up again, and the plan follows it.
        while desk.node.startswith("plan") or desk.node == "fin":
            desk.presses("ArrowLeft")
        desk.presses("2")
        given[-1] = 1
        told = named(result_of(SHOP, given))
        reader.page.locator("[data-commande=recap]").click()
        reader.page.locator("#recap-texte").wait_for()
        sent = plan_message(SHOP.recap, told, SHOP.number).text
        expect(reader.page.locator("#recap-texte")).to_have_value(sent)


# Questions 7 and 10 of 991 both advise « Je protège ma petite entreprise en dix gestes ».
TWICE = ("Un peu partout", "Plusieurs personnes, et rien n’est écrit")


@pytest.fixture
def twice() -> list[int | None]:
    """Answers to two questions that advise the same tutorial; the others are passed."""
    return [
        next((rank for rank, each in enumerate(asked.answers) if plain(each.label) in TWICE), None)
        for asked in SHOP.questions
    ]


def test_both_reasons_are_read_on_the_page_and_on_paper(
    browser: Browser, host: str, twice: list[int | None]
) -> None:
    first = result_of(SHOP, twice).first[0]
    assert len(first.reasons) == 3
    with reading(browser, host, width=360) as reader:
        page = reader.page
        reader.opens(SHOP.address)
        for place, rank in enumerate(twice):
            if rank is not None:
                page.evaluate("rank => { location.hash = `#question-${rank}`; }", place + 1)
                answer(reader, place + 1, rank)
        page.evaluate("location.hash = '#resultat'")
        step = page.locator(".fil-first-steps > li").first
        expect(step.locator(".fil-reason")).to_have_count(3)
        shown = [squeezed(each).lower() for each in step.locator(".fil-reason").all_inner_texts()]
        assert shown == [squeezed(plain(each)).lower() for each in first.reasons]
        assert page.evaluate("scrollX + document.documentElement.scrollWidth") <= 360
        text = "".join(printed(page)).lower()
        assert all(each in text for each in shown)


def test_the_plan_is_told_a_tutorial_at_a_time_while_one_notes(
    browser: Browser, host: str, twice: list[int | None]
) -> None:
    result = result_of(SHOP, twice)
    with reading(browser, host) as reader:
        desk = Desk(reader)
        desk.opens(f"{SHOP.address}telephone/")
        asked = iter(twice)
        while not desk.node.startswith("plan"):
            rank = next(asked) if desk.replies else None
            desk.presses("Enter" if rank is None else str(rank + 1))
        assert desk.asked.endswith("Voici vos premiers pas, un à la fois.")
        desk.presses("Enter")
        for rank, each in enumerate(result.first):
            assert desk.node == f"plan{rank + 1}"
            assert desk.asked.startswith(f"{('D’abord', 'Ensuite', 'Enfin')[rank]} : ")
            assert f"la fiche {NUMBERS[each.tutorial]}." in desk.asked
            others = [NUMBERS[other.tutorial] for other in result.first if other != each]
            assert not any(number in desk.asked for number in others), "one at a time"
            for reason in each.reasons[:2]:
                assert plain(reason)[1:] in desk.asked
            assert desk.page.evaluate(FITS) == []
            desk.presses("a")
            assert ", ".join(NUMBERS[each.tutorial]) in desk.said
            # The first is noted, the second left aside, the third passed by Enter.
            desk.presses(("1", "2", "Enter")[rank])
        assert desk.node == "fin"
        reader.page.locator("[data-commande=recap]").click()
        taken = [each for rank, each in enumerate(named(result)) if rank != 1]
        sent = plan_message(SHOP.recap, taken, SHOP.number).text
        expect(reader.page.locator("#recap-texte")).to_have_value(sent)
        sheet = squeezed(reader.page.locator(".fil-sheet-entries").text_content() or "").lower()
        assert all(squeezed(plain(each)).lower() in sheet for each in result.first[0].reasons[:2])


def test_one_step_is_enough(browser: Browser, host: str) -> None:
    """The person stops the questions, then stops after the first tutorial."""
    with reading(browser, host) as reader:
        desk = Desk(reader)
        desk.opens(f"{SHOP.address}telephone/")
        while not desk.replies:
            desk.presses("Enter")
        desk.presses("4")
        reader.page.locator(".fil-trouble", has_text="par quoi commencer").click()
        desk.presses("Enter", "Enter")
        assert desk.asked.startswith("D’abord : ")
        desk.presses("3")
        assert desk.node == "fin"
        assert "Un seul pas suffit" in desk.heard
        # A reload finds the call where it is.
        desk.presses("ArrowLeft")
        reader.page.reload()
        reader.page.locator(".fil-desk[data-noeud=plan1]").wait_for()
        assert desk.asked.startswith("D’abord : ")


def test_without_a_script_the_mediator_is_told_to_say_one_at_a_time(
    browser: Browser, host: str
) -> None:
    with reading(browser, host, javascript=False) as reader:
        reader.opens(f"{SHOP.address}telephone/")
        said_so = reader.page.locator(".fil-plan-said .fil-say:visible")
        expect(said_so).to_have_count(FIRST)
        assert all("On note" in each for each in said_so.all_inner_texts())
