"""What one machine serves: Debian's nginx as the guide says, asked for a bit of everything by wrk.

On this machine alone, for ten seconds, eight visitors at once, each asking again as soon as it is
answered. Both programs share the processors: a host of one's own serves more. What a visit asks for
says how many visits that is.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from math import lcm
from pathlib import Path

from boutdufil.tools.browser import chromium
from tests.bench_search import PAGES, opened, weight
from tests.browser.story import served
from tests.site.real_hosts import serving

SECONDS, VISITORS = 10, 8
MIX: Mapping[str, tuple[int, Sequence[str]]] = {
    "home": (5, ("index.html",)),
    "tutorials": (20, ("tutoriels/*/*/index.html",)),
    "phone pages": (10, ("tutoriels/*/*/telephone/index.html",)),
    "search shards": (15, ("assets/search/*.js", "recherche/sommaire.js")),
    "styles, scripts, fonts": (50, ("assets/*.css", "assets/*.js", "assets/*.woff2")),
}
"""In a hundred requests, how many are for each kind of file; those of a kind have equal parts."""
TOOLS = {"nginx": "nginx-light", "wrk": "wrk"}
"""What it takes, and its Debian package."""

VISITS: Mapping[str, Sequence[str]] = {
    "to read": (PAGES["home"], f"{PAGES['search']}?q=message suspect", PAGES["tutorial"]),
    "to call": (PAGES["home"], f"{PAGES['search']}?q=message suspect", PAGES["phone"]),
}
"""What someone who comes for the first time opens, one page after the other."""


def measure_visits(site: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the bytes that a first visit asks of the host, compressed, each file once."""
    with chromium() as browser, served(site) as home:
        for why, addresses in VISITS.items():
            with opened(browser, home, site) as tab:
                for address in addresses:
                    tab.opens(address)
                    tab.page.wait_for_load_state("networkidle")
                files = {*tab.files}
            told = {"requests": len(files), "gzip": sum(map(weight, files))}
            yield "first visit", {"visit": why, "pages": len(addresses), **told}


def files_of_kind(site: Path, patterns: Sequence[str]) -> list[str]:
    """Return the addresses of the files of one kind, counted from the root of the host."""
    found = (file for pattern in patterns for file in sorted(site.glob(pattern)))
    return [f"/{file.relative_to(site).as_posix().removesuffix('index.html')}" for file in found]


def weights(kinds: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return how often each address is asked for, in whole numbers."""
    whole = lcm(*(len(addresses) for addresses in kinds.values()))
    return {
        address: MIX[kind][0] * whole // len(addresses)
        for kind, addresses in kinds.items()
        for address in addresses
    }


def measure_load(site: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what one machine serves of a site, and how long the slowest answers take."""
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if missing:
        yield "mixed reads", {"missing": f"sudo apt install {' '.join(missing)}"}
        return
    kinds = {kind: files_of_kind(site, patterns) for kind, (_, patterns) in MIX.items()}
    with tempfile.TemporaryDirectory(prefix="charge-") as folder:
        told = asked(site, Path(folder), weights(kinds))
    seconds = told["microseconds"] / 1_000_000
    yield (
        "mixed reads",
        {
            "server": "nginx",
            "mix": {f"{kind}, {len(kinds[kind])} files": part for kind, (part, _) in MIX.items()},
            "visitors": VISITORS,
            "requests_per_second": round(told["requests"] / seconds),
            "megabytes_per_second": round(told["bytes"] / seconds / 1_000_000, 1),
            "bytes_per_request": round(told["bytes"] / told["requests"]),
            "p50_milliseconds": told["p50"] / 1000,
            "p99_milliseconds": told["p99"] / 1000,
            "lost": told["lost"],
        },
    )


def asked(site: Path, folder: Path, often: Mapping[str, int]) -> dict[str, int]:
    """Ask nginx for the addresses of ``site``; return what wrk counted."""
    listed = folder / "adresses"
    listed.write_text("".join(f"{weight} {address}\n" for address, weight in often.items()))
    with serving("nginx", site, folder) as port:
        command = ["wrk", "--threads=1", f"--connections={VISITORS}", f"--duration={SECONDS}s"]
        script = Path(__file__).with_suffix(".lua")
        address = f"http://127.0.0.1:{port}/"
        run = subprocess.run(
            [*command, f"--script={script}", address, "--", str(listed)],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    counted: dict[str, int] = json.loads(run.stdout.splitlines()[-1])
    return counted
