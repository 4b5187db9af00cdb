"""Without a connection: what was visited stays, what was kept works, of one version at a time."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect
from playwright.sync_api import TimeoutError as Late

from tests.browser.story import PATIENCE, served
from tests.site.builds import TINY, build, copy_project

PHOTO = "tutoriels/photos/envoyer-une-photo/"
KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys())
    found[name.replace(/.* /, '')] = (await (await caches.open(name)).keys()).map(each => each.url);
  return found;
}"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "projet", TINY)


@pytest.fixture
def site(project: Path, tmp_path: Path) -> Path:
    """A small site of one's own, which may change."""
    return build(project, tmp_path / "site").site


def test_what_keeps_it_is_light(site: Path) -> None:
    assert len(gzip.compress((site / "sw.js").read_bytes(), 9)) <= 3_000


@contextmanager
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="fr-FR", viewport={"width": 390, "height": 800})
    context.set_default_timeout(2 * PATIENCE)
    try:
        yield context
    finally:
        context.close()


def opens(context: BrowserContext, home: str, address: str = "") -> Page:
    """Open a page, and wait until the service worker answers for it."""
    page = context.new_page()
    page.goto(home + address)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function(
        """() => navigator.serviceWorker.ready.then(({active}) => active.state === 'activated')"""
    )
    return page


def version(page: Page, home: str) -> str:
    read = page.request.get(f"{home}etat.json").json()
    return str(read["version"])


def keeps_everything(page: Page, home: str) -> None:
    page.goto(f"{home}hors-ligne/")
    page.get_by_role("button", name="Garder tout pour plus tard").click()
    expect(page.get_by_role("status").filter(has_text="Tout est gardé")).to_be_visible()


def test_a_page_that_was_visited_stays_readable(browser: Browser, site: Path) -> None:
    with served(site) as home, visitor(browser) as context:
        page = opens(context, home, PHOTO)
        page.wait_for_function(
            """async () => (await Promise.all(
              [location.href, ...[...document.styleSheets].map(each => each.href)]
                .map(address => caches.match(address)))).every(Boolean)"""
        )
        title = page.locator("h1").inner_text()
        context.set_offline(True)
        page.goto(home + PHOTO)
        assert page.locator("h1").inner_text() == title
        styled = page.evaluate("getComputedStyle(document.body).margin")
        assert styled == "0px", "the sheet came too"
        # Another page says plainly why it is not there, and what remains.
        page.goto(f"{home}themes/musique/")
        assert page.url == f"{home}hors-ligne/#absente"
        expect(page.get_by_role("heading", name="Lire sans connexion")).to_be_visible()


def test_everything_that_is_kept_works_without_a_connection(browser: Browser, site: Path) -> None:
    with served(site) as home, visitor(browser) as context:
        page = opens(context, home)
        page.goto(f"{home}hors-ligne/")
        assert re.search(r"[\d,]+\sMo", page.locator(".fil-keep").inner_text()), "said beforehand"
        keeps_everything(page, home)
        listed = json.loads((site / "hors-ligne.json").read_text())
        kept = page.evaluate(KEPT)[version(page, home)]
        assert {*kept} == {
            *(home + address for address, _hash in listed["fichiers"]),
            *(f"{home}hors-ligne.json", f"{home}complet"),
        }
        context.set_offline(True)
        for address in ("", "themes/musique/", f"{PHOTO}telephone/", "glossaire/", "appels/"):
            page.goto(home + address)
            assert page.url == home + address
        page.goto(f"{home}recherche/?q=photo")
        expect(page.locator("#resultats")).to_have_attribute("data-etat", "pret")
        expect(page.locator("#resultats a").first).to_be_visible()
        page.goto(f"{home}{PHOTO}telephone/")
        expect(page.locator("[data-noeud]").first).to_be_visible()


def change(project: Path) -> None:
    photo = project / "docs" / f"{PHOTO.rstrip('/')}.md"
    text = photo.read_text(encoding="utf-8")
    photo.write_text(text.replace("titre: ", "titre: Aujourd’hui, "), encoding="utf-8")


