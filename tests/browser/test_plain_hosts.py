"""GitHub Pages, GitLab Pages: a folder under the name of a project, and nothing else that is ours.

No header but theirs, no redirect, no compression of ours; a file of ten minutes is not asked again.
What a page says itself must be enough.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.story import reading
from tests.browser.test_offline import opens, visitor
from tests.browser.test_policy import SINKS, TRY
from tests.site.builds import SITE_URL, SUB_PATH, TINY, build, copy_project
from tests.site.plain_host import hosted

PHOTO = "tutoriels/photos/envoyer-une-photo/"
SENT = {"Cache-Control": "max-age=600"}
KEPT_PAGE = "async () => !!(await caches.match(location.href))"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    return build(copy_project(folder / "projet", TINY), folder / "site", SITE_URL).site


def test_a_visit_needs_nothing_of_the_host(browser: Browser, site: Path) -> None:
    with hosted(site, SUB_PATH, SENT) as host, reading(browser, host.home, first=True) as reader:
        reader.opens("")
        reader.page.fill("main input[name=q]", "photo")
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_selector("#resultats[data-etat=pret] a")
        reader.page.click("#resultats a")
        reader.page.wait_for_load_state("load")
        assert reader.address == PHOTO
        assert reader.page.evaluate("getComputedStyle(document.body).margin") == "0px"
        reader.opens(f"{PHOTO}telephone/")
        expect(reader.page.locator(".fil-start")).to_be_visible()
        assert host.lost == []


def test_its_page_for_the_lost_is_found_from_anywhere(browser: Browser, site: Path) -> None:
    with hosted(site, SUB_PATH, SENT) as host:
        page = browser.new_page()
        answer = page.goto(f"{host.home}jamais/aussi/loin/")
        assert answer is not None
        assert answer.status == 404
        links = page.eval_on_selector_all("main a[href]", "all => all.map(each => each.pathname)")
        assert links
        assert all((site / each.removeprefix(SUB_PATH)).exists() for each in links)
        assert {each[: len(SUB_PATH)] for each in links} == {SUB_PATH}
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
        page.close()
        assert host.lost == [f"{SUB_PATH}jamais/aussi/loin/"]


def test_a_page_keeps_its_own_policy(browser: Browser, site: Path) -> None:
    with hosted(site, SUB_PATH, SENT) as host:
        page = browser.new_page()
        answer = page.goto(f"{host.home}{PHOTO}")
        assert answer is not None
        assert "content-security-policy" not in answer.headers
        for act in SINKS:
            assert page.evaluate(TRY, [act, host.home]) == "TypeError", act
        page.close()


def test_it_is_read_without_a_connection(browser: Browser, site: Path) -> None:
    """Its worker asks the host again for each file, whatever the host lets a browser keep."""
    with hosted(site, SUB_PATH, SENT) as host, visitor(browser) as context:
        page = opens(context, host.home, PHOTO)
        page.wait_for_function(KEPT_PAGE)
        context.set_offline(True)
        page.goto(host.home + PHOTO)
        assert page.locator("h1").inner_text()


def test_nothing_of_ours_is_lost_by_a_host_that_makes_pages_itself(site: Path) -> None:
    """GitHub leaves out of a branch what begins by « _ », unless it finds « .nojekyll »."""
    left_out = [
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if any(part.startswith("_") for part in file.relative_to(site).parts)
    ]
    assert left_out == ["_headers"]
