"""A day is in the future when it has begun nowhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from boutdufil.check.rules import check
from boutdufil.edge.clock import latest_day
from boutdufil.kinds.folder import ContentReader
from tests.conftest import TODAY, WriteTree


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 11, 21, 9, 59, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2026, 11, 21, 10, 0, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        # Three places at one instant, whose calendars show three days.
        (datetime(2026, 11, 20, 23, 0, tzinfo=timezone(timedelta(hours=-11))), date(2026, 11, 22)),
    ],
)
def test_the_last_day_that_has_begun(now: datetime, day: date) -> None:
    assert latest_day(now) == day


def test_no_day_that_has_begun_for_someone_is_after_it() -> None:
    now = datetime.now(UTC)
    everywhere = [timezone(timedelta(hours=hours)) for hours in range(-12, 15)]
    assert max(now.astimezone(zone).date() for zone in everywhere) <= latest_day()


@pytest.mark.parametrize("key", ["relu_le", "cree_le", "le"])
@pytest.mark.parametrize(("days", "is_future"), [(0, False), (1, True)])
def test_every_date_may_be_the_last_day(
    key: str, days: int, is_future: bool, write_tree: WriteTree, tmp_path: Path
) -> None:
    day = TODAY + timedelta(days=days)
    written = {
        "relu_le": f"> relu_le: {day}\n",
        "cree_le": f"> relu_le: {TODAY}\n> cree_le: {day}\n",
        "le": f"> relu_le: {TODAY}\n> teste:\n"
        f">   - {{appareil: android, version: Android 15, le: {day}}}\n",
    }[key]
    write_tree(
        tmp_path, f"--- fiche: tutoriels/cyber-hygiene/exemple.md\n< relu_le: 2026-01-15\n{written}"
    )
    found = check(ContentReader(tmp_path).read(TODAY))
    assert any("futur" in each.problem for each in found) is is_future


def test_nothing_but_the_clock_asks_what_day_it_is() -> None:
    asking = {
        file.name
        for file in (Path(__file__).parents[2] / "hooks").rglob("*.py")
        if "date.today()" in (text := file.read_text(encoding="utf-8")) or "datetime.now(" in text
    }
    # A new tutorial is dated by its author's calendar.
    assert asking == {"clock.py", "nouveau.py"}
