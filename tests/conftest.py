"""What the tests share: the real taxonomy, one day, and content folders written from text."""

from __future__ import annotations

import gc
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from boutdufil.kinds.taxonomy.reading import read_taxonomy
from boutdufil.kinds.tutorial.values import FrontMatter, Source, Tutorial
from boutdufil.markup.reader import Reader
from boutdufil.model.script import Script
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.store import ELSEWHERE, FOLDER

TESTS = Path(__file__).parent
TAXONOMY_FILE = TESTS.parent / "docs" / "taxonomie.yml"
MODEL_FILE = TESTS / "goldens" / "modele.md"
TODAY = date(2026, 11, 21)

# Two runs try the same examples, and a busy machine is not a failure. To look further:
# pytest --hypothesis-profile=default
settings.register_profile("suite", deadline=None, derandomize=True)
# « make essai » tries a quarter of them: it answers while one works, and « make test » says all.
settings.register_profile("essai", settings.get_profile("suite"), max_examples=25)
# Once a night, or before a release: ten times as many, and other ones each time.
settings.register_profile(
    "nuit", deadline=None, max_examples=10 * settings.get_profile("suite").max_examples
)
settings.load_profile("suite")


def many(times: float) -> settings:
    """Return what tries ``times`` as many examples as the profile of this run."""
    return settings(max_examples=int(times * settings().max_examples))


heavy = pytest.mark.lourd
"""What takes seconds, and only « make test » runs: a lighter test beside it says the same."""

OPEN_A_BROWSER = {"browser", "engine", "compared", "visitor", "oldest"}
"""The fixtures that open a browser: whoever asks for one bears the mark ``navigateur``."""

BUILT_ONCE = {"real_site", "large_site", "tiny_site", "addressed_site"}
"""The sites that a worker reads once it has them: their tests follow each other."""

WriteTree = Callable[[Path, str], list[str]]
MakeTutorial = Callable[..., Tutorial]

_SECTION = re.compile(r"^--- (?P<kind>fichier|fiche): (?P<path>\S+)(?: \((?P<marks>[^)]+)\))?$")
_SERVICES = re.compile(r"^        - .*(?:\.fr\b|\d{4}|\d{3} \d{3}).*\n", re.MULTILINE)
"""To whom a guide hands over: a number, or a site, that reviewers know."""
REQUIRED = {
    "index.md": "---\ntitre: Accueil\n---\n\nBonjour.\n",
    "numeros.yml": "numeros: []\n",
    "relecture.yml": "mots: []\n",
}
"""The files without which a content is wrong."""
_FIRST_PATHS = re.compile(r"^    parcours:\n(?:      .*\n)+", re.MULTILINE)
"""The first paths of an audience: what stands more to the right than their key."""
_ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "BOM": lambda raw: b"\xef\xbb\xbf" + raw,
    "CRLF": lambda raw: raw.replace(b"\n", b"\r\n"),
    "NFD": lambda raw: unicodedata.normalize("NFD", raw.decode()).encode(),
    "cp1252": lambda raw: raw.decode().encode("cp1252"),
    "1 Mo": lambda raw: raw + b"Je recommence. " * (1_000_000 // 15),
}
_LINK = "lien"
"""The mark of a file that is a link: its text says where it leads."""
_REPEATED = re.compile(r"dernière ligne × (\d+)")


def pytest_configure() -> None:
    """Let every site that is built read from the same store: a file is read once for all."""
    os.environ.setdefault(ELSEWHERE, str(TESTS.parent / FOLDER))


def pytest_collection_finish() -> None:
    """Let the collector of cycles be: it would count again and again what the run will keep."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A browser waits now and then: one worker more than the machine has cores fills its time."""
    cores = len(os.sched_getaffinity(0))
    return cores if "not navigateur" in config.option.markexpr else cores + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if OPEN_A_BROWSER & {*getattr(item, "fixturenames", ())}:
            item.add_marker("navigateur")
    # A worker that has no more takes from the end of what waits for another: long tests go first.
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    """Tell where a test goes: those of a site first, then those of a browser."""
    if item.get_closest_marker("navigateur"):
        return 1
    return 0 if BUILT_ONCE & {*_asked(item)} else 2


def _asked(item: pytest.Item) -> Iterator[str]:
    """Yield the fixtures of a test, those that its parameters name included."""
    yield from getattr(item, "fixturenames", ())
    yield from (each for each in _parameters(item) if isinstance(each, str))


def _parameters(item: pytest.Item) -> Iterable[object]:
    return item.callspec.params.values() if hasattr(item, "callspec") else ()


