"""Every kind of content there is: the folders beside this file.

They are looked for when they are asked for, so that a kind may use anything that uses kinds.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from pkgutil import iter_modules

from boutdufil import kinds as folders
from boutdufil.kinds.kind import Form, Kind


def kinds() -> tuple[Kind, ...]:
    """Return the kinds, in their order: the same on every machine."""
    return _kinds(tuple(folders.__path__))


@cache
def _kinds(paths: tuple[str, ...]) -> tuple[Kind, ...]:
    names = [module.name for module in iter_modules(paths) if module.ispkg]
    found = [_kind(name) for name in names]
    return tuple(sorted(found, key=lambda kind: (kind.rank, kind.name)))


def _kind(name: str) -> Kind:
    kind = import_module(f"{folders.__name__}.{name}.kind").KIND
    assert isinstance(kind, Kind), f"kinds/{name}/kind.py has no KIND"
    assert kind.name == name, f"the kind of kinds/{name}/ calls itself {kind.name}"
    return kind


def are_ours() -> bool:
    """Tell whether every kind is of this package; one added from elsewhere has its own code."""
    return len(folders.__path__) == 1


def claimed(path: str) -> tuple[Kind, Form] | None:
    """Return the kind and the form of a file of the content; None when no kind claims it."""
    return _claim(path, tuple(folders.__path__))


# Each file of a content, several times at each save of its author.
@lru_cache(maxsize=32_768)
def _claim(path: str, paths: tuple[str, ...]) -> tuple[Kind, Form] | None:
    found = [(kind, form) for kind in _kinds(paths) for form in kind.forms if form.claims(path)]
    return min(found, key=lambda each: each[1].breadth, default=None)


def kind_of(path: str) -> Kind:
    """Return the kind of a file that was read."""
    return _claimed(path)[0]


def form_of(path: str) -> Form:
    """Return the form of a file that was read."""
    return _claimed(path)[1]


def _claimed(path: str) -> tuple[Kind, Form]:
    found = claimed(path)
    assert found is not None, f"no kind claims {path}"
    return found


def is_made(address: str) -> bool:
    """Tell whether a page of the site's own making has, or may have, this address."""
    parts = address.strip("/").split("/")
    ways = {"/".join(parts[: rank + 1]) for rank in range(len(parts))}
    return not ways.isdisjoint(_reserved())


def _reserved() -> frozenset[str]:
    return _SHARED.union(*(kind.reserved for kind in kinds()))


_SHARED = frozenset(
    (
        *("recherche", "api", "assets", "404", "contribuer/cartes", "hebergement", "hors-ligne"),
        # Files, whose place a former address could take.
        *("_headers", "etat.json", "badge.svg", "sw.js", "fil.webmanifest", "hors-ligne.json"),
        *("licences.txt", "sbom.cdx.json"),
    )
)
"""Those that are of no kind."""
