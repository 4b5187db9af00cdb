"""What a first visit costs: everything that a page loads, and nothing that moves meanwhile."""

from __future__ import annotations

import gzip
import re

from playwright.sync_api import Browser, expect

from tests.browser.story import reading
from tests.browser.weight import cost, moved
from tests.site.builds import REPOSITORY, SUB_PATH, Built

SCRIPT = "tutoriels/cyber-hygiene/message-suspect/telephone/"


def test_a_shift_would_be_seen(browser: Browser, host: str) -> None:
    with reading(browser, host, width=390) as reader:
        reader.opens("")
        reader.page.wait_for_timeout(600)  # what follows an act at once is not counted
        reader.page.evaluate("document.querySelector('main').prepend('o '.repeat(500))")
        assert moved(reader.page)


def test_a_desk_whose_script_never_comes_is_the_whole_script(browser: Browser, host: str) -> None:
    with reading(browser, host) as reader:
        reader.page.route(re.compile(r"assets/phone\.\w+\.js"), lambda route: route.abort())
        reader.opens(SCRIPT)
        expect(reader.page.locator("html")).not_to_have_class(re.compile("fil-"))
        steps = reader.page.locator("[data-etape]")
        assert steps.count() > 2
        assert all(steps.nth(rank).is_visible() for rank in range(steps.count()))
        assert reader.page.locator(".fil-footer").is_visible()
        keys = reader.page.locator(".fil-desk kbd")
        assert keys.count() > 0
        assert not any(key.is_visible() for key in keys.all()), "no key acts without the script"
        assert all("assets/phone." in each or "ERR_FAILED" in each for each in reader.complaints)
        reader.complaints.clear()


def test_a_weight_would_be_seen(published: Built) -> None:
    asked = [SUB_PATH, f"{SUB_PATH}glossaire/", f"{SUB_PATH}numeros/"]
    assert cost(published, asked) == []
    assert cost(published, asked * 5) != []


def test_the_walk_is_light_and_for_tutorials_alone(
    published: Built, one_page_a_kind: dict[str, str]
) -> None:
    """Ticks, devices, what is copied, and the walk itself: with its sheet, under six kilobytes."""
    (script,) = published.site.glob("assets/tutorial.*.js")
    (sheet,) = published.site.glob("assets/walk.*.css")
    sizes = [len(gzip.compress(file.read_bytes(), 9)) for file in (script, sheet)]
    assert sizes[0] <= 3_700, sizes
    assert sizes[1] <= 2_500, sizes
    files = {kind: published.site / address for kind, address in one_page_a_kind.items()}
    loading = {
        kind
        for kind, file in files.items()
        if script.name in (file / "index.html" if file.is_dir() else file).read_text("utf-8")
    }
    assert loading == {"tutoriel"}


RULES = """sheet => {
  const read = new CSSStyleSheet();
  read.replaceSync(sheet);
  // The value of a property of ours is kept as it is written: its spaces are not.
  return [...read.cssRules].map(rule => rule.cssText.replace(/\\s+/g, ''));
}"""


def test_a_browser_reads_the_same_rules_in_a_sheet_without_its_margins(
    browser: Browser, published: Built
) -> None:
    page = browser.new_page()
    groups = sorted((REPOSITORY / "overrides" / "assets" / "css").iterdir())
    assert len(groups) > 8
    for group in groups:
        written = "\n".join(file.read_text("utf-8") for file in sorted(group.glob("*.css")))
        (sheet,) = (published.site / "assets").glob(f"{group.name}.*.css")
        fonts = re.compile(r'url\("(\w[\w-]*)\.[^"]*"\)')
        read, expected = (
            [fonts.sub(r"url(\1)", rule) for rule in page.evaluate(RULES, text)]
            for text in (sheet.read_text("utf-8"), written)
        )
        assert read == expected, group.name
    page.close()
