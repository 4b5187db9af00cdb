"""axe finds nothing to say: on every kind of page, in every state of a tutorial and of a call."""

from __future__ import annotations

import re

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from tests.browser.story import WIDTHS, reading

# It tells what lies between AA and AAA only, for another rule tells what is under AA: without that
# floor it tells both, and colours are looked at once.
ALL_COLOURS: dict[str, object] = {
    "color-contrast-enhanced": {
        "options": {
            "contrastRatio": {
                "normal": {"expected": 7, "minThreshold": 0},
                "large": {"expected": 4.5, "minThreshold": 0},
            }
        }
    }
}
RULES: dict[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast": {"enabled": False}, "color-contrast-enhanced": {"enabled": True}},
    "checks": ALL_COLOURS,
    "resultTypes": ["violations"],
    # No rule of these reads the style sheets again, nor a video.
    "preload": False,
}
# Only the colours change with the scheme.
COLOURS: dict[str, object] = {
    "runOnly": ["color-contrast-enhanced"],
    "checks": ALL_COLOURS,
    "resultTypes": ["violations"],
    "preload": False,
}
# Colours are looked at where something shows, or changes; the rest wherever anything does.
STRUCTURE: dict[str, object] = {**RULES, "rules": {"color-contrast": {"enabled": False}}}
RUN = """options => axe.run(options).then(({violations}) => violations.flatMap(
  ({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`)))"""
# What is shown, as far as its colours go: letters are large from 24 px, or from 18.66 px if bold.
SHOWN = """const shown = () => new Map([...document.querySelectorAll('body *')]
    .filter(each => each.checkVisibility()).map(each => {
      const style = getComputedStyle(each);
      const large = parseFloat(style.fontSize) >= (style.fontWeight >= 700 ? 18.66 : 24);
      return [each, [style.color, style.backgroundColor, style.backgroundImage, style.opacity,
                     large].join(' ')];
    }));"""
NOTE = f"() => {{ {SHOWN} window.noted = shown(); }}"
# What is new since, or has other colours, each once: what it holds is looked at with it.
COMPARE = f"""() => {{ {SHOWN}
  const now = shown();
  const fresh = new Set([...now.keys()].filter(each => noted.get(each) !== now.get(each)));
  window.fresh = [...fresh].filter(each => !fresh.has(each.parentElement));
}}"""
# One of all that look alike: what holds words, and all that stands around it, has the same name,
# the same colours and the same size. Where things stand does not change with the scheme.
CHOOSE = """() => {
  const ranks = new Map(), chosen = new Map();
  const look = (element, around) => {
    const style = getComputedStyle(element);
    const large = parseFloat(style.fontSize) >= (style.fontWeight >= 700 ? 18.66 : 24);
    const seen = [around, element.tagName, element.getAttribute('class'), style.color,
                  style.backgroundColor, style.backgroundImage, style.opacity, large].join('|');
    if (!ranks.has(seen)) ranks.set(seen, ranks.size);
    const rank = ranks.get(seen);
    const words = element.matches('input, select, textarea')
      || [...element.childNodes].some(each => each.nodeType === 3 && each.data.trim());
    if (words && !chosen.has(rank) && element.checkVisibility()) chosen.set(rank, element);
    for (const inside of element.children) look(inside, rank);
  };
  look(document.body, '');
  window.fresh = [...chosen.values()];
}"""
RUN_FRESH = """options => !fresh.length ? [] : axe.run({include: fresh}, options).then(
  ({violations}) => violations.flatMap(
    ({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`)))"""
TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
PRACTISED = "tutoriels/ordinateur/site-officiel/"
SCRIPT = "tutoriels/cyber-hygiene/message-suspect/telephone/"


def violations(page: Page, options: dict[str, object] = RULES) -> list[str]:
    """Return what axe finds wrong on the page."""
    bring_axe(page)
    found: list[str] = page.evaluate(RUN, options)
    return found


def wrong_colours(page: Page) -> list[str]:
    """Return what axe finds wrong in the colours of a page that it looked at in others."""
    bring_axe(page)
    page.evaluate(CHOOSE)
    found: list[str] = page.evaluate(RUN_FRESH, COLOURS)
    return found


def bring_axe(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)