def write_tree(root: Path, text: str) -> list[str]:
    """Write the content folder that ``text`` describes (see goldens/LISEZMOI.md).

    The taxonomy is the real one, without its first paths nor the services that it names, unless
    ``text`` writes its own. Return the paths written for ``text``, in its order.
    """
    taxonomy = _FIRST_PATHS.sub("", TAXONOMY_FILE.read_text(encoding="utf-8"))
    taxonomy = _SERVICES.sub("        - Un service public\n", taxonomy)
    files = {path: written.encode() for path, written in REQUIRED.items()}
    files["taxonomie.yml"] = taxonomy.encode()
    links: dict[str, str] = {}
    written = []
    for match, lines in _sections(text):
        content = unseen("\n".join(lines)) + "\n" if lines else ""
        raw = (change_model(content) if match["kind"] == "fiche" else content).encode()
        marks = (match["marks"] or "").split(", ")
        written.append(match["path"])
        if marks == [_LINK]:
            links[match["path"]] = content.strip()
            continue
        for mark in marks:
            raw = _saved(mark, raw)
        files[match["path"]] = raw
    for path, raw in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    for path, target in links.items():
        (root / path).unlink(missing_ok=True)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)
    return written


def _saved(mark: str, raw: bytes) -> bytes:
    """Return a file as the computer that ``mark`` names saves it."""
    if repeated := _REPEATED.fullmatch(mark):
        last = raw.rstrip(b"\n").rpartition(b"\n")[2]
        return raw + (last + b"\n") * (int(repeated[1]) - 1)
    return _ENCODINGS[mark](raw) if mark else raw


def unseen(text: str) -> str:
    """Return ``text`` with the signs that a case spells out: ``⇥``, ``⍽``, ``⟨U+200B⟩``."""
    text = text.replace("⇥", "\t").replace("⍽", "\u00a0")
    return re.sub("⟨U\\+([0-9A-F]{4,5})⟩", lambda point: chr(int(point[1], 16)), text)


def _sections(text: str) -> list[tuple[re.Match[str], list[str]]]:
    sections: list[tuple[re.Match[str], list[str]]] = []
    for line in text.rstrip("\n").split("\n"):
        if match := _SECTION.match(line):
            sections.append((match, []))
        elif sections:
            sections[-1][1].append(line)
    return sections


def change_model(changes: str) -> str:
    """Return the model tutorial, each run of lines ``< …`` replaced by the ``> …`` that follow.

    A blank line ends a run.
    """
    model = MODEL_FILE.read_text(encoding="utf-8")
    runs: list[tuple[list[str], list[str]]] = []
    former = ">"
    for line in changes.rstrip("\n").split("\n"):
        sign, words = line[:1], line[2:]
        if not sign:
            former = ">"
            continue
        assert sign in "<>", f"ni « < » ni « > » : {line}"
        if sign == "<" and former != "<":
            runs.append(([], []))
        runs[-1][0 if sign == "<" else 1].append(words)
        former = sign
    for taken, given in runs:
        old = "".join(f"{line}\n" for line in taken)
        assert f"\n{model}".count(f"\n{old}") == 1, f"pas une fois dans le modèle : {old}"
        new = "".join(f"{line}\n" for line in given)
        model = f"\n{model}".replace(f"\n{old}", f"\n{new}").removeprefix("\n")
    return model


def model_body_with(block: str) -> str:
    """Return the body of the model and one more block, where a block of its name belongs."""
    body = MODEL_FILE.read_text(encoding="utf-8").split("---\n", 2)[2]
    heading = "\n## J’ai compris ?\n"
    steps, understanding = body.split(heading)
    if block.startswith("/// question"):
        return f"{body}\n{block}"
    return f"{steps}\n{block}\n{heading}{understanding}"


@pytest.fixture(scope="session", name="write_tree")
def write_tree_fixture() -> WriteTree:
    return write_tree


@pytest.fixture(scope="session")
def model_text() -> str:
    """A tutorial in which nothing is wrong."""
    return MODEL_FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    """The real one: every test speaks the words that authors use."""
    read, findings = read_taxonomy(TAXONOMY_FILE.read_bytes(), "taxonomie.yml", TODAY)
    assert not findings
    return read


@pytest.fixture(scope="session")
def reader(taxonomy: Taxonomy) -> Reader:
    return Reader(taxonomy)


def make_tutorial(reference: str = "cyber-hygiene/exemple", **declared: object) -> Tutorial:
    """Return a tutorial of which only what matters to a test is said."""
    values: dict[str, object] = {
        "number": "101",
        "title": "Je vérifie un message",
        "summary": "Je regarde s’il est dangereux.",
        "audiences": ("seniors",),
        "themes": (reference.split("/")[0],),
        "level": 1,
        "calls": ("J’ai reçu un message bizarre", "Ma banque veut mon code"),
        "recap": "J’attends, je vérifie, je signale.",
        "sources": (Source(name="CNIL", url="https://www.cnil.fr/"),),
        "reviewed": date(2024, 1, 15),
    }
    front: Callable[..., FrontMatter] = FrontMatter
    script = declared.pop("script", None)
    assert script is None or isinstance(script, Script)
    path = f"tutoriels/{reference}.md"
    return Tutorial.assemble(front(**values | declared), path, script or Script())


@pytest.fixture(scope="session", name="make_tutorial")
def make_tutorial_fixture() -> MakeTutorial:
    return make_tutorial
