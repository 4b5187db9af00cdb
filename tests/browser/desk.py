"""A mediator at the desk: the keys of a French keyboard, what is said, where the call is."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.story import Reader

DEPANNAGE = "tutoriels/cyber-hygiene/faux-depanneur/telephone/"
LARGER_TEXT = "tutoriels/smartphone/agrandir-le-texte/telephone/"
SUSPECT = "tutoriels/cyber-hygiene/message-suspect/telephone/"
CLICKED = "tutoriels/cyber-hygiene/j-ai-clique/telephone/"

AZERTY = dict(zip("123456789", "&é\"'(-è_ç", strict=True))
"""What the row of digits writes without Shift."""

FITS = """() => {
  const out = [];
  const page = document.documentElement;
  if (page.scrollHeight > innerHeight) out.push('page');
  if (page.scrollWidth > innerWidth) out.push('width');
  for (const part of ['.fil-thread', '.fil-aside', '.fil-left', '.fil-bar', '.fil-foot',
    '.fil-now']) {
    const its = document.querySelector(part);
    if (its.scrollHeight > its.clientHeight + 1 || its.scrollWidth > its.clientWidth + 1) {
      out.push(part);
    }
  }
  return out;
}"""
"""The parts of the desk that would have to be scrolled; what was said before is meant to be."""


@dataclass
class Desk:
    """The desk, as a mediator uses it."""

    reader: Reader

    @property
    def page(self) -> Page:
        return self.reader.page

    @property
    def node(self) -> str:
        return self._told("noeud")

    @property
    def device(self) -> str:
        return self._told("appareil")

    @property
    def situations(self) -> list[str]:
        return self._told("situations").split()

    @property
    def said(self) -> str:
        """What the mediator reads now, its spaces made plain."""
        return " ".join(self.page.locator(".fil-now-words").inner_text().split())

    @property
    def heard(self) -> str:
        """What is read first, because of what was just answered."""
        first = self.page.locator(".fil-now-first").all_inner_texts()
        return " ".join(" ".join(first).split())

    @property
    def asked(self) -> str:
        """What is said or asked here, without what the last answer brought."""
        return self.said.removeprefix(self.heard).strip()

    @property
    def cue(self) -> str:
        return " ".join(self.page.locator(".fil-now-cue").inner_text().split())

    @property
    def replies(self) -> list[str]:
        return [
            " ".join(each.split())
            for each in self.page.locator(".fil-replies [data-reponse] > span").all_inner_texts()
        ]

    def _told(self, name: str) -> str:
        return self.page.locator(".fil-desk").get_attribute(f"data-{name}") or ""

    def opens(self, address: str) -> None:
        self.reader.opens(address)
        self.page.locator(".fil-desk[data-noeud]").wait_for()

    def has_guides(self) -> None:
        """Wait for what comes by a script of its own."""
        self.page.wait_for_function("() => window.filGuides")

    def azerty(self, *digits: str) -> None:
        """Press keys of the row of digits of a French keyboard, without Shift."""
        session = self.page.context.new_cdp_session(self.page)
        for digit in digits:
            key = {"code": f"Digit{digit}", "key": AZERTY[digit]}
            session.send("Input.dispatchKeyEvent", {"type": "keyDown", **key})
            session.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
        session.detach()

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tabs_to(self, selector: str) -> None:
        """Press Tab until ``selector`` has the focus."""
        for _ in range(80):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                return
        raise AssertionError(f"Tab never reaches {selector}")

    def kept(self) -> dict[str, str]:
        kept: dict[str, str] = self.page.evaluate("() => ({...sessionStorage, ...localStorage})")
        return kept