def in_both_schemes(page: Page) -> dict[str, list[str]]:
    """Return what axe finds wrong in light, then in dark."""
    page.emulate_media(color_scheme="light")
    found = {"light": violations(page)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = wrong_colours(page)
    return found


def note(page: Page) -> None:
    """Remember what the page shows, which axe has looked at."""
    page.emulate_media(color_scheme="light")
    page.evaluate(NOTE)


def since_noted(page: Page) -> dict[str, list[str]]:
    """Return what axe finds wrong in a page that changed since it was noted; note it as it is.

    Colours are looked at in what is new, or has other colours, in both schemes.
    """
    page.emulate_media(color_scheme="light")
    page.evaluate(COMPARE)
    found = {"light": page.evaluate(RUN_FRESH, COLOURS) + violations(page, STRUCTURE)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = page.evaluate(RUN_FRESH, COLOURS)
    note(page)
    return found


def at_both_widths(page: Page) -> dict[str, list[str]]:
    """Return what axe finds wrong on a phone, then on a large screen, which it leaves so."""
    phone, screen = ({"width": width, "height": 800} for width in WIDTHS)
    page.set_viewport_size(phone)  # type: ignore[arg-type]
    found = {f"{scheme}, phone": wrong for scheme, wrong in in_both_schemes(page).items()}
    note(page)
    page.set_viewport_size(screen)  # type: ignore[arg-type]
    found |= {f"{scheme}, screen": wrong for scheme, wrong in since_noted(page).items()}
    page.emulate_media(color_scheme="null")
    return {look: wrong for look, wrong in found.items() if wrong}


def test_what_shows_on_a_large_screen_only_is_looked_at(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("")
        page.evaluate(
            """() => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('.ici { color: #777 } @media (width < 600px) {'
                + ' .ici { display: none } }');
              document.adoptedStyleSheets = [sheet];
              const words = Object.assign(document.createElement('p'), {className: 'ici'});
              words.textContent = 'Ici seulement.';
              document.querySelector('main').append(words);
            }"""
        )
        found = at_both_widths(page)
        assert found.keys() == {"light, screen", "dark, screen"}
        assert all("color-contrast" in each[0] for each in found.values())


def test_what_changed_since_is_looked_at(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("")
        assert in_both_schemes(page) == {"light": [], "dark": []}
        note(page)
        page.evaluate("document.querySelector('.fil-footer p').style.color = '#777'")
        assert all("color-contrast" in found[0] for found in since_noted(page).values())
        assert since_noted(page) == {"light": [], "dark": []}, "nothing changed since"
        page.evaluate("document.querySelector('main').append(new Image())")
        assert since_noted(page) == {"light": ["image-alt: <img>"], "dark": []}


def test_one_of_each_look_tells_the_others(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens(TUTORIAL)
        assert violations(page, COLOURS) == wrong_colours(page) == []
        page.evaluate(
            """() => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('.fil-body ul:not(.fil-legend) > li { color: #777 }'
                + '.fil-footer { background: #aaa }');
              document.adoptedStyleSheets = [sheet];
            }"""
        )
        every, one = violations(page, COLOURS), wrong_colours(page)
        assert 1 < len(one) < len(every)
        told, of_all = ({re.split("[ >]", each)[1] for each in found} for found in (one, every))
        assert told == of_all == {"<a", "<li"}


def test_what_axe_would_find_is_told(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("")
        # A grey too pale on white for AAA, and too dark on black.
        reader.page.evaluate("document.querySelector('.fil-footer p').style.color = '#777'")
        for found in in_both_schemes(reader.page).values():
            assert {each.split(":")[0] for each in found} == {"color-contrast-enhanced"}
        # On white: far under AA, under it, and between AA and AAA.
        reader.page.emulate_media(color_scheme="light")
        for grey in ("#bbb", "#777", "#666"):
            reader.page.evaluate(
                "grey => { document.querySelector('.fil-footer p').style.color = grey; }", grey
            )
            told = violations(reader.page)
            assert {each.split(":")[0] for each in told} == {"color-contrast-enhanced"}, grey
        reader.page.evaluate("document.querySelector('main').append(new Image())")
        assert "image-alt: <img>" in violations(reader.page)


def test_every_state_of_a_tutorial(browser: Browser, host: str) -> None:
    with reading(browser, host, width=WIDTHS[0]) as reader:
        page = reader.page
        reader.opens(f"{TUTORIAL}#lecture")
        page.locator(".fil-tabs > label").nth(1).click()
        for quiz in page.locator('[data-bloc="question"]').all():
            for choice in quiz.get_by_role("radio").all():
                choice.check()
        for done in page.locator(".fil-done input").all():
            done.check()
        closed = page.locator("main details:not([open]) > summary").filter(visible=True)
        assert closed.count() >= 1
        while closed.count():
            closed.first.click()
        assert page.locator(".fil-verdict:visible").count() >= 1
        found = {"answered": at_both_widths(page)}
        reader.opens(f"{PRACTISED}#lecture")
        page.locator(".fil-practise-start").first.click()
        expect(page.locator(".fil-practise").first).to_be_visible()
        found["practising"] = at_both_widths(page)
        assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_every_state_of_a_call(browser: Browser, host: str) -> None:
    with reading(browser, host) as mediator:
        page = mediator.page
        mediator.opens(SCRIPT)
        page.locator(".fil-start").click()
        expect(page.locator(".fil-now-words")).to_contain_text("Qu’est-ce qui vous arrive")
        states = {"opening": at_both_widths(page)}
        note(page)
        for key in ("1", "2", "a", "x", "q"):
            page.keyboard.press(key)
            states[key] = since_noted(page)
        for card in ("?", "appel", "posture"):
            page.evaluate("name => filDesk.card(name === '?' ? 'touches' : name)", card)
            states[card] = since_noted(page)
            page.keyboard.press("Escape")
        page.keyboard.press("/")
        expect(page.get_by_role("option").first).to_be_visible()
        states["command"] = since_noted(page)
        page.keyboard.press("Escape")
        page.locator(".fil-end").click()
        states["recap"] = at_both_widths(page)
        note(page)
        page.locator(".fil-finish").click()
        states["ended"] = since_noted(page)
        assert {state: wrong for state, wrong in states.items() if any(wrong.values())} == {}
