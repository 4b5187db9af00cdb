"""Pages and hosts ask browsers for the same, from one declaration."""

from __future__ import annotations

import re

import pytest

from boutdufil.pages.policy import (
    ALWAYS_ASK_AGAIN,
    BY_HOST_ALONE,
    HEADERS,
    IN_A_PAGE,
    KEEP_FOR_EVER,
    REFERRER,
    SECURITY,
)
from boutdufil.publish.hosts import NAMED_BY_CONTENT, host_files
from tests.site.builds import SITE_URL, SUB_PATH, Built

FILES = dict(host_files(SITE_URL))


def netlify() -> dict[str, str]:
    """Return the headers that `_headers` gives to everything."""
    block = FILES["_headers"].split(f"{SUB_PATH}assets/*")[0]
    return dict(re.findall(r"^  ([\w-]+): (.+)$", block, re.MULTILINE))


def nginx() -> dict[str, str]:
    written = FILES["hebergement/nginx.conf"]
    return dict(re.findall(r'^add_header ([\w-]+) "([^"]+)" always;$', written, re.MULTILINE))


def caddy() -> dict[str, str]:
    block = FILES["hebergement/Caddyfile"].split("header {\n")[1].split("\n}")[0]
    return dict(re.findall(r"^\t([\w-]+) `([^`]+)`$", block, re.MULTILINE))


def test_every_host_sends_what_is_declared() -> None:
    assert nginx() == caddy() == dict(HEADERS)
    assert netlify() == {**HEADERS, "Cache-Control": ALWAYS_ASK_AGAIN}


def test_what_a_host_is_asked_for() -> None:
    assert {*HEADERS} == {
        *("Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options"),
        *("Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"),
    }
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    for value in HEADERS.values():
        assert re.fullmatch(r"[ -~]+", value)
        assert not {'"', "`", "$", "{"} & {*value}, "a sign that a host would understand"


def test_a_host_says_what_a_page_says_and_who_may_show_it() -> None:
    read = {
        directive.split(" ", 1)[0]: directive.split(" ", 1)[1]
        for directive in HEADERS["Content-Security-Policy"].split("; ")
    }
    assert read == {**SECURITY, **BY_HOST_ALONE}
    assert read["frame-ancestors"] == "'none'"
    assert not any("unsafe" in value or "http" in value or "*" in value for value in read.values())
    # A browser ignores these in a page, and says so each time.
    assert not {"frame-ancestors", "sandbox", "report-uri"} & {*SECURITY}


def test_pages_say_what_is_declared(tiny_site: Built) -> None:
    assert len(tiny_site.pages) > 20
    for path, page in tiny_site.pages.items():
        (policy,) = page.all("meta", http_equiv="Content-Security-Policy")
        assert policy["content"] == IN_A_PAGE, path
        (referrer,) = [
            each for each in page.all("meta") if each.attributes.get("name") == "referrer"
        ]
        assert referrer["content"] == REFERRER == HEADERS["Referrer-Policy"], path


def test_the_files_for_hosts_are_published(tiny_site: Built) -> None:
    for address, text in host_files(""):
        assert (tiny_site.site / address).read_text(encoding="utf-8") == text


def test_a_site_under_a_path_says_that_path() -> None:
    assert FILES["_headers"].startswith(f"{SUB_PATH}*\n")
    for name in ("hebergement/nginx.conf", "hebergement/Caddyfile"):
        assert f" {SUB_PATH}404.html" in FILES[name]
    assert dict(host_files(""))["_headers"].startswith("/*\n")


@pytest.mark.parametrize("name", ["hebergement/nginx.conf", "hebergement/Caddyfile"])
def test_only_what_is_named_by_its_content_is_kept_for_ever(name: str, tiny_site: Built) -> None:
    assert FILES[name].count(NAMED_BY_CONTENT) == FILES[name].count(KEEP_FOR_EVER) + (
        "Caddyfile" in name
    )
    for file in (each for each in tiny_site.site.rglob("*") if each.is_file()):
        address = "/aide/" + file.relative_to(tiny_site.site).as_posix()
        kept = bool(re.search(NAMED_BY_CONTENT, address))
        assert kept == ("/assets/" in address), address
    assert not re.search(NAMED_BY_CONTENT, "/themes/assets/")
    assert not re.search(NAMED_BY_CONTENT, "/assets/site.css")
