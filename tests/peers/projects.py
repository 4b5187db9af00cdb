"""The projects that are built: the same tutorials, as each tool writes them.

Ours has the content as it is; Material and Zensical have the same blocks of PyMdown Extensions
(``generate_stock``). Hugo and VitePress have the blocks in their own words. Hugo comes without any
theme: its only template is the smallest that has a menu, the text and a search.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.generated_content import generate_stock
from tests.peers.tools import Tools
from tests.supply.locks import ROOT

PROJECT_PARTS = ("mkdocs.yml", "hooks", "overrides")
TUTORIAL = "tutoriels/cyber-hygiene/message-suspect"
# « /// danger | Stop », « //// tab | Android », « /// »; not « /tmp/ ».
_FENCE = re.compile(r"^(?P<fence>/{3,}) *(?:(?P<block>[\w-]+) *\| *(?P<title>.*))?$", re.MULTILINE)
_CONTAINERS = {"danger": "danger", "tip": "tip", "hint": "tip", "details": "details"}
"""The blocks that VitePress has; the others are « info »."""

HUGO_CONFIG = """\
baseURL = "http://127.0.0.1/"
locale = "fr"
title = "Au bout du fil"
relativeURLs = true
[markup.goldmark.renderHooks.link]
useEmbedded = "always"
[markup.goldmark.renderer]
unsafe = true  # the blocks are elements
[taxonomies]
tag = "tags"
"""
HUGO_PAGE = """\
<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title>
<link rel="stylesheet" href="{{ "pagefind/pagefind-ui.css" | relURL }}">
<script src="{{ "pagefind/pagefind-ui.js" | relURL }}"></script>
</head>
<body>
<nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<div id="search"></div>
<script>new PagefindUI({ element: "#search", showImages: false });</script>
<main data-pagefind-body>
<h1>{{ .Title }}</h1>
{{ .TableOfContents }}
{{ .Content }}
{{ if .IsNode }}
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ end }}
</main>
</body>
</html>
"""
# A blank line gives Markdown its turn again.
HUGO_BLOCK = """\
<aside class="{{ .Get 0 }}">
<p>{{ .Get 1 }}</p>

{{ .Inner }}

