"""Build the site as MkDocs does, from a copy of the project or from a small tree of our own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import CodeType
from urllib.parse import urljoin, urlsplit

import yaml
from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from boutdufil.tools.browser import SUB_PATH as SUB_PATH
from boutdufil.tools.html_tree import Element, parse

REPOSITORY = Path(__file__).parents[2]
PARTS = ("mkdocs.yml", "docs", "hooks", "overrides")
SILENT = {"NO_MKDOCS_2_WARNING": "1"}

SITE_URL = f"https://exemple.fr{SUB_PATH}"
"""The address that a site is published for, when a test gives it one."""

SOMEWHERE = "http://hote.example/sous/un/chemin/"
"""Any place where the site may stand."""

AS_TEXTS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as a text."""

TINY = REPOSITORY / "tests" / "goldens" / "pages" / "docs"
"""A content tree with its own words: two tutorials and a term."""


def copy_project(target: Path, docs: Path | None = None, origin: Path = REPOSITORY) -> Path:
    """Copy what builds the site into ``target``, with ``docs`` for content when it is given."""
    target.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = docs if part == "docs" and docs is not None else origin / part
        if source.is_dir():
            leftovers = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(source, target / part, ignore=leftovers)
        else:
            shutil.copy(source, target / part)
    return target


class _Compiled(BytecodeCache):
    """Templates compiled once a process: a source compiled anew gives the same code."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name  # each copy of the project has its own files

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class _Loader(FileSystemLoader):
    """Lists ten thousand icons of Material once, and not at all: MkDocs leaves out dot files."""

    def list_templates(self) -> list[str]:
        own, *theme = self.searchpath
        return sorted({*FileSystemLoader(own).list_templates(), *_listed(tuple(theme))})


@lru_cache
def _listed(folders: tuple[str, ...]) -> tuple[str, ...]:
    names = FileSystemLoader(folders).list_templates()
    return tuple(name for name in names if not name.startswith("."))


def with_compiled_templates(load: Callable[..., MkDocsConfig]) -> Callable[..., MkDocsConfig]:
    """Let what reads a configuration build quickly from the second time on."""

    def loaded(*arguments: object, **options: object) -> MkDocsConfig:
        config = load(*arguments, **options)
        environment = config.theme.get_env

        def with_compiled() -> Environment:
            made: Environment = environment()
            made.bytecode_cache = _COMPILED
            assert isinstance(made.loader, FileSystemLoader)
            made.loader = _Loader(made.loader.searchpath)
            return made

        config.theme.get_env = with_compiled  # type: ignore[method-assign]
        return config

    return loaded


_load = with_compiled_templates(load_config)


def configured(
    project: Path, site: Path, site_url: str | None = None, strict: bool | None = None
) -> MkDocsConfig:
    """Return what builds ``project`` in this process."""
    os.environ.update(SILENT)
    return _load(str(project / "mkdocs.yml"), site_dir=str(site), site_url=site_url, strict=strict)


def build(project: Path, site: Path, site_url: str = "") -> Built:
    """Publish ``project`` into ``site``, in this process."""
    config = configured(project, site, site_url, strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return Built(site, project / "docs")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of ``folder`` by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def front_matter(file: Path) -> dict[str, object]:
    """Read a front matter without our own reader."""
    front = yaml.load(file.read_text().split("---\n")[1], Loader=AS_TEXTS)
    assert isinstance(front, dict)
    return front


def words(value: object) -> list[str]:
    """Return a list of texts of a front matter; an absent key is an empty list."""
    assert value is None or isinstance(value, list)
    return [str(item) for item in value or []]


@dataclass(frozen=True)
class Link:
    """What an element leads to; ``page`` is the path of the file it is written in."""

    page: str
    element: Element
    target: str

    @property
    def is_internal(self) -> bool:
        parts = urlsplit(self.target)
        return not parts.scheme and not parts.netloc

    @property
    def resolved(self) -> str:
        """Address from the root of the site, fragment kept, as a browser works it out.

        The site stands under a sub-path here: a link that climbs out of it raises ``ValueError``.
        """
        whole = urljoin(SOMEWHERE + address_of(self.page), self.target)
        if not whole.startswith(SOMEWHERE):
            raise ValueError(f"{self} leaves the site")
        return whole.removeprefix(SOMEWHERE)

    def __str__(self) -> str:
        return f"{self.page}: <{self.element.tag}> {self.target}"


class Pages(Mapping[str, Element]):
    """Pages by the path of their file, each read when it is first asked for, and once."""

    def __init__(self, site: Path, paths: Iterable[str], whole: Pages | None = None) -> None:
        self._site = site
        self._paths = dict.fromkeys(paths)
        self._read: dict[str, Element] = {} if whole is None else whole._read

    def __getitem__(self, path: str) -> Element:
        if path not in self._paths:
            raise KeyError(path)
        if path not in self._read:
            self._read[path] = parse((self._site / path).read_text(encoding="utf-8"))
        return self._read[path]

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@dataclass(frozen=True)
class Built:
    """A published site and the content that it was made from."""

    site: Path
    docs: Path

    def html(self, address: str) -> str:
        """Return the source of the page at ``address``."""
        return self.source(f"{address}index.html")

    def source(self, path: str) -> str:
        """Return the source of the page whose file is at ``path``."""
        return (self.site / path).read_text(encoding="utf-8")

    def page(self, address: str) -> Element:
        """Return the page at ``address`` (from the root, ending in ``/``)."""
        return self.pages[f"{address}index.html"]

    def has(self, address: str) -> bool:
        return f"{address}index.html" in self.pages

    @cached_property
    def pages(self) -> Pages:
        """Every page, redirects included, by the path of its file."""
        files = sorted(self.site.rglob("*.html"))
        return Pages(self.site, [file.relative_to(self.site).as_posix() for file in files])

    @cached_property
    def redirects(self) -> Pages:
        """The pages that lead elsewhere at once."""
        return Pages(self.site, [path for path in self.pages if self._leaves(path)], self.pages)

    @cached_property
    def readable(self) -> Pages:
        """The pages that are read: all but the redirects."""
        return Pages(
            self.site, [path for path in self.pages if path not in self.redirects], self.pages
        )

    def _leaves(self, path: str) -> bool:
        return 'http-equiv="refresh"' in self.source(path)

    def links(self, path: str) -> Iterator[Link]:
        """Yield what a page leads to by a click, a form or a redirect."""
        page = self.pages[path]
        for element in page.all("a", "area"):
            yield Link(path, element, element["href"])
        for element in page.all("form"):
            yield Link(path, element, element["action"])
        for element in page.all("meta", http_equiv="refresh"):
            yield Link(path, element, element["content"].split("url=", 1)[1])

    @cached_property
    def tutorials(self) -> dict[str, dict[str, object]]:
        """Raw front matter of every tutorial that is to be published, by ``theme/slug``."""
        folder = self.docs / "tutoriels"
        fronts = {
            file.relative_to(folder).as_posix().removesuffix(".md"): front_matter(file)
            for file in sorted(folder.rglob("*.md"))
        }
        return {
            reference: front
            for reference, front in fronts.items()
            if front.get("brouillon") not in ("true", "oui")
        }

    @cached_property
    def taxonomy(self) -> dict[str, dict[str, dict[str, object]]]:
        """Raw words of ``taxonomie.yml``."""
        text = (self.docs / "taxonomie.yml").read_text()
        taxonomy = yaml.load(text, Loader=AS_TEXTS)
        assert isinstance(taxonomy, dict)
        return taxonomy


def address_of(file: str) -> str:
    """``publics/seniors/index.html`` → ``publics/seniors/``."""
    return file.removesuffix("index.html")


def spread(addresses: Iterable[str], most: int = 12) -> list[str]:
    """Return ``most`` addresses at even distances, or all of them when there are fewer.

    What one mechanism makes is not looked at page by page: a suite as long as the content would
    not be run.
    """
    ordered = sorted(addresses)
    return ordered[:: -(-len(ordered) // most) or 1]


def entries(page: Element) -> list[str]:
    """Return the tutorials that a page lists, in order."""
    return [item["data-tutoriel"] for item in page.all("li") if "data-tutoriel" in item]
