"""A browser, whichever it is, as a person uses it: open, look, press, write, print."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

PATIENCE = 20.0
"""Seconds that what should come may take: some machines are slow, and old browsers too."""
ENTER = "\ue007"
"""The Enter key, as WebDriver names it; the drivers of other protocols translate it."""

_CENTRE = """(function () {{
  var thing = document.querySelector({selector});
  var box = thing && thing.getBoundingClientRect();
  if (!box || !box.width || !box.height) return null;
  var x = Math.round(box.left + box.width / 2), y = Math.round(box.top + box.height / 2);
  var found = document.elementFromPoint(x, y);
  if (thing.contains(found)) return [x, y];
  document.documentElement.style.scrollBehavior = "auto";
  // In the middle of the window, away from what stays at its top and at its foot.
  thing.scrollIntoView();
  if (thing.getBoundingClientRect().top < 1) window.scrollBy(0, -innerHeight / 3);
  return null;
}})()"""
"""Tell where the middle of a thing is, once a finger can reach it; until then, bring it into sight.

Where it was brought is only told at the next asking: some browsers scroll a little later.
"""

_AIM = """(function () {{
  window.filAim = document.querySelector({selector});
  if (window.filReached === undefined) addEventListener("click", function (event) {{
    if (window.filAim.contains(event.target)) window.filReached = true;
  }}, true);
  window.filReached = false;
  return true;
}})()"""
"""Watch whether a press reaches a thing: a page that begins to scroll puts another beneath it."""
_REACHED = "window.filReached !== false"
"""A page that left has no such word any more: it was reached too."""


class MissingEngineError(Exception):
    """This browser is not here; the message says what to install."""


class EngineError(Exception):
    """The browser did not do what it was asked: the page is leaving, or a script failed."""


class Engine(ABC):
    """One window of one browser, as wide as a phone unless it is told otherwise."""

    name: str

    @abstractmethod
    def go(self, address: str) -> None:
        """Start to open an address."""

    @abstractmethod
    def value(self, expression: str) -> str:
        """Return the text that an expression gives in the page."""

    @abstractmethod
    def tap(self, x: int, y: int) -> None:
        """Press a point of the window."""

    @abstractmethod
    def write(self, words: str) -> None:
        """Strike keys: letters, or ``ENTER``."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page this size, in CSS pixels."""

    @abstractmethod
    def picture(self) -> bytes:
        """Return the window as a PNG."""

    @abstractmethod
    def paper(self) -> bytes | None:
        """Return the first page of paper, as PDF; None where the browser cannot be asked."""

    @abstractmethod
    def close(self) -> None:
        """Leave nothing running."""

    def tell(self, expression: str) -> object:
        """Return what an expression gives in the page, as JSON tells it."""
        return json.loads(self.value(f"JSON.stringify([{expression}])"))[0]

    def sees(self, words: str, selector: str = "body") -> bool:
        """Tell whether these words are shown in a part of the page, whatever its spaces are."""
        part = f"document.querySelector({json.dumps(selector)})"
        shown = str(self.tell(f"({part} || {{}}).innerText || ''"))
        return words in " ".join(shown.split())

    def until(self, what: str, true: Callable[[], bool]) -> None:
        """Wait until something is so; raises ``AssertionError`` naming it when it never is."""
        end = time.monotonic() + PATIENCE
        refused = ""
        while True:
            try:
                if true():
                    return
                refused = ""
            except EngineError as error:
                refused = f" ({error})"  # most often, the page is being replaced by another
            assert time.monotonic() < end, f"{self.name} : {what}{refused}"
            time.sleep(0.03)

    def until_told(self, expression: str) -> None:
        self.until(expression, lambda: bool(self.tell(expression)))

    def open(self, address: str) -> None:
        """Open an address and wait for all of it."""
        self.go(address)
        self.arrive(address)

    def arrive(self, ending: str) -> None:
        """Wait for all of the page whose address ends so."""
        here = json.dumps(ending)
        path = "(location.origin + location.pathname)"
        ends = f"{path}.slice(-{here}.length) === {here}"
        self.until_told(f"{ends} && document.readyState === 'complete'")

    def press(self, selector: str) -> None:
        """Press the first thing that this selector names, once it is still, until it is reached."""
        centre = _CENTRE.format(selector=json.dumps(selector))
        aim = _AIM.format(selector=json.dumps(selector))
        found: list[object] = [None]

        def is_still() -> bool:
            found.append(self.tell(centre))
            return found[-1] is not None and found[-1] == found[-2]

        def is_reached() -> bool:
            if not is_still():
                return False
            self.tell(aim)
            place = found[-1]
            assert isinstance(place, list)
            self.tap(*place)
            found.append(None)
            try:
                return bool(self.tell(_REACHED))
            except EngineError:  # the page is leaving: the press was heard
                return True

        self.until(f"rien à presser : {selector}", is_reached)

    def keep_picture(self, folder: Path, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{self.name}-{name}.png").write_bytes(self.picture())
