"""The verifier and the site say the same of the same files: each code is tried both ways."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from boutdufil.edge.cli import main
from boutdufil.edge.commands.verifier import FOUND
from boutdufil.edge.site import Site
from boutdufil.model.finding import Code, Severity

ROOT = Path(__file__).parents[2]
CASES = {
    case.stem.split("-")[0]: case
    for case in sorted((Path(__file__).parent / "constats").glob("*.txt"))
}
DATA = ("FIL101-exemple-d-ecran", "FIL105-exemple-d-ecran", "FIL111-code-sans-raison")
"""Examples and explanations: the site alone once looked at them."""
Write = Callable[[Path, str], list[str]]


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"))


def is_published(docs: Path, config: MkDocsConfig) -> bool:
    """Tell whether ``make site`` goes on once it has read ``docs``."""
    config.docs_dir = str(docs)
    config.nav = None
    try:
        Site().configure(config)
    except PluginError:
        return False
    return True


# Of a country that is not known, the settings tell, which are beside the content.
@pytest.mark.parametrize(
    "name", [*(CASES[code].stem for code in Code if code is not Code.UNKNOWN_PLAN), *DATA]
)
def test_a_content_is_refused_by_both_or_by_none(
    name: str,
    config: MkDocsConfig,
    write_tree: Write,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = (Path(__file__).parent / "constats" / f"{name}.txt").read_text(encoding="utf-8")
    write_tree(tmp_path, re.split(r"(?m)^--- attendu\n", text)[0])
    verdict = main(["--contenu", str(tmp_path), "verifier"])
    code = Code(name.split("-")[0])
    assert f" {code} :" in capsys.readouterr().out
    assert verdict == (FOUND if code.severity is Severity.ERROR else 0)
    assert is_published(tmp_path, config) == (verdict == 0)
