"""What building costs: ``python -m tests.bench`` (``make bench``) prints one JSON object a line.

Nothing here asserts a time: the numbers are read by people, on their own machine. What a
browser loads, and how long it takes to answer, is in ``tests.bench_search``; what one machine
serves, in ``tests.bench_load``; what other tools take for the same, in ``tests.bench_peers``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench_load import measure_load, measure_visits
from tests.bench_peers import ROUNDS, run_pairs
from tests.bench_peers import SIZES as PAIRS_SIZES
from tests.bench_search import build_index, measure_pages, measure_search
from tests.bench_walk import measure_walk
from tests.generated_content import generate, generate_stock
from tests.peers.projects import PEERS, copy_project

REPOSITORY = Path(__file__).parents[1]
SIZES = (12, 1000)
GRAND = 10_000


@dataclass(frozen=True)
class Cost:
    """What a process took."""

    seconds: float
    peak_megabytes: float


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Run ``command`` in ``folder``; raise ``CalledProcessError`` when it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("SITE_URL", None)
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.stderr.buffer.write(output.read())
            raise subprocess.CalledProcessError(process.returncode, command)
    # Linux counts in kibibytes.
    return Cost(round(seconds, 2), round(usage.ru_maxrss / 1024, 1))


def rebuild(project: Path, site: Path) -> float:
    """Return the seconds that a preview takes to show one edit, its beginning apart."""
    from mkdocs.config import load_config

    from boutdufil.edge.previewing import Preview

    url = "http://127.0.0.1:8000/"
    preview = Preview(
        lambda: load_config(str(project / "mkdocs.yml"), site_dir=str(site), site_url=url)
    )
    edited = min((project / "docs" / "tutoriels").rglob("*.md"))
    page = edited.relative_to(project / "docs").with_suffix("") / "index.html"
    assert preview.edition[page.as_posix()]
    text = edited.read_text("utf-8")
    edited.write_text(text.replace("## Étapes", "Une phrase de plus.\n\n## Étapes", 1), "utf-8")
    start = time.perf_counter()
    preview.follow()
    assert b"Une phrase de plus." in preview.edition[page.as_posix()]
    seconds = time.perf_counter() - start
    edited.write_text(text, "utf-8")
    return round(seconds, 2)


def report(measured: str, **values: object) -> None:
    """Print one measure."""
    print(json.dumps({"measure": measured, **values}, ensure_ascii=False), flush=True)


def _alone(option: str, folder: Path) -> str:
    """Measure in another process: the memory of this one would count in those it starts."""
    command = [sys.executable, "-m", "tests.bench", option, str(folder)]
    found = subprocess.run(command, cwd=REPOSITORY, check=True, stdout=subprocess.PIPE, text=True)
    return found.stdout


def cold_build(folder: Path, size: int) -> tuple[Path, Path, Cost]:
    """Build a site of ``size`` tutorials, index and shards apart too."""
    project = copy_project(folder / f"fil-{size}")
    generate(REPOSITORY / "docs", project / "docs", size)
    site = folder / f"site-{size}"
    fil = [sys.executable, "-m", "boutdufil.edge.cli", "site", "--dossier", str(site)]
    cost = measure(fil, project)
    report("cold build", tutorials=size, **asdict(cost))
    report("search index", tutorials=size, **json.loads(_alone("--index", project / "docs")))
    return project, site, cost


def run_all(folder: Path, sizes: Sequence[int]) -> None:
    """Measure everything, in ``folder``."""
    for size in sizes:
        project, site, cost = cold_build(folder, size)
        for name, values in measure_pages(site):
            report(name, tutorials=size, **values)
        for name, values in measure_walk(site):
            report(name, tutorials=size, **values)
        seconds = float(_alone("--rebuild", project))
        report("rebuild after one edit", tutorials=size, seconds=seconds)
        if size < max(sizes):
            continue
        for name, values in (*measure_visits(site), *measure_load(site)):
            report(name, tutorials=size, **values)
        for name, values in measure_search(site):
            report(name, tutorials=size, **values)
        compare_with_stock(folder / "material", project / "docs", size, cost)


def run_grand(folder: Path) -> None:
    """Measure time, memory and sizes of a site as large as numbers allow."""
    _project, site, _cost = cold_build(folder, GRAND)
    for name, values in measure_search(site, timed=False):
        report(name, tutorials=GRAND, **values)


def compare_with_stock(stock: Path, docs: Path, size: int, ours: Cost) -> None:
    """Build the same tutorials with stock Material."""
    generate_stock(docs, stock)
    cost = measure([sys.executable, "-m", "mkdocs", "build", "--quiet"], stock)
    report("stock Material", tutorials=size, **asdict(cost))
    report(
        "ratio to stock Material",
        tutorials=size,
        seconds=round(ours.seconds / cost.seconds, 3),
        peak_megabytes=round(ours.peak_megabytes / cost.peak_megabytes, 3),
    )


def _numbers(written: str) -> tuple[int, ...]:
    """Read « 100,1000 »."""
    return tuple(int(each) for each in written.split(","))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many tutorials")
    parser.add_argument("--grand", action="store_true", help=f"{GRAND} tutorials, and nothing else")
    parser.add_argument(
        "--marche", type=Path, metavar="SITE", help="a built site: how near help is, nothing else"
    )
    parser.add_argument(
        "--charge", type=Path, metavar="SITE", help="a built site: what nginx serves, nothing else"
    )
    parser.add_argument("--pairs", action="store_true", help="ours beside its peers, nothing else")
    parser.add_argument("--tours", type=int, default=ROUNDS, help="with --pairs: how many rounds")
    parser.add_argument(
        "--tailles", type=_numbers, default=PAIRS_SIZES, help="with --pairs: 100,1000,3000,10000"
    )
    parser.add_argument(
        "--outils",
        nargs="+",
        choices=PEERS,
        default=[*PEERS],
        help="with --pairs: those that a size is within reach of",
    )
    parser.add_argument(
        "--garder", action="store_true", help="with --pairs: keep the figures for the page"
    )
    parser.add_argument("--rebuild", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--index", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="banc-") as folder:
        if options.rebuild:
            print(rebuild(options.rebuild, Path(folder)))
        elif options.index:
            print(json.dumps(build_index(options.index)))
        elif options.pairs:
            run_pairs(
                *(Path(folder), options.tailles, options.tours, options.outils),
                is_kept=options.garder,
                report=report,
            )
        elif options.charge:
            site = options.charge.resolve()
            for name, values in (*measure_visits(site), *measure_load(site)):
                report(name, **values)
        elif options.marche:
            for name, values in measure_walk(options.marche):
                report(name, **values)
        elif options.grand:
            run_grand(Path(folder))
        else:
            run_all(Path(folder), options.sizes)


if __name__ == "__main__":
    main()
