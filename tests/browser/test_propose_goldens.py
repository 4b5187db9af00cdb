"""The page that proposes a correction may know less than the verifier: it never contradicts it.

What the page says of a file, the verifier says too, by the same code and on the same line; what the
page writes and finds right, the verifier accepts. The golden findings are the cases: they are
written down, so that nothing is read twice here; then come texts that nobody wrote down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from boutdufil.kinds.content import Content
from boutdufil.kinds.tutorial.reading import read_tutorial
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, has_errors
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.text_file import fences
from tests.browser.propose import form_scripts
from tests.browser.strange import MODEL, STRANGE
from tests.conftest import TODAY

# A failure of many texts at once is not made smaller: it would take minutes.
QUICK = settings(phases=[Phase.explicit, Phase.generate])
CASES = sorted((Path(__file__).parents[1] / "goldens" / "constats").glob("*.txt"))
PATH = "tutoriels/cyber-hygiene/exemple.md"
TOLD = re.compile(r"^  (FIL\d+) ligne (\d+)", re.MULTILINE)
UNREADABLE = {Code.NOT_YAML, Code.TAB, Code.NO_FRONT_MATTER}
"""Of a front matter with one of these, the verifier says nothing more; the page cannot know."""
OF_THE_BOXES = {Code.UNKNOWN_WORD, Code.LOOKALIKE}
"""Of words that boxes hold: nobody types them."""
ON_THE_RECAP = {Code.RECAP_TOO_LONG, Code.LOST_CHARACTER, Code.WRONG_LINK}
"""Told by the verifier once the rest of the front matter is right, by the page at once."""

Announced = set[tuple[str, int]]


@pytest.fixture(scope="module")
def page(browser: Browser, taxonomy: Taxonomy) -> Iterator[Page]:
    """An empty page with the scripts of the form, on the day of the goldens."""
    with form_scripts(browser, Content(taxonomy, ())) as opened:
        # It is noon of that day where days begin.
        opened.clock.set_fixed_time(datetime.combine(TODAY, time(12)) - timedelta(hours=14))
        yield opened


def announced(page: Page, texts: list[str]) -> list[Announced]:
    """Return what the page says of each file: a code and a line."""
    found = page.evaluate("texts => texts.map(filPropose.checkFile)", texts)
    return [{(each["code"], each["ligne"]) for each in file} for file in found]


def verified(text: str, reader: Reader) -> Announced:
    """Return what the verifier says of a file, alone."""
    findings = read_tutorial(text.encode(), PATH, reader, TODAY).findings
    return {(finding.code.value, finding.line) for finding in findings}


def golden_files(
    write_tree: Callable[[Path, str], list[str]], folder: Path
) -> dict[str, tuple[str, Announced]]:
    """Return each tutorial of the goldens, with what the verifier says of it."""
    files = {}
    for case in CASES:
        if case.stem.startswith(Code.NOT_UTF8):
            continue  # what a page is given is text already
        tree, _, answer = case.read_text(encoding="utf-8").partition("--- attendu\n")
        root = folder / case.stem
        for path in write_tree(root, tree):
            if not path.startswith("tutoriels/"):
                continue
            _, _, told = f"\n{answer}".partition(f"\n{path}\n")
            own = re.split(r"^(?! )", told, maxsplit=1, flags=re.MULTILINE)[0] if told else ""
            expected = {(code, int(line)) for code, line in TOLD.findall(own)}
            text = (root / path).read_bytes().decode(errors="replace")
            files[f"{case.stem} {path}"] = (text, expected)
    return files


def test_what_the_page_says_of_a_golden_the_verifier_says(
    page: Page, write_tree: Callable[[Path, str], list[str]], tmp_path: Path
) -> None:
    files = golden_files(write_tree, tmp_path)
    said = announced(page, [text for text, _expected in files.values()])
    wrong = {
        name: sorted(found - expected)
        for (name, (_text, expected)), found in zip(files.items(), said, strict=True)
        if found - expected
    }
    assert wrong == {}
    known = {code for found in said for code, _line in found}
    # It knows less, and does know something: what stops a correction most often.
    assert known >= {
        *(Code.EMPTY_FILE, Code.NO_FRONT_MATTER, Code.UNKNOWN_KEY, Code.MISSING_KEY),
        *(Code.DUPLICATE_KEY, Code.WRONG_LENGTH, Code.WRONG_DATE, Code.WRONG_ADDRESS),
        *(Code.RECAP_TOO_LONG, Code.LOST_CHARACTER, Code.WRONG_LINK, Code.RAW_HTML),
        *(Code.UNKNOWN_BLOCK, Code.UNCLOSED_BLOCK, Code.MISSING_ARGUMENT, Code.STRAY_SLASHES),
        *(Code.UNEXPECTED_ARGUMENT, Code.MISPLACED_BLOCK, Code.WRONG_SECTION, Code.NO_STEP),
        Code.DECEPTIVE_LINK,
    }


DECEPTIVE = [
    *("[x](https://a.fr@b.fr/)", "[x](https://127.0.0.1/)", "[x](https://routeur.local/)"),
    *("[x](https://a.fr:8080/)", "[x](https://été.fr/)", "[x](https://xn--t-cjaa.fr/)"),
    *("[x](https://a.fr/jeu.apk)", "[x](https://a.fr/?u=https://b.fr)", "<https://a.fr@b.fr/>"),
    *("[www.cnil.fr](https://www.impots.gouv.fr/)", "[x](tel:*21*0199001234#)"),
]
RIGHT = [
    *("[x](https://www.cnil.fr/fr/plaintes)", "[www.cnil.fr](https://www.cnil.fr/)"),
    *("[cnil.fr](https://www.cnil.fr/a)", "[x](tel:3114)", "`[x](https://a.fr@b.fr/)`"),
    *("[gouv.fr](https://www.impots.gouv.fr/)", "[x](https://a.fr/apk/)"),
]


def with_link(link: str) -> str:
    return MODEL.replace("Je lis le message en entier.", f"Je lis {link} en entier.", 1)


@pytest.mark.parametrize("link", DECEPTIVE)
def test_a_link_that_deceives_is_told_in_a_correction(
    page: Page, reader: Reader, link: str
) -> None:
    (said,) = announced(page, [with_link(link)])
    assert {code for code, _line in said} == {Code.DECEPTIVE_LINK.value}
    assert said <= verified(with_link(link), reader)


@pytest.mark.parametrize("link", RIGHT)
def test_a_link_that_leads_where_it_says_is_not(page: Page, reader: Reader, link: str) -> None:
    assert announced(page, [with_link(link)]) == [set()]
    assert Code.DECEPTIVE_LINK.value not in {code for code, _ in verified(with_link(link), reader)}


@pytest.mark.parametrize("name", STRANGE)
def test_what_the_page_says_of_a_strange_file_the_verifier_says(
    page: Page, reader: Reader, name: str
) -> None:
    text = STRANGE[name]
    (said,) = announced(page, [text])
    assert said <= verified(text, reader)


LINES = st.sampled_from(
    [
        *(
            "/// dire",
            "///",
            "////",
            "//// appareil | mac",
            "/// sinon | Rien",
            "/// ecran | Un SMS",
            "/// preuve | Est-ce fait ?",
            "/// depart | Je suis devant",
            "/// si | ligne-fixe",
        ),
        *("/// autrement", "/// autrement | Non", "/// dir", "// dire", "> ///", "    /// dire"),
        *("    nom: ici", "    Loin", "```", "~~~", "```a b", "~~~~", "## Étapes", "### Je lis"),
        *(
            "## Non",
            "# Non",
            "###",
            "#31#",
            "<b>",
            "`<b>`",
            "- Oui",
            "- **Oui** : [là](#etape-2)",
            "    - *Et là ?*",
            "[Comment](geste:ouvrir)",
            "",
            "Un mot.",
            "\u2028",
            "---",
        ),
        *("titre: Non", "détail: Non", "  - Oui", "recap: ê★", "resume: www.a.fr", "niveau:", "\t"),
        *("appels:", "relu_le: 2030-01-01", "relu_le: demain", "# note", "a: b: c", "'a': b"),
    ]
)


@given(st.lists(st.lists(st.tuples(LINES, st.integers(0, 45)), max_size=4), min_size=20))
@settings(QUICK, max_examples=6)
def test_what_the_page_says_of_any_file_the_verifier_says(
    page: Page, reader: Reader, changes: list[list[tuple[str, int]]]
) -> None:
    texts = []
    for inserted in changes:
        lines = MODEL.split("\n")
        for line, place in inserted:
            lines.insert(place, line)
        texts.append("\n".join(lines))
    for text, said in zip(texts, announced(page, texts), strict=True):
        told = verified(text, reader)
        more = {each for each in said - told if each[0] not in ON_THE_RECAP}
        if {code for code, _line in told} & UNREADABLE:
            body = fences(text.split("\n"))[1] or 10_000
            more = {(code, line) for code, line in more if line > body + 1}
        assert more == set(), text


def typed(model: dict[str, object], front: object) -> dict[str, object] | None:
    """Return what one would type in the form for this front matter; None when it cannot be."""
    if not isinstance(front, dict):
        return None
    answers = dict(model)
    for key in ("titre", "resume", "recap", "niveau", "relu_le"):
        answers[key] = str(front.get(key, ""))
    for key, name in (("appels", "phrase"), ("publics", ""), ("appareils", "")):
        values = front.get(key, [])
        values = values if isinstance(values, list) else [values]
        answers[key] = [{name: str(each)} if name else str(each) for each in values]
    themes = front.get("themes", [])
    answers["theme"] = str([*themes, ""][0] if isinstance(themes, list) else themes)
    sources = front.get("sources", [])
    answers["sources"] = [
        {"nom": str(each.get("nom", "")), "url": str(each.get("url", ""))}
        for each in (sources if isinstance(sources, list) else [])
        if isinstance(each, dict)
    ]
    return answers


BODY: dict[str, object] = {
    "introduction": "Je prends mon temps.",
    "etapes": [
        {"titre": "Je lis", "texte": "Je lis.", "fil": [{"sorte": "dire", "texte": "Lisez."}]}
    ],
    "questions": [],
}


def test_what_one_types_from_a_golden_is_judged_alike(
    page: Page, reader: Reader, write_tree: Callable[[Path, str], list[str]], tmp_path: Path
) -> None:
    """The front matter of each golden, typed in the form: right for both, or wrong for both."""
    files = golden_files(write_tree, tmp_path)
    forms = {}
    for name, (text, _expected) in files.items():
        try:
            front = yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)
        except (yaml.YAMLError, IndexError):
            continue
        answers = typed(BODY, front)
        if answers is not None:
            forms[name] = answers
    judged = page.evaluate(
        "forms => forms.map(answers => [filPropose.check(answers), filPropose.write(answers)])",
        [*forms.values()],
    )
    differing = {}
    refused = 0
    for (name, answers), (problems, written) in zip(forms.items(), judged, strict=True):
        path = f"tutoriels/{answers['theme'] or 'cyber-hygiene'}/exemple.md"
        findings = read_tutorial(written.encode(), path, reader, TODAY).findings
        refused += bool(problems)
        # The form gives the number, and its boxes hold known words only.
        told = [each for each in findings if each.code not in OF_THE_BOXES]
        if bool(problems) != has_errors(told):
            differing[name] = (problems, [each.problem for each in findings], written[:900])
    assert differing == {}
    assert len(forms) > 100
    assert refused > 10
