"""The thread of a call on its page, without JavaScript: each way out can be followed."""

from __future__ import annotations

import re

from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.thread.weave import weave
from tests.pages.rendering import environment

PATH = "tutoriels/cyber-hygiene/exemple.md"
_TARGET = re.compile(r'href="#([^"]+)"')
_ID = re.compile(r' id="([^"]+)"')


def public_page(body: str, reader: Reader, taxonomy: Taxonomy) -> str:
    """Return the first step of a script, as the public reads it."""
    report = Report(PATH)
    read = reader.read(f"## Étapes\n\n### Je regarde\n\n{body}", PATH, report)
    assert read is not None, report.findings
    macros = environment(taxonomy).get_template("parts.html").module
    printed: str = macros.public(read.script.steps[0].parts, "../", "1")  # type: ignore[attr-defined]
    return printed


def step_page(body: str, reader: Reader, taxonomy: Taxonomy) -> str:
    """Return the first step of a script, as the mediator's page prints it."""
    report = Report(PATH)
    read = reader.read(f"## Étapes\n\n### Je regarde\n\n{body}", PATH, report)
    assert read is not None, report.findings
    macros = environment(taxonomy).get_template("thread.html").module
    printed: str = macros.step(weave(read.script), 1, "../")  # type: ignore[attr-defined]
    return printed


ASKED = """/// demander | Que voyez-vous ?
    nom: que-voyez-vous
- **Un mot** : « Très bien. »
- **Rien** : « Ce n’est pas grave. »
///

"""


def test_a_stop_shows_where_it_leads(reader: Reader, taxonomy: Taxonomy) -> None:
    stop = "/// stop | De l’argent part\n« On s’en occupe. » [je regarde](#que-voyez-vous)\n///\n"
    page = step_page(ASKED + stop, reader, taxonomy)
    assert '<a class="fil-jump" href="#n-1a">je regarde</a>' in page


def test_a_trouble_shows_the_gesture_that_mends_it(reader: Reader, taxonomy: Taxonomy) -> None:
    trouble = (
        "/// sinon | L’appel est caché\n« Il est là. » [revenir](geste:revenir-a-l-appel)\n///\n"
    )
    page = step_page(ASKED + trouble, reader, taxonomy)
    assert 'href="../gestes/revenir-a-l-appel/"' in page
    assert {*_TARGET.findall(page)} <= {*_ID.findall(page)}


def test_what_an_answer_teaches_is_one_list(reader: Reader, taxonomy: Taxonomy) -> None:
    both = "[fixe](situation:ligne-fixe) [autre](situation:autre-appareil)"
    page = step_page(ASKED.replace("« Très bien. »", f"« Bien. » {both}"), reader, taxonomy)
    assert 'data-retient="ligne-fixe autre-appareil"' in page


def test_what_only_a_call_meets_is_not_read_by_who_reads_alone(
    reader: Reader, taxonomy: Taxonomy
) -> None:
    trouble = "/// si | {}\n/// sinon | Cela va-t-il couper ?\nNon.\n///\n///\n"
    calling, shared = trouble.format("meme-telephone"), trouble.format("ordinateur-partage")
    assert "Cela va-t-il couper" not in public_page(calling, reader, taxonomy)
    assert "Cela va-t-il couper" in step_page(calling, reader, taxonomy)
    assert "Ordinateur partagé" in public_page(shared, reader, taxonomy)
    both = public_page(trouble.format("meme-telephone, ordinateur-partage"), reader, taxonomy)
    assert "Ordinateur partagé</p>" in both
