"""Real servers, given the blocks of the guide for hosts."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

from tests.engines.program import free_port
from tests.site.builds import REPOSITORY

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


class SilentServerError(Exception):
    """This server did not start; the message is what it said."""


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
def started(command: list[str], port: int, here: Path) -> Iterator[None]:
    """Run a server while it is needed; raises SilentServerError when it does not answer."""
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
                    raise SilentServerError(f"{command[0]} : {log.read()}") from None
                time.sleep(0.05)
        yield
    finally:
        server.terminate()
        server.wait()
        log.close()


@contextmanager
def serving(name: str, site: Path, here: Path) -> Iterator[int]:
    """Serve ``site`` as the guide says; yield the port."""
    port = free_port()
    with started(SERVERS[name](site, here, port), port, here):
        yield port


def ask(port: int, address: str, encoding: str = "") -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", address, headers={"Accept-Encoding": encoding} if encoding else {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body
