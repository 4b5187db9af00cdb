"""Write young.json: what is younger than the floor, from MDN's tables of compatibility.

``npm ci --prefix tests/engines``, then ``python -m tests.floor.renew``. A newer table is a newer
version in tests/engines/package.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.floor.declared import FLOOR

HERE = Path(__file__).parent
TABLES = HERE.parent / "engines" / "node_modules" / "@mdn" / "browser-compat-data" / "data.json"
YOUNG = HERE / "young.json"

BROWSERS = {
    "Chrome": ("chrome",),
    "Firefox": ("firefox",),
    "Safari": ("safari", "safari_ios"),
}
OURS = re.compile(
    r"Window|Document|DocumentFragment|Element|Node|NodeList|Text|CharacterData|(HTML|SVG)\w*"
    r"|\w*Event|EventTarget|DOM(TokenList|Rect\w*|StringMap|Parser)|CSSStyleDeclaration|Storage"
    r"|Location|History|Navigator|Range|Selection|URL|URLSearchParams|Headers|Request|Response"
    r"|Performance|SpeechSynthesis\w*|FormData|Blob|File|FileReader|MediaQueryList|console|Abort\w*"
)
"""The interfaces whose members our scripts may meet: ``HTMLElement``; not ``GPUDevice``."""
_VERSION = re.compile(r"≤?(\d+)(?:\.(\d+))?")
"""``64``, ``11.1``, ``≤37``; not ``preview``."""
_NOT_SAID = re.compile(r"^[-@]|_")
"""What the tables describe and no file says so: ``flex_context``, ``-moz-x``."""

Compat = Mapping[str, object]
Names = dict[str, str]


def _dict(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _added(entry: object) -> tuple[int, int] | None:
    """Return the version that has a feature under its own name, without a flag."""
    known = []
    for each in entry if isinstance(entry, list) else [entry]:
        facts = _dict(each)
        version = _VERSION.fullmatch(str(facts.get("version_added")))
        if version and not {"flags", "prefix", "alternative_name"} & {*facts}:
            known.append((int(version[1]), int(version[2] or 0)))
    return min(known, default=None)


def _lateness(feature: Compat) -> str | None:
    """Tell since when the late browsers have a feature; None when the floor has it."""
    support = _dict(_dict(feature.get("__compat")).get("support"))
    late = []
    for browser, keys in BROWSERS.items():
        for key in keys:
            added = _added(support.get(key))
            if added is None or added > FLOOR[key]:
                late.append(f"{browser} {'.'.join(map(str, added)) if added else 'jamais'}")
                break
    return ", ".join(late).replace(".0", "") or None


def _features(tree: Mapping[str, object]) -> Iterator[tuple[str, Compat]]:
    """Yield what a level of the tables names."""
    for name, feature in tree.items():
        if "__compat" in _dict(feature):
            yield name, _dict(feature)


def _young(features: Iterator[tuple[str, Compat]]) -> Names:
    """Return what is young wherever its name is found."""
    found: dict[str, list[str | None]] = {}
    for name, feature in features:
        found.setdefault(name, []).append(_lateness(feature))
    return {
        name: late[0]
        for name, late in sorted(found.items())
        if late[0] is not None and all(late) and not _NOT_SAID.search(name)
    }


def _members(tables: Mapping[str, object]) -> Iterator[tuple[str, Compat]]:
    """Yield the names that a script may say: globals, interfaces, their members."""
    builtins = _dict(_dict(tables["javascript"])["builtins"])
    interfaces = _dict(tables["api"])
    for owner, feature in (*builtins.items(), *interfaces.items()):
        yield from _features({owner: feature})
        if owner in builtins or OURS.fullmatch(owner):
            yield from (
                (name.removesuffix("_static"), each)
                for name, each in _features(_dict(feature))
                if not name.endswith("_event") and name != owner
            )
    yield from _features(_dict(interfaces["_globals"]) if "_globals" in interfaces else {})


def _events(tables: Mapping[str, object]) -> Iterator[tuple[str, Compat]]:
    for owner, interface in _dict(tables["api"]).items():
        if OURS.fullmatch(owner):
            for name, feature in _features(_dict(interface)):
                if name.endswith("_event"):
                    yield name.removesuffix("_event"), feature


def _functions(types: Mapping[str, object]) -> Iterator[tuple[str, Compat]]:
    """Yield what may be called in a value: ``min``, and ``conic-gradient``, which is a gradient."""
    yield from _features(types)
    for kind in types.values():
        yield from _features(_dict(kind))


def _values(properties: Mapping[str, object]) -> dict[str, Names]:
    """Return the young keywords of each property that is not young itself."""
    keywords = {
        name: _young(_features(_dict(feature)))
        for name, feature in _features(properties)
        if _lateness(feature) is None
    }
    return {name: found for name, found in sorted(keywords.items()) if found}


def table(tables: Mapping[str, object]) -> dict[str, object]:
    """Return all that is younger than the floor, by what names it."""
    css = _dict(tables["css"])
    rules = _dict(css["at-rules"])
    return {
        "origin": {"@mdn/browser-compat-data": _dict(tables["__meta"])["version"]},
        "names": _young(_members(tables)),
        "events": _young(_events(tables)),
        "properties": _young(_features(_dict(css["properties"]))),
        "values": _values(_dict(css["properties"])),
        "functions": _young(_functions(_dict(css["types"]))),
        "selectors": _young(_features(_dict(css["selectors"]))),
        "rules": _young(_features(rules)),
        "media": _young(_features(_dict(rules["media"]))),
    }


def main() -> None:
    made = table(json.loads(TABLES.read_text(encoding="utf-8")))
    text = json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True)
    YOUNG.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
