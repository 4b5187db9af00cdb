"""The thread of a call, typed in the form, is the one that the verifier reads: nothing is lost.

What is typed becomes Markdown in a browser; Python reads it back, and both are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import pytest
from hypothesis import Phase, assume, given, settings
from playwright.sync_api import Browser, Page

from boutdufil.kinds.content import Content
from boutdufil.kinds.document import Document
from boutdufil.kinds.gesture.values import Gesture, GestureEntry
from boutdufil.kinds.tutorial.reading import read_tutorial
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import has_errors
from boutdufil.model.script import (
    Answer,
    Ask,
    DoGesture,
    Jump,
    Part,
    Picture,
    Proof,
    Prose,
    Rephrase,
    Say,
    Script,
    Start,
    Trouble,
    plain,
)
from boutdufil.model.taxonomy import Taxonomy
from tests.browser.propose import form_scripts
from tests.browser.typed import GESTURE as SLUG
from tests.browser.typed import STEPS
from tests.conftest import TODAY

Typed = Mapping[str, Any]  # what a form holds: texts, and lists of forms
QUICK = settings(phases=[Phase.explicit, Phase.generate])
# Verbs of both hands, read as one sentence: ``{appuyez|cliquez}``; not ``{appuyez}``.
_VERBS = re.compile(r"\{[^{}|]*\|[^{}|]*\}")
# A mark of a list, which is not read: ``- Oui``; not ``-Oui``.
_BULLET = re.compile(r"^[-*•◦▪‣·●○■](?: |$)")
NORMAL = """value => {
  const change = (each, key) => typeof each === 'string'
    ? (/^(?:vers|geste|sorte|cle|appareils)$/.test(key) ? each
      : /^(?:texte|autrement|mots)$/.test(key) ? filPropose.lines(each).join('\\n')
      : filPropose.line(each))
    : Array.isArray(each) ? each.map(item => change(item, key))
    : Object.fromEntries(Object.entries(each).map(([name, item]) => [name, change(item, name)]));
  return change(value, '');
}"""
"""What is typed once cleaned of what nobody sees: invisible signs, and spaces of all kinds."""


def squeezed(text: str) -> str:
    """Return a text without what the typography of the site sets, nor the signs of bold."""
    return "".join(text.replace("**", "").split())


def words(text: str) -> str:
    """Return what is read of a text that was typed: its bullets are signs."""
    return squeezed("".join(_BULLET.sub("", line) for line in text.split("\n")))


def spoken(text: str) -> str:
    """Return words between guillemets: those within become the second ones, or are the same."""
    lines = (re.sub(r"^«([^«»]*)»$", r"\1", line.strip()) for line in text.split("\n"))
    return squeezed("".join(lines)).replace("«", "“").replace("»", "”")


def heard(html: str) -> str:
    return squeezed(plain(html))


Shape = tuple[object, ...]


def typed_lead(place: str) -> Shape:
    kind, _, rest = place.partition(":")
    number, _, reference = rest.partition(":")
    return {
        "": (),
        "fin": ("fin",),
        "geste": ("geste", number),
        "fiche": ("fiche", reference),
        "etape": ("etape", 1),
    }[kind]


def read_lead(jump: Jump | None) -> Shape:
    if jump is None:
        return ()
    if jump.is_end:
        return ("fin",)
    if jump.gesture:
        return ("geste", jump.gesture)
    return ("fiche", jump.tutorial) if jump.tutorial else ("etape", jump.step)


def typed_replies(answers: Iterable[Typed]) -> Shape:
    return tuple(
        (
            squeezed(each["reponse"]),
            spoken(each["mots"]),
            typed_lead(each["vers"]),
            *(
                (
                    squeezed(follow["question"]),
                    squeezed(follow["autrement"]),
                    typed_replies(follow["reponses"]),
                )
                for follow in each["suite"]
            ),
        )
        for each in answers
    )


def read_replies(answers: Iterable[Answer]) -> Shape:
    return tuple(
        (
            heard(each.label),
            heard(each.words),
            read_lead(each.jump),
            *(
                (heard(follow.question), heard(follow.otherwise), read_replies(follow.answers))
                for follow in (each.follow_up,)
                if follow
            ),
        )
        for each in answers
    )


def typed_parts(step: Typed) -> Iterator[Shape]:
    """Yield what a step says, as it was typed, in the order in which it is written."""
    yield ("prose", words(step["texte"]))
    for start in step["depart"]:
        called = typed_lead(f"geste:{start['geste']}") if start["geste"] else ()
        yield (
            "depart",
            squeezed(start["etat"]),
            words(start["texte"]),
            spoken(start["mots"]),
            called,
        )
        yield ("autrement", words(start["autrement"]))
    for part in step["fil"]:
        yield typed_part(part)
        yield ("autrement", words(part.get("autrement", "")))
    for kind, list_of in (("sinon", "soucis"), ("stop", "arrets")):
        for trouble in step[list_of]:
            title, text = squeezed(trouble["situation"]), words(trouble["texte"])
            yield (kind, title, text, spoken(trouble["mots"]), ())
            yield ("autrement", words(trouble["autrement"]))


def typed_part(part: Typed) -> Shape:
    if part["sorte"] == "geste":
        return ("geste", part["geste"])
    if part["sorte"] == "dire":
        return ("dire", words(part["texte"]))
    success = (
        ((squeezed(part["reussite"]), spoken(part["mots"]), ()),)
        if part["sorte"] == "preuve"
        else ()
    )
    return (part["sorte"], squeezed(part["question"]), (*success, *typed_replies(part["reponses"])))


def read_part(part: Part) -> Shape:
    match part:
        case Prose():
            return ("prose", heard(part.html))
        case Say():
            return ("dire", heard(part.html))
        case Rephrase():
            return ("autrement", heard(part.html))
        case Ask() | Proof():
            return (part.kind, heard(part.question), read_replies(part.answers))
        case Start() | Trouble():
            title, prose, said = (heard(each) for each in (part.situation, part.prose, part.words))
            return (part.kind, title, prose, said, read_lead(part.jump))
        case DoGesture():
            return ("geste", part.jump.gesture)
        case _:
            raise AssertionError(part)


def told(parts: Iterable[Shape]) -> list[Shape]:
    """Return the parts that say something."""
    return [part for part in parts if part not in {("prose", ""), ("autrement", ""), ("dire", "")}]


@pytest.fixture(scope="module")
def writer(browser: Browser, taxonomy: Taxonomy) -> Iterator[Page]:
    """An empty page with the scripts of the form, whose library holds one gesture."""
    entry = GestureEntry(
        title="J’ouvre les [réglages]", proof="Que lisez-vous ?", devices=(), reviewed=TODAY
    )
    gesture = Gesture(path=f"gestes/{SLUG}.md", entry=entry, script=Script())
    content = Content(taxonomy, (Document(gesture.path, (), gesture),))
    with form_scripts(browser, content) as opened:
        yield opened


MODEL: Typed = {
    "titre": "Je range",
    "resume": "Je range mes photos.",
    "theme": "cyber-hygiene",
    "publics": ["seniors"],
    "niveau": "1",
    "appareils": [],
    "appels": [{"phrase": "C’est plein"}, {"phrase": "Rien ne va"}],
    "recap": "Je range.",
    "sources": [{"nom": "CNIL", "url": "https://www.cnil.fr/"}],
    "relu_le": "2024-02-29",
}


@given(steps=STEPS)
@settings(QUICK, max_examples=80)
def test_the_thread_that_was_typed_is_the_one_that_is_read(
    writer: Page, reader: Reader, steps: list[Typed]
) -> None:
    found, text, cleaned = writer.evaluate(
        f"answers => [filPropose.check(answers), filPropose.write(answers),"
        f" ({NORMAL})(answers.etapes)]",
        {**MODEL, "etapes": steps},
    )
    assume(not found and not _VERBS.search(text))
    document = read_tutorial(text.encode(), "tutoriels/cyber-hygiene/je-range.md", reader, TODAY)
    assert not has_errors(document.findings), (document.findings, text)
    assert document.tutorial is not None
    read = document.tutorial.script.steps
    for step, typed in zip(read, cast("list[Typed]", cleaned), strict=True):
        parts = [read_part(part) for part in step.parts if not isinstance(part, Picture)]
        assert told(parts) == told(typed_parts(typed)), text


@pytest.mark.parametrize("bullet", "-*•◦▪‣·●○■")
def test_whatever_bullet_was_typed_makes_a_list(writer: Page, reader: Reader, bullet: str) -> None:
    step = {"cle": "k0", "titre": "Je regarde", "texte": f"\x05{bullet}  en haut\n{bullet} en bas"}
    answers = {**MODEL, "etapes": [step]}
    text = writer.evaluate("answers => filPropose.write(answers)", answers)
    assert "- en haut\n- en bas\n" in text
    document = read_tutorial(text.encode(), "tutoriels/cyber-hygiene/je-range.md", reader, TODAY)
    assert not has_errors(document.findings)
