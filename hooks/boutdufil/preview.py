"""What of the content is shown: all that is right for readers; for its author, its last good state.

An author at work is never thrown out: a file that broke is shown as it last was, as long as the
taxonomy still has its words, and else by what to correct in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from boutdufil.kinds.catalog import Catalog
from boutdufil.kinds.choices import TAXONOMY_FILE
from boutdufil.kinds.content import Content
from boutdufil.kinds.page.values import PageEntry, WrittenPage
from boutdufil.kinds.published import Published
from boutdufil.kinds.registry import kind_of
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.finding import Finding, has_errors
from boutdufil.model.same import by_themselves
from boutdufil.model.script import ForAudiences, ForDevices, ForSituations, Picture, Say, Script
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.elsewhere import broken_page
from boutdufil.publish.publication import Publication


@dataclass(frozen=True, slots=True)
class LastGood:
    """What outlives a build while an author previews, by the path of each file."""

    content: Content | None = None
    """The last content whose taxonomy was right."""
    tutorials: Mapping[str, Tutorial] = field(default_factory=dict)
    pages: Mapping[str, WrittenPage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a content, and the paths of the tutorials that cannot be."""

    content: Content
    tutorials: tuple[Tutorial, ...]
    pages: tuple[WrittenPage, ...]
    broken: tuple[str, ...] = ()

    def published(
        self, name: str = "", site_url: str = "", licence: str = "", language: str = "fr"
    ) -> Published:
        """Return what the pages are made of, under the ``name`` of the site."""
        content = self.content
        return Published(
            content=content,
            catalog=Catalog.of(content.taxonomy, self.tutorials, content.terms),
            written={page.path: page for page in self.pages},
            name=name,
            site_url=site_url,
            licence=licence,
            language=language,
        )


def for_readers(content: Content) -> Shown:
    """Return what is published: all but the drafts, and what rules alone look at."""
    content = replace(content, documents=tuple(each.without_words for each in content.documents))
    tutorials = (tutorial for tutorial in content.tutorials if not tutorial.draft)
    return Shown(content, tuple(tutorials), content.pages)


def standing(content: Content, last: LastGood) -> Content:
    """Return ``content``; when its taxonomy is broken, as it last stood, with what is found now."""
    if last.content is None or not _has_broken_words(content):
        return content
    return replace(last.content, findings=content.findings)


def _has_broken_words(content: Content) -> bool:
    """Tell whether the taxonomy could not be read: no tutorial was read either."""
    return any(finding.path == TAXONOMY_FILE for finding in content.findings)


def remember(content: Content, findings: Iterable[Finding], last: LastGood) -> LastGood:
    """Return what ``last`` becomes once ``content`` is read and checked."""
    wrong = {finding.path for finding in findings if has_errors([finding])}
    right = {each.path: each for each in content.tutorials if each.path not in wrong}
    return LastGood(
        last.content if _has_broken_words(content) else content,
        {**last.tutorials, **right},
        {**last.pages, **{page.path: page for page in content.pages}},
    )


def for_author(content: Content, last: LastGood) -> Shown:
    """Return what an author sees of ``content``, drafts included."""
    read = {tutorial.path: tutorial for tutorial in content.tutorials}
    tutorials: list[Tutorial] = []
    broken: list[str] = []
    for path in _paths(content, is_tutorial=True):
        tutorial = last.tutorials.get(path) or read.get(path)
        if tutorial is not None and has_words_of(content.taxonomy, tutorial):
            tutorials.append(tutorial)
        else:
            broken.append(path)
    pages = (_page(path, content, last) for path in _paths(content, is_tutorial=False))
    return Shown(content, tuple(tutorials), tuple(pages), tuple(broken))


def _paths(content: Content, *, is_tutorial: bool) -> Iterator[str]:
    """Yield the paths of the tutorials, or of the pages written by hand, right or wrong."""
    for document in content.documents:
        if kind_of(document.path).name == ("tutorial" if is_tutorial else "page"):
            yield document.path


def _page(path: str, content: Content, last: LastGood) -> WrittenPage:
    """Return a page as it last was right; else plain, as MkDocs reads it."""
    page = last.pages.get(path)
    if page is not None and (page.script is None or _has_words(content.taxonomy, page.script)):
        return page
    return WrittenPage(path, page.entry if page else PageEntry(title=path), None)


def has_words_of(taxonomy: Taxonomy, tutorial: Tutorial) -> bool:
    """Tell whether every word that ``tutorial`` uses is declared: a last good state may be old."""
    return (
        taxonomy.themes.keys() >= {*tutorial.themes}
        and taxonomy.audiences.keys() >= {*tutorial.audiences}
        and taxonomy.devices.keys()
        >= {*tutorial.devices, *(trial.device for trial in tutorial.trials)}
        and _has_words(taxonomy, tutorial.script)
    )


def _has_words(taxonomy: Taxonomy, script: Script) -> bool:
    return _is_said(script, taxonomy)


@by_themselves
def _is_said(script: Script, taxonomy: Taxonomy) -> bool:
    for part in script.parts():
        if isinstance(part, ForAudiences) and not taxonomy.audiences.keys() >= {*part.audiences}:
            return False
        if isinstance(part, ForSituations) and not taxonomy.situations.keys() >= {*part.situations}:
            return False
        devices: Sequence[str] = ()
        if isinstance(part, Say):
            devices = part.devices
        elif isinstance(part, ForDevices):
            devices = (*part.devices, *part.named)
        elif isinstance(part, Picture):
            forms = part.screen.variants
            devices = [device for form in forms for device in (*form.devices, *form.named)]
        if not taxonomy.devices.keys() >= {*devices}:
            return False
    return True


def previewed(
    published: Publication, findings: Sequence[Finding], broken: Iterable[str]
) -> Publication:
    """Return a publication as its author sees it: what is to be mended is told on each page.

    Live reload writes a script in every page, which no policy would let in.
    """
    return replace(
        published,
        pages=(*published.pages, *(broken_page(path, tuple(findings)) for path in broken)),
        surroundings=replace(
            published.surroundings, policy="", findings=_told(findings, published.published)
        ),
    )


def _told(findings: Sequence[Finding], knowledge: Published) -> Mapping[str, tuple[Finding, ...]]:
    """Return the findings by the address of the page that tells them; the home page tells all."""
    addresses = {path: address for address, path in knowledge.sources.items()}
    told = {"": tuple(findings)} if findings else {}
    for finding in findings:
        if finding.path in addresses:
            address = addresses[finding.path]
            for shown in (address, f"{address}telephone/"):
                told[shown] = (*told.get(shown, ()), finding)
    return told
