"""The page of the accessibility statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.published import Published
from boutdufil.kinds.statement.values import Statement
from boutdufil.pages.page import Head, TextPage

ACCESSIBILITY_FILE = "accessibilite.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage(TextPage):
    """What is declared of each criterion, after the text."""

    template: ClassVar[str] = "statement.html"

    statement: Statement


def statement_page(head: Head, published: Published) -> StatementPage:
    """Return the page of the statement."""
    return StatementPage(**head, statement=published.content.statement)
