"""The colours of the site, two by two: text is read, edges and marks are seen, in every scheme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.colours import contrast

TOKENS = Path(__file__).parents[2] / "overrides" / "assets" / "css" / "site" / "10-tokens.css"
SCHEMES = ("light", "dark", "strong")
GROUNDS = ("paper", "card", "hollow")
TEXT = 7
"""WCAG 2.2, 1.4.6: enhanced contrast of text."""
MARK = 3
"""WCAG 2.2, 1.4.11: contrast of what is not text."""


def colours(scheme: str) -> dict[str, str]:
    """Return every colour by its name."""
    text = TOKENS.read_text(encoding="utf-8")
    written = rf"--([\w-]+):.*?var\(--{scheme}, (#[0-9a-f]{{3,6}})\)"
    return dict(re.findall(written, text))


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_is_read(scheme: str) -> None:
    found = colours(scheme)
    tinted = [name.removesuffix("-back") for name in found if name.endswith("-back")]
    assert len(tinted) >= 7
    pairs = [(ink, ground) for ink in ("ink", "soft", "action") for ground in GROUNDS]
    pairs += [(tint, f"{tint}-back") for tint in tinted]
    pairs += [("ink", f"{tint}-back") for tint in tinted]
    pairs += [("on-action", "action"), ("on-rank", "rank"), ("on-banner", "banner")]
    pairs += [("ink", "yellow")]
    low = {pair: contrast(found[pair[0]], found[pair[1]]) for pair in pairs}
    assert {pair: value for pair, value in low.items() if value < TEXT} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_and_marks_are_seen(scheme: str) -> None:
    found = colours(scheme)
    pairs = [(mark, ground) for mark in ("edge", "thread", "focus") for ground in GROUNDS]
    low = {pair: contrast(found[pair[0]], found[pair[1]]) for pair in pairs}
    assert {pair: value for pair, value in low.items() if value < MARK} == {}
