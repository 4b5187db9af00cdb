"""What a browser is asked to refuse for this site: declared once, for pages and hosts alike.

A page says what a page may say (``<meta>``), so that a host that sends no header, or a disk, is
no worse. A host says the rest, from the files that ``publish/hosts.py`` makes of this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SECURITY: Mapping[str, str] = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        # No text becomes a script, or a part of a page, but through js/head/05-trust.js.
        "require-trusted-types-for": "'script'",
        "trusted-types": "default",
    }
)
"""The Content-Security-Policy, directive by directive: the same in a page and from a host."""

BY_HOST_ALONE: Mapping[str, str] = MappingProxyType({"frame-ancestors": "'none'"})
"""Directives that a page cannot give: no other site shows ours within its own."""

REFERRER = "no-referrer"
"""Nobody is told which tutorial one comes from."""

UNUSED_POWERS = (
    *("accelerometer", "camera", "display-capture", "gyroscope"),
    *("hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb"),
)
"""What no page asks for: even a script that got in could not."""

OWN_POWERS = ("geolocation",)
"""What a page of ours may ask the person for, and no other site within it: where help is near. The
position stays in the browser (js/near.js)."""

ONE_YEAR = 31_536_000
"""In seconds."""
ALWAYS_ASK_AGAIN = "no-cache"
KEEP_FOR_EVER = f"public, max-age={ONE_YEAR}, immutable"
"""What is in ``assets/`` has the name of its content: another content has another name."""


def content_security_policy(*directives: Mapping[str, str]) -> str:
    """Return what a browser reads: ``default-src 'none'; script-src 'self'``."""
    return "; ".join(f"{name} {value}" for each in directives for name, value in each.items())


IN_A_PAGE = content_security_policy(SECURITY)
"""The policy as ``<meta>`` gives it."""

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": content_security_policy(SECURITY, BY_HOST_ALONE),
        # Not the sub-domains: they are of whoever has them.
        "Strict-Transport-Security": f"max-age={ONE_YEAR}",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": REFERRER,
        "Permissions-Policy": ", ".join(
            (
                *(f"{power}=()" for power in UNUSED_POWERS),
                *(f"{power}=(self)" for power in OWN_POWERS),
            )
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)
"""What a host sends with every answer."""
