"""Calls that are played on the graphs are held at the desk too, by keyboard: the same is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from boutdufil.language.text import fold
from tests.appels.playing import OVER
from tests.appels.reading import Act, Turn, read_call
from tests.browser.desk import CLICKED, DEPANNAGE, LARGER_TEXT, SUSPECT, Desk
from tests.browser.story import reading

FOLDER = Path(__file__).parents[1] / "appels"
COMMON_KEYS = "qvlmp"
KEYS = {
    Act.GO_ON: "Enter",
    Act.PASS: "Enter",
    Act.OTHERWISE: "a",
    Act.BACK: "ArrowLeft",
    Act.LEAVE: "r",
}
HELD = {
    "101-texto-colis-fixe": SUSPECT,
    "107-tour-doro": DEPANNAGE,
    "602-vue-baissee-stop": LARGER_TEXT,
    "102-carte-donnee-mobile": CLICKED,
    "107-numero-appele-fixe": DEPANNAGE,
    "602-lit-mal-android": LARGER_TEXT,
}
"""A gesture and back, a trouble, several repairs; a stop; a situation learnt on the way."""


@pytest.mark.parametrize(("name", "address"), HELD.items(), ids=HELD)
def test_a_played_call_is_held_at_the_desk(
    browser: Browser, host: str, name: str, address: str
) -> None:
    played = read_call(FOLDER / f"{name}.yml")
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(address)
        begins(desk, played.device, played.situations)
        for turn in played.turns:
            at = f"{name}.yml:{turn.line}"
            now = OVER if desk.node == "fin" else desk.asked
            assert fold(now).startswith(fold(turn.said)), f"{at}: {now}"
            heard = plays(desk, turn)
            assert fold(heard).startswith(fold(turn.heard)), f"{at}: {heard}"
        assert ends(desk, played.end)


def begins(desk: Desk, device: str, situations: tuple[str, ...]) -> None:
    """Set what the opening has learnt of who calls."""
    desk.page.evaluate("([a, s]) => filDesk.change({a, s})", [device, list(situations)])
    desk.page.evaluate("() => filDesk.guided(() => {})")
    desk.has_guides()
    # What comes first may hold for such a caller only.
    desk.page.locator(".fil-outline button").first.click()


def plays(desk: Desk, turn: Turn) -> str:
    """Press the keys for what a turn of a played call says; return what is heard on the way."""
    if turn.act is Act.ANSWER:
        desk.azerty(str([fold(each) for each in desk.replies].index(fold(turn.value)) + 1))
    elif turn.act is Act.COMMON:
        labels = desk.page.locator("[data-reponse-commune]").all_inner_texts()
        found = [fold(turn.value) in fold(label) for label in labels]
        desk.presses(COMMON_KEYS[found.index(True)])
    elif turn.act is Act.TROUBLE:
        desk.presses("/")
        desk.page.keyboard.type(turn.value)
        desk.presses("Enter")
        if "La personne dit" in desk.cue:
            # The desk shows what calms, then comes back; the graph says it on the way.
            heard = desk.asked
            desk.presses("Enter")
            return heard
    else:
        desk.presses(KEYS[turn.act])
    return desk.heard


def ends(desk: Desk, end: str) -> bool:
    """Tell whether the call is where it was to end: its own end, a stop, another tutorial."""
    if end == "stop":
        return desk.cue.startswith("Stop")
    return desk.node == end


def test_a_step_or_a_trouble_that_was_chosen_is_not_chosen_again_by_enter(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as mediator:
        desk = Desk(mediator)
        desk.opens(SUSPECT)
        desk.page.locator(".fil-outline button").nth(2).click()
        first = desk.node
        desk.presses("Enter")
        assert desk.node != first
        asked = desk.said
        desk.page.get_by_role("button", name="Je n’ai pas le temps").click()
        assert "La personne dit" in desk.cue
        desk.presses("Enter")
        assert desk.said == asked, "back where one was"
