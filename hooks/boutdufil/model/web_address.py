r"""An address that a link leads to, read more strictly than a browser: it leads where it seems to.

A browser forgives: it takes ``\\`` for ``/``, a name before ``@`` for nothing, and a letter of
another alphabet for a site of its own. Whoever reads an address on a phone sees none of that.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import unquote

from boutdufil.language.numbering import NumberingPlan, bare_digits
from boutdufil.model.finding import Code

# ``https://`` then what names the site, then the rest; not ``https:/a``, nor ``HTTPS://a``.
_WHOLE = re.compile(r"https://([^/?#]*)(.*)", re.DOTALL)
# ``www.cnil.fr``; not ``cnil``, ``127.0.0.1``, ``cnil.fr.``, ``-a.fr``.
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
# What no address holds unless it was written to be misread: ``\``, a space, ``<``, a control.
_NEVER = re.compile(r"[\x00-\x20\x7f-\xa0\\\"<>^`{|}\u2000-\u206f\u3000\ufeff]")
# A file that a device runs, or that hides one: ``/a.apk``, ``?f=a.exe&``; not ``/apk/``.
_PROGRAM = re.compile(
    r"\.(?:apk|apkm|apks|xapk|aab|ipa|mobileconfig|exe|msi|msix|msixbundle|appx|appinstaller|scr|pif"
    r"|cmd|bat|ps1|vbs|vbe|jse?|wsf|hta|jar|jnlp|lnk|reg|cpl|dmg|pkg|mpkg|command|app|deb|rpm|run|sh"
    r"|appimage|flatpakref|iso|img|vhdx?|docm|xlsm|pptm|xll|chm)(?![a-z0-9])",
    re.IGNORECASE,
)
# An address within another: ``?url=https://a.fr``, ``//a.fr`` further on; not ``/a/b``.
_WITHIN = re.compile(r"https?:|(?<!:)//|=www\.", re.IGNORECASE)
# Endings that name no public site (RFC 2606, 6761, 6762, 7686): ``routeur.local``.
_NO_SITE = (
    "arpa corp home internal intranet invalid lan local localdomain localhost onion private test"
)
_AT_HOME = frozenset(_NO_SITE.split())
# ``tel:+33…``, ``tel:0 805 805 817``; not ``tel:*21#``, ``tel:31;ext=1``.
_CALL = re.compile(r"tel:\+?[0-9](?:[ .()-]{0,2}[0-9]){1,19}")
EVERYWHERE = "112"
"""A number that any mobile phone dials (3GPP TS 22.101), where no plan is known."""
_USSD = re.compile(r"[*#]")
# ``mailto:aide@cnil.fr``, with a subject or none; not two people, nor a hidden copy.
_MAIL = re.compile(r"mailto:([\w.+-]{1,64})@([^?&,;:@\s]+)(?:\?subject=[^&]*)?", re.ASCII)
# What looks like the name of a site, in any alphabet: ``impоts.gouv.fr``; not ``3.5``, ``a.``.
_NAMED_SITE = re.compile(
    r"(?<![\w.@-])(?<![^/]/)(?:\w(?:[\w-]{0,61}\w)?\.){1,8}[^\W\d_]{2,24}(?![\w@]|\.\w)"
)
_NAMED_MAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}\w{2,24}")
# « cnil, point, fr », as one says it.
_POINT = re.compile(r"\s*,?\s*\bpoint\b\s*,?\s*", re.IGNORECASE)
# Names of files, which have the look of a site.
_FILE_ENDINGS = (
    "avi bmp csv css doc docx epub gif gz heic html htm ics jpeg jpg js json md mov mp odp ods odt"
    " pdf png pps ppt pptx rtf svg tar toml txt vcf webp xls xlsx xml yaml yml zip"
)
_FILES = frozenset(_FILE_ENDINGS.split())


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address in https, whose ``host`` is what decides where one arrives."""

    host: str
    rest: str

    def is_of(self, site: str) -> bool:
        """Tell whether it is on ``site``, or on a part of it."""
        return is_part(self.host, site)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an address is refused, in French: what is wrong, what is expected, what to write."""

    problem: str
    expected: str
    hint: str
    code: Code = Code.DECEPTIVE_LINK

    EXPECTED: ClassVar[str] = "une adresse qui commence par https://, puis le nom du site, en clair"


def is_part(host: str, site: str) -> bool:
    """Tell whether ``host`` is ``site`` or one of its parts, with ``www.`` or without.

    >>> is_part("signal.conso.gouv.fr", "gouv.fr"), is_part("impots-gouv.fr", "gouv.fr")
    (True, False)
    """
    site = site.lower().removeprefix("www.")
    return host.removeprefix("www.") == site or host.endswith(f".{site}")


def is_host(text: str) -> bool:
    """Tell whether ``text`` is the name of a site, in plain letters."""
    return bool(_HOST.fullmatch(text)) and "xn--" not in text


def read_address(written: str) -> WebAddress | Fault | None:
    """Return what ``written`` leads to, or why nobody may follow it; None: it is not in https."""
    address = html.unescape(written)
    if (sign := _NEVER.search(address)) is not None:
        return Fault(
            "cette adresse contient un signe qu’une adresse n’a pas",
            Fault.EXPECTED,
            f"retirez « {sign[0]} »" if sign[0].isprintable() else "tapez-la de nouveau",
        )
    whole = _WHOLE.fullmatch(address)
    if whole is None:
        return None
    if "&" in written.partition("://")[2].partition("/")[0]:
        return _imitation(written.partition("://")[2].partition("/")[0])
    site, rest = whole[1], whole[2]
    return _site_fault(site) or _rest_fault(rest) or WebAddress(site.lower(), rest)


def _site_fault(site: str) -> Fault | None:
    before, at, host = site.rpartition("@")
    if at:
        return Fault(
            f"cette adresse ne mène pas à « {before} » : elle mène à « {host} »",
            Fault.EXPECTED,
            "retirez tout ce qui précède « @ », et « @ » lui-même",
        )
    if not host.isascii() or "xn--" in host.lower() or "%" in host or "&" in host:
        return _imitation(host)
    host, _, port = host.lower().partition(":")
    if port:
        return Fault(
            "cette adresse passe par une porte que les sites n’ont pas",
            Fault.EXPECTED,
            f"retirez « :{port} »",
        )
    if not is_host(host) or host.rpartition(".")[2] in _AT_HOME:
        return Fault(
            "cette adresse n’est pas celle d’un site public",
            "un nom de site, comme www.cnil.fr",
            "écrivez le nom du site, et non le numéro d’une machine",
        )
    return None


def _imitation(host: str) -> Fault:
    return Fault(
        f"le nom de ce site imite d’autres lettres : {in_clear(html.unescape(host))}",
        "un nom de site en lettres sans accent, chiffres et tirets",
        "tapez-le de nouveau au clavier, ou citez un autre site",
    )


def in_clear(host: str) -> str:
    """Return a host both as it is read and as a machine writes it.

    >>> in_clear("xn--impts-qta.fr")
    'impôts.fr (xn--impts-qta.fr)'
    """
    plain = unquote(unicodedata.normalize("NFKC", host))
    shown, coded = [], []
    for label in plain.split("."):
        try:
            clear = label[4:].encode().decode("punycode") if label[:4].lower() == "xn--" else label
            code = clear if clear.isascii() else f"xn--{clear.lower().encode('punycode').decode()}"
        except (UnicodeError, ValueError):
            clear = code = label
        shown.append(clear)
        coded.append(code)
    named, written = ".".join(shown), ".".join(coded)
    return named if named == written else f"{named} ({written})"


def _rest_fault(rest: str) -> Fault | None:
    clear = unquote(unquote(rest))
    if program := _PROGRAM.search(clear):
        return Fault(
            "ce lien télécharge un programme",
            "la page où chacun lit ce que c’est, et choisit",
            f"menez à la page qui en parle, et non au fichier « {program[0]} »",
        )
    if _WITHIN.search(clear):
        return Fault(
            "cette adresse en cache une autre, où elle peut mener",
            "l’adresse où l’on arrive",
            "écrivez celle où l’on arrive, seule",
        )
    return None


def call_fault(address: str, plan: NumberingPlan | None) -> Fault | None:
    """Return why a ``tel:`` link is refused: it dials a number, and does nothing else."""
    clear = unquote(html.unescape(address))
    if _CALL.fullmatch(clear):
        return None
    does = "tape un code sur le téléphone" if _USSD.search(clear) else "ne compose pas un numéro"
    return Fault(
        f"ce lien {does}",
        "tel: puis un numéro, en chiffres",
        f"dites le code avec des mots, ou écrivez : tel:{plan.police if plan else EVERYWHERE}",
    )


def mail_fault(address: str) -> Fault | None:
    """Return why a ``mailto:`` link is refused: it writes to one address, and says so."""
    clear = unquote(html.unescape(address))
    match = _MAIL.fullmatch(clear)
    if match and is_host(match[2].lower()):
        return None
    return Fault(
        "ce lien n’écrit pas à une seule adresse, en clair",
        "mailto: puis une adresse, et rien d’autre",
        "par exemple : mailto:aide@cnil.fr",
    )


def host_of(address: str) -> str | None:
    """Return the site that an address, whatever it does, hands its reader to; None: no site."""
    clear = unquote(html.unescape(address))
    if mail := _MAIL.fullmatch(clear):
        return mail[2].lower()
    read = read_address(address)
    return read.host if isinstance(read, WebAddress) else None


def sites_named(text: str) -> tuple[str, ...]:
    """Return what looks like a site in ``text``, in small letters, files and e-mails left out.

    >>> sites_named("Sur Cnil.fr, je lis relecture.yml ; voir https://a.fr/b.c")
    ('cnil.fr', 'a.fr')
    """
    plain = unicodedata.normalize("NFKC", text)
    found = (match[0].lower() for match in _NAMED_SITE.finditer(plain))
    return tuple(each for each in found if each.rpartition(".")[2] not in _FILES)


def text_fault(text: str, address: str, plan: NumberingPlan | None) -> Fault | None:
    """Return why ``text`` deceives, as that of a link to ``address``: it shows another place."""
    shown = unicodedata.normalize("NFKC", text)
    if address.startswith("tel:"):
        read = plan.dialled if plan else bare_digits
        digits = read(shown)
        dialled = read(unquote(html.unescape(address)).removeprefix("tel:"))
        if len(digits) > 2 and digits != dialled:
            return _shows(digits, dialled)
        return None
    mails = {each.lower() for each in _NAMED_MAIL.findall(shown)}
    host = host_of(address)
    if address.startswith("mailto:"):
        written = unquote(html.unescape(address))[7:].partition("?")[0].lower()
        other = next((each for each in mails if each != written), None)
        return _shows(other, written) if other else None
    said = _POINT.sub(".", shown)
    for site in dict.fromkeys((*sites_named(shown), *sites_named(said))):
        if host is None and not site.startswith("www.") and "://" not in shown:
            continue
        if host is None or not is_part(host, site):
            return _shows(in_clear(site), host or "une page de ce site")
    return None


def _shows(shown: str, real: str) -> Fault:
    return Fault(
        f"ce lien montre « {shown} », et mène à « {real} »",
        "un texte qui dit où l’on va",
        f"écrivez : {real}, ou une phrase sans adresse",
    )
