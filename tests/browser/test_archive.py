"""The archive as a library reads it: on a stick, opened by its one file, network or not."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from boutdufil.publish.archive import DOOR, INSIDE
from tests.browser.story import reading
from tests.site.builds import Built

TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"


@pytest.fixture(scope="module")
def stick(published: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clé usb")
    (archive,) = published.site.glob("*.zip")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    return folder


@pytest.mark.parametrize("javascript", [True, False])
def test_the_one_file_opens_the_site(browser: Browser, stick: Path, javascript: bool) -> None:
    home = f"{(stick / INSIDE).as_uri()}/"
    with reading(browser, home, width=390, javascript=javascript) as reader:
        reader.page.goto((stick / DOOR).as_uri())
        reader.page.wait_for_url(f"{home}index.html")
        assert reader.kind == "accueil"
        # A short address leads on, as on the site.
        reader.page.goto(f"{home}101/index.html")
        reader.page.wait_for_url(f"{home}{TUTORIAL}index.html*")
        # On a phone, a tutorial is walked: its foot is on the whole page.
        reader.page.goto(f"{home}glossaire/index.html")
        reader.page.locator(".fil-footer").get_by_role("link", name="Contribuer").click()
        reader.page.wait_for_url(f"{home}absente.html")
        reader.page.locator("main").get_by_role("link", name="Revenir à l’accueil").click()
        reader.page.wait_for_url(f"{home}index.html")


def test_search_desk_and_comfort_work_from_the_stick(browser: Browser, stick: Path) -> None:
    home = f"{(stick / INSIDE).as_uri()}/"
    with reading(browser, home, width=390, first=True) as reader:
        reader.page.context.set_offline(True)
        reader.page.goto(f"{home}recherche/index.html?q=message bizarre")
        expect(reader.page.locator("#resultats")).to_have_attribute("data-etat", "pret")
        reader.page.locator("#resultats a").first.click()
        reader.page.wait_for_url("**/index.html**")
        reader.page.get_by_role("button", name="Texte plus grand").first.click()
        expect(reader.page.locator("dialog.fil-comfort")).to_be_visible()
        reader.page.goto(f"{home}{TUTORIAL}telephone/index.html")
        expect(reader.page.locator("[data-noeud]").first).to_be_visible()
