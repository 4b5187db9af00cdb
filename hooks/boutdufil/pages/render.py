"""What a template receives, whoever runs it: MkDocs for most pages, our writer for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from urllib.parse import quote, urlsplit

import jinja2
from markupsafe import Markup, escape

from boutdufil.kinds.loan.values import Loan
from boutdufil.kinds.place.facts import facts
from boutdufil.kinds.place.words import SERVICES
from boutdufil.kinds.screen_words.values import LANGUAGES
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.language.message import Message, recap_message, to_gsm
from boutdufil.language.plans import FRANCE
from boutdufil.language.readability import level_of
from boutdufil.language.sentences import sentences
from boutdufil.language.text import counted, decimal, enumerate_french
from boutdufil.markup.links import SITE
from boutdufil.model.finding import Finding
from boutdufil.model.organisation import Organisation, Sign
from boutdufil.model.script import plain
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.pages.drawn import in_page
from boutdufil.pages.elsewhere import NOT_FOUND
from boutdufil.pages.guides import common_answers, key_of, name_of
from boutdufil.pages.page import Link, Page
from boutdufil.pages.policy import IN_A_PAGE, REFERRER
from boutdufil.pages.proposal import PROPOSAL_ADDRESS
from boutdufil.pages.qr import qr_code
from boutdufil.pages.share import opinion_address, shared_text
from boutdufil.pages.templates import escaped, run_well

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre"),
    *("octobre", "novembre", "décembre"),
)


KEPT_IN_ICON = "/:='(),.~"
"""Signs that an address keeps as they are."""
_FROM_ROOT = f'href="{SITE}'
CONTRIBUTE = "contribuer/"
LANDMARKS = (
    *("appels/", "glossaire/", "mediateurs/", "numeros/", "publics/", "themes/"),
    *(CONTRIBUTE, "contribuer/cartes/", "contribuer/codes/", "contribuer/lisibilite/"),
    *("contribuer/dessiner-un-ecran/", "contribuer/ecrire-une-fiche/"),
)
"""Pages that templates lead to by their address, and that a smaller base may not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What every template receives beside the fields of its page, by these names."""

    view: Page
    root: str
    """The way from the page up to the root of the site."""
    menu: Sequence[Link]
    about: Sequence[Link]
    assets: Mapping[str, str]
    policy: str
    referrer: str
    site_url: str
    canonical: str
    proposal: str
    """Where a correction is proposed, from the root; empty when the site has no such page."""
    places: str
    """Where places of help are looked for, from the root; empty when the site has none."""
    example_places: bool
    """Whether those are there to show how it looks: nobody is sent to them."""
    findings: tuple[Finding, ...]
    ways: Sequence[str]
    """Those of LANDMARKS that the site has: a template leads to no other."""
    trail: tuple[Link, ...]
    """The way from the home page to the page, through pages that the site has."""
    organisation: Organisation
    correction: str
    """Where one proposes a correction, from the page; empty when there is no way to."""


@dataclass(frozen=True)
class Surroundings:
    """What all pages of one build share.

    ``assets`` gives the address of each asset by its logical name. ``site_url`` is empty or ends in
    ``/``. ``policy`` is empty while an author previews: live reload writes a script in the page.
    """

    site_url: str = ""
    policy: str = IN_A_PAGE
    menu: Sequence[Link] = ()
    about: Sequence[Link] = ()
    """What the site owes its reader: accessibility, privacy."""
    assets: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    """What an author has to mend, by the address of the page that shows it."""
    places: str = ""
    example_places: bool = False
    takes_proposals: bool = False
    """Whether this site has the page where one proposes a tutorial or a correction."""
    ways: Sequence[str] = LANDMARKS
    organisation: Organisation = field(default_factory=Organisation)

    def around(self, page: Page, edit_url: str = "") -> Around:
        """Return what surrounds ``page``."""
        known = self.site_url and page.canonical is not None
        root, proposal = self.root(page.address), self._proposal(page)
        return Around(
            view=page,
            root=root,
            menu=self.menu,
            about=self.about,
            assets=self.assets,
            policy=self.policy,
            referrer=REFERRER,
            site_url=self.site_url,
            canonical=f"{self.site_url}{page.canonical}" if known else "",
            proposal=proposal,
            places=self.places,
            example_places=self.example_places,
            findings=self.findings.get(page.address, ()),
            ways=self.ways,
            organisation=self.organisation,
            trail=tuple(each for each in page.crumbs if self._has(each.address)),
            correction=self._correction(root, proposal, edit_url),
        )

    def context(self, page: Page, edit_url: str = "") -> dict[str, object]:
        """Return the variables that ``page.template`` receives: what Jinja takes has no type."""
        around = self.around(page, edit_url)
        return {name: getattr(around, name) for name in names_of(Around)} | {
            name: getattr(page, name) for name in names_of(type(page))
        }

    def _has(self, address: str) -> bool:
        return address in self.ways or address not in LANDMARKS

    def _correction(self, root: str, proposal: str, edit_url: str) -> str:
        if proposal:
            return root + proposal
        return edit_url or (root + CONTRIBUTE if CONTRIBUTE in self.ways else "")

    def _proposal(self, page: Page) -> str:
        """Return where a correction of ``page`` is proposed, empty when the site has no such page.

        A tutorial's page, and the one to read aloud, bring its text along.
        """
        if not self.takes_proposals:
            return ""
        return PROPOSAL_ADDRESS + (f"?fiche={page.reference}" if page.reference else "")

    def root(self, address: str) -> str:
        """Return the way from ``address`` up to the root of the site.

        The page of a lost visitor is served at any depth: it alone counts from the host.
        """
        if address == NOT_FOUND.address:
            return urlsplit(self.site_url).path or "/"
        return "../" * address.count("/") or "./"


def names_of(kind: type[Page] | type[Around]) -> tuple[str, ...]:
    """Return the variables that a template finds in a value: of a page, what is its own."""
    names = [each.name for each in fields(kind)]
    if issubclass(kind, Page):
        left_out = {*kind.made_of, *(each.name for each in fields(Page))}
        return (*(name for name in names if name not in left_out), *kind.shows)
    return tuple(names)


Kept = Callable[[object, Callable[[], Markup]], Markup]
"""Returns what was drawn of a value, or what drawing it gives."""


def _drawn_anew(_shown: object, draw: Callable[[], Markup]) -> Markup:
    return draw()


def prepare(environment: jinja2.Environment, taxonomy: Taxonomy, kept: Kept = _drawn_anew) -> None:
    """Make MkDocs' environment strict, escaping, and able to say what our templates say.

    ``kept`` remembers a tutorial for a booklet: each of its themes has one that holds it, which
    another core draws, or another build.
    """
    run_well(environment)
    environment.filters.update(
        situate=situate,
        anchored=anchored,
        day=day,
        plain=plain,
        lower_first=lower_first,
        key_of=key_of,
        name_of=name_of,
        sentences=sentences,
        minutes=minutes,
        gsm=to_gsm,
        decimal=decimal,
        month=month,
        megabytes=megabytes,
        level_of=level_of,
        facts=facts,
        telephone=telephone,
        host=host,
        service=SERVICES.short,
        service_rank=service_rank,
        tab_icon=tab_icon,
        in_page=in_page,
    )

    def devices_names(keys: Iterable[str]) -> str:
        """``Android ou iPhone``."""
        return enumerate_french(taxonomy.devices[key].name for key in keys)

    def paper(tutorial: Tutorial, loan: Loan | None) -> Markup:
        """A tutorial for a booklet, after its head."""
        rest: Callable[..., Markup] = vars(environment.get_template("paper.html").module)["rest"]
        return kept((tutorial, loan), lambda: rest(tutorial, loan, SITE))

    environment.globals.update(
        devices_names=devices_names,
        taxonomy=taxonomy,
        sms=sms,
        qr_code=qr_code,
        shared_text=shared_text,
        opinion_address=opinion_address,
        paper=paper,
        common_answers=common_answers,
        languages=LANGUAGES,
    )


def sms(tutorial: Tutorial) -> Message:
    """Return the message sent after a call about ``tutorial``."""
    return Message(recap_message(tutorial.recap, tutorial.number, tutorial.noun))


def lower_first(text: str) -> str:
    """Return ``text`` as it stands after other words."""
    return text[:1].lower() + text[1:]


def minutes(number: int) -> str:
    """Return ``10 minutes``."""
    return counted(number, "minute")


def megabytes(size: int) -> str:
    """Return ``3,9 Mo`` for a number of bytes."""
    return f"{decimal(size / 1_000_000)} Mo"


def tab_icon(sign: Sign) -> Markup:
    """Return the small drawing of a browser's tab, as an address that holds it."""
    drawing = sign.drawing.replace('"', "'")
    icon = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='none'"
        f" stroke='{sign.stroke}' stroke-width='3' stroke-linecap='round'>{drawing}</svg>"
    )
    return Markup(f"data:image/svg+xml,{quote(icon, safe=KEPT_IN_ICON)}")  # noqa: S704


