"""What runs on a stranger's proposal has no secret and no right to write."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
_USES = re.compile(r"^\s*(?:- )?uses: (?P<used>.*)$", re.MULTILINE)
_PINNED = re.compile(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
_COMMAND = re.compile(r"(?<![\w.-])make ([\w./-]+)")


def read(file: Path) -> dict[str, object]:
    loaded = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def named(file: Path) -> str:
    return file.stem


def test_there_is_one_workflow_a_moment() -> None:
    assert [file.stem for file in WORKFLOWS] == ["entretien", "publier", "verifier"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_an_action_is_the_one_that_was_read(workflow: Path) -> None:
    used = [match["used"] for match in _USES.finditer(workflow.read_text(encoding="utf-8"))]
    assert used
    assert [each for each in used if not _PINNED.fullmatch(each)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_a_stranger_gets_no_secret(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert "persist-credentials: false" in text


def test_a_proposal_only_reads() -> None:
    proposal = read(ROOT / ".github/workflows/verifier.yml")
    assert set(proposal["on"] or ()) == {"pull_request"}  # type: ignore[call-overload]
    assert proposal["permissions"] == {"contents": "read"}
    jobs = proposal["jobs"]
    assert isinstance(jobs, dict)
    assert [name for name, job in jobs.items() if "permissions" in job] == []


def test_only_the_job_that_publishes_may_publish() -> None:
    publication = read(ROOT / ".github/workflows/publier.yml")
    assert publication["permissions"] == {}
    jobs = publication["jobs"]
    assert isinstance(jobs, dict)
    rights = {name: job["permissions"] for name, job in jobs.items()}
    assert rights == {
        "adresse": {"pages": "read"},
        "construire": {"contents": "read"},
        "publier": {"pages": "write", "id-token": "write"},
    }
    assert [name for name, job in jobs.items() if "make" in str(job)] == ["construire"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_a_workflow_runs_the_commands_of_the_makefile(workflow: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    makefile = makefile.replace("$(INSTALLED):", ".venv/.installed:")
    text = workflow.read_text(encoding="utf-8")
    called = set(_COMMAND.findall(text))
    targets = set(re.findall(r"^([\w./-]+):", makefile, re.MULTILINE))
    assert called <= targets


def test_a_careless_workflow_would_be_refused(tmp_path: Path) -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert zizmor
    careless = tmp_path / "workflow.yml"
    careless.write_text(
        "on: pull_request_target\njobs:\n  un:\n    runs-on: ubuntu-24.04\n"
        "    steps:\n      - uses: actions/checkout@v7\n",
        encoding="utf-8",
    )
    asked = [zizmor, "--offline", "--quiet", str(careless)]
    assert subprocess.run(asked, capture_output=True, check=False).returncode != 0


def test_who_reviews_what_names_things_that_exist() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    paths = [path for path, *_teams in rules]
    assert paths[0] == "*"
    assert [path for path in paths[1:] if not (ROOT / path.strip("/")).exists()] == []
    guarded = {"mkdocs.yml", "hooks", "overrides", "tests", ".github", "pyproject.toml"}
    teams = {path.strip("/"): teams for path, *teams in rules}
    for path in (*guarded, "requirements.lock"):
        assert all("mainteneurs" in team for team in teams[path])
    assert all("mediateurs" in team for team in teams["docs"])
    # What says whom one may trust is looked at by more than who looks at a tutorial.
    for path in ("docs/numeros.yml", "docs/relecture.yml"):
        assert {team.rpartition("/")[2] for team in teams[path]} == {"mediateurs", "mainteneurs"}


@pytest.mark.parametrize("form", FORMS, ids=named)
def test_a_form_asks_little_and_once(form: Path) -> None:
    body = read(form)["body"]
    assert isinstance(body, list)
    asked = [part for part in body if part["type"] != "markdown"]
    names = [part["id"] for part in asked]
    assert len(names) == len(set(names)) <= 5
    optional = [part for part in asked if "validations" not in part]
    assert all("Facultatif." in part["attributes"]["description"] for part in optional)
