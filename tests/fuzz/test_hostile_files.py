"""Files as a stranger could write them: each ends in a page or in findings with a line.

The suite tries two thousand of them in all; ``--hypothesis-profile=nuit`` tries ten times as many.
"""

from __future__ import annotations

import re
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from boutdufil.check.fixes import correct
from boutdufil.check.report import FORMATS, PLAIN
from boutdufil.check.rules import check
from boutdufil.kinds.folder import ContentReader
from boutdufil.kinds.registry import form_of
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import MOST_TOLD, Finding, Report
from boutdufil.source.bounds import is_bearable, is_short
from tests.conftest import TAXONOMY_FILE, many
from tests.fuzz.test_untrusted_input import PIECES

FRONT = "---\ntitre: Un guide\nresume: Un guide.\n---\n\n"
STEP = "## Étapes\n\n### J’ouvre\n\n/// dire\nOuvrez.\n///\n\n"

# What is short alone, and bears on a reader when it comes again and again.
REPEATED = st.tuples(
    st.sampled_from(
        [
            *(
                "[",
                "](",
                "[a](",
                "«",
                "»",
                "« a » ",
                "a.",
                "a@",
                "0",
                "- ",
                "> ",
                "1. ",
                "* ",
                "**a ",
            ),
            *(
                "`",
                "``a`",
                "\\",
                "&#",
                "<a@",
                "{a|b}",
                "{",
                "! ",
                "? ",
                ". ",
                "Xxq ",
                "A",
                " ",
                "\n",
            ),
            *("# a\n", "## a\n", "### a\n", "/// dire\n", "///\n", "// dire\n", "//// si | a\n"),
            *("/// public | seniors\n", "/// ecran | a\ncorps: [texte: b]\n///\n", "| a | b |\n"),
            *(
                "- a\n",
                "- a\n\n",
                "  - a\n",
                "    - a\n",
                "> a\n",
                "[a]: b\n",
                "---\n",
                "```\n",
                "    a\n",
            ),
            *(
                "- **Oui** : « Bien. »\n",
                "a: ",
                "? ",
                "- [",
                "{a: ",
                '["]", ',
                "&a ",
                "*a ",
                "\x00",
                "\ufeff",
            ),
            *(
                "\u202e",
                "\\u202e",
                "&#8203;",
                "\u0301\u0323",
                "\xa0",
                "\u2028",
                "\x1c",
                "é",
                "mot ",
            ),
        ]
    ),
    st.integers(1, 60) | st.sampled_from([400, 1_000, 3_000]),
).map(lambda repeated: repeated[0] * repeated[1])
HOSTILE = st.lists(REPEATED | PIECES | st.text(max_size=4), max_size=12).map("".join)

DATA = (
    *("synonymes.yml", "numeros.yml", "relecture.yml", "mots-d-ecran.yml", "accessibilite.yml"),
    "performances.yml",
    *("contribuer/codes/FIL101.yml", "contribuer/ecrans/titre.yml", "taxonomie.yml"),
)
BEGUN = st.sampled_from(
    [
        *(
            "",
            "memes:\n  - ",
            "proches: [",
            "numeros:\n  - numero: ",
            "mots:\n  - ",
            "sites:\n  - ",
        ),
        *(
            "titre: ",
            "pourquoi: >-\n  ",
            "faux: |\n  ",
            "corps:\n  - titre: ",
            "# Un titre\ncorps: ",
        ),
        *("publics:\n  seniors:\n    nom: ", "themes: {", "appareils: &a [*a, "),
    ]
)


def lines_of(text: str) -> int:
    return 1 + text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


def is_told(findings: tuple[Finding, ...], text: str) -> None:
    """Each finding is on a line of the file, and no more are told than anyone reads."""
    assert len(findings) <= 2 * (MOST_TOLD + 1)
    assert all(1 <= found.line <= lines_of(text) for found in findings)
    for name, write in FORMATS.items():
        printed = write(findings, "docs", PLAIN).encode("utf-8", "replace").decode()
        assert name == "github" or not re.search(r"^\s*::", printed, re.MULTILINE)


