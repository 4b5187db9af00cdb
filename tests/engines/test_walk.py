"""The same visit in each browser: find, read, tick, enlarge, print, hold a call, leave nothing.

What is seen is what is asserted; no script may fail, no file be missing, nothing be refused.
"""

from __future__ import annotations

import io
import unicodedata

from pypdf import PdfReader

from tests.engines.engine import ENTER, Engine
from tests.engines.host import Host

PHONE = (390, 844)
TUTORIAL = "tutoriels/cyber-hygiene/message-suspect/"
TITLE = "Je vérifie un message suspect avant d’y toucher"
WARM_PAPER = "rgb(255, 250, 242)"
"""The colour that the light scheme gives: the sheet is understood, its variables too."""
KEPT = "Object.keys(localStorage).concat(Object.keys(sessionStorage))"
A4 = [8.3, 11.7]
"""Inches."""
LONGEST_CALL = 40


def test_a_visit(visitor: Engine, host: Host) -> None:
    visitor.resize(*PHONE)
    looks_at_the_home_page(visitor, host)
    finds_a_tutorial(visitor)
    walks_a_step(visitor)
    ticks_a_step(visitor)
    enlarges_the_text(visitor)
    prints(visitor, TITLE)
    opens_the_script(visitor)
    prints(visitor, f"Fiche 101 {TITLE}")
    holds_a_call(visitor)
    ends_the_call(visitor)
    assert host.complaints == []


def fits(visitor: Engine) -> None:
    """Nothing has to be scrolled sideways."""
    wide = visitor.tell("document.documentElement.scrollWidth - innerWidth")
    assert isinstance(wide, int)
    assert wide <= 0, visitor.tell("location.href")


def looks_at_the_home_page(visitor: Engine, host: Host) -> None:
    visitor.open(host.home)
    assert visitor.sees("Qu’est-ce qui vous bloque", "h1")
    assert visitor.tell("getComputedStyle(document.body).backgroundColor") == WARM_PAPER
    fits(visitor)


def finds_a_tutorial(visitor: Engine) -> None:
    visitor.press("main input[name=q]")
    visitor.write("message")
    visitor.until_told("document.querySelectorAll('#propositions li').length >= 2")
    visitor.write(ENTER)
    visitor.arrive("recherche/")
    visitor.until_told("document.querySelector('#resultats').dataset.etat === 'pret'")
    assert visitor.sees("réponses pour « message »", ".fil-said")
    assert visitor.tell("document.querySelector('.fil-failure').hidden")
    fits(visitor)
    visitor.press(f"#resultats [data-tutoriel='{TUTORIAL[10:-1]}'] a")
    visitor.arrive(TUTORIAL)


def walks_a_step(visitor: Engine) -> None:
    """One step a screen, back to the one before, and the place is found again."""
    is_at(visitor, 1)
    assert visitor.sees("je ne paie pas", ".fil-first")
    visitor.press(".fil-walk-next")
    is_at(visitor, 2)
    assert not visitor.sees("Je ne touche à rien", ".fil-steps")
    visitor.press(".fil-walk-other")
    visitor.until_told("document.activeElement.className === 'fil-walk-hint'")
    visitor.tell("history.back()")
    visitor.until_told("document.querySelector('.fil-walk-hint').hidden")
    is_at(visitor, 2)
    visitor.tell("history.back()")
    is_at(visitor, 1)
    fits(visitor)
    visitor.open(str(visitor.tell("location.href.split('#')[0]")))
    is_at(visitor, 2)
    visitor.press(".fil-walk-line a")
    visitor.until_told("location.hash === '#lecture'")
    visitor.press(".fil-again button")
    visitor.until_told(f"{KEPT}.length === 0")


def is_at(visitor: Engine, step: int) -> None:
    told = f"Étape {step} sur 5"
    visitor.until(told, lambda: visitor.sees(told, ".fil-walk-count"))
    assert visitor.tell("location.hash") == f"#etape-{step}"


def ticks_a_step(visitor: Engine) -> None:
    """On the whole page."""
    assert visitor.sees(TITLE, "h1")
    fits(visitor)
    visitor.press("#etape-1 .fil-done")
    visitor.until("1 étape sur 5", lambda: visitor.sees("1 étape sur 5", ".fil-progress"))
    assert visitor.tell("document.querySelector('#etape-1 .fil-done input').checked")
    visitor.press(".fil-again button")
    visitor.until_told(f"{KEPT}.length === 0")


def enlarges_the_text(visitor: Engine) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('#etape-1 p')).fontSize)"
    before = visitor.tell(size)
    assert isinstance(before, float | int)
    visitor.press(".fil-comfort-open")
    for ratio in (1.1, 1.25):
        visitor.press(".fil-comfort [data-pas='1']")
        visitor.until_told(f"Math.abs({size} / {before} - {ratio}) < 0.01")
    fits(visitor)
    visitor.press(".fil-comfort [data-remettre]")
    visitor.press(".fil-comfort [data-fermer]")
    visitor.until_told(f"{size} === {before}")
    assert visitor.tell(KEPT) == []


def prints(visitor: Engine, words: str) -> None:
    paper = visitor.paper()
    if paper is None:
        return
    pages = PdfReader(io.BytesIO(paper)).pages
    assert [round(float(side) / 72, 1) for side in pages[0].mediabox[2:]] == A4
    text = unicodedata.normalize("NFKC", pages[0].extract_text())
    assert words in " ".join(text.split())


def opens_the_script(visitor: Engine) -> None:
    visitor.press("main a[href$='telephone/']")
    visitor.arrive(f"{TUTORIAL}telephone/")
    visitor.until_told("!!document.querySelector('.fil-live .fil-desk .fil-start')")
    fits(visitor)


def holds_a_call(visitor: Engine) -> None:
    """Answer as the script hopes, up to a proof and past it; then go back one thing."""
    thread = "document.querySelector('.fil-thread').innerText"
    visitor.press(".fil-start")
    visitor.until(
        "Qu’est-ce qui vous arrive",
        lambda: visitor.sees("Qu’est-ce qui vous arrive", ".fil-now-words"),
    )
    proved = False
    for _ in range(LONGEST_CALL):
        before = str(visitor.tell(thread))
        proved = visitor.tell("document.querySelector('.fil-now').dataset.genre") == "preuve"
        answers = visitor.tell("document.querySelectorAll('.fil-replies button').length")
        visitor.press(".fil-replies [data-reponse='1']" if answers else ".fil-onward")
        visitor.until("la suite", lambda before=before: visitor.tell(thread) != before)  # type: ignore[misc]
        fits(visitor)
        if proved:
            break
    assert proved
    after = str(visitor.tell("document.querySelector('.fil-now-words').innerText"))
    visitor.press(".fil-undo")
    visitor.until("En arrière", lambda: not visitor.sees(after, ".fil-now-words"))
    assert visitor.tell("document.querySelector('.fil-now').dataset.genre") == "preuve"
    assert visitor.tell(KEPT) != []


def ends_the_call(visitor: Engine) -> None:
    visitor.press(".fil-end")
    visitor.until_told("document.querySelector('#recap-texte').value.length > 20")
    visitor.press(".fil-finish")
    visitor.until("effacé", lambda: visitor.sees("tout est effacé", ".fil-ended"))
    assert visitor.tell(KEPT) == []
