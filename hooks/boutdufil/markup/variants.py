"""The same screen on another device: only what changes is written."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import yaml

from boutdufil.language.text import closest, meant
from boutdufil.model.finding import Code
from boutdufil.model.screen import ELEMENTS, Screen, Variant
from boutdufil.model.taxonomy import Taxonomy, names_of
from boutdufil.source.collection import unique_items
from boutdufil.source.shape import Choice, Node, Reading, Shape, shown

VARIANTS = "variantes"
_KEYS = ("cadre", "barre", "adresse", "onglets", "corps")
_GESTURES = {
    "telephone": "appuyer",
    "tablette": "appuyer",
    "fenetre": "cliquer",
    "bureau": "cliquer",
}
"""What the hand does on a frame: a phone is no computer."""
_DEVICE = Choice(
    lambda taxonomy: taxonomy.devices, "taxonomie.yml", lambda taxonomy: names_of(taxonomy.devices)
)


class Variants(Shape[tuple[Variant, ...]]):
    """Devices, each with the keys that it replaces.

    This checks their form; ``vary`` reads them, once the screen that they change is known.
    """

    def read(self, node: Node, key: str, reading: Reading) -> tuple[Variant, ...] | None:
        changes = node.value if isinstance(node, yaml.MappingNode) else []
        if changes and all(isinstance(value, yaml.MappingNode) for _device, value in changes):
            devices = [_DEVICE.read(device, key, reading) for device, _value in changes]
            return () if all(devices) else None
        reading.report.add(
            Code.WRONG_SCREEN,
            reading.line(node),
            "« variantes » attend un appareil, puis ce qui change",
            found=shown(node),
            expected="un appareil par ligne ; dessous, décalé, les clés remplacées",
            hint="variantes: {ordinateur: {cadre: fenetre}}",
        )
        return None


def vary(
    screen: Screen,
    node: yaml.MappingNode,
    reading: Reading,
    read: Callable[[Node], Screen | None],
) -> Screen | None:
    """Return ``screen`` with a variant for each device that ``node`` changes it for.

    The screen as it is serves on the devices of its frame that are left.
    """
    items = dict(unique_items(node, reading))
    changes = items.pop(VARIANTS, None)
    if changes is None or not isinstance(changes, yaml.MappingNode):
        return screen
    variants: list[Variant] = []
    covered: set[str] = set()
    taxonomy = reading.taxonomy
    for written, changed in unique_items(changes, reading):
        device = meant(written, taxonomy.devices, names_of(taxonomy.devices))
        assert isinstance(changed, yaml.MappingNode), "Variants has checked it"
        merged = _merged(items, changed, reading)
        form = read(merged) if merged is not None else None
        if form is None:
            return None
        held = tuple(key for key in taxonomy.expand([device]) if key not in covered)
        covered.update(held)
        variants.append(Variant(held, (device,), form))
    left, named = _others(covered, screen.frame, reading.taxonomy)
    if left:
        variants.insert(0, Variant(left, named, screen))
    return dataclasses.replace(screen, variants=tuple(variants))


def _others(
    covered: set[str], frame: str, taxonomy: Taxonomy
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the devices of this frame that are left, and the shortest way to name them."""
    gesture = _GESTURES.get(frame)
    devices = taxonomy.devices
    left = {key for key in taxonomy.real_devices if key not in covered}
    left = {key for key in left if gesture in {None, devices[key].gesture or gesture}}
    # A tablet shows what is drawn for phones: it needs no name of its own.
    left -= {key for key in left if left & {*devices[key].shows}}
    named: list[str] = []
    said: set[str] = set()
    for key, device in taxonomy.devices.items():
        if (key in left or (device.covers and left >= {*device.covers})) and key not in said:
            named.append(key)
            said.update(device.covers)
    return tuple(key for key in taxonomy.real_devices if key in left), tuple(named)


def _merged(
    items: dict[str, Node], changed: yaml.MappingNode, reading: Reading
) -> yaml.MappingNode | None:
    """Return the YAML of a variant: that of the screen, its changed keys replaced."""
    merged = dict(items)
    for name, value in unique_items(changed, reading):
        if name in _KEYS:
            merged[name] = value
        elif name.isdigit():
            body = _replaced(merged.get("corps"), name, value, reading)
            if body is None:
                return None
            merged["corps"] = body
        else:
            near = closest(name, _KEYS)
            reading.report.add(
                Code.UNKNOWN_KEY,
                reading.line(value),
                f"la clé « {name} » ne change rien dans « variantes »",
                found=name,
                expected=", ".join(_KEYS) + ", ou le repère d’un élément",
                hint=f"vouliez-vous dire « {near} » ?" if near else "1: {place: bas droite}",
            )
            return None
    return _mapping(merged, changed)


def _replaced(
    body: Node | None, marker: str, value: Node, reading: Reading
) -> yaml.SequenceNode | None:
    """Return ``body`` with the element of this marker changed."""
    elements = list(body.value) if isinstance(body, yaml.SequenceNode) else [body]
    for rank, element in enumerate(elements):
        former = (
            {shown(key): each for key, each in element.value}
            if isinstance(element, yaml.MappingNode)
            else {}
        )
        if "repere" not in former or shown(former["repere"]) != marker:
            continue
        if not isinstance(value, yaml.MappingNode):
            break
        changed = dict(unique_items(value, reading))
        if changed.keys() & ELEMENTS.keys():
            former = {name: each for name, each in former.items() if name not in ELEMENTS}
        elements[rank] = _mapping(former | changed, value)
        return yaml.SequenceNode("", elements, value.start_mark, value.end_mark)
    reading.report.add(
        Code.WRONG_SCREEN,
        reading.line(value),
        f"le repère {marker} ne peut pas être remplacé",
        found=marker,
        expected="le repère d’un élément du corps, puis ce qui change",
        hint=f"{marker}: {{place: bas droite}}",
    )
    return None


def _mapping(items: dict[str, Node], place: Node) -> yaml.MappingNode:
    pairs = [
        (yaml.ScalarNode("", name, value.start_mark, value.end_mark), value)
        for name, value in items.items()
    ]
    return yaml.MappingNode("", pairs, place.start_mark, place.end_mark)
