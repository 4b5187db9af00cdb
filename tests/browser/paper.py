"""The paper that a page becomes: its words, sheet by sheet, and how large they are."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import Literal

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.pdf_text import Signs, text_of

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
WIFI = "tutoriels/smartphone/wifi/"
BOOKLET = "themes/cyber-hygiene/livret/"
SHORTEST = "themes/cv-en-ligne/livret/"
FIRST_WORDS = "Un PDF garde la même apparence sur tous les appareils."
"""Of the second tutorial of the shortest booklet."""
MINE = "livret/"
POINT = 96 / 72
MILLIMETRE = 96 / 25.4
SHEET = 178
"""Width of A4 less its margins, in millimetres."""
A4 = (595, 842)

# The size, in pixels, and the colour of every word that is shown.
LETTERS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !holder.checkVisibility()) continue;
    if (holder.closest('.fil-hidden, svg, script')) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    if (!range.getClientRects().length) continue;
    const style = getComputedStyle(holder);
    const word = walker.currentNode.data.trim().slice(0, 40);
    found.push([word, parseFloat(style.fontSize), style.color]);
  }
  return found;
}"""
FURNITURE = (
    ".fil-header, .fil-footer, .fil-crumbs, .fil-skip, .fil-toc, .fil-search, .fil-pagination, "
    ".fil-printing, .fil-tabs > label, .fil-verdict, .fil-practise-start, .fil-desk, "
    "main button"
)


def squeezed(text: str) -> str:
    """Leave out spaces and ligatures: a PDF places words, it does not write them."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def printed(page: Page) -> list[str]:
    """Print; return the words of each page. Every page is A4."""
    # As a printer does, whatever medium a test looks at.
    page.emulate_media(media="print")
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    for sheet in pdf.pages:
        size = (round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height)))
        assert size == A4
    page.emulate_media(media="screen")
    fonts: dict[int, Signs] = {}
    texts = [squeezed(text_of(sheet, fonts)) for sheet in pdf.pages]
    for rank, text in enumerate(texts, 1):
        assert f"{rank}/{len(texts)}" in text, "each page bears its number"
    return texts


def held(page: Page, device: str) -> None:
    """Choose ``device`` on an open tutorial, where it knows it."""
    choice = page.locator(".fil-walk-device select")
    if choice.locator(f"option[value='{device}']").count():
        choice.select_option(device, force=True)


def prints_everything(page: Page) -> None:
    """Tick « Tout imprimer », even where the walk hides it."""
    page.get_by_label("Tout imprimer").evaluate("box => box.click()")


def sheets_in_short(page: Page, device: str) -> int:
    """Return how many sheets an open tutorial takes, printed for ``device``."""
    held(page, device)
    return len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


def contents(page: Page) -> dict[str, tuple[str, str]]:
    """Return the number and the page told by the contents, by title, of what is printed."""
    found = {}
    for entry in page.locator(".fil-contents [data-tutoriel]:not(.fil-left-out)").all():
        title = squeezed(entry.locator("a").inner_text())
        number = re.sub(r"\D", "", entry.locator(".fil-number").inner_text())
        found[title] = (number, entry.locator(".fil-leaf").text_content() or "")
    return found


def told_right(page: Page) -> list[str]:
    """Print a booklet, whose contents must tell the page where each tutorial begins."""
    sheets = printed(page)
    for title, (number, leaf) in contents(page).items():
        begins = [
            rank
            for rank, text in enumerate(sheets, 1)
            if f"Fiche{number}" in text and title in text
        ]
        assert begins == [int(leaf)], (number, leaf)
    return sheets


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SMALLEST = 14 * POINT


def printed_wrong(page: Page) -> dict[str, list[str]]:
    """Return, in each scheme, what would print small, coloured, or for the screen only."""
    found: dict[str, list[str]] = {}
    for scheme in SCHEMES:
        page.emulate_media(media="print", color_scheme=scheme)
        letters = page.evaluate(LETTERS)
        wrong = [f"small: {word}" for word, size, _ in letters if size < SMALLEST - 0.01]
        wrong += [f"{colour}: {word}" for word, _, colour in letters if colour != "rgb(0, 0, 0)"]
        furniture = page.locator(FURNITURE).filter(visible=True)
        wrong += [f"furniture: {each}" for each in furniture.all_inner_texts()]
        found[scheme] = wrong if len(letters) > 5 else ["nothing to read"]
    page.emulate_media(media="null", color_scheme="null")
    return found
