"""What has to be filled is told before one is refused, and « Vérifier » says the same."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.propose import begins, fills
from tests.browser.story import reading

ADDED = (
    "Ajouter une preuve",
    "Ajouter un arrêt",
    "Ajouter un écran",
    "Ajouter une question à soi-même",
)
EMPTIED = """() => {
  const told = [];
  const boxes = 'input:not([type=checkbox]):not([type=radio]), textarea, select';
  for (const control of document.querySelector('.fil-propose-work').querySelectorAll(boxes)) {
    const value = control.value;
    if (!value || !control.getClientRects().length) continue;
    control.value = '';
    document.querySelector('.fil-verify').click();
    const isRefused = !document.querySelector('.fil-summary').hidden;
    const isNeeded = control.getAttribute('aria-required') === 'true';
    told.push([control.labels[0].textContent.trim(), isNeeded, isRefused]);
    control.value = value;
  }
  return told;
}"""
"""Empty each box in turn, ask for the verdict, and put its words back."""


def writes_all(page: Page) -> None:
    """Fill a form that nothing refuses, with one of each thing that may be added."""
    fills(page)
    for name in ADDED:
        page.get_by_role("button", name=name, exact=True).last.click()
    more = page.get_by_role("button", name="Ajouter d’autres mots")
    while more.count():
        more.first.click()
    for rank, box in enumerate(page.locator(".fil-propose-work textarea, input[type=text]").all()):
        if box.is_visible() and not box.input_value():
            box.fill(f"Je lis {rank}")
    page.get_by_label("C’est la bonne réponse").first.check()


def test_a_box_that_may_stay_empty_says_so_and_no_other(browser: Browser, office: str) -> None:
    with reading(browser, office) as contributor:
        page = begins(contributor)
        writes_all(page)
        page.get_by_role("button", name="Vérifier").click()
        expect(page.locator(".fil-summary")).to_be_hidden()
        told = page.evaluate(EMPTIED)
    names = {name for name, _, _ in told}
    assert {"Titre", "La question", "Introduction (facultatif)", "La légende"} <= names
    for name, is_needed, is_refused in told:
        assert is_needed == ("(" not in name), name
        if "(ou " not in name and "(sauf " not in name:
            assert is_refused == is_needed, name
