"""The page of the accessibility statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boutdufil.kinds.statement.values import Statement
from boutdufil.pages.knowledge import Knowledge
from boutdufil.pages.page import Head, TextPage

ACCESSIBILITY_FILE = "accessibilite.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage(TextPage):
    """What is declared of each criterion, after the text."""

    template: ClassVar[str] = "statement.html"

    statement: Statement


def statement_page(head: Head, knowledge: Knowledge) -> StatementPage:
    """Return the page of the statement."""
    return StatementPage(**head, statement=knowledge.content.statement)
