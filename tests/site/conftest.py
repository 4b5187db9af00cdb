from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import generate
from tests.site.builds import TINY, Built, build, copy_project

SITE_URL = "https://exemple.fr/aide/"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, so that someone editing it does not disturb a test."""
    return copy_project(tmp_path_factory.mktemp("projet"))


@pytest.fixture(scope="session")
def real_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site, without an address of its own."""
    return build(project, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def addressed_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site, published under a sub-path of a known host."""
    return build(project, tmp_path_factory.mktemp("adresse"), SITE_URL)


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Two tutorials and one term: what a person can hold in mind."""
    folder = tmp_path_factory.mktemp("petit")
    return build(copy_project(folder / "projet", TINY), folder / "site")


@pytest.fixture(scope="session")
def large_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A hundred and twenty tutorials, the first ones being the real ones."""
    folder = tmp_path_factory.mktemp("grand")
    generate(project / "docs", folder / "docs", 120)
    return build(copy_project(folder / "projet", folder / "docs", project), folder / "site")
