"""What a browser kept under a former name is found under the new one, once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.story import Reader, reading

FORMER, NOW = "boutdufil.livret", "fil-livret"
OLD = '[{"fiche": "cyber-hygiene/message-suspect", "numero": "101", "titre": "Message"}]'
NEW = "[]"


def kept(reader: Reader) -> dict[str, str]:
    found: dict[str, str] = reader.page.evaluate("() => ({...localStorage})")
    return found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({FORMER: OLD}, {NOW: OLD}),
        ({FORMER: OLD, NOW: NEW}, {NOW: NEW}),
        ({NOW: OLD}, {NOW: OLD}),
        ({"autre.livret": OLD}, {"autre.livret": OLD}),
    ],
    ids=["carried", "never over what is there", "already there", "not ours"],
)
def test_a_former_name_is_carried_over(
    browser: Browser, host: str, before: dict[str, str], after: dict[str, str]
) -> None:
    with reading(browser, host) as reader:
        reader.opens("glossaire/")
        reader.page.evaluate("kept => Object.assign(localStorage, kept)", before)
        reader.opens("glossaire/")
        assert kept(reader) == after


def test_a_booklet_of_former_days_is_shown_at_once(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.opens("")
        reader.page.evaluate("old => localStorage.setItem('boutdufil.livret', old)", OLD)
        reader.opens("livret/")
        assert reader.page.locator(".fil-contents li[data-tutoriel]").count() == 1


def test_a_browser_with_no_room_keeps_the_former_name(browser: Browser, host: str) -> None:
    with reading(browser, host, first=True) as reader:
        reader.opens("")
        reader.page.evaluate("old => localStorage.setItem('boutdufil.livret', old)", OLD)
        reader.page.context.add_init_script(
            "Storage.prototype.setItem = () => { throw new DOMException('plein'); };"
        )
        reader.opens("")
        assert kept(reader) == {FORMER: OLD}
