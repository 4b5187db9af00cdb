"""The box of the search and the page of its answers, as whoever uses them reads them."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.story import Reader

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
REFERENCE = "cyber-hygiene/message-suspect"
NUMBER = "101"
ELSEWHERE = "glossaire/lien/"
"""A page whose box is in the header."""


def types(reader: Reader, words: str) -> None:
    """Type in the box and wait for what it proposes."""
    reader.page.locator("#chercher").press_sequentially(words)
    proposals(reader.page)


def proposals(page: Page) -> list[str]:
    """Return the titles proposed under the box, once they are there."""
    expect(page.locator("#chercher")).to_have_attribute("aria-expanded", "true")
    return page.locator("#propositions [role=option] .fil-found-title").all_inner_texts()


def results(page: Page, state: str = "pret", query: str | None = None) -> list[str]:
    """Return the references of the page of results, once the answer is complete."""
    found = page.locator("#resultats")
    expect(found).to_have_attribute("data-etat", state)
    if query is not None:
        expect(found).to_have_attribute("data-requete", query)
    listed: list[str] = found.evaluate(
        "list => [...list.children].map(item => item.dataset.tutoriel || item.dataset.terme)"
    )
    return listed


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def status(page: Page) -> str:
    return page.locator("form [role=status]").inner_text()


def said(page: Page) -> str:
    return page.locator(".fil-said").inner_text()
