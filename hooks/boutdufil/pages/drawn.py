"""A drawing of ``.icons/``, as a page holds it: its file also says what the sheet says of all."""

from __future__ import annotations

import re

from markupsafe import Markup

_SAID_BY_THE_SHEET = re.compile(
    r' xmlns="http://www\.w3\.org/2000/svg"'
    r'|(?<= fill="none" stroke="currentColor") stroke-width="1\.75"'
    r' stroke-linecap="round" stroke-linejoin="round"'
    r'|(?<=class="fil-red") stroke="#d1495b"'
)
"""How thick our line is, and the red of its thread (``css/site/46-drawings.css``); a page of HTML
needs no namespace either. Not the line of a drawing that has another. Where no sheet came, it
stays a line, thinner, and not a blot."""


def in_page(drawing: str) -> Markup:
    """Return a drawing of ours, or one of the theme, without what its page says once."""
    return Markup(_SAID_BY_THE_SHEET.sub("", drawing))  # noqa: S704