</aside>
"""


@dataclass(frozen=True)
class Search:
    """Where a question is typed: what is pressed first, then the box, then one answer."""

    box: str
    answer: str
    opens: str = ""


@dataclass(frozen=True)
class Peer:
    """A way to make a site: writes a project, builds it with commands, leaves it in a folder."""

    name: str
    write: Callable[[Path, Path, Tools], None]
    """What it is given: the content, the folder to write, the tools."""
    commands: Callable[[Tools], Sequence[Sequence[str]]]
    site: str
    search: Search
    versions: Sequence[str] = ()
    """The Python packages whose versions are told."""
    tutorial: str = f"{TUTORIAL}/"
    is_from_npm: bool = False


def copy_project(target: Path) -> Path:
    """Copy what builds the site into ``target``, without any content."""
    target.mkdir(parents=True)
    for part in PROJECT_PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target / part)
    return target


def _write_ours(content: Path, target: Path, _tools: Tools) -> None:
    shutil.copytree(content, copy_project(target) / "docs")


def _write_material(content: Path, target: Path, _tools: Tools) -> None:
    generate_stock(content, target, prune=False)


def _write_pruned(content: Path, target: Path, _tools: Tools) -> None:
    generate_stock(content, target)


def _write_hugo(content: Path, target: Path, _tools: Tools) -> None:
    generate_stock(content, target)
    (target / "mkdocs.yml").unlink()
    (target / "docs").rename(target / "content")
    (target / "content" / "tags.md").unlink()
    for file in (target / "content").rglob("*.md"):
        file.write_text(hugo_body(file.read_text("utf-8")), "utf-8")
    for file in [*(target / "content").rglob("index.md")]:
        # Else the pages beside it would be its attachments.
        file.rename(file.with_name("_index.md"))
    layouts = target / "layouts"
    (layouts / "_shortcodes").mkdir(parents=True)
    (target / "hugo.toml").write_text(HUGO_CONFIG, "utf-8")
    (layouts / "all.html").write_text(HUGO_PAGE, "utf-8")
    (layouts / "_shortcodes" / "bloc.html").write_text(HUGO_BLOCK, "utf-8")


def _write_vitepress(content: Path, target: Path, tools: Tools) -> None:
    generate_stock(content, target)
    (target / "mkdocs.yml").unlink()
    docs = target / "docs"
    (docs / "tags.md").unlink()
    for file in docs.rglob("*.md"):
        file.write_text(vitepress_body(file.read_text("utf-8")), "utf-8")
    settings = docs / ".vitepress"
    settings.mkdir()
    written = json.dumps(_vitepress_settings(docs), ensure_ascii=False)
    (settings / "config.mjs").write_text(f"export default {written};\n", "utf-8")
    (target / "package.json").write_text('{"type": "module"}\n', "utf-8")
    assert tools.modules
    (target / "node_modules").symlink_to(tools.modules)


def _vitepress_settings(docs: Path) -> dict[str, object]:
    """Return its settings: a menu for each theme, as Material prunes its own."""
    themes = sorted(folder.name for folder in (docs / "tutoriels").iterdir())
    return {
        "lang": "fr",
        "title": "Au bout du fil",
        "ignoreDeadLinks": True,
        # « {appuyez|cliquez} » is said so, and no attribute of what stands before.
        "markdown": {"attrs": {"disable": True}},
        "themeConfig": {
            "search": {"provider": "local"},
            "nav": [{"text": theme, "link": f"/tutoriels/{theme}/"} for theme in themes],
            "sidebar": {
                f"/tutoriels/{theme}/": [
                    {"text": file.stem, "link": f"/tutoriels/{theme}/{file.stem}"}
                    for file in sorted((docs / "tutoriels" / theme).glob("*.md"))
                    if file.stem != "index"
                ]
                for theme in themes
            },
        },
    }


def hugo_body(text: str) -> str:
    """Return the blocks of a text as Hugo has them: a shortcode in another."""

    def fence(match: re.Match[str]) -> str:
        if not match["block"]:
            return "{{% /bloc %}}"
        title = match["title"].replace('"', "”")
        return f'{{{{% bloc "{match["block"]}" "{title}" %}}}}'

    return _FENCE.sub(fence, text)


def vitepress_body(text: str) -> str:
    """Return the blocks of a text as VitePress has them: more colons outside, fewer inside."""

    def fence(match: re.Match[str]) -> str:
        colons = match["fence"].replace("/", ":")
        if not match["block"]:
            return colons
        return f"{colons} {_CONTAINERS.get(match['block'], 'info')} {match['title']}"

    return _FENCE.sub(fence, text)


def _commands_of_ours(_tools: Tools) -> Sequence[Sequence[str]]:
    return [[sys.executable, "-m", "boutdufil.edge.cli", "site", "--dossier", "site"]]


def _commands_of_material(_tools: Tools) -> Sequence[Sequence[str]]:
    return [[sys.executable, "-m", "mkdocs", "build", "--quiet"]]


def _commands_of_zensical(tools: Tools) -> Sequence[Sequence[str]]:
    return [[str(tools.programs / "zensical"), "build"]]


def _commands_of_hugo(tools: Tools) -> Sequence[Sequence[str]]:
    index = [str(tools.python), "-m", "pagefind", "--site", "public", "--quiet"]
    return [[str(tools.hugo), "build", "--quiet"], index]


def _commands_of_vitepress(tools: Tools) -> Sequence[Sequence[str]]:
    return [["node", f"{tools.modules}/vitepress/bin/vitepress.js", "build", "docs"]]


_OF_MATERIAL = Search("[data-md-component=search-query]", ".md-search-result__link")
PEERS: Mapping[str, Peer] = {
    peer.name: peer
    for peer in (
        Peer(
            "Notre outil",
            _write_ours,
            _commands_of_ours,
            "site",
            Search("#chercher", "#propositions [role=option]"),
            versions=("au-bout-du-fil",),
        ),
        Peer(
            "Material",
            _write_material,
            _commands_of_material,
            "site",
            _OF_MATERIAL,
            versions=("mkdocs-material",),
        ),
        Peer(
            "Material, menu réduit",
            _write_pruned,
            _commands_of_material,
            "site",
            _OF_MATERIAL,
            versions=("mkdocs-material",),
        ),
        Peer(
            "Zensical",
            _write_material,
            _commands_of_zensical,
            "site",
            Search("input[aria-label=Search]", "[id$=-results] a", ".md-search__button"),
            versions=("zensical",),
        ),
        Peer(
            "Hugo et Pagefind",
            _write_hugo,
            _commands_of_hugo,
            "public",
            Search(".pagefind-ui__search-input", ".pagefind-ui__result-link"),
            versions=("hugo", "pagefind"),
        ),
        Peer(
            "VitePress",
            _write_vitepress,
            _commands_of_vitepress,
            "docs/.vitepress/dist",
            Search("#localsearch-input", "#localsearch-list [role=option]", "#local-search button"),
            tutorial=f"{TUTORIAL}.html",
            is_from_npm=True,
        ),
    )
}
