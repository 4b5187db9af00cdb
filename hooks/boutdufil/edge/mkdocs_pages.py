"""Our pages as MkDocs knows them: where each is edited, and what it reads in plain Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.pages import Page as MkDocsPage

from boutdufil.markup.markdown import clean_page
from boutdufil.pages.page import Page, TextPage
from boutdufil.pages.render import situate
from boutdufil.publish.publication import Publication


class _Unread(MkDocsPage):
    """A page of ours that has no Markdown: MkDocs need not build a reader to find nothing in it."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Find nothing."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make nothing of it; its anchors are declared."""
        self.content, self.present_anchor_ids = "", set()


def planned_files(publication: Publication, config: MkDocsConfig) -> Files:
    """Return a file for each page that MkDocs knows; those of plain Markdown have their text."""
    files = Files([_file(path, publication, config) for path in publication.by_source])
    for file in files:
        if not isinstance(publication.by_source[file.src_uri], TextPage):
            _Unread(None, file, config)  # which the file holds from now on
    return files


def leave_none_to_write(files: Files, config: MkDocsConfig) -> None:
    """Look at the anchors of what MkDocs has read, and exclude it all: our pages are written.

    MkDocs would make each once more, one by one.
    """
    _tell_lost_anchors(files, config)
    for file in files.documentation_pages():
        file.inclusion = InclusionLevel.EXCLUDED


def completing(
    publication: Publication, config: MkDocsConfig, read: Callable[[], Mapping[str, str]]
) -> Callable[[Page], tuple[Page, str]]:
    """Return what completes a page: with its words, and where its source is edited, if anywhere.

    Those of plain Markdown are what was checked, and not what MkDocs reads; that, which ``read``
    gives, is for one with a mistake, which its author alone sees.
    """
    paths = {page.address: path for path, page in publication.by_source.items()}
    around = publication.surroundings

    def complete(page: Page) -> tuple[Page, str]:
        if not page.by_mkdocs:
            return page, ""
        path = paths[page.address]
        if isinstance(page, TextPage):
            html = publication.published.written[path].html
            content = (
                clean_page(read()[path])
                if html is None
                else situate(html, around.root(page.address))
            )
            page = replace(page, content=content)
        return page, MkDocsPage(None, _file(path, publication, config), config).edit_url or ""

    return complete


def read_by_mkdocs(publication: Publication, config: MkDocsConfig) -> Mapping[str, str]:
    """Return what MkDocs reads in the pages of plain Markdown, by their path.

    It tells, as it does in a build, the links that lead nowhere.
    """
    files = planned_files(publication, config)
    set_exclusions(files, config)
    pages = {file.src_uri: file.page or MkDocsPage(None, file, config) for file in files}
    for path, page in pages.items():
        planned = publication.by_source[path]
        if isinstance(planned, TextPage):
            page.read_source(config)
            page.render(config, files)
        declare_anchors(page, planned)
    _tell_lost_anchors(files, config)
    return {path: page.content or "" for path, page in pages.items()}


def declare_anchors(page: MkDocsPage, planned: Page) -> None:
    """Tell MkDocs the anchors of a script, whose text it does not see."""
    if planned.anchors:
        page.present_anchor_ids = {*planned.anchors}


def _tell_lost_anchors(files: Files, config: MkDocsConfig) -> None:
    """Tell the links to an anchor that is not there, once every page is read."""
    for file in files.documentation_pages():
        assert file.page is not None, "it is read"
        file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)


def _file(path: str, publication: Publication, config: MkDocsConfig) -> File:
    page = publication.by_source[path]
    text, inclusion = "", InclusionLevel.NOT_IN_NAV
    if isinstance(page, TextPage):
        # What is published is what was checked, whatever happens meanwhile to the file; of one
        # that is beyond the bounds, its author sees what to mend alone. MkDocs looks at links:
        # « <! », even in code, may throw out the parser that it looks for tags with.
        text = publication.published.content.texts.get(path, "").replace("<!", "&lt;!")
        inclusion = InclusionLevel.UNDEFINED
    # Not File.generated: it wants the plugin under way, and a preview is none.
    file = File(path, None, config.site_dir, config.use_directory_urls, inclusion=inclusion)
    file.content_string = text
    file.edit_uri = path if page.address in publication.published.sources else None
    assert unquote(file.url).removeprefix("./").rstrip("/") == page.address.rstrip("/")
    return file