@given(body=HOSTILE)
@many(4)
@example(body="[ " * 990)
@example(body="- " * 990)
@example(body="// dire\n" * 900)
@example(body="- > " * 9 + "a\n")
def test_any_guide_is_a_page_or_is_told(reader: Reader, today: date, body: str) -> None:
    text = f"{FRONT}{body}\n\n{STEP}{body}"
    path = "mediateurs/hostile.md"
    document = form_of(path).document(text.encode("utf-8", "surrogatepass"), path, reader, today)
    is_told(document.findings, text)
    assert document.page is not None or document.findings


@given(path=st.sampled_from(DATA), begun=BEGUN, rest=HOSTILE)
@many(6)
@example(path="synonymes.yml", begun="memes:\n  - ", rest="[" * 1_900)
@example(path="contribuer/ecrans/titre.yml", begun="# a\n", rest="- " * 18)
@example(path="taxonomie.yml", begun="publics: ", rest="{a: " * 18)
@example(path="synonymes.yml", begun="", rest="---\n\u2028")
@example(path="taxonomie.yml", begun="", rest="---")
def test_any_data_is_read_or_told(
    reader: Reader, today: date, path: str, begun: str, rest: str
) -> None:
    text = begun + rest
    raw = text.encode("utf-8", "surrogatepass")
    is_told(form_of(path).document(raw, path, reader, today).findings, text)


@given(caption=HOSTILE, screen=HOSTILE)
@many(2)
def test_any_screen_is_drawn_or_told(
    reader: Reader, today: date, caption: str, screen: str
) -> None:
    text = f"{FRONT}{STEP}/// ecran | {caption[:80]}\n{screen}\n///\n"
    path = "mediateurs/hostile.md"
    document = form_of(path).document(text.encode("utf-8", "surrogatepass"), path, reader, today)
    is_told(document.findings, text)


@given(text=HOSTILE)
@many(4)
def test_what_is_bearable_is_so_line_by_line(text: str) -> None:
    """What is told at once of most files is what the lines, one by one, tell."""
    report, lines = Report("a.md"), text.split("\n")
    if not is_short(lines, report) or not is_bearable(text, report):
        assert len(report.findings) == 1
        assert 1 <= report.findings[0].line <= len(lines)
        return
    assert all(len(line) <= 2_000 for line in lines)
    assert text.count("\n") < 6_000


@given(path=st.sampled_from([*DATA, "glossaire/a.md", "gestes/a.md", "index.md"]), text=HOSTILE)
@many(1)
def test_what_is_corrected_is_read_or_told(
    reader: Reader, today: date, path: str, text: str
) -> None:
    correction = correct(text.encode("utf-8", "surrogatepass"), path, reader, today)
    assert correction is None or correction.text.encode() != text.encode("utf-8", "surrogatepass")


FOLDERS = st.dictionaries(
    st.sampled_from(
        [
            *DATA[:-1],
            *("index.md", "glossaire/a.md", "glossaire/index.md", "gestes/a.md", "autre.png"),
            *("tutoriels/cyber-hygiene/a.md", "tutoriels/a.md", "mediateurs/a/b.md", "a\nb.md"),
            *("mediateurs/reponses.md", "mediateurs/ouvrir.md", "É.md", ".cache/a.md", "a/.b/c.md"),
        ]
    ),
    HOSTILE | st.none(),
    max_size=5,
)


@given(files=FOLDERS)
@many(0.6)
def test_any_folder_is_a_site_or_is_told(today: date, files: dict[str, str | None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "taxonomie.yml").write_bytes(TAXONOMY_FILE.read_bytes())
        for path, text in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                file.symlink_to("/dev/zero" if len(path) % 2 else root / "taxonomie.yml")
            else:
                file.write_bytes(text.encode("utf-8", "surrogatepass"))
        findings = check(ContentReader(root).read(today))
    told = {found.path for found in findings}
    linked = {path for path, text in files.items() if text is None}
    assert linked <= told
    for path in told & files.keys():
        text = files[path] or ""
        assert all(1 <= found.line <= lines_of(text) for found in findings if found.path == path)
