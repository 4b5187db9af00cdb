"""What a host has to be told: headers, how long to keep a file, the page of lost visitors.

Each host has its own words for it; ``pages/policy.py`` says what they all say.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from boutdufil.pages.policy import ALWAYS_ASK_AGAIN, HEADERS, KEEP_FOR_EVER

FOLDER = "hebergement"
NETLIFY = "_headers"
"""Read at the root of what is published, by Netlify and Cloudflare Pages."""

NAMED_BY_CONTENT = r"/assets/(search/)?[\w-]+\.[0-9a-f]+\.\w+$"
"""``/assets/site.6ecfa4bb73.css``, under any path; not ``/themes/assets/``. A browser keeps it."""


def host_files(site_url: str) -> Iterator[tuple[str, str]]:
    """Yield the files for hosts, by address; ``site_url`` tells under which path the site is."""
    base = urlsplit(site_url).path or "/"
    yield NETLIFY, netlify(base)
    yield f"{FOLDER}/nginx.conf", nginx(base)
    yield f"{FOLDER}/Caddyfile", caddy(base)


def netlify(base: str) -> str:
    """Return a ``_headers`` file."""
    lines = [f"{base}*"]
    lines += [f"  {name}: {value}" for name, value in HEADERS.items()]
    lines += [f"  Cache-Control: {ALWAYS_ASK_AGAIN}", f"{base}assets/*"]
    # These hosts join the values of the rules that apply: the former one is taken away first.
    lines += ["  ! Cache-Control", f"  Cache-Control: {KEEP_FOR_EVER}"]
    return _text(lines)


def nginx(base: str) -> str:
    """Return what a ``server { … }`` of nginx includes."""
    lines = [
        "# À inclure dans « server { … } » : « include …/hebergement/nginx.conf; ».",
        f'set $fil_garde "{ALWAYS_ASK_AGAIN}";',
        # One level alone: a block with a header of its own would lose all of these.
        f'if ($uri ~ "{NAMED_BY_CONTENT}") {{ set $fil_garde "{KEEP_FOR_EVER}"; }}',
        # Not « always »: nobody keeps for a year that a file is missing.
        "add_header Cache-Control $fil_garde;",
    ]
    lines += [f'add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    lines += [
        "gzip_static on;",
        "# Avec le module de Brotli (libnginx-mod-http-brotli-static, sous Debian) :",
        "# brotli_static on;",
        f"error_page 404 {base}404.html;",
    ]
    return _text(lines)


def caddy(base: str) -> str:
    """Return what the site of a Caddyfile imports."""
    lines = [
        "# À importer dans le bloc du site : « import …/hebergement/Caddyfile ».",
        "header {",
        *(f"\t{name} `{value}`" for name, value in HEADERS.items()),
        "}",
        f"@fil_garde path_regexp `{NAMED_BY_CONTENT}`",
        f"@fil_demande not path_regexp `{NAMED_BY_CONTENT}`",
        f"header @fil_garde Cache-Control `{KEEP_FOR_EVER}`",
        f"header @fil_demande Cache-Control `{ALWAYS_ASK_AGAIN}`",
        # Not « handle_errors 404 », which the Caddy of Debian 12 does not know.
        "handle_errors {",
        "\t@fil_absent expression {err.status_code} == 404",
        "\thandle @fil_absent {",
        f"\t\theader Cache-Control `{ALWAYS_ASK_AGAIN}`",
        f"\t\trewrite * {base}404.html",
        "\t\tfile_server",
        "\t}",
        "}",
    ]
    return _text(lines)


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"
