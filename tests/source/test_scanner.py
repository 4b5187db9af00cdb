"""A body cut into its nodes: nothing is lost, and every node knows where it stands."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boutdufil.model.finding import Report
from boutdufil.source.scanner import scan
from boutdufil.source.tree import Block, Code, Heading, Node, Prose, Stray, Tree, pieces
from tests.conftest import many

PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            " ",
            "    ",
            "\t",
            "a",
            "é",
            "# ",
            "## Étapes\n",
            "### J’ouvre\n",
            "#31#\n",
        ),
        *("/// dire\n", "///\n", "////\n", "/// demander | Quoi ?\n", "//// appareil | android\n"),
        *("/// ecran | Ici\n", "/// inconnu\n", "// dire\n", "> ///\n", "/// sinon : Rien\n"),
        *(
            "```\n",
            "```a b\n",
            "````\n",
            "~~~\n",
            "```a```\n",
            "    nom: b\n",
            "- **Oui** : « a »\n",
        ),
    ]
)


@given(text=st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))
@many(5)
@example(text="")
@example(text="\n")
@example(text="```a b\n/// dire\n```\n/// dire\na\n///")
@example(text="/// dire\n/// ecran | a\n///\n///\n////")
@example(text="a" * 2001)
def test_a_text_printed_back_from_its_spans_is_the_same_text(text: str) -> None:
    tree = scan(text, Report(""))
    assert "".join(map(tree.words, pieces(tree.nodes))) == text


def shown(tree: Tree, nodes: tuple[Node, ...], margin: str = "") -> list[str]:
    """Return a line a node: its kind, its line and column, what it says."""
    lines = []
    for node in nodes:
        line, _column = tree.place(node.span.start)
        if isinstance(node, Block):
            argument = tree.words(node.argument)
            title = f" | {argument}" if argument else ""
            end = "" if node.closing else " (ouvert)"
            lines.append(f"{margin}{line} {node.name}{title}{end}")
            lines += shown(tree, node.children, margin + "  ")
        elif isinstance(node, Heading):
            title = tree.words(node.title)
            lines.append(
                f"{margin}{line} {'#' * node.level} {title} @{tree.place(node.title.start)[1]}"
            )
        else:
            kind = {Prose: "prose", Code: "code", Stray: "barres"}[type(node)]
            span = node.content if isinstance(node, Code) else node.span
            lines.append(f"{margin}{line} {kind} {tree.words(span).strip()!r}")
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bonjour.\n\n  ## Étapes ##\n### J’appelle le #31#\n/// dire | android\nA\n///\nFin.\n",
            [
                "1 prose 'Bonjour.'",
                "3 ## Étapes @6",
                "4 ### J’appelle le #31# @5",
                "5 dire | android",
                "  6 prose 'A'",
                "8 prose 'Fin.'",
            ],
        ),
        (
            "//// appareil | windows\nAvant\n/// dire\nA\n///\nAprès\n////\n",
            [
                "1 appareil | windows",
                "  2 prose 'Avant'",
                "  3 dire",
                "    4 prose 'A'",
                "  6 prose 'Après'",
            ],
        ),
        ("```a b\n/// dire\n```\n", ["1 code '/// dire'"]),
        ("````\n```\n````\n", ["1 code '```'"]),
        ("```a```\n", ["1 prose '```a```'"]),
        ("#31# masque mon numéro.\n", ["1 prose '#31# masque mon numéro.'"]),
        ("/// ecran | Ici\n## a\n```\n///\n", ["1 ecran | Ici", "  2 prose '## a\\n```'"]),
    ],
)
def test_what_is_what_and_where(text: str, expected: list[str]) -> None:
    report = Report("")
    tree = scan(text, report)
    assert shown(tree, tree.nodes) == expected
    assert report.findings == []


def test_places_count_in_the_file() -> None:
    tree = scan("a\n\n/// dire\nb\n///\n", Report(""), line_offset=10)
    block = next(tree.blocks())
    assert tree.place(block.span.start) == (13, 1)
    assert tree.place(block.content.start) == (14, 1)
    assert tree.words(block.content) == "b\n"
