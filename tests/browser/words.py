"""Words that a page cuts in two: « touc/he », without a hyphen, because its letters are large."""

from __future__ import annotations

from playwright.sync_api import Page

WIDTHS = (320, 360, 390)
"""Pixels of the phones on which no word may be cut."""

# An address (17cyber.gouv.fr) is no word: it is cut where it must be. Nor is a word cut that is
# wider than the screen: a browser that knows how to hyphenate French does it, this one may not.
_CUT = """() => {
  const pen = document.createElement('canvas').getContext('2d');
  const range = document.createRange();
  // Of a letter that a soft hyphen comes before, the last box: the first one is the hyphen's.
  const top = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const boxes = [...range.getClientRects()].filter(box => box.width > 0);
    return boxes.length ? Math.round(boxes[boxes.length - 1].top) : null;
  };
  const isCut = (node, from, text) => top(node, from) !== top(node, from + text.length - 1);
  const fits = (text, element) => {
    const {fontWeight, fontSize, fontFamily} = getComputedStyle(element);
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    return pen.measureText(text).width <= innerWidth - 16;
  };
  const address = /[\\p{L}\\d][.\\/@:_=#|][\\p{L}\\d\\/(]/u;
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = texts.nextNode();) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({visibilityProperty: true})
      || element.closest('.fil-hidden, .fil-skip, script')) continue;
    // What no space separates, nor a hyphen, be it soft: a no-break space holds two words together.
    for (const held of node.data.matchAll(/[^ \\n\\t\\u00ad\\u200b-]+-?/g)) {
      const [run] = held;
      if (!isCut(node, held.index, run) || address.test(run)) continue;
      for (const word of run.matchAll(/\\S*\\p{L}\\S*/gu)) {
        if (isCut(node, held.index + word.index, word[0]) && fits(run, element)) {
          found.push(`${word[0]}, in ${element.tagName.toLowerCase()}.${element.className}`);
        }
      }
    }
  }
  return found;
}"""


def cut_words(page: Page) -> list[str]:
    """Return the words of an open page that stand on two lines and hold no hyphen, and where."""
    found: list[str] = page.evaluate(_CUT)
    return found
