"""The pages that a maintainer opens: a template beside the tool that fills it."""

from __future__ import annotations

from pathlib import Path

import jinja2


def rendered(name: str, **values: object) -> str:
    """Return the page that the template ``name`` makes of ``values``, all of them escaped."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name).render(**values)
