"""How near help is: what someone afraid presses and reads before it; the paper that it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from statistics import median

from boutdufil.tools.browser import chromium
from tests.browser.afraid import road_to_help, screens_before_steps, small_phone, tutorials_of
from tests.browser.paper import sheets_in_short
from tests.browser.story import served


def measure_walk(site: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the road to the first help, then how far the first steps of whole pages are."""
    with chromium() as browser, served(site) as home:
        with small_phone(browser) as page:
            yield "help for someone afraid", asdict(road_to_help(page, home))
        with small_phone(browser) as page:
            far = screens_before_steps(page, home, tutorials_of(site))
            told = {"median": median(far.values()), "most": max(far.values())}
            yield "screens before the first step", {"pages": len(far), **told}
        page = browser.new_page()
        for device in ("android", "windows"):
            taken = []
            for address in tutorials_of(site):
                page.goto(f"{home}{address}#lecture")
                page.locator("[data-papier]").wait_for()
                taken.append(sheets_in_short(page, device))
            counts = {f"{sheets} sheets": taken.count(sheets) for sheets in sorted({*taken})}
            yield f"paper in short, {device}", {"pages": len(taken), **counts}
