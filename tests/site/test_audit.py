"""``make audit`` without its judges: its host, its locked tools, what it says when one lacks."""

from __future__ import annotations

import gzip
import json
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.audit import scripts, tools
from tests.audit.host import hosted
from tests.site.builds import REPOSITORY, Built

AUDIT = REPOSITORY / "tests" / "audit"


def test_the_host_compresses_and_keeps_what_is_hashed(real_site: Built) -> None:
    sheet = next(real_site.site.glob("assets/site.*.css"))
    expected = {
        "": (200, "text/html; charset=utf-8", "no-cache", real_site.site / "index.html"),
        f"assets/{sheet.name}": (
            *(200, "text/css; charset=utf-8"),
            *("public, max-age=31536000, immutable", sheet),
        ),
        "nulle/part/": (404, "text/html; charset=utf-8", "no-cache", real_site.site / "404.html"),
    }
    with hosted(real_site.site) as home:
        connection = HTTPConnection(urlsplit(home).netloc)
        for address, (status, kind, kept, file) in expected.items():
            connection.request("GET", f"/{address}")
            answer = connection.getresponse()
            assert answer.status == status
            assert answer.headers["Content-Type"] == kind
            assert answer.headers["Cache-Control"] == kept
            assert answer.headers["Content-Encoding"] == "gzip"
            assert gzip.decompress(answer.read()) == file.read_bytes()
        connection.close()


def test_every_tool_is_locked_by_its_hash_and_by_no_host() -> None:
    text = (AUDIT / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: value for name, value in json.loads(text)["packages"].items() if name}
    judges = ("@biomejs/biome", "lighthouse", "typescript", "vnu-jar")
    assert {f"node_modules/{name}" for name in judges} <= {*packages}
    assert [name for name, value in packages.items() if "sha512-" not in value["integrity"]] == []
    assert "://" not in text
    wanted = json.loads((AUDIT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    for name, version in wanted.items():
        assert packages[f"node_modules/{name}"]["version"] == version


def test_each_remark_of_a_judge_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    said = """a/b.js(3,14): error TS2304: Cannot find name 'y'.
  It goes on: a.js(1,1): error TS1: no.
error TS18003: No inputs were found.
"""
    monkeypatch.setattr(scripts, "_output", lambda *_: said)
    assert scripts.check_types() == [
        scripts.Remark("TS2304", "a/b.js", 3, "Cannot find name 'y'."),
        scripts.Remark("TS18003", "", 0, "No inputs were found."),
    ]
    found = {
        "category": "lint/suspicious/noDoubleEquals",
        "location": {"path": "a.js", "start": {"line": 2, "column": 1}},
        "message": "Using == may be unsafe.",
    }
    monkeypatch.setattr(scripts, "_output", lambda *_: json.dumps({"diagnostics": [found]}))
    assert scripts.lint() == [
        scripts.Remark("lint/suspicious/noDoubleEquals", "a.js", 2, "Using == may be unsafe.")
    ]


def test_a_missing_tool_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.audit.tools.shutil.which", lambda _name: None)
    with pytest.raises(tools.MissingToolError, match=r"^L’audit demande encore : .*nodejs.*\.$"):
        tools.check_tools()
    monkeypatch.setattr("tests.audit.tools.shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(tools, "CHECKER", AUDIT / "absent.jar")
    with pytest.raises(tools.MissingToolError, match="make audit"):
        tools.check_tools()
