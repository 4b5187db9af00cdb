"""The two outside judges: the W3C's HTML checker (Java), and Lighthouse (Node)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.audit.access import CODE_SNIFFER, IBM
from tests.audit.scripts import BIOME, TYPES

HERE = Path(__file__).parent
CHECKER = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking"
POLICY = "Resource violates Content Security Policy.*"
"""On a disk no file is of the site « self »; the browser's tests watch the policy on a host."""
PATIENCE = 180
"""Seconds that one page may take: some machines are slow."""


class MissingToolError(Exception):
    """What the audit needs is not here; the message says what to install."""


def check_tools() -> None:
    """Raise ``MissingToolError``, in one sentence, when a judge cannot be asked."""
    programs = {"java": "default-jre-headless", "node": "nodejs", "chromium": "chromium"}
    absent = [package for program, package in programs.items() if not shutil.which(program)]
    if absent:
        raise MissingToolError(
            f"L’audit demande encore : {', '.join(absent)} (« sudo apt install »)."
        )
    if not all(tool.is_file() for tool in (CHECKER, LIGHTHOUSE, BIOME, TYPES, IBM, CODE_SNIFFER)):
        raise MissingToolError("Les outils de l’audit ne sont pas là : lancez « make audit ».")


def html_messages(pages: Sequence[Path]) -> list[dict[str, object]]:
    """Return what the W3C's checker says of these files."""
    command = [
        *("java", "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always"),
        *("--filterpattern", POLICY),
    ]
    run = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=True)
    messages: list[dict[str, object]] = json.loads(run.stdout)["messages"]
    return messages


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Lighthouse found on one page.

    ``scores`` are out of 100; ``paint`` (largest contentful paint) is in milliseconds; ``failed``
    names the audits that cost points.
    """

    scores: Mapping[str, int]
    paint: int
    shift: float
    failed: tuple[str, ...]


def lighthouse(address: str, method: str) -> Verdict:
    """Judge a page as on a cheap phone and slow 4G, ``simulate``-d or really slowed down."""
    command = [
        *("node", str(LIGHTHOUSE), address, "--quiet", "--output=json", "--output-path=stdout"),
        *(f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"),
        *(f"--throttling-method={method}", "--no-enable-error-reporting"),
    ]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    run = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=True
    )
    report = json.loads(run.stdout)
    audits, categories = report["audits"], report["categories"]
    return Verdict(
        scores={name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES},
        paint=round(audits["largest-contentful-paint"]["numericValue"]),
        shift=round(audits["cumulative-layout-shift"]["numericValue"], 4),
        failed=tuple(
            sorted(
                {
                    each["id"]
                    for name in CATEGORIES
                    for each in categories[name]["auditRefs"]
                    if each["weight"] and (audits[each["id"]]["score"] or 0) < 1
                    if audits[each["id"]]["scoreDisplayMode"] in {"binary", "numeric"}
                }
            )
        ),
    )
