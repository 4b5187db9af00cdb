"""A QR code as one drawn line, made when the site is built."""

from __future__ import annotations

import io
import re
from functools import cache

import segno


@cache
def qr_code(url: str) -> str:
    """Return ``side;path``: the side of the square and an SVG path to stroke, in modules.

    A tutorial and its script show the same one. The mask is set: choosing the best of eight costs
    eight times more, and any of them reads well.
    """
    drawing = io.BytesIO()
    code = segno.make_qr(url, error="m", mask=2, boost_error=False)
    code.save(drawing, kind="svg", border=4, xmldecl=False, svgns=False)
    path = re.search(r' d="([^"]+)"', drawing.getvalue().decode())
    assert path is not None, "segno draws one path"
    side, _ = code.symbol_size(border=4)
    return f"{int(side)};{path[1]}"
