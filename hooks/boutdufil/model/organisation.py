"""Who publishes a base: all that tells one organisation from another, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from boutdufil.language.numbering import NumberingPlan
from boutdufil.language.plans import plan_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """The drawing beside the name: strokes in a square of 32, and the colours of its icon.

    ``has_pictures``: ``assets/icons/`` has it in PNG too, for devices that draw no SVG.
    """

    drawing: str = '<path d="M6 9h20v12H15l-5 5v-5H6z"/>'
    stroke: str = "#123f6d"
    paper: str = "#ffffff"
    action: str = "#123f6d"
    """What a system paints around the site, once it is installed."""
    has_pictures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneLine:
    """A number where someone answers."""

    number: str
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Who else helps, near the reader."""

    name: str
    url: str
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentLicence:
    """The licence of the texts; ``code`` is its SPDX identifier."""

    name: str
    code: str
    url: str
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whose texts or ideas a base took up."""

    sentence: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """Who answers for something, and how to reach them."""

    name: str
    contact: str = ""
    host: str = ""
    """Who keeps the machine that serves the site; of privacy only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What ``extra`` declares in ``mkdocs.yml``; what is left out has no place on the site."""

    language: str = "fr"
    country: str = ""
    suffix: str = ""
    """After the name, in the title of the home page."""
    example: str = ""
    """What a person may say to the search."""
    sign: Sign = field(default_factory=Sign)
    phone: PhoneLine | None = None
    contact: str = ""
    opinion: str = ""
    """Where « did it help? » is answered: an e-mail address, or that of a page."""
    helps: tuple[Help, ...] = ()
    licence: ContentLicence | None = None
    credit: Credit | None = None
    proposals: Answerable | None = None
    """Who reads what is proposed."""
    accessibility: Answerable | None = None
    privacy: Answerable | None = None

    @property
    def plan(self) -> NumberingPlan | None:
        """How one dials in its country; None: it is not known."""
        return plan_of(self.country)
