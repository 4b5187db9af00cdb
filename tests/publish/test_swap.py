"""A build is made aside: whatever happens to it, readers keep a whole site."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from boutdufil.publish import swap
from boutdufil.publish.swap import publish, write_last


def building(name: str) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "index.html").write_text(name, encoding="utf-8")

    return build


def stopping(error: BaseException) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        building("à moitié")(folder)
        raise error

    return build


def content(site: Path) -> dict[str, str]:
    """Return all that stands beside and in the site."""
    return {
        file.relative_to(site.parent).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(site.parent.rglob("*"))
        if file.is_file()
    }


def test_the_first_build_makes_the_site(tmp_path: Path) -> None:
    publish(building("un"), tmp_path / "site")
    assert content(tmp_path / "site") == {"site/index.html": "un"}


def test_a_page_that_is_no_longer_made_goes_away(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(building("un"), site)
    (site / "disparue.html").touch()
    publish(building("deux"), site)
    assert content(site) == {"site/index.html": "deux"}
    assert not site.is_symlink()


@pytest.mark.parametrize(
    "error",
    [ValueError("raté"), KeyboardInterrupt(), SystemExit(1)],
    ids=lambda e: type(e).__name__,
)
def test_a_build_that_stops_leaves_the_former_site_whole(
    tmp_path: Path, error: BaseException
) -> None:
    site = tmp_path / "site"
    publish(building("un"), site)
    with pytest.raises(type(error)) as raised:
        publish(stopping(error), site)
    assert raised.value is error
    assert content(site) == {"site/index.html": "un"}


def test_a_first_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="raté"):
        publish(stopping(ValueError("raté")), tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_what_did_not_change_keeps_its_day(tmp_path: Path, at_once: bool) -> None:
    site = tmp_path / "site"

    def build(**files: str) -> Callable[[Path], None]:
        def write(folder: Path) -> None:
            (folder / "pages").mkdir()
            for name, text in files.items():
                (folder / "pages" / name).write_text(text, encoding="utf-8")

        return write

    long_ago = 1_000_000_000_000_000_000
    publish(build(same="un", changed="un", longer="un", gone="un"), site)
    for file in (site / "pages").iterdir():
        os.utime(file, ns=(long_ago, long_ago))
    publish(build(same="un", changed="nu", longer="un deux", new="un"), site)
    days = {file.name: file.stat().st_mtime_ns for file in (site / "pages").iterdir()}
    assert {name for name, day in days.items() if day == long_ago} == {"same"}
    assert days.keys() == {"same", "changed", "longer", "new"}


def test_a_file_that_is_published_already_is_not_written_again(tmp_path: Path) -> None:
    published, fresh = tmp_path / "a", tmp_path / "b"
    published.write_bytes(b"un")
    write_last(fresh, b"un", published)
    assert fresh.samefile(published)
    fresh.unlink()
    write_last(fresh, b"deux", published)
    assert (fresh.read_bytes(), published.read_bytes()) == (b"deux", b"un")


def test_without_a_second_name_a_file_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on the disk of a camera, or where the published file is away, or a link."""
    published = tmp_path / "a"
    published.write_bytes(b"un")
    (tmp_path / "link").symlink_to(published)
    write_last(tmp_path / "b", b"un", tmp_path / "link")
    write_last(tmp_path / "c", b"un", tmp_path / "absent")

    def refused(_source: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "no second name here")

    monkeypatch.setattr(os, "link", refused)
    write_last(tmp_path / "d", b"un", published)
    for name in "bcd":
        assert (tmp_path / name).read_bytes() == b"un"
        assert not (tmp_path / name).is_symlink()
        assert not (tmp_path / name).samefile(published)


def test_a_link_in_the_published_folder_lends_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(building("un"), site)
    old = tmp_path / "ailleurs.html"
    (site / "index.html").rename(old)
    os.utime(old, ns=(0, 0))
    (site / "index.html").symlink_to(old)
    publish(building("un"), site)
    assert not (site / "index.html").is_symlink()
    assert (site / "index.html").stat().st_mtime_ns > 0
    assert old.stat().st_mtime_ns == 0


