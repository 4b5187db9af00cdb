"""The bill of materials of a published site, in CycloneDX: what it holds, and what builds it.

Nothing in a page comes from elsewhere but two fonts, the drawings of icons and the outlines of the
départements: these are required.
The packages that build the site stay where it is built: they are there, marked as excluded. The
same locks give the same bytes: no date, and a number drawn from the rest.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from uuid import NAMESPACE_URL, UUID, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import (
    DisjunctiveLicense,
    License,
    LicenseAcknowledgement,
    LicenseExpression,
)
from cyclonedx.model.lifecycle import LifecyclePhase, PredefinedLifecycle
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.spdx import is_supported_id
from packageurl import PackageURL

from boutdufil import __version__
from boutdufil.publish.composition import BOM
from tests.supply.licences import Licence, licence_of
from tests.supply.locks import ROOT, RUN, Locked, locked

VERSION = SchemaVersion.V1_6
FONTS = ROOT / "overrides/assets/fonts"
FONT_NAME, FONT_PACKAGE, FONT_VERSION = (
    *("Atkinson Hyperlegible Next", "atkinson-hyperlegible-next", "5.3.0"),
)
"""As overrides/assets/fonts/LISEZMOI.md tells."""
ICONS_COME_WITH = "mkdocs-material"


def bom_text() -> str:
    """Return the bill as JSON, ending in a line."""
    bare = _written(None)
    return _written(uuid5(NAMESPACE_URL, f"{BOM}#{sha256(bare.encode()).hexdigest()}"))


def _written(number: UUID | None) -> str:
    bill = _bill()
    if number is not None:
        bill.serial_number = number
    written = make_outputter(bill, OutputFormat.JSON, VERSION).output_as_string()
    return json.dumps(json.loads(written), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _bill() -> Bom:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    # Its description names our own site: those of others are made of it as well.
    program = Component(
        name=project["name"],
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref=project["name"],
        licenses=[_licence(Licence(project["license"], declared=True))],
    )
    told = BomMetaData(
        component=program, lifecycles=[PredefinedLifecycle(LifecyclePhase.PRE_BUILD)]
    )
    told.timestamp = None  # type: ignore[assignment]  # the format asks for none
    shipped, packages = [_font(), _icons(), _outlines()], locked(RUN)
    built_by = {name: _package(package) for name, package in packages.items()}
    bill = Bom(
        components=[*shipped, *built_by.values()],
        metadata=told,
        # Replaced by the one drawn from the rest; the library would otherwise draw one by chance.
        serial_number=UUID(int=0),
    )
    direct = [built_by[name] for name, each in packages.items() if program.name in each.parents]
    bill.register_dependency(program, [*shipped, *direct])
    bill.register_dependency(shipped[1], [built_by[ICONS_COME_WITH]])
    for name, component in built_by.items():
        bill.register_dependency(component, _asked_by(name, packages, built_by))
    return bill


def _asked_by(
    name: str, packages: Mapping[str, Locked], components: Mapping[str, Component]
) -> Iterator[Component]:
    """Yield what a package asks for."""
    return (components[other] for other, each in packages.items() if name in each.parents)


def _package(package: Locked) -> Component:
    """Return a package; each of its hashes is that of one of the files that the lock accepts."""
    hashes = (each.removeprefix("--hash=sha256:") for each in package.hashes)
    return Component(
        name=package.name,
        version=package.version,
        bom_ref=f"{package.name}@{package.version}",
        scope=ComponentScope.EXCLUDED,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in hashes],
        licenses=[_licence(licence_of(package.name))],
        purl=PackageURL("pypi", name=package.name, version=package.version),
    )


def _font() -> Component:
    files = [
        Component(
            name=file.name,
            type=ComponentType.FILE,
            bom_ref=file.name,
            hashes=[
                HashType(alg=HashAlgorithm.SHA_256, content=sha256(file.read_bytes()).hexdigest())
            ],
        )
        for file in sorted(FONTS.glob("*.woff2"))
    ]
    return Component(
        name=FONT_NAME,
        version=FONT_VERSION,
        bom_ref=FONT_PACKAGE,
        scope=ComponentScope.REQUIRED,
        licenses=[_licence(Licence("OFL-1.1", declared=True))],
        copyright=(FONTS / "LICENSE").read_text(encoding="utf-8").partition(" (")[0],
        purl=PackageURL("npm", "@fontsource", FONT_PACKAGE, FONT_VERSION),
        components=files,
    )


def _icons() -> Component:
    return Component(
        name="Material Design Icons",
        description="Les icônes des écrans dessinés ; elles viennent avec mkdocs-material.",
        bom_ref="material-design-icons",
        scope=ComponentScope.REQUIRED,
        licenses=[_licence(Licence("Apache-2.0", declared=True))],
    )


def _outlines() -> Component:
    return Component(
        name="svg-maps, France, départements",
        version="2.0.0",
        description="Les contours des départements, simplifiés.",
        bom_ref="svg-maps-france-departments",
        scope=ComponentScope.REQUIRED,
        licenses=[_licence(Licence("CC-BY-4.0", declared=True))],
        copyright="Victor Cazanave",
        purl=PackageURL("npm", "@svg-maps", "france.departments", "2.0.0"),
    )


def _licence(licence: Licence) -> License:
    read = LicenseAcknowledgement.DECLARED if licence.declared else LicenseAcknowledgement.CONCLUDED
    if is_supported_id(licence.expression):
        return DisjunctiveLicense(id=licence.expression, acknowledgement=read)
    return LicenseExpression(licence.expression, acknowledgement=read)
