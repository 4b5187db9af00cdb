"""Ours beside its peers: ``python -m tests.bench --pairs`` prints one JSON object a line.

The same tutorials, with each tool alone, one after the other, then again: what slows the machine
for a while does not fall on one of them. Every build is from nothing, in a new folder. What a tool
gives is measured once: it is the same at each round.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from compileall import compile_dir
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median

from boutdufil.kinds.performances.values import Figures, Measured
from boutdufil.tools.browser import chromium
from tests.generated_content import generate
from tests.peers.projects import PEERS, Peer
from tests.peers.reader import downloaded, words
from tests.peers.record import keep
from tests.peers.tools import Tools, installed
from tests.supply.locks import PAIRS, ROOT, locked

SIZES = (100,)
ROUNDS = 3
OURS, MATERIAL = "Notre outil", "Material"
WATCH = ROOT / "tests" / "peers" / "watch.py"
LOST_WORDS = 0.1
"""The part of the words of a page that a tool may lose: more, and it did not do the same work."""


@dataclass(frozen=True)
class Took:
    """What one build took."""

    seconds: float
    cpu_seconds: float
    peak_megabytes: float


MEASURES = ("seconds", "cpu_seconds", "peak_megabytes")


@dataclass(frozen=True)
class Given:
    """What is published: its size, its pages, and what a reader downloads of it."""

    bytes: int
    files: int
    pages: int
    words: int
    first_page_gzip: int | None = None
    first_search_gzip: int | None = None


@dataclass(frozen=True)
class Failure:
    """A tool that could not build; what it said was shown."""

    peer: Peer


@dataclass(frozen=True)
class Result:
    """What a tool took at each round, and what it gave."""

    peer: Peer
    took: tuple[Took, ...]
    given: Given

    @property
    def median(self) -> Took:
        """The median of each measure."""
        return Took(*(median(getattr(each, name) for each in self.took) for name in MEASURES))

    def told(self) -> dict[str, object]:
        """Return the medians, how far the rounds are apart, and what was given."""
        seconds = [each.seconds for each in self.took]
        spread = {"rounds": len(seconds), "fastest": min(seconds), "slowest": max(seconds)}
        return {**asdict(self.median), **spread, **asdict(self.given)}


def build(peer: Peer, project: Path, tools: Tools) -> Took:
    """Build a project; raises CalledProcessError when a command fails.

    Commands follow each other: their times add up, and the memory is that of the hungriest.
    """
    found = [_watched(command, project, tools) for command in peer.commands(tools)]
    return Took(
        seconds=round(sum(each.seconds for each in found), 3),
        cpu_seconds=round(sum(each.cpu_seconds for each in found), 3),
        peak_megabytes=max(each.peak_megabytes for each in found),
    )


def _watched(command: Sequence[str], project: Path, tools: Tools) -> Took:
    watch = [str(tools.python), str(WATCH), str(project), *command]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for name in ("SITE_URL", "PYTHONDONTWRITEBYTECODE"):
        environment.pop(name, None)
    ran = subprocess.run(watch, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return Took(**json.loads(ran.stdout))


def given(peer: Peer, site: Path) -> Given:
    """Measure what is published, and open it as a reader does."""
    files = [file for file in site.rglob("*") if file.is_file()]
    with chromium() as browser:
        read = downloaded(browser, peer, site)
    return Given(
        bytes=sum(file.stat().st_size for file in files),
        files=len(files),
        pages=sum(file.suffix == ".html" for file in files),
        words=words(peer, site),
        **read,
    )


def built(
    peers: Sequence[Peer], folder: Path, size: int, rounds: int, tools: Tools
) -> Iterator[Result | Failure]:
    """Build ``size`` tutorials with each tool in turn, ``rounds`` times; yield what each did."""
    content = folder / "contenu"
    generate(ROOT / "docs", content, size)
    took: dict[str, list[Took]] = {peer.name: [] for peer in peers}
    gave: dict[str, Given] = {}
    failed: dict[str, Failure] = {}
    for _round in range(rounds):
        for peer in peers:
            if peer.name in failed:
                continue
            project = folder / "projet"
            peer.write(content, project, tools)
            try:
                took[peer.name].append(build(peer, project, tools))
            except subprocess.CalledProcessError:
                failed[peer.name] = Failure(peer)
            else:
                gave[peer.name] = gave.get(peer.name) or given(peer, project / peer.site)
            shutil.rmtree(project)
    for peer in peers:
        yield failed.get(peer.name) or Result(peer, tuple(took[peer.name]), gave[peer.name])


def check_same_work(results: Sequence[Result]) -> None:
    """Raise ValueError when a tool has lost words of the page that Material shows whole.

    Ours says part of them elsewhere: on the page for the phone.
    """
    shown = {result.peer.name: result.given.words for result in results}
    whole = min((shown[name] for name in shown if name.startswith(MATERIAL)), default=0)
    for name, count in shown.items():
        if name != OURS and count < whole * (1 - LOST_WORDS):
            raise ValueError(f"{name} shows {count} words of the same page, Material {whole}")


def ratios(results: Sequence[Result]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what ours took and gave for one of each other: under one, ours is the smaller."""
    ours = next((result for result in results if result.peer.name == OURS), None)
    for other in results:
        if ours is None or other is ours:
            continue
        pairs = {
            name: (getattr(ours.median, name), getattr(other.median, name)) for name in MEASURES
        }
        pairs |= {
            name: (getattr(ours.given, name), getattr(other.given, name))
            for name in ("bytes", "files", "first_page_gzip", "first_search_gzip")
        }
        yield (
            other.peer.name,
            {name: round(mine / its, 3) for name, (mine, its) in pairs.items() if mine and its},
        )


