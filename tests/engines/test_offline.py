"""Without a connection, in Firefox: what was read stays, one version at a time.

Chromium has more of it, in ``tests/browser/test_offline.py``. Firefox lets a worker in over http on
this machine, headless too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.conftest import opened
from tests.engines.engine import Engine
from tests.site.builds import TINY, build, copy_project
from tests.site.plain_host import hosted

PHOTO = "tutoriels/photos/envoyer-une-photo/"
FORMER, LATTER = "J’envoie une photo", "Aujourd’hui, J’envoie une photo"
BUTTON = ".fil-keep button"


@pytest.fixture
def reader() -> Iterator[Engine]:
    engine = opened("firefox")
    try:
        yield engine
    finally:
        engine.close()


ASKED = "(filTold = null, ({promise}).then(function (told) {{ filTold = !!told; }}), 1)"


def becomes_true(reader: Engine, promise: str) -> None:
    """Wait until what a page promises is true; a no is asked again."""
    asked = ASKED.format(promise=promise)
    reader.tell(asked)

    def is_true() -> bool:
        told = reader.tell("filTold")
        if told is False:
            reader.tell(asked)
        return told is True

    reader.until(promise, is_true)


def title(reader: Engine) -> str:
    return " ".join(str(reader.tell("document.querySelector('h1').innerText")).split())


def test_a_visit_a_call_and_a_new_version(reader: Engine, tmp_path: Path) -> None:
    project, site = copy_project(tmp_path / "projet", TINY), tmp_path / "site"
    build(project, site)
    reader.resize(390, 844)
    with hosted(site) as host:
        visits_a_page(reader, host.home)
        keeps_everything(reader, host.home)
        begins_a_call(reader, host.home)
        publishes_another(project, site)
        goes_on_with_the_former(reader, host.home)
        takes_the_new_one_at_home(reader, host.home)
    # Nobody answers any more.
    reader.open(host.home + PHOTO)
    assert LATTER in title(reader)
    reader.open(f"{host.home}{PHOTO}telephone/")
    reader.until_told("!!document.querySelector('.fil-desk')")
    reader.open(f"{host.home}themes/photos/")
    assert reader.sees(LATTER)


def visits_a_page(reader: Engine, home: str) -> None:
    reader.open(home + PHOTO)
    becomes_true(reader, "navigator.serviceWorker.ready.then(r => r.active.state === 'activated')")
    becomes_true(reader, "caches.match(location.href)")
    assert FORMER in title(reader)


def keeps_everything(reader: Engine, home: str) -> None:
    reader.open(f"{home}hors-ligne/")
    reader.press(BUTTON)
    reader.until("Tout est gardé", lambda: reader.sees("Tout est gardé"))


def begins_a_call(reader: Engine, home: str) -> None:
    reader.open(f"{home}{PHOTO}telephone/")
    reader.press(".fil-start")
    reader.until_told("!!document.querySelector('.fil-now-words')")
    assert FORMER in title(reader)


def publishes_another(project: Path, site: Path) -> None:
    photo = project / "docs" / f"{PHOTO.rstrip('/')}.md"
    text = photo.read_text(encoding="utf-8")
    changed = text.replace('titre: "', 'titre: "Aujourd’hui, ').replace("Ouvrez", "Prenez")
    photo.write_text(changed, encoding="utf-8")
    build(project, site)


def goes_on_with_the_former(reader: Engine, home: str) -> None:
    """The new version is whole already, and waits; the call under way does not see it."""
    thread = "document.querySelector('.fil-now-words').innerText"
    before = reader.tell(thread)
    reader.tell("(navigator.serviceWorker.ready.then(r => r.update()), 1)")
    becomes_true(reader, "navigator.serviceWorker.ready.then(r => r.waiting)")
    assert reader.tell(thread) == before
    reader.open(f"{home}{PHOTO}telephone/")
    reader.until_told("!!document.querySelector('.fil-now-words')")
    assert reader.tell(thread) == before
    assert LATTER not in title(reader)
    reader.open(home + PHOTO)
    assert LATTER not in title(reader)


def takes_the_new_one_at_home(reader: Engine, home: str) -> None:
    """The home page, alone open, goes to the new version; the former is gone."""
    reader.open(home)
    reader.until_told("performance.navigation.type === 1 && document.readyState === 'complete'")
    # What was seen, and one whole version.
    becomes_true(reader, "caches.keys().then(names => names.length === 2)")
