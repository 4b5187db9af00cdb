from __future__ import annotations

from tests.site.conftest import share, tiny_site

__all__ = ["share", "tiny_site"]
