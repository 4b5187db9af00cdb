"""The pages that nobody looks for: an address that changed, one that never was, a broken file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.tutorial.values import reference_of
from boutdufil.model.finding import Finding
from boutdufil.pages.page import HOME, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage(Page):
    """What a host shows for an address that leads nowhere: at any depth, unlike all others."""

    template: ClassVar[str] = "404.html"
    by_mkdocs: ClassVar[bool] = False
    is_found: ClassVar[bool] = False

    @property
    def canonical(self) -> None:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage(Page):
    """A short or former address, which leads to ``target`` at once."""

    template: ClassVar[str] = "redirect.html"
    by_mkdocs: ClassVar[bool] = False
    is_found: ClassVar[bool] = False

    target: str

    @property
    def canonical(self) -> str:
        return self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenPage(Page):
    """A tutorial that cannot be shown, while an author previews: what to correct in it."""

    template: ClassVar[str] = "findings.html"
    is_found: ClassVar[bool] = False

    mistakes: tuple[Finding, ...]


NOT_FOUND = NotFoundPage(
    address="404.html",
    title="Cette page n’existe pas",
    description="L’adresse a changé, ou s’est mal écrite.",
)


def redirect_page(address: str, target: str) -> RedirectPage:
    """Return the page that leads from ``address`` to ``target``, both from the root."""
    return RedirectPage(address=address, title="Cette page a changé d’adresse", target=target)


def broken_page(path: str, findings: tuple[Finding, ...]) -> BrokenPage:
    """Return the page of the tutorial at ``path``, with those of ``findings`` that are its own."""
    return BrokenPage(
        address=f"tutoriels/{reference_of(path)}/",
        title=f"{path} est à corriger",
        crumbs=(HOME,),
        mistakes=tuple(found for found in findings if found.path == path),
    )
