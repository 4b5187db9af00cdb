"""The numbering plans that are known: those of the countries where French is spoken around us.

Each fact is of a regulator, named beside it. What none of them says is left out: a number that no
form tells is looked for in no text.
"""

from __future__ import annotations

from collections.abc import Iterator

from boutdufil.language.numbering import NumberingPlan
from boutdufil.language.text import closest, fold

FRANCE = NumberingPlan(
    country="France",
    within="de France",
    code="33",
    trunk="0",
    national=("0[1-9] xx xx xx xx",),
    short=("3x xx", "3[3-8]xxx", "116 xxx"),
    dear=("08 9x xx xx xx", "118 xxx"),
    messages=("[4-8]xxxx",),
    mobile=("0[67] xx xx xx xx",),
    vital=frozenset({"0892705705"}),
    kin=("262", "590", "594", "596"),
    territories=("508", "681", "687", "689"),
    police="17",
    example="+33123456789",
)
"""Arcep, decision 2018-0881, « plan national de numérotation »: 08 9, 118 and the short numbers of
SMS+ are surcharged, 06 and 07 are mobiles. Codes overseas: Arcep, « La numérotation outre-mer ».
Blocking a bank card, day and night, is vital: Service Public, fiche F31241."""

BELGIUM = NumberingPlan(
    country="Belgique",
    within="de Belgique",
    code="32",
    trunk="0",
    national=("04[5-9]x xx xx xx", "0800 xx xxx", "0[2349] xxx xx xx", "0[15-8]x xx xx xx"),
    short=("116 xxx",),
    dear=("090x xx xxx", "070 xx xx xx", "077 xx xx xx"),
    messages=("[2-79]xxx",),
    mobile=("04[5-9]x xx xx xx",),
    police="101",
    example="+3222268888",
)
"""IBPT, « Principes de numérotation » (its own number is the example) and « Numéros courts »: 101
is the police, messages go to four digits, those in 8 being free. What calls cost: royal decree of
27 April 2007 on numbering, articles on 070, 077 and 090x."""

SWITZERLAND = NumberingPlan(
    country="Suisse",
    within="de Suisse",
    names=("Suisse romande", "Confédération suisse"),
    code="41",
    trunk="0",
    national=("0800 xxx xxx", "084x xxx xxx", "0[2-9]x xxx xx xx"),
    dear=("090[016] xxx xxx",),
    messages=("[2-9]xx", "[2-9]xxx", "[2-9]xxxx"),
    mobile=("07[5-9] xxx xx xx",),
    police="117",
    example="+41584605511",
)
"""OFCOM, plan « E.164/2002 » (RS 784.101.113): 0 and nine digits, 075 to 079 being mobiles;
« 0900, 0901, 0906 » for what is surcharged; « Numéros courts pour services SMS et MMS », of three
to five digits from 2 to 9. The example is the OFCOM's own number."""

LUXEMBOURG = NumberingPlan(
    country="Luxembourg",
    within="du Luxembourg",
    names=("Grand-Duché de Luxembourg",),
    code="352",
    national=("6xx xx xx xx", "80[01] xx xxx", "[23]x xx xx xx"),
    short=("116 xxx",),
    dear=("90[015] xx xxx",),
    mobile=("6xx xx xx xx",),
    police="113",
    example="+35228228228",
)
"""ILR, « Plan national de numérotation », part 1: eight digits in 2 and 3, nine for mobiles, 900,
901 and 905 sharing what they earn; neither a trunk nor areas. Older numbers, shorter, look like
counts and are not looked for. The example is the ILR's own number."""

_CANADIAN = (
    "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450"
    " 468 474 506 514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782"
    " 807 819 825 867 873 879 902 905 942"
)
_FREE = "800 833 844 855 866 877 888"
CANADA = NumberingPlan(
    country="Canada",
    within="du Canada",
    names=("Québec", "Nouveau-Brunswick"),
    code="1",
    trunk="1",
    abroad="011",
    national=("[2-9]xx [2-9]xx-xxxx",),
    dear=("900 [2-9]xx-xxxx", "[2-9]xx 976-xxxx"),
    messages=("[1-9]xxxx", "[1-9]xxxxx"),
    areas=frozenset((*_CANADIAN.split(), *_FREE.split())),
    police="911",
    example="+15145550123",
)
"""« Canadian Numbering Plan and Dialling Plan » (CSCN, for the CRTC): ten digits, which nothing
tells a mobile by; 900 and 976 are surcharged. Its code is that of twenty countries: an area that
the Canadian administrator (CNAC) has not opened rings abroad. Messages: txt.ca, five or six digits.
How it is written: Office québécois de la langue française, Banque de dépannage linguistique,
article 3293. Nobody has 555-0100 to 555-0199."""

PLANS = (FRANCE, BELGIUM, SWITZERLAND, LUXEMBOURG, CANADA)


def plan_of(country: str) -> NumberingPlan | None:
    """Return the plan of a country, as an organisation declares it; None when it is not known.

    What declares none is of France, as this base was before it could be said.

    >>> [getattr(plan_of(each), "code", None) for each in ("", "belgique", "Québec", "Mali")]
    ['33', '32', '1', None]
    """
    asked = fold(country) or fold(FRANCE.country)
    return next((plan for name, plan in _named() if fold(name) == asked), None)


def likely_country(country: str) -> str:
    """Return the known country that was likely meant, empty when none is near."""
    return closest(country, [name for name, _plan in _named()]) or ""


def _named() -> Iterator[tuple[str, NumberingPlan]]:
    for plan in PLANS:
        for name in (plan.country, *plan.names):
            yield name, plan
