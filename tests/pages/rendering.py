"""Pages rendered without MkDocs: the templates of the site, around values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket
from mkdocs.utils import get_theme_dir

from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.page import Page
from boutdufil.pages.render import Surroundings, prepare
from boutdufil.publish.publication import Publication

OVERRIDES = Path(__file__).parents[2] / "overrides"


class _ReadOnce(jinja2.FileSystemLoader):
    """Templates that stay as they are while the tests run."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(folders)
        self._read: dict[str, tuple[str, str, Callable[[], bool]]] = {}

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        if template not in self._read:
            source, file, _is_the_same = super().get_source(environment, template)
            self._read[template] = (source, file, lambda: True)
        return self._read[template]


LOADER = _ReadOnce([OVERRIDES, Path(get_theme_dir("material"))])


@dataclass(frozen=True)
class Config:
    """What our templates read of ``mkdocs.yml``."""

    site_name: str = "Un site"
    site_description: str = "Pour essayer."
    repo_url: str = ""
    edit_uri: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


class AnyAsset(dict[str, str]):
    """Whatever is asked for is an asset."""

    def __missing__(self, name: str) -> str:
        return f"assets/{name}"


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates, kept for the environments that follow: one serves one taxonomy."""

    def __init__(self) -> None:
        self._kept: dict[str, CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.code


_COMPILED = _Compiled()


def environment(taxonomy: Taxonomy) -> jinja2.Environment:
    made = jinja2.Environment(loader=LOADER, bytecode_cache=_COMPILED)
    prepare(made, taxonomy)
    return made


def rendered(page: Page, templates: jinja2.Environment, around: Surroundings | None = None) -> str:
    """Return the HTML of one page."""
    around = around or Surroundings(assets=AnyAsset())
    template = templates.get_template(page.template)
    return template.render(config=Config(), **around.context(page))


def rendered_site(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the HTML of every page with its address; plain Markdown has no text."""
    templates = environment(publication.published.catalog.taxonomy)
    for page in publication.pages:
        yield page.address, rendered(page, templates, publication.surroundings)
