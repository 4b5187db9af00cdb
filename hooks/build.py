"""What MkDocs calls, in the order of a build.

files → front matter and taxonomy → Catalog → pages planned → Markdown rendered once, giving the
public page and the script → templates → published files.
"""

from __future__ import annotations

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from boutdufil.edge.console import speak_any_encoding
from boutdufil.edge.mkdocs_build import serve_instead
from boutdufil.edge.site import Site

site = Site()


def on_startup(command: str, dirty: bool) -> None:
    """Note whether MkDocs builds or serves."""
    speak_any_encoding()
    site.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Read every source, check it, and plan the pages; what is served is our own preview."""
    if site.serving:
        serve_instead(config)
    site.configure(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand the planned pages to MkDocs; leave out what the theme would ship."""
    return site.plan_files(config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Declare the anchors that MkDocs does not see."""
    site.declare_anchors(page)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Make the templates strict and escaping; make the pages of a publication, on every core."""
    site.make_pages(env, config, files)


def on_post_build(config: MkDocsConfig) -> None:
    """Write scripts, redirects, data and assets."""
    site.write_others(config)