def service_rank(written: str) -> int:
    """Return the rank of a service of the national standard, -1 when there is no such service."""
    short = SERVICES.short(written)
    return [*SERVICES.said].index(short) if short else -1


def telephone(digits: str) -> str:
    """Return ``04 75 00 00 01``, ``39 49``, ``+687 12 34 56``: places are those of France."""
    return FRANCE.grouped(digits)


def host(address: str) -> str:
    """Return the name of the site that an address leads to: ``www.valence.fr``."""
    return urlsplit(address).netloc


def situate(html: str, root: str) -> Markup:
    """Turn the addresses of a fragment, which count from the site's root, into relative ones."""
    markup = escaped(html)
    if _FROM_ROOT not in markup:
        return markup
    # An address is put before what was already safe.
    return Markup(str(markup).replace(_FROM_ROOT, f'href="{root}'))  # noqa: S704


def anchored(html: Markup, address: str) -> Markup:
    """Send the links to a step of the same page to that page, when it is shown elsewhere."""
    return Markup(str(html).replace('href="#', f'href="{escape(address)}#'))  # noqa: S704


def day(value: date) -> str:
    """Return ``1er mars 2026``."""
    number = "1er" if value.day == 1 else str(value.day)
    return f"{number} {MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """Return ``mars 2026``."""
    return f"{MONTHS[value.month - 1]} {value.year}"
