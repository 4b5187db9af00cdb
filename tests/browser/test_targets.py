"""What one presses is as large as a thumb, wherever a line of text does not hold it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from boutdufil.tools.page_kinds import KINDS, PLAIN
from tests.browser.afraid import small_phone
from tests.browser.desk import SUSPECT
from tests.browser.story import reading

# WCAG 2.5.5, whose exception is kept: in a sentence, the line of text gives its height. A label is
# pressed as its box is, and what covers its card by a pseudo-element is as large as the card.
SMALL = """() => {
  const sides = box => Math.min(box.width, box.height);
  const blockOf = element => getComputedStyle(element).display === 'inline'
    ? blockOf(element.parentElement) : element;
  const inSentence = element => getComputedStyle(element).display === 'inline'
    && blockOf(element).textContent.trim().length > element.textContent.trim().length + 1;
  const pressed = element => {
    const {content, position, top} = getComputedStyle(element, '::after');
    const covered = content !== 'none' && position === 'absolute' && top === '0px';
    return [element, ...(element.labels || []), ...(covered ? [element.offsetParent] : [])];
  };
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.disabled
      && !element.closest('.fil-hidden, .fil-skip, svg') && !inSentence(element)
      && Math.max(...pressed(element).map(each => sides(each.getBoundingClientRect()))) < 43.5)
    .map(element => `${element.tagName}.${element.className} ${element.textContent.trim()}`);
}"""
OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


@pytest.mark.parametrize("kind", [*KINDS, PLAIN])
def test_what_one_presses_is_large(
    browser: Browser, host: str, one_page_a_kind: dict[str, str], kind: str
) -> None:
    with reading(browser, host, width=390) as reader:
        # A tutorial shows its first step, then its whole page.
        for place in ("", "#lecture") if kind == "tutoriel" else ("",):
            reader.opens(one_page_a_kind[kind] + place)
            reader.page.evaluate(OPEN)
            assert reader.page.evaluate(SMALL) == []


def test_a_small_target_would_be_seen(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390) as reader:
        reader.opens("")
        # Two paragraphs: a link in a sentence, and one that stands alone.
        reader.page.evaluate(
            """() => {
              const link = words => Object.assign(document.createElement('a'),
                {href: '#a', textContent: words});
              const [one, other] = [document.createElement('p'), document.createElement('p')];
              one.append('Je lis ', link('la suite'), '.');
              other.append(link('Seul'));
              document.body.replaceChildren(one, other);
            }"""
        )
        assert reader.page.evaluate(SMALL) == ["A. Seul"]


def test_all_that_moves_a_call_is_on_one_line_of_a_phone(browser: Browser, host: str) -> None:
    with small_phone(browser) as page:
        page.goto(host + SUSPECT)
        foot = page.locator(".fil-foot")
        names = ("En arrière", "Continuer", "A+ Texte plus grand")
        for name in names:
            foot.get_by_role("button", name=name, exact=True).wait_for()
        assert foot.evaluate("foot => foot.scrollWidth <= foot.clientWidth")
        assert foot.get_by_role("button").count() == len(names), "no keys without a keyboard"
