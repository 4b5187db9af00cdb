"""The blocks of the guide for hosts, given to real servers: what they send is what is promised."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest

from boutdufil.pages.policy import ALWAYS_ASK_AGAIN, HEADERS, KEEP_FOR_EVER
from boutdufil.publish.compressed import compressed
from boutdufil.publish.hosts import host_files
from boutdufil.publish.whole import files_of
from tests.engines.program import free_port
from tests.site.builds import REPOSITORY, Built

GUIDE = REPOSITORY / "docs" / "contribuer" / "heberger.md"
WRITTEN_ROOT = "/srv/au-bout-du-fil/site"
PATIENCE = 10
"""Seconds that a server may take to answer."""
NGINX = """
daemon off; pid {here}/nginx.pid; error_log {here}/error.log; {user}
events {{}}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {here}/a; proxy_temp_path {here}/b; fastcgi_temp_path {here}/c;
  uwsgi_temp_path {here}/d; scgi_temp_path {here}/e;
  {block}
}}
"""
Answer = tuple[int, HTTPMessage, bytes]


@pytest.fixture(scope="module")
def published(tiny_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site at the root of its host, as « make site » leaves it."""
    site = tmp_path_factory.mktemp("hote") / "site"
    shutil.copytree(tiny_site.site, site)
    for name, text in host_files(""):
        (site / name).write_text(text, encoding="utf-8")
    for name, packed in compressed(files_of(site), None):
        (site / name).write_bytes(packed)
    return site


def blocks() -> Mapping[str, str]:
    """Return the blocks of the guide, by the word that each begins with."""
    found = re.findall(
        r"^```\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return {block.split()[0]: block for block in found}


def of_nginx(site: Path, here: Path, port: int) -> list[str]:
    block = blocks()["server"].replace("listen 443 ssl", f"listen 127.0.0.1:{port}")
    user = "user root;" if os.getuid() == 0 else ""
    text = NGINX.format(here=here, user=user, block=block.replace(WRITTEN_ROOT, str(site)))
    (here / "nginx.conf").write_text(text)
    return ["nginx", "-c", str(here / "nginx.conf"), "-p", str(here)]


def of_caddy(site: Path, here: Path, port: int) -> list[str]:
    block = blocks()["exemple.fr"].replace("exemple.fr {", f"http://127.0.0.1:{port} {{")
    text = "{\n\tadmin off\n}\n" + block.replace(WRITTEN_ROOT, str(site))
    (here / "Caddyfile").write_text(text)
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(here / "Caddyfile")]


SERVERS = {"nginx": of_nginx, "caddy": of_caddy}


@contextmanager
def serving(name: str, site: Path, here: Path) -> Iterator[int]:
    if not shutil.which(name):
        pytest.skip(f"{name} n’est pas installé")
    port = free_port()
    command = SERVERS[name](site, here, port)
    log = (here / "log").open("w+")
    server = subprocess.Popen(
        command, stdout=log, stderr=log, env={**os.environ, "HOME": str(here)}
    )
    try:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                if server.poll() is not None or time.monotonic() > end:
                    log.seek(0)
                    pytest.fail(f"{name} : {log.read()}")
                time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait()
        log.close()


def ask(port: int, address: str, encoding: str = "") -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", address, headers={"Accept-Encoding": encoding} if encoding else {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


@pytest.mark.parametrize("name", SERVERS)
def test_the_guide_s_blocks_hold_what_they_promise(
    name: str, published: Path, tmp_path: Path
) -> None:
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
