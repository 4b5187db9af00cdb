"""A build is made aside: whatever happens to it, readers keep a whole site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boutdufil.publish.swap import publish


def building(name: str) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        folder.mkdir()
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
