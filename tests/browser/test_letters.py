"""The letters of a path, typed where one searches: they lead there, and take no word's place."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import Browser

from boutdufil.kinds.path.progress import STATES, letters
from boutdufil.kinds.path.values import LearningPath
from tests.browser.story import reading
from tests.published import published_content

PATHS = published_content().of(LearningPath)
MINE = next(each for each in PATHS if each.entry.code == 1)
# Of the 346,205 words of Debian's French dictionary, 350 hold those letters and no others, five of
# them; these 23 have a last letter that checks. None names a path of ours, so far.
WORDS = (
    *("alter", "aurez", "calta", "chaut", "chute", "ferra", "hache", "harle", "hucha", "huera"),
    *("humez", "hurla", "jarre", "krach", "kraft", "queux", "ralle", "recta", "relax", "talla"),
    *("tarte", "tract", "tueur"),
)
LEAD = """typed => Promise.all(typed.map(each => filBox.lettered(each)))
  .then(all => all.map(led => led && [led.adresse, led.ancre, led.extrait]))"""


def led(browser: Browser, host: str, typed: list[str]) -> list[list[str] | None]:
    with reading(browser, host) as reader:
        reader.opens("mediateurs/")
        found: list[list[str] | None] = reader.page.evaluate(LEAD, typed)
        return found


def test_every_progress_of_every_path_is_read(browser: Browser, host: str) -> None:
    every = [
        (path, states)
        for path in PATHS
        for states in product(range(STATES), repeat=len(path.entry.steps))
    ]
    typed = [letters(path.entry.code, states) for path, states in every]
    found = led(browser, host, typed)
    assert len(found) > 1000
    for (path, states), each, lead in zip(every, typed, found, strict=True):
        done = sum(map(bool, states))
        assert lead
        assert lead[:2] == [path.address, f"#{each}"]
        assert lead[2].startswith(f"{done} fiche" if done else "Rien")


def test_however_they_are_typed(browser: Browser, host: str) -> None:
    told = letters(1, (2, 1))
    ways = [told, told.lower(), " ".join(told), "-".join(told), ", ".join(told), f" {told} "]
    assert led(browser, host, ways) == [
        [MINE.address, f"#{told}", "2 fiches sur 4 sont faites."]
    ] * len(ways)


def test_what_is_no_code_of_a_path_leads_to_none(browser: Browser, host: str) -> None:
    told = letters(1, (2, 1))
    wrong = [
        *(told[:4] + other for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if other != told[4]),
        *(told[1] + told[0] + told[2:], told[:4], f"{told}A", f"{told[:2]} {told[2:]}"),
        *(letters(113), letters(1, (0, 0, 0, 0, 1)), "12345", ""),
    ]
    assert led(browser, host, wrong) == [None] * len(wrong)


def test_no_word_of_every_day_is_taken_for_the_letters_of_a_path(
    browser: Browser, host: str
) -> None:
    assert led(browser, host, [*WORDS]) == [None] * len(WORDS)


@pytest.mark.parametrize(("words", "loads"), [("message", 0), ("codes", 1), ("le car", 0)])
def test_what_reads_them_comes_only_once_something_looks_like_them(
    browser: Browser, host: str, words: str, loads: int
) -> None:
    with reading(browser, host) as reader:
        reader.opens("mediateurs/")
        reader.page.locator("#chercher").fill(words)
        reader.page.locator("#propositions [role=option]").first.wait_for()
        asked = reader.page.evaluate(
            "performance.getEntriesByType('resource').filter(e => /letters/.test(e.name)).length"
        )
        assert asked == loads
