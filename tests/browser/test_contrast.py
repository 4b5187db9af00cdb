"""The contrast that a reader chooses comes before that of the system, down to the phone’s bar."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.access import look
from tests.browser.comfort import (
    TUTORIAL,
    opens_the_panel,
    settled,
    stored,
    style,
)
from tests.browser.story import reading
from tests.browser.test_axe import violations

LIGHT, DARK, WHITE = "rgb(255, 250, 242)", "rgb(20, 22, 31)", "rgb(255, 255, 255)"


def test_the_bar_of_the_phone_and_the_controls_follow_the_choice(
    browser: Browser, host: str
) -> None:
    metas = (
        "() => [...document.querySelectorAll('meta[name=theme-color], meta[name=color-scheme]')]"
        ".map(each => each.content)"
    )
    with reading(browser, host) as reader:
        page = reader.page
        reader.opens("")
        assert page.evaluate(metas) == ["light dark", "#ffffff", "#1d202c"]
        opens_the_panel(reader)
        contrast = page.get_by_role("group", name="Contraste")
        contrast.get_by_label("sombre").check()
        assert page.evaluate(metas) == ["dark", "#1d202c", "#1d202c"]
        assert style(page, "colorScheme", "html") == "dark"
        contrast.get_by_label("fort").check()
        assert page.evaluate(metas) == ["light", "#ffffff", "#ffffff"]
        contrast.get_by_label("comme mon appareil").check()
        assert page.evaluate(metas) == ["light dark", "#ffffff", "#1d202c"]
        assert stored(page) is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_contrast_comes_before_the_one_of_the_system(
    browser: Browser, host: str, scheme: Literal["light", "dark"]
) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.emulate_media(color_scheme=scheme)
        reader.opens(TUTORIAL)
        assert style(page, "backgroundColor") == (LIGHT if scheme == "light" else DARK)
        opens_the_panel(reader)
        for choice, paper in (("normal", LIGHT), ("fort", WHITE), ("sombre", DARK)):
            page.get_by_role("group", name="Contraste").get_by_label(choice, exact=True).check()
            assert style(page, "backgroundColor") == paper
        page.get_by_role("group", name="Contraste").get_by_label("fort").check()
        assert style(page, "color") == "rgb(0, 0, 0)"
        assert style(page, "textDecorationLine", ".fil-brand") == "underline"
        assert style(page, "borderTopStyle", ".fil-sinon") == "solid"


def test_a_system_that_asks_for_contrast_has_it_without_a_choice(
    browser: Browser, host: str
) -> None:
    with reading(browser, host) as reader:
        page = reader.page
        page.emulate_media(contrast="more", color_scheme="light")
        reader.opens(TUTORIAL)
        assert style(page, "backgroundColor") == WHITE
        assert style(page, "textDecorationLine", ".fil-brand") == "underline"
        page.emulate_media(contrast="more", color_scheme="dark")
        assert style(page, "backgroundColor") == DARK
        opens_the_panel(reader)
        page.get_by_role("group", name="Contraste").get_by_label("normal").check()
        assert style(page, "backgroundColor") == LIGHT


def test_axe_has_nothing_to_say_of_the_panel_in_any_contrast(browser: Browser, host: str) -> None:
    """Each kind of page is looked at in test_every_kind.py."""
    with reading(browser, host, width=390) as reader:
        page = reader.page
        settled(reader, {"texte": "150", "lettres": "distinctes"})
        reader.opens("contribuer/")
        opens_the_panel(reader)
        page.get_by_label("Règle de lecture").check()
        assert look(page, "overflowing") == []
        for contrast in ("normal", "fort", "sombre"):
            page.get_by_role("group", name="Contraste").get_by_label(contrast, exact=True).check()
            assert violations(page) == [], contrast
