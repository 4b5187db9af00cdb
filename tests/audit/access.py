"""Two more judges of accessibility, besides axe: IBM's engine, and HTML_CodeSniffer at level AAA.

Both run in the page, as a reader has it on a phone. What they are not sure of (« potential »,
« warning ») is left to the tests, which know what they look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from types import MappingProxyType

from playwright.sync_api import Page, ViewportSize, sync_playwright

MODULES = Path(__file__).parent / "node_modules"
IBM = MODULES / "accessibility-checker-engine" / "ace-window.js"
CODE_SNIFFER = MODULES / "html_codesniffer" / "build" / "HTMLCS.js"
PHONE: ViewportSize = {"width": 390, "height": 800}
RULES = "WCAG_2_2"
LEVEL = "WCAG2AAA"

_ASK_IBM = """async rules => (await new ace.Checker().check(document, [rules])).results
  .filter(each => each.value[0] === 'VIOLATION' && each.value[1] === 'FAIL')
  .map(each => [each.ruleId, each.message, each.snippet])"""
_ASK_CODE_SNIFFER = """level => new Promise(done => HTMLCS.process(level, document, () => done(
  HTMLCS.getMessages().filter(each => each.type === HTMLCS.ERROR)
    .map(each => [each.code, each.msg, each.element.outerHTML || '']))))"""

ACCEPTED: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("aria_role_valid", 'role="combobox"'): (
            "le champ reste « search » : sa touche Chercher et sa croix servent à tous, et les "
            "lecteurs d’écran disent bien la liste"
        ),
        ("fieldset_label_valid", 'class="fil-tabs"'): (
            "la même question, « Sur quel appareil ? », revient à chaque endroit où elle compte"
        ),
        ("WCAG2AAA.Principle1.Guideline1_3.1_3_1_AAA.G141", "fil-now-cue"): (
            "le titre du poste est un « role=heading », que ce juge ne lit pas"
        ),
    }
)
"""Why a remark stands, by its rule and what the element holds."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a judge says is wrong with an element of a page."""

    kind: str
    rule: str
    words: str
    element: str

    @property
    def reason(self) -> str:
        """Why it stands; empty when it has to be mended."""
        return next(
            (
                reason
                for (rule, held), reason in ACCEPTED.items()
                if rule == self.rule and held in self.element
            ),
            "",
        )


def remarks(addresses: Mapping[str, str], home: str) -> Iterator[Remark]:
    """Yield what both judges say of one page a kind, of the site served at ``home``."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        # The site lets no script in but its own: here, and here alone, the judges are let in.
        context = browser.new_context(bypass_csp=True, viewport=PHONE, locale="fr-FR")
        for kind, address in addresses.items():
            page = context.new_page()
            page.goto(home + address)
            page.wait_for_load_state("networkidle")
            yield from _of(page, kind)
            page.close()
        browser.close()


def _of(page: Page, kind: str) -> Iterator[Remark]:
    for judge, ask, terms in ((IBM, _ASK_IBM, RULES), (CODE_SNIFFER, _ASK_CODE_SNIFFER, LEVEL)):
        page.evaluate(judge.read_text(encoding="utf-8"))
        for rule, words, element in page.evaluate(ask, terms):
            yield Remark(kind, rule, words, element)
