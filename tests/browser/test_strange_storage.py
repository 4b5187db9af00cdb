"""What a browser kept is read as a stranger's: whatever it is, each page works."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from tests.browser.desk import SUSPECT
from tests.browser.story import reading

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
STATE = {
    "g": "101", "n": "x", "m": "", "r": "", "o": 0, "u": 0, "f": 0,
    "p": [], "e": {}, "a": "", "s": [], "l": "en",
}  # fmt: skip
CALL = {
    "version": 2, "debut": 1, "notes": "", "fiches": [], "etats": [], "ici": "",
    "marques": [], "codes": [], "rdv": "", "ajout": "",
}  # fmt: skip
STRANGE: tuple[object, ...] = (
    *({}, [], [None], [[]], 1, "a", True, {"version": 2}, {"version": 1}, {"length": 3}),
    {**CALL, "etats": [None]},
    {**CALL, "etats": [{}]},
    {**CALL, "etats": [{**STATE, "p": [None]}]},
    {**CALL, "etats": [{**STATE, "v": 3}]},
    {**CALL, "etats": [{**STATE, "s": "a"}]},
    {**CALL, "etats": {"length": 1}},
    {**CALL, "fiches": [None]},
    {**CALL, "fiches": [{"numero": "101", "adresse": "javascript:alert(1)//"}]},
    {**CALL, "marques": [{}], "codes": [1]},
    {**CALL, "debut": {}, "notes": [], "recap": {}},
)
KEPT = [*(json.dumps(each) for each in STRANGE), "{", "", "\x00"]
SET = """kept => {
  for (const key of ['fil-livret', 'fil-confort', 'fil-lecture', 'fil-proposition',
    'fil-etapes:101', 'fil-parcours:je-me-protege', 'fil-mon-appareil', 'fil-appareil',
    'fil-appel', 'fil-touches'])
    for (const store of [localStorage, sessionStorage]) store.setItem(key, kept);
}"""


@pytest.mark.parametrize("kept", KEPT)
def test_a_tutorial_prints_and_a_call_begins_whatever_was_kept(
    browser: Browser, host: str, kept: str
) -> None:
    with reading(browser, host, first=True) as reader:
        page = reader.page
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        reader.opens("glossaire/")
        page.evaluate(SET, kept)
        reader.opens(TUTORIAL)
        button = page.locator("[data-imprimer]").first
        assert page.locator("[data-ajouter]").first.inner_text()
        assert button.evaluate("button => !button.parentElement.hidden")
        reader.opens(SUSPECT)
        assert page.locator("[data-noeud]").first.get_attribute("data-noeud")
        assert page.locator(".fil-now").inner_text().strip()
        reader.opens("parcours/je-me-protege/")
        assert "suite" in page.locator(".fil-said-so").inner_text()
        assert errors == []
