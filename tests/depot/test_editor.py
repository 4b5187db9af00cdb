"""The editor knows what the program knows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

from boutdufil.check.report import as_github
from boutdufil.language.asking import last_asked
from boutdufil.markup.reader import Reader
from boutdufil.model.finding import Code, Finding, Report
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.publish.schemas import LOCAL, PUBLISHED, schema_json
from boutdufil.source.blocks import BLOCKS
from boutdufil.thread.speech import speeches
from boutdufil.thread.weave import weave
from boutdufil.tools import editor
from tests.conftest import model_body_with

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FOLDER = ROOT / editor.FOLDER
CASES = ROOT / "tests/goldens/constats"
KINDS = {
    "tutoriels": "fiche",
    "gestes": "geste",
    "glossaire": "terme",
    "diagnostics": "diagnostic",
    "parcours": "parcours",
}
_PLACEHOLDER = re.compile(r"\$\{\d:((?:\\.|[^}\\])*)\}|\$0", re.DOTALL)
_WRONG = (
    *("FIL110-cle-inconnue", "FIL110-cle-presque-juste", "FIL111-cles-manquantes"),
    *("FIL111-source-sans-adresse", "FIL113-brouillon-peut-etre", "FIL113-liste-pour-un-texte"),
    *("FIL114-titre-trop-long", "FIL114-une-seule-phrase", "FIL115-public-inconnu"),
    *("FIL115-theme-inconnu", "FIL116-date-a-l-envers", "FIL117-duree-en-lettres"),
    *("FIL117-niveau-quatre", "FIL117-numero-trop-long", "FIL119-avant-sans-theme"),
    *("FIL119-source-en-http", "FIL119-source-javascript"),
)


WITHIN = {
    "suite": "/// demander | Voyez-vous une page ?\n- **Oui** : « Bien. »\n{}///",
    "nom": "/// dire\n{}Regardez en haut.\n///",
}
"""What is written inside a block, and where it goes."""


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: a day is a text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in each if not tag.endswith("timestamp")]
    for first, each in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> object:
    loaded: object = yaml.load(text, Loader=EditorLoader)  # it is a SafeLoader
    return loaded


def front_matter(file: Path) -> object:
    return read(file.read_text(encoding="utf-8-sig").split("---\n")[1])


def wrong(name: str, value: object, taxonomy: Taxonomy) -> list[str]:
    schema = json.loads(schema_json(name, taxonomy))
    jsonschema.Draft7Validator.check_schema(schema)
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(value)]


@pytest.mark.parametrize(
    "file",
    [file for file in sorted(DOCS.rglob("*.md")) if file.name != "index.md" or file.parent != DOCS],
    ids=lambda file: file.stem,
)
def test_what_is_published_suits_its_schema(file: Path, taxonomy: Taxonomy) -> None:
    kind = KINDS.get(file.relative_to(DOCS).parts[0], "page")
    assert wrong(kind, front_matter(file), taxonomy) == []


@pytest.mark.parametrize("name", LOCAL)
def test_a_file_of_words_suits_its_schema(name: str, taxonomy: Taxonomy) -> None:
    assert wrong(name, read((DOCS / f"{name}.yml").read_text("utf-8")), taxonomy) == []


@pytest.mark.parametrize("name", _WRONG)
def test_what_a_schema_can_say_is_refused(
    name: str, write_tree: Callable[[Path, str], list[str]], tmp_path: Path, taxonomy: Taxonomy
) -> None:
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    (path, *_others) = write_tree(tmp_path, re.split(r"(?m)^--- attendu\n", text)[0])
    assert wrong("fiche", front_matter(tmp_path / path), taxonomy)


def test_each_key_says_what_it_is(taxonomy: Taxonomy) -> None:
    schema = json.loads(schema_json("fiche", taxonomy))
    assert [name for name, key in schema["properties"].items() if "description" not in key] == []
    assert schema["properties"]["publics"]["anyOf"][0]["items"]["enum"] == [*taxonomy.audiences]


def test_what_is_generated_is_up_to_date(taxonomy: Taxonomy) -> None:
    files = editor.files(taxonomy)
    written = {name: (FOLDER / name).read_text(encoding="utf-8") for name in files}
    assert written == files, "lancez : .venv/bin/fil editeur"


def snippets() -> dict[str, dict[str, list[str]]]:
    loaded = json.loads((FOLDER / "markdown.code-snippets").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return {each["prefix"][0]: each for each in loaded.values()}


def test_there_is_a_snippet_a_block() -> None:
    assert list(snippets()) == [*BLOCKS, *WITHIN]


def inserted(name: str) -> str:
    """Return what a snippet writes when its placeholders are left as they are."""
    written = "\n".join(snippets()[name]["body"])
    filled = _PLACEHOLDER.sub(lambda match: re.sub(r"\\(.)", r"\1", match[1] or ""), written)
    assert "$" not in filled
    return WITHIN.get(name, "{}").replace("{}", filled)


@pytest.mark.parametrize("name", [*BLOCKS, *WITHIN])
def test_a_snippet_is_right_as_it_stands(name: str, reader: Reader) -> None:
    filled = inserted(name)
    report = Report("tutoriels/cyber-hygiene/exemple.md")
    read = reader.read(model_body_with(filled), report.path, report, 0)
    assert report.findings == []
    assert read is not None
    # What is before the eyes is a question: its words may ask for the answer.
    asked = [speech.words for speech in speeches(weave(read.script)) if last_asked(speech.words)]
    assert name == "depart" or asked == [], "what is read waits for an answer that nothing takes"


def test_the_task_finds_the_lines_of_the_report() -> None:
    tasks = json.loads((FOLDER / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    finding = Finding("tutoriels/a.md", 7, 3, Code.TAB, "faux : vrai")
    line, counts = as_github([finding], "docs").split("\n")
    match = re.match(pattern["regexp"], line)
    assert match
    names = ("severity", "file", "line", "column", "code", "message")
    assert [match[pattern[name]] for name in names] == [
        *("error", "docs/tutoriels/a.md", "7", "3", "FIL106", "faux : vrai")
    ]
    assert not re.match(pattern["regexp"], counts)


def test_settings_name_schemas_that_exist() -> None:
    settings = json.loads((FOLDER / "settings.json").read_text(encoding="utf-8"))
    for schema, file in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert (ROOT / file).is_file()
    assert len(settings["yaml.schemas"]) == len(LOCAL)


def test_the_offered_hook_runs_the_verifier() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    ((hook,),) = [repository["hooks"] for repository in config["repos"]]
    assert hook["entry"] == ".venv/bin/fil verifier"
    assert re.match(hook["files"], "docs/tutoriels/cyber-hygiene/message-suspect.md")
    assert not re.match(hook["files"], "hooks/build.py")


def test_the_published_schemas_are_told() -> None:
    guide = (DOCS / "contribuer/donnees.md").read_text(encoding="utf-8")
    assert [name for name in PUBLISHED if f"/api/v1/{name}.schema.json" not in guide] == []
