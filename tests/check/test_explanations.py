"""Each code is explained to a contributor, by examples that are tried."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boutdufil.kinds.code.values import FOLDER, Explanation
from boutdufil.kinds.folder import ContentReader
from boutdufil.model.finding import Code, Finding
from boutdufil.project import check
from tests.published import DOCS, published_content

CONTENT = published_content()
EXPLAINED = CONTENT.explanations
TRIED = [explanation for explanation in EXPLAINED if not explanation.in_words]
PATH = "tutoriels/cyber-hygiene/exemple.md"

examples = pytest.mark.parametrize("explanation", TRIED, ids=lambda each: each.code)


@pytest.fixture
def findings(
    write_tree: Callable[[Path, str], list[str]], today: date, tmp_path: Path, model_text: str
) -> Callable[[Explanation, str], tuple[Finding, ...]]:
    """Check the model tutorial in which an example replaces what the explanation says."""

    def changed(explanation: Explanation, example: str) -> tuple[Finding, ...]:
        replaced = explanation.model or explanation.right
        assert f"\n{model_text}".count(f"\n{replaced}\n") == 1, f"pas dans le modèle : {replaced}"
        text = f"\n{model_text}".replace(f"\n{replaced}\n", f"\n{example}\n")[1:]
        write_tree(tmp_path, f"{explanation.beside}\n--- fichier: {PATH}\n{text}")
        return check(ContentReader(tmp_path).read(today))

    return changed


def test_every_code_is_explained_and_nothing_else() -> None:
    assert not [found for found in CONTENT.findings if found.path.startswith(FOLDER)]
    assert [explanation.code for explanation in EXPLAINED] == list(Code)
    assert {file.stem for file in (DOCS / FOLDER).glob("*.yml")} == {code.value for code in Code}


@examples
def test_a_wrong_example_gives_its_code_only(
    explanation: Explanation, findings: Callable[[Explanation, str], tuple[Finding, ...]]
) -> None:
    assert {found.code for found in findings(explanation, explanation.wrong)} == {explanation.code}


@examples
def test_a_right_example_gives_nothing(
    explanation: Explanation, findings: Callable[[Explanation, str], tuple[Finding, ...]]
) -> None:
    assert findings(explanation, explanation.right) == ()


def test_an_example_is_told_in_words_only_where_no_line_can_show_it() -> None:
    told = {explanation.code for explanation in EXPLAINED if explanation.in_words}
    assert told == {
        Code.NOT_UTF8,
        Code.EMPTY_FILE,
        Code.TOO_LARGE,
        Code.TAB,
        Code.MISPLACED_FILE,
        Code.TOO_MANY,
        Code.TOO_MANY_FOUND,
        Code.NOT_A_FILE,
        Code.MISSING_FILE,
        Code.WRONG_POINTS,
        Code.WRONG_DIAGNOSIS,
        Code.DUPLICATE_NUMBER,
        Code.DUPLICATE_SLUG,
        Code.BORROWED,
        Code.HIDDEN_CHARACTER,
        Code.UNKNOWN_PLAN,
        # A row of a table is no line of a tutorial: goldens/constats/FIL9*.txt try them.
        *(code for code in Code if code.startswith("FIL9")),
    }