def test_a_power_cut_between_the_two_renames_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(building("un"), site)
    rename = Path.rename

    def cut(self: Path, target: Path) -> Path:
        if target == site:
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as power:
        power.setattr(Path, "rename", cut)
        power.setattr(swap, "_exchange", lambda _one, _other: False)
        with pytest.raises(KeyboardInterrupt):
            publish(building("deux"), site)
    # Even a build that fails gives the former site back.
    with pytest.raises(ValueError, match="raté"):
        publish(stopping(ValueError("raté")), site)
    assert content(site) == {"site/index.html": "un"}
    publish(building("trois"), site)
    assert content(site) == {"site/index.html": "trois"}


def test_what_a_killed_build_left_aside_is_not_published(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(building("un"), site)
    stopped: list[Path] = []

    def killed(folder: Path) -> None:
        building("à moitié")(folder)
        (folder / "reste.html").write_text("reste", encoding="utf-8")
        stopped.append(folder)

    publish(killed, site)
    building("à moitié")(stopped[0])
    (stopped[0] / "vieux.html").touch()
    publish(building("deux"), site)
    assert content(site) == {"site/index.html": "deux"}


@pytest.fixture(params=[True, False], ids=["d’un coup", "en deux fois"])
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the disk exchanges two folders at once."""
    if not request.param:
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    return bool(request.param)


def test_two_builds_at_once_each_publish_a_whole_site(tmp_path: Path, at_once: bool) -> None:
    site = tmp_path / "site"
    publish(building("un"), site)

    def meanwhile(folder: Path) -> None:
        building("deux")(folder)
        publish(building("trois"), site)
        assert content(site)["site/index.html"] == "trois"
        assert (folder / "index.html").read_text(encoding="utf-8") == "deux"

    publish(meanwhile, site)
    assert content(site) == {"site/index.html": "deux"}


def test_many_builds_at_once_leave_one_whole_site_and_no_litter(
    tmp_path: Path, at_once: bool
) -> None:
    site = tmp_path / "site"
    pages = 40

    def slowly(name: str) -> Callable[[Path], None]:
        def build(folder: Path) -> None:
            for page in range(pages):
                (folder / f"{page}.html").write_text(name, encoding="utf-8")

        return build

    with ThreadPoolExecutor(4) as builders:
        done = [builders.submit(publish, slowly(name), site) for name in "abcd" * 5]
        for each in done:
            each.result()
    found = content(site)
    assert len(found) == pages
    assert len({*found.values()}) == 1


def test_readers_never_find_the_folder_missing(tmp_path: Path) -> None:
    """Where the disk can exchange two folders, as Linux's do."""
    site = tmp_path / "site"
    publish(building("0"), site)
    if not swap._exchange(site, site):
        pytest.skip("this disk exchanges no folders")
    found: list[bool] = []
    over = Event()

    def read_on() -> None:
        while not over.is_set():
            found.append(site.is_dir())

    with ThreadPoolExecutor(1) as reader:
        reading = reader.submit(read_on)
        for each in range(200):
            publish(building(str(each)), site)
        over.set()
        reading.result()
    assert len(found) > 100
    assert all(found)


KILLED = """
import sys
from pathlib import Path
from boutdufil.publish.swap import publish

def build(folder):
    for page in range(60):
        (folder / f"{page}.html").write_text(sys.argv[2], encoding="utf-8")

print("là", flush=True)
while True:
    publish(build, Path(sys.argv[1]))
"""


def test_a_kill_at_any_moment_leaves_a_whole_site_and_the_next_build_tidies(
    tmp_path: Path,
) -> None:
    """Twenty kills, spread over what takes some milliseconds."""
    site = tmp_path / "site"
    publish(building("un"), site)
    for moment in range(20):
        run = [sys.executable, "-c", KILLED, str(site), str(moment)]
        with subprocess.Popen(run, stdout=subprocess.PIPE) as building_on:
            assert building_on.stdout is not None
            building_on.stdout.readline()
            sleep(0.003 + 0.0017 * moment)
            building_on.kill()
        files = [*site.iterdir()]
        assert len(files) in {1, 60}
        assert len({file.read_text(encoding="utf-8") for file in files}) == 1
    publish(building("enfin"), site)
    assert content(site) == {"site/index.html": "enfin"}


def test_a_web_server_may_read_what_is_published(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        publish(building("un"), tmp_path / "ici" / "site")
    finally:
        os.umask(before)
    assert (tmp_path / "ici" / "site").stat().st_mode & 0o777 == 0o755
