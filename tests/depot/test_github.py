"""What runs on a stranger's proposal has no secret and no right to write."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
_USES = re.compile(r"^\s*(?:- )?uses: (?P<used>.*)$", re.MULTILINE)
_PINNED = re.compile(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
_COMMAND = re.compile(r"(?<![\w.-])make ([\w./ -]+)")
_OURS = re.compile(r"(?:^|[\s;&|])(?:make|\.venv/bin/[\w-]+) ", re.MULTILINE)
"""A program of the repository, or one that it installs: what it prints may come from anyone."""
NOT_OBEYED = 'echo "::stop-commands::$(openssl rand -hex 16)"\n'
_SUMMARY = re.compile(r"^.*GITHUB_STEP_SUMMARY.*$", re.MULTILINE)
INDENTED = re.compile(r"""sed 's/\^/    /' [\w-]+\.txt >> "\$GITHUB_STEP_SUMMARY\"""")


def read(file: Path) -> dict[str, object]:
    loaded = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def named(file: Path) -> str:
    return file.stem


def jobs_of(file: Path) -> dict[str, dict[str, object]]:
    jobs = read(file)["jobs"]
    assert isinstance(jobs, dict)
    return jobs


def steps_of(file: Path) -> list[dict[str, str]]:
    steps = [job["steps"] for job in jobs_of(file).values()]
    return [step for each in steps if isinstance(each, list) for step in each]


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


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_nothing_of_a_proposal_is_taken_up_later(workflow: Path) -> None:
    """Neither a cache nor a file that another run has left, nor a run that another one starts."""
    assert {*map(str, read(workflow)["on"] or ())} <= {  # type: ignore[call-overload]
        *("pull_request", "push", "schedule", "workflow_dispatch"),
    }
    used = [step["uses"].partition("@")[0] for step in steps_of(workflow) if "uses" in step]
    assert {*used} <= {
        *("actions/checkout", "actions/upload-artifact"),
        *("actions/upload-pages-artifact", "actions/deploy-pages", "actions/setup-python"),
    }
    assert "cache" not in {key for step in steps_of(workflow) for key in step.get("with", {})}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_no_script_is_written_with_what_a_stranger_names(workflow: Path) -> None:
    """A branch, a title, a message are values of the environment, and no part of a command."""
    assert [step["run"] for step in steps_of(workflow) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_nothing_that_our_programs_print_is_obeyed(workflow: Path) -> None:
    runs = [step["run"] for step in steps_of(workflow) if _OURS.search(step.get("run", ""))]
    assert runs
    heard = [run for run in runs if not run.startswith(NOT_OBEYED)]
    # What annotates the lines is made to be obeyed, and escapes what it quotes.
    assert [run for run in heard if not run.endswith("--format github")] == []
    assert len(heard) == (workflow.stem == "verifier")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_a_summary_shows_words_and_no_formatting(workflow: Path) -> None:
    written = [
        line.strip()
        for step in steps_of(workflow)
        for line in _SUMMARY.findall(step.get("run", ""))
    ]
    told = 'cat build/apercu/resume.md >> "$GITHUB_STEP_SUMMARY"'
    assert [line for line in written if not INDENTED.fullmatch(line) and line != told] == []


def test_what_runs_by_hand_publishes_the_accepted_branch_only() -> None:
    first = jobs_of(ROOT / ".github/workflows/publier.yml")["adresse"]
    accepted = "format('refs/heads/{0}', github.event.repository.default_branch)"
    assert first["if"] == f"github.ref == {accepted}"


def test_a_proposal_only_reads() -> None:
    proposal = read(ROOT / ".github/workflows/verifier.yml")
    assert set(proposal["on"] or ()) == {"pull_request"}  # type: ignore[call-overload]
    assert proposal["permissions"] == {"contents": "read"}
    jobs = jobs_of(ROOT / ".github/workflows/verifier.yml")
    assert [name for name, job in jobs.items() if "permissions" in job] == []


def test_each_python_that_the_package_promises_is_tried() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = [each for each in told["classifiers"] if each.startswith("Programming Language")]
    job = jobs_of(ROOT / ".github/workflows/verifier.yml")["versions"]
    strategy = job["strategy"]
    assert isinstance(strategy, dict)
    tried = strategy["matrix"]["python"]
    assert [each.rpartition(" ")[2] for each in promised] == tried
    assert told["requires-python"] == f">={tried[0]}"


def test_only_the_job_that_publishes_may_publish() -> None:
    publication = read(ROOT / ".github/workflows/publier.yml")
    assert publication["permissions"] == {}
    jobs = jobs_of(ROOT / ".github/workflows/publier.yml")
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
    for stamp in ("BUILDER", "INSTALLED"):
        makefile = makefile.replace(f"$({stamp}):", f".venv/.{stamp.lower()}:")
    runs = "\n".join(step.get("run", "") for step in steps_of(workflow))
    called = {target for each in _COMMAND.findall(runs) for target in each.split()}
    assert called
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
    locks = {file.name for file in ROOT.glob("requirements*.lock")}
    for path in (*guarded, "Makefile", *locks):
        assert all("mainteneurs" in team for team in teams[path])
    assert all("mediateurs" in team for team in teams["docs"])
    # What says whom one may trust is looked at by more than who looks at a tutorial.
    for path in ("docs/numeros.yml", "docs/relecture.yml", "docs/contribuer"):
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
