"""What the body of a file says, whatever reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from boutdufil.markup.links import Mention
from boutdufil.markup.passage import Passage
from boutdufil.markup.seen import Seen
from boutdufil.model.script import Script


@dataclass(frozen=True, slots=True)
class Body:
    """What a body says, and where: the other files that it mentions, its passages, its sections.

    ``sections`` gives the line of each section, by the attribute of Script that it fills; ``seen``
    is what its pages show that may be a number or an address.
    """

    script: Script
    mentions: tuple[Mention, ...] = ()
    passages: tuple[Passage, ...] = ()
    sections: Mapping[str, int] = field(default_factory=dict)
    seen: tuple[Seen, ...] = ()
    html: Markup | None = None
    """What a page without steps prints; its addresses count from the root of the site."""