def versions(peer: Peer) -> str:
    """Return the versions of what a tool is, for a person to read."""
    if peer.is_from_npm:
        with (ROOT / "tests/peers/package.json").open("rb") as file:
            return ", ".join(json.load(file)["devDependencies"].values())
    lock = locked(PAIRS)
    return ", ".join(
        lock[name].version if name in lock else version(name) for name in peer.versions
    )


def machine() -> str:
    """Return what the measures were made on, for a person to read."""
    told = Path("/proc/cpuinfo").read_text("utf-8")
    models = [
        line.partition(": ")[2] for line in told.splitlines() if line.startswith("model name")
    ]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return ", ".join(
        (
            f"{models[0] if models else platform.machine()}",
            f"{os.cpu_count()} cœurs",
            f"{memory:.0f} Gio",
            f"{platform.system()} {platform.machine()}",
            f"Python {platform.python_version()}",
        )
    )


def run_pairs(
    folder: Path,
    sizes: Sequence[int],
    rounds: int,
    names: Sequence[str],
    *,
    is_kept: bool,
    report: Callable[..., None],
) -> None:
    """Compare the tools that are named, at each size; keep the figures when ``is_kept``."""
    tools = installed()
    # As pip does of the others, once they are installed.
    compile_dir(ROOT / "hooks", quiet=1)
    wanted = [peer for name, peer in PEERS.items() if name in names]
    peers = [peer for peer in wanted if tools.modules or not peer.is_from_npm]
    for peer in wanted:
        if peer not in peers:
            report("peer left out", tool=peer.name, missing="npm")
    for size in sizes:
        here = folder / f"taille-{size}"
        found = [*built(peers, here, size, rounds, tools)]
        results = [each for each in found if isinstance(each, Result)]
        for each in found:
            told = each.told() if isinstance(each, Result) else {"failed": True}
            report("peer", tool=each.peer.name, tutorials=size, version=versions(each.peer), **told)
        check_same_work(results)
        for name, values in ratios(results):
            report("ratio to peer", tool=name, tutorials=size, **values)
        if is_kept and results and results[0].peer.name == OURS:
            keep(measured(results, size, rounds), tools)
        shutil.rmtree(here)


def measured(results: Sequence[Result], size: int, rounds: int) -> Measured:
    """Return what the page shows of a size."""
    return Measured(
        size=size,
        rounds=rounds,
        day=date.today(),
        machine=machine(),
        tools=tuple(
            Figures(
                name=result.peer.name,
                version=versions(result.peer),
                seconds=result.median.seconds,
                cpu_seconds=result.median.cpu_seconds,
                peak_megabytes=result.median.peak_megabytes,
                megabytes=result.given.bytes / 1_000_000,
                files=result.given.files,
                pages=result.given.pages,
                first_page=_kilobytes(result.given.first_page_gzip),
                first_search=_kilobytes(result.given.first_search_gzip),
            )
            for result in results
        ),
    )


def _kilobytes(size: int | None) -> float | None:
    return None if size is None else size / 1000
