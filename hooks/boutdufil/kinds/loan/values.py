"""A tutorial that another base wrote: whose it is, under which licence, as it was when taken."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from boutdufil.kinds.tutorial.values import FOLDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """A tutorial of the base at ``base``, which calls itself ``name``.

    ``digest`` is the hash of its text there; ``here`` that of what was written of it here, when
    links to tutorials that this base lacks were cut. Both are empty until it is taken.
    """

    reference: str
    base: str
    name: str = ""
    licence: str = ""
    licence_url: str = ""
    digest: str = ""
    here: str = ""
    is_changed: bool = False
    """Whether this base has made it its own since, and says so."""

    @property
    def path(self) -> str:
        """Its file, here as there, within the content."""
        return f"{FOLDER}/{self.reference}.md"

    @property
    def origin(self) -> str:
        """Its page in the base that wrote it."""
        return f"{self.base}{FOLDER}/{self.reference}/"

    @property
    def is_public(self) -> bool:
        """Whether others can follow a link there: a base may be looked at on one machine alone."""
        return self.base.startswith("https://")

    @property
    def pin(self) -> str:
        """The hash that its file has, as long as nobody changed it here."""
        return self.here or self.digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Loans:
    """All that is borrowed."""

    loans: tuple[Loan, ...] = ()


def text_digest(text: str) -> str:
    """Return the hash of what a file says, once it is decoded: the same on any computer."""
    return sha256(text.encode()).hexdigest()
