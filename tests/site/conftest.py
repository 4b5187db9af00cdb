from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MODEL_FILE
from tests.generated_content import generate
from tests.site.builds import SITE_URL, TINY, Built, build, copy_project
from tests.site.shared import Share, sharing


@pytest.fixture(scope="session")
def share(tmp_path_factory: pytest.TempPathFactory) -> Share:
    """Give each site its folder, the same for every worker."""
    return sharing(tmp_path_factory)


@pytest.fixture(scope="session")
def project(share: Share) -> Path:
    """A copy of the project, so that someone editing it does not disturb a test."""
    return share("projet", copy_project)


@pytest.fixture(scope="session")
def real_site(project: Path, share: Share) -> Built:
    """The real site, without an address of its own."""
    site = share("site", lambda folder: build(project, folder))
    return Built(site, project / "docs")


@pytest.fixture(scope="session")
def addressed_site(project: Path, share: Share) -> Built:
    """The real site, published under a sub-path of a known host."""
    site = share("adresse", lambda folder: build(project, folder, SITE_URL))
    return Built(site, project / "docs")


@pytest.fixture(scope="session")
def tiny_site(share: Share) -> Built:
    """Two tutorials and one term: what a person can hold in mind."""
    project = share("petit-projet", lambda folder: copy_project(folder, TINY))
    site = share("petit", lambda folder: build(project, folder))
    return Built(site, project / "docs")


@pytest.fixture(scope="session")
def large_site(project: Path, share: Share) -> Built:
    """A hundred and twenty tutorials, the first ones being the real ones; the others are short."""
    body = MODEL_FILE.read_text(encoding="utf-8").split("---\n", 2)[2]
    docs = share("grand-contenu", lambda folder: generate(project / "docs", folder, 120, body))
    larger = share("grand-projet", lambda folder: copy_project(folder, docs, project))
    site = share("grand", lambda folder: build(larger, folder))
    return Built(site, larger / "docs")
