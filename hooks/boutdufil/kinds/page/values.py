"""A page written by hand, and the home page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from boutdufil.model.script import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """A situation that cannot wait, in the person's words, and the tutorial for it."""

    phrase: str
    tutorial: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """The front matter of a page written by hand."""

    title: str = ""
    summary: str = ""
    rank: int = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(PageEntry):
    """What people chose to put forward on the home page; tutorials by ``theme/slug``."""

    useful: tuple[str, ...] = ()
    emergencies: tuple[Emergency, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page written by hand; ``script`` when it is a guide.

    ``html`` is what one that is no guide prints, its addresses counting from the root of the site;
    None while its author has left a mistake in it.
    """

    path: str
    entry: PageEntry
    script: Script | None
    html: Markup | None = None

    @property
    def address(self) -> str:
        """Address from the root of the site: ``mediateurs/index.md`` → ``mediateurs/``."""
        stem = self.path.removesuffix(".md")
        return "" if stem == "index" else stem.removesuffix("/index") + "/"
