"""Words of closed lists that several kinds of content choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from boutdufil.model.taxonomy import Taxonomy, names_of
from boutdufil.source.shape import Choice

TAXONOMY_FILE = "taxonomie.yml"


def among(words: Iterable[str]) -> Callable[[Taxonomy], Iterable[str]]:
    """Return the words of a list that no taxonomy changes."""
    return lambda _taxonomy: words


AUDIENCE = Choice(
    lambda taxonomy: taxonomy.audiences,
    TAXONOMY_FILE,
    lambda taxonomy: names_of(taxonomy.audiences),
)
THEME = Choice(
    lambda taxonomy: taxonomy.themes, TAXONOMY_FILE, lambda taxonomy: names_of(taxonomy.themes)
)
DEVICE = Choice(
    lambda taxonomy: taxonomy.devices, TAXONOMY_FILE, lambda taxonomy: names_of(taxonomy.devices)
)
REAL_DEVICE = Choice(
    lambda taxonomy: taxonomy.real_devices,
    TAXONOMY_FILE,
    lambda taxonomy: names_of(taxonomy.devices),
)
