"""What is pasted from a word processor or an e-mail becomes text: nothing of its looks is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from boutdufil.kinds.content import Content
from boutdufil.model.taxonomy import Taxonomy
from tests.browser.propose import begins, form_scripts
from tests.browser.story import reading

COPIED = Path(__file__).parent / "copied"
"""What each program puts on the clipboard, then what the form makes of it."""
CASES = sorted(COPIED.glob("*.txt"))


@pytest.fixture(scope="module")
def page(browser: Browser, taxonomy: Taxonomy) -> Iterator[Page]:
    """An empty page with the scripts of the form."""
    with form_scripts(browser, Content(taxonomy, ())) as opened_page:
        yield opened_page


def pasted(page: Page, html: str, kind: str = "lines") -> str:
    words: str = page.evaluate("([html, kind]) => filLate.pasted(html, kind)", [html, kind])
    return words


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_a_program_copies_becomes_text(page: Page, case: Path) -> None:
    html, _, rest = case.read_text(encoding="utf-8").partition("--- texte\n")
    expected, _, markdown = rest.partition("--- markdown\n")
    assert pasted(page, html) == expected.strip("\n")
    if markdown:
        assert pasted(page, html, "markdown") == markdown.strip("\n")
    assert "\n" not in pasted(page, html, "line")


def test_every_program_has_its_case() -> None:
    assert {case.stem for case in CASES} >= {"word", "libreoffice", "outlook", "gmail"}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Un\u200b m\u00adot\ufeff</p>", "Un mot"),
        ("<p>e\u0301te\u0301</p>", "été"),
        ("<p>A&nbsp;:&nbsp;b</p>", "A : b"),
        ('<p>Le mot "Envoyer"</p>', 'Le mot "Envoyer"'),
        ("<p>L’heure – midi</p>", "L’heure – midi"),
        ("<p>5 * 3 <b>* 2</b></p>", "5 * 3 * 2"),
        ("<script>alert(1)</script><p onclick='a()'>Bien</p>", "Bien"),
        ("<p><img src=x onerror=alert(1)>Vu</p>", "Vu"),
        ("<ol start=3><li>trois<li>quatre</ol>", "3. trois\n4. quatre"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("", ""),
    ],
)
def test_nothing_hidden_is_kept_and_nothing_is_guessed(page: Page, html: str, text: str) -> None:
    assert pasted(page, html) == text


PASTE = """(field, html) => {
  const data = new DataTransfer();
  data.setData('text/html', html);
  data.setData('text/plain', 'le texte brut');
  field.focus();
  const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
  return field.dispatchEvent(event);
}"""


def test_one_pastes_in_the_form_and_may_undo(browser: Browser, office: str) -> None:
    html = "<p class=MsoNormal><b>Regardez</b> en bas.</p><ul><li>le mot</li></ul>"
    with reading(browser, office) as contributor:
        page = begins(contributor)
        page.wait_for_function("() => window.filLate")
        prose = page.get_by_label("Ce que lit le public").first
        assert not prose.evaluate(PASTE, html)
        assert prose.input_value() == "**Regardez** en bas.\n- le mot"
        page.keyboard.press("Control+z")
        expect(prose).to_have_value("")
        title = page.get_by_label("Titre", exact=True)
        title.evaluate(PASTE, html)
        assert title.input_value() == "Regardez en bas. le mot"
        spoken = page.get_by_label("Les mots à lire", exact=True).first
        spoken.fill('Lisez le mot "Envoyer".')
        spoken.press("Tab")
        advice = page.locator(".fil-advice:visible").first
        expect(advice).to_contain_text("guillemets droits")
        assert spoken.input_value() == 'Lisez le mot "Envoyer".', "it is told, not guessed"
