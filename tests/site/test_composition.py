"""What a site is made of is told beside it, and is what it is made of."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from uuid import UUID

import pytest
from cyclonedx.validation.json import JsonStrictValidator

from boutdufil.kinds.drawings import is_drawn
from boutdufil.model.icons import ICONS
from boutdufil.publish.archive import is_read
from boutdufil.publish.composition import BOM, FOLDER, LICENCES
from tests.site.builds import Built
from tests.supply.bom import FONT_PACKAGE, VERSION, bom_text
from tests.supply.licences import READ, licence_of
from tests.supply.locks import ROOT, RUN, locked
from tests.supply.renew import FILES
from tests.supply.texts import RULE

Part = dict[str, object]
PROGRAM = "au-bout-du-fil"


def bill() -> Part:
    read = json.loads((FOLDER / BOM).read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def parts(scope: str) -> dict[str, Part]:
    listed = bill()["components"]
    assert isinstance(listed, list)
    return {each["bom-ref"]: each for each in listed if each["scope"] == scope}


@pytest.mark.parametrize("name", FILES)
def test_what_is_told_is_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == FILES[name](), "lancez : make composition"


def test_the_bill_is_of_its_schema() -> None:
    text = (FOLDER / BOM).read_text(encoding="utf-8")
    judge = JsonStrictValidator(VERSION)
    assert judge.validate_str(text) is None
    assert judge.validate_str(text.replace('"library"', '"libraire"')) is not None


def test_every_package_of_the_lock_is_in_it() -> None:
    packages = {f"{each.name}@{each.version}": each for each in locked(RUN).values()}
    told = parts("excluded")
    assert {*told} == {*packages}
    for name, package in packages.items():
        component = told[name]
        hashes = component["hashes"]
        assert isinstance(hashes, list)
        assert {each["alg"] for each in hashes} == {"SHA-256"}
        assert sorted(f"--hash=sha256:{each['content']}" for each in hashes) == sorted(
            package.hashes
        )
        assert component["purl"] == f"pkg:pypi/{package.name}@{package.version}"
        assert component["version"] == package.version


def test_every_part_has_a_licence_that_a_program_knows() -> None:
    """An identifier, or an expression, of SPDX; never a name that each reads in its own way."""
    for name, component in {**parts("excluded"), **parts("required")}.items():
        told = component["licenses"]
        assert isinstance(told, list)
        assert len(told) == 1, name
        assert "expression" in told[0] or "id" in told[0]["license"], name


def test_a_licence_that_nothing_says_is_to_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert licence_of("segno").declared is False
    monkeypatch.delitem(READ, "segno")
    with pytest.raises(ValueError, match="lisez la licence de segno"):
        licence_of("segno")


def test_what_is_on_the_site_is_told_apart_with_its_hash() -> None:
    shipped = parts("required")
    assert {*shipped} == {FONT_PACKAGE, "material-design-icons", "svg-maps-france-departments"}
    files = shipped[FONT_PACKAGE]["components"]
    assert isinstance(files, list)
    fonts = {file.name: file for file in (ROOT / "overrides/assets/fonts").glob("*.woff2")}
    assert {each["name"]: each["hashes"][0]["content"] for each in files} == {
        name: sha256(file.read_bytes()).hexdigest() for name, file in fonts.items()
    }


def test_who_asks_for_what_is_told() -> None:
    listed = bill()["dependencies"]
    assert isinstance(listed, list)
    asks = {each["ref"]: {*each.get("dependsOn", ())} for each in listed}
    reached, left = {PROGRAM}, [PROGRAM]
    while left:
        for each in asks[left.pop()] - reached:
            reached.add(each)
            left.append(each)
    assert {*parts("excluded"), *parts("required")} <= reached
    mkdocs = next(each for each in asks if each.startswith("mkdocs@"))
    assert {each.partition("@")[0] for each in asks[mkdocs]} >= {"jinja2", "markdown", "watchdog"}


def test_nothing_in_it_is_of_the_moment() -> None:
    assert bom_text() == bom_text()
    told = bill()
    assert "timestamp" not in told["metadata"]  # type: ignore[operator]
    number = UUID(str(told["serialNumber"]))
    assert number.version == 5
    assert not re.search(r"https?://(?!cyclonedx\.org/)", (FOLDER / BOM).read_text("utf-8"))


def test_the_text_of_every_licence_on_the_site_is_there() -> None:
    text = (FOLDER / LICENCES).read_text(encoding="utf-8")
    first, *rest = text.split(f"{RULE}\n")
    for words in ("MIT", "SIL OFL 1.1", "Apache 2.0", "CC BY 4.0"):
        assert words in first
    whole = dict(zip(rest[::2], rest[1::2], strict=True))
    assert len(whole) == 4
    assert "THE SOFTWARE IS PROVIDED" in whole["Le programme : licence MIT\n"]
    assert "TERMS AND CONDITIONS" in whole["Material Design Icons : Apache License 2.0\n"]
    font = (ROOT / "overrides/assets/fonts/LICENSE").read_text(encoding="utf-8").strip()
    assert font in text
    # What is under docs/ is of its authors: another organisation has its own.
    assert "CC BY-SA" not in text


def test_no_drawing_is_under_a_licence_that_is_not_told() -> None:
    """The theme comes with other families of icons, whose licences are not those told."""
    assert all(is_drawn(f"material/{name}") for name in ICONS.values() if name)
    assert is_drawn("fil/bouclier")
    for name in ("fontawesome/solid/house", "octicons/home-24", "simple/git", "logo"):
        assert not is_drawn(name)


def test_both_are_beside_the_site(tiny_site: Built) -> None:
    for name in (BOM, LICENCES):
        assert (tiny_site.site / name).read_bytes() == (FOLDER / name).read_bytes()


def test_a_copy_takes_the_licences_with_it() -> None:
    assert is_read(LICENCES)
    assert not is_read(BOM)
