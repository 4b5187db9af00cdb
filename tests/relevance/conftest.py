from __future__ import annotations

from tests.search.conftest import corpus, engine

__all__ = ["corpus", "engine"]
