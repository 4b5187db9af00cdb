"""The sign of an organisation, as the small icon of the site."""

from __future__ import annotations

from collections.abc import Mapping

from boutdufil.model.organisation import Sign
from boutdufil.publish.assets import Asset, hashed

ICON = "icone.svg"
PICTURES: Mapping[str, str] = {"icone-192.png": "192x192", "icone-512.png": "512x512"}
"""The same in PNG, by logical name, with their sizes: an organisation draws them, or has none."""


def sign_assets(sign: Sign) -> Mapping[str, Asset]:
    """Return the icon that a browser installs; its drawing keeps clear of a phone's round cut."""
    icon = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="512" height="512">'
        f'<path fill="{sign.paper}" d="M0 0h32v32H0z"/><g fill="none" stroke="{sign.stroke}"'
        ' stroke-width="3" stroke-linecap="round" transform="translate(4.8 4.2) scale(.7)">'
        f"{sign.drawing}</g></svg>\n"
    )
    return {ICON: hashed(ICON, icon.encode())}