def comes_home(page: Page, home: str, without: str) -> None:
    """Go to the home page until a version is gone: at once, or the next time one comes.

    Chrome lets a worker that still answers a page just left end its work, for minutes at the most.
    """
    gone = f"() => caches.keys().then(names => !names.some(name => name.includes('{without}')))"
    for _ in range(5):
        # It may leave at once, for the new one: what was asked of the former is then dropped.
        with suppress(Error):
            page.goto(home)
            if page.evaluate(gone):
                return
        with suppress(Late):
            page.wait_for_function(
                "() => performance.getEntriesByType('navigation')[0].type === 'reload' "
                "&& document.readyState === 'complete'",
                timeout=5000,
            )
            page.wait_for_function(gone, timeout=5000)
            return
    raise AssertionError(page.evaluate(KEPT))


def test_two_versions_never_mix(browser: Browser, project: Path, site: Path) -> None:
    """The site changes in the middle of a call: the pages open go on with what they began with."""
    with served(site) as home, visitor(browser) as context:
        page = opens(context, home)
        keeps_everything(page, home)
        first = version(page, home)
        page.goto(f"{home}{PHOTO}telephone/")
        before = page.locator("h1").inner_text()
        page.locator(".fil-start").click()
        call = page.locator(".fil-thread").inner_text()
        change(project)
        build(project, site)
        assert version(page, home) != first
        page.evaluate("navigator.serviceWorker.ready.then(own => own.update())")
        page.wait_for_function("() => navigator.serviceWorker.ready.then(({waiting}) => !!waiting)")
        # The new version is whole already, and waits: the call goes on in the former one.
        kept = page.evaluate(KEPT)
        assert {first, version(page, home)} <= {*kept}
        page.reload()
        assert page.locator("h1").inner_text() == before
        expect(page.locator(".fil-thread")).to_have_text(call, use_inner_text=True)
        page.goto(home + PHOTO)
        assert "Aujourd’hui" not in page.locator("h1").inner_text()
        # The home page, alone open, goes to the new one; the former is gone.
        comes_home(page, home, without=first)
        context.set_offline(True)
        page.goto(home + PHOTO)
        assert "Aujourd’hui" in page.locator("h1").inner_text()


def test_a_version_that_is_published_meanwhile_is_not_taken_by_halves(
    browser: Browser, project: Path, site: Path
) -> None:
    with served(site) as home, visitor(browser) as context:
        page = opens(context, home, "hors-ligne/")
        change(project)
        build(project, site)
        page.get_by_role("button", name="Garder tout pour plus tard").click()
        expect(page.get_by_role("status").filter(has_text="vient de changer")).to_be_visible()
        assert not any(
            address.endswith("/complet")
            for kept in page.evaluate(KEPT).values()
            for address in kept
        )


def test_one_may_pause_go_on_and_erase(browser: Browser, site: Path) -> None:
    with served(site) as home, visitor(browser) as context:
        page = opens(context, home, "hors-ligne/")
        buttons = page.locator(".fil-keep").get_by_role("button")
        expect(buttons).to_have_text(["Garder tout pour plus tard"])
        buttons.click()
        page.get_by_role("button", name="Faire une pause").click()
        expect(page.get_by_role("status").filter(has_text="En pause")).to_be_visible()
        page.reload()
        keeps_everything(page, home)
        page.get_by_role("button", name="Effacer ce qui est gardé").click()
        expect(page.get_by_role("status").filter(has_text="Tout est effacé")).to_be_visible()
        assert page.evaluate("caches.keys()") == []


def test_a_phone_that_is_full_is_told_what_to_do(browser: Browser, site: Path) -> None:
    with served(site) as home, visitor(browser) as context:
        page = opens(context, home, "hors-ligne/")
        session = context.new_cdp_session(page)
        origin = re.sub(r"(://[^/]+)/.*", r"\1", home)
        session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 90_000})
        page.get_by_role("button", name="Garder tout pour plus tard").click()
        expect(page.get_by_role("status").filter(has_text="plus de place")).to_be_visible()
        session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
        keeps_everything(page, home)


def test_it_is_an_application(browser: Browser, site: Path) -> None:
    with served(site) as home, visitor(browser) as context:
        page = opens(context, home)
        session = context.new_cdp_session(page)
        read = session.send("Page.getAppManifest")
        assert read["errors"] == []
        assert read["url"] == f"{home}fil.webmanifest"
        for icon in json.loads(read["data"])["icons"]:
            assert page.request.get(home + icon["src"]).ok
        assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
