"""The blocks of the guide for hosts, given to real servers: what they send is what is promised."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from boutdufil.pages.policy import ALWAYS_ASK_AGAIN, HEADERS, KEEP_FOR_EVER
from boutdufil.publish.compressed import compressed
from boutdufil.publish.hosts import host_files
from boutdufil.publish.whole import Folder
from tests.site.builds import Built
from tests.site.real_hosts import SERVERS, ask, serving


@pytest.fixture(scope="module")
def published(tiny_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site at the root of its host, as « make site » leaves it."""
    site = tmp_path_factory.mktemp("hote") / "site"
    shutil.copytree(tiny_site.site, site)
    for name, text in host_files(""):
        (site / name).write_text(text, encoding="utf-8")
    for name, packed in compressed(Folder(site), None):
        (site / name).write_bytes(packed)
    return site


@pytest.mark.parametrize("name", SERVERS)
def test_the_guide_s_blocks_hold_what_they_promise(
    name: str, published: Path, tmp_path: Path
) -> None:
    if not shutil.which(name):
        pytest.skip(f"{name} n’est pas installé")
    asset = next(each for each in published.rglob("assets/site.*.css"))
    named = f"/assets/{asset.name}"
    with serving(name, published, tmp_path) as port:
        status, headers, body = ask(port, "/")
        assert (status, body) == (200, (published / "index.html").read_bytes())
        assert {key: headers[key] for key in HEADERS} == dict(HEADERS)
        assert headers["Cache-Control"] == ALWAYS_ASK_AGAIN

        status, headers, body = ask(port, named)
        assert (status, body) == (200, asset.read_bytes())
        assert headers["Cache-Control"] == KEEP_FOR_EVER

        status, headers, body = ask(port, named, "gzip")
        assert headers["Content-Encoding"] == "gzip"
        assert body == asset.with_name(f"{asset.name}.gz").read_bytes(), "made once, sent as it is"
        assert headers.get_content_type() == "text/css"

        for lost in ("/jamais/", "/assets/site.0123456789.css"):
            status, headers, body = ask(port, lost)
            assert status == 404, lost
            assert body == (published / "404.html").read_bytes(), lost
            assert {key: headers[key] for key in HEADERS} == dict(HEADERS), lost
            assert headers["Cache-Control"] != KEEP_FOR_EVER, lost
