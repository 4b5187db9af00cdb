"""``fil nouveau``: a few questions, then a file whose blanks explain themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boutdufil.edge.cli import main

Write = Callable[[Path, str], list[str]]

TITLE = "Je classe mes photos : où et comment"
ANSWERS = ["--titre", TITLE, "--theme", "messagerie", "--publics", "seniors, jeunes"]
SCRIPT = (
    (r"^# .*\n", ""),
    (r"^/// dire\n\n", "/// dire\nTouchez le dessin d’une image.\n"),
    (r"^/// preuve \| $", "/// preuve | Quel mot est écrit en haut ?"),
    (r"^- \*\*\*\* : «  »\n- \*\*\*\* : «  »", "- **Oui** : « Bien. »\n- **Non** : « Cherchons. »"),
    (r"^/// autrement\n\n", "/// autrement\nOù sont vos photos ?\n"),
)
FILLED = (
    (r"^resume:$", "resume: Mes photos sont en désordre. Je les range par année."),
    (r"^  -$", "  - Mes photos sont partout"),
    (r"^recap:$", "recap: Je range mes photos par année."),
    (r"^  - nom:$", "  - nom: CNIL"),
    (r"^    url:$", "    url: https://www.cnil.fr/"),
    (r"^brouillon: true\n", ""),
    (r"^- $", "- Je prends mon téléphone."),
    (r"^### \n", "### J’ouvre mes photos\n\nJe cherche le dessin d’une image.\n"),
    (r"^/// depart \| $", "/// depart | Je suis devant mon téléphone"),
    (r"^/// demander \| $", "/// demander | Avez-vous trouvé vos photos ?"),
    (r"^/// sinon \| $", "/// sinon | Je ne trouve pas"),
    (r"^\n\n«  »", "Je cherche plus bas.\n\n« Montez la page avec le doigt. »"),
    (r"^/// question \| $", "/// question | Où sont mes photos ?"),
    (r"^- \[ \] \n- \[x\] \n\n", "- [ ] Perdues.\n- [x] Rangées.\n\nElles sont par année."),
    *SCRIPT,
)


def nouveau(folder: Path, *arguments: str) -> int:
    return main(["--contenu", str(folder), "nouveau", *arguments])


def fill(text: str, blanks: tuple[tuple[str, str], ...] = FILLED) -> str:
    """Fill every blank, as an author does."""
    for blank, words in blanks:
        text, times = re.subn(blank, words, text, flags=re.MULTILINE)
        assert times, blank
    return text


@pytest.fixture
def folder(write_tree: Write, tmp_path: Path) -> Path:
    write_tree(
        tmp_path,
        "--- fiche: tutoriels/messagerie/ancienne.md\n< numero: 101\n> numero: 304\n\n"
        "< themes: [cyber-hygiene]\n> themes: [messagerie]\n",
    )
    return tmp_path


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Return what gives answers to questions, and keeps the questions."""

    def give(*answers: str) -> list[str]:
        questions: list[str] = []
        waiting: Iterator[str] = iter(answers)

        def reply(question: str) -> str:
            questions.append(question)
            following = next(waiting, None)
            if following is None:
                raise EOFError
            return following

        monkeypatch.setattr("builtins.input", reply)
        return questions

    return give


def test_words_are_known_by_their_names_too(folder: Path) -> None:
    named = ["--titre", TITLE, "--theme", "Mes e-mails", "--publics", "Seniors, JEUNES"]
    assert nouveau(folder, *named, "--nom", "photos") == 0
    text = (folder / "tutoriels/messagerie/photos.md").read_text(encoding="utf-8")
    assert "publics: [seniors, jeunes]" in text
    assert "themes: [messagerie]" in text


def test_options_are_enough(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert nouveau(folder, *ANSWERS) == 0
    file = folder / "tutoriels/messagerie/je-classe-mes-photos-ou-et-comment.md"
    assert f"Fiche 305 : {file}" in capsys.readouterr().out
    text = file.read_text(encoding="utf-8")
    assert 'titre: "Je classe mes photos : où et comment"\n' in text
    assert "numero: 305\n" in text
    assert "brouillon: true\n" in text


def test_a_blank_is_a_finding_and_a_filled_one_is_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert nouveau(folder, *ANSWERS, "--nom", "photos") == 0
    file = folder / "tutoriels/messagerie/photos.md"
    verify = ["--contenu", str(folder), "verifier", str(file)]
    # A draft that waits for its words stops nobody else.
    assert main(verify) == 0
    blanks = capsys.readouterr().out
    assert "avertissement FIL114 : « resume » est vide" in blanks
    assert "retirez sa ligne « brouillon: true »" in blanks
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("brouillon: true\n", ""), encoding="utf-8")
    assert main(verify) == 1
    assert "erreur FIL114 : « resume » est vide" in capsys.readouterr().out
    file.write_text(fill(text), encoding="utf-8")
    assert main(["--contenu", str(folder), "verifier", str(file), "--strict"]) == 0, (
        capsys.readouterr().out
    )


def test_each_key_explains_itself(folder: Path) -> None:
    assert nouveau(folder, *ANSWERS, "--nom", "photos") == 0
    lines = (folder / "tutoriels/messagerie/photos.md").read_text(encoding="utf-8").split("\n")
    keys = [number for number, line in enumerate(lines) if re.match(r"\w+:", line)]
    assert len(keys) == 11
    assert [lines[number] for number in keys if not lines[number - 1].startswith("# ")] == []


def test_one_asks_what_is_missing_and_takes_what_is_proposed(
    folder: Path, answer: Callable[..., list[str]]
) -> None:
    questions = answer(TITLE, "messagerie", "seniors", "", "")
    assert nouveau(folder) == 0
    assert questions[3:] == [
        "Le numéro (Entrée : 305) : ",
        "Le nom du fichier (Entrée : je-classe-mes-photos-ou-et-comment) : ",
    ]
    assert (folder / "tutoriels/messagerie/je-classe-mes-photos-ou-et-comment.md").is_file()


def test_one_may_choose_the_number_and_the_name_and_is_told_what_is_taken(
    folder: Path, answer: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    answer(TITLE, "messageri", "messagerie", "seniors", "304", "12", "777", "Été", "photos")
    assert nouveau(folder) == 0
    told = capsys.readouterr().out
    assert "Vouliez-vous dire « messagerie » ?" in told
    assert "le numéro 304 est celui de tutoriels/messagerie/ancienne.md." in told
    assert "« 12 » ne se dit pas" in told
    assert "Écrivez : ete" in told
    text = (folder / "tutoriels/messagerie/photos.md").read_text(encoding="utf-8")
    assert "numero: 777\n" in text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--nom", "ancienne"], "une fiche s’appelle déjà « ancienne »"),
        (["--numero", "304"], "le numéro 304 est celui de"),
        (["--theme", "messages"], "« messages » n’est pas connu."),
        (["--titre", "x" * 71], "70 caractères au plus"),
    ],
)
def test_a_wrong_option_writes_nothing(
    folder: Path, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.rglob("*"))
    assert nouveau(folder, *ANSWERS, *options) == 2
    assert told in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before


def test_a_missing_answer_writes_nothing(
    folder: Path, answer: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    answer(TITLE, "messagerie")
    assert nouveau(folder) == 2
    assert "il manque une réponse." in capsys.readouterr().err


def test_without_a_taxonomy_there_is_nothing_to_choose_from(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "taxonomie.yml").write_text("publics:\n", encoding="utf-8")
    assert nouveau(folder, *ANSWERS) == 2
    assert "taxonomie.yml ne se lit pas" in capsys.readouterr().err


GESTURE = ["--geste", "--titre", "J’allume : la lampe", "--appareils", "android, iphone"]
FILLED_GESTURE = (
    (r"^preuve:$", "preuve: La lampe éclaire-t-elle ?"),
    (r"^---\n\n\n\n", "---\n\nUn dessin de lampe, en bas.\n\n"),
    *SCRIPT,
)


def test_a_gesture_is_written_the_same_way(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert nouveau(folder, *GESTURE) == 0
    file = folder / "gestes/j-allume-la-lampe.md"
    assert f"Geste : {file}" in capsys.readouterr().out
    text = file.read_text(encoding="utf-8")
    assert 'titre: "J’allume : la lampe"\n' in text
    assert "appareils: [android, iphone]\n" in text
    assert main(["--contenu", str(folder), "verifier", str(file)]) == 1
    assert "« preuve » est vide" in capsys.readouterr().out
    file.write_text(fill(text, FILLED_GESTURE), encoding="utf-8")
    assert main(["--contenu", str(folder), "verifier", str(file), "--strict"]) == 0, (
        capsys.readouterr().out
    )
    assert nouveau(folder, *GESTURE) == 2
    assert "un geste s’appelle déjà « j-allume-la-lampe »" in capsys.readouterr().err


DIAGNOSIS = [
    *("--diagnostic", "--titre", "Où en suis-je ?", "--theme", "cyber-hygiene"),
    *("--publics", "seniors", "--numero", "991"),
]
FILLED_DIAGNOSIS = (
    (r"^resume:$", "resume: Une question, puis un premier pas."),
    (r"^appels:\n  -\n  -$", "appels:\n  - Par où je commence ?\n  - Je suis perdue"),
    (r"^recap:$", "recap: J’ai fait le point."),
    (r"^    nom:$", "    nom: Mes messages"),
    (r"^    debut:$", "    debut: Tout commence."),
    (r"^    chemin:$", "    chemin: Vous avancez."),
    (r"^    acquis:$", "    acquis: C’est en place."),
    (r"^## $", "## Mes messages"),
    (r"demander \| $", "demander | Lisez-vous vos messages ?"),
    (r"^- \*\*\*\* : «  » \[2", "- **Oui** : « Très bien. » [2"),
    (r"^- \*\*\*\* : «  » \[0", "- **Non** : « D’accord. » [0"),
    (
        r"\[\]\(\.\./tutoriels/\) : $",
        "[Je lis](../tutoriels/cyber-hygiene/exemple.md) : pour oser.",
    ),
    (r"^/// autrement\n\n///$", "/// autrement\nUn message arrive : que faites-vous ?\n///"),
)


def test_a_diagnosis_is_written_the_same_way(
    folder: Path, model_text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "tutoriels/cyber-hygiene").mkdir(parents=True, exist_ok=True)
    (folder / "tutoriels/cyber-hygiene/exemple.md").write_text(model_text, encoding="utf-8")
    assert nouveau(folder, *DIAGNOSIS) == 0
    file = folder / "diagnostics/ou-en-suis-je.md"
    assert f"Diagnostic 991 : {file}" in capsys.readouterr().out
    text = file.read_text(encoding="utf-8")
    assert main(["--contenu", str(folder), "verifier", str(file)]) == 1
    assert "« resume » est vide" in capsys.readouterr().out
    file.write_text(fill(text, FILLED_DIAGNOSIS), encoding="utf-8")
    assert main(["--contenu", str(folder), "verifier", str(file), "--strict"]) == 0, (
        capsys.readouterr().out
    )
    assert nouveau(folder, *DIAGNOSIS) == 2
    assert "le numéro 991 est celui de diagnostics/ou-en-suis-je.md" in capsys.readouterr().err


PATH = ("--parcours", "--titre", "Je lis sans peur", "--publics", "seniors")
FILLED_PATH = (
    (r"^resume:$", "resume: Je lis un message, et je dis ce qu’il veut."),
    (r"^  - fiche:$", "  - fiche: cyber-hygiene/exemple"),
    (r"^    je_sais:$", "    je_sais: Je lis un message."),
    (r"^    dans_une_semaine:$", "    dans_une_semaine: Je relis un message de la semaine."),
)


def test_a_path_is_written_the_same_way(
    folder: Path, model_text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tutorials = folder / "tutoriels/cyber-hygiene"
    tutorials.mkdir(parents=True, exist_ok=True)
    for rank, name in enumerate(("un", "deux", "trois"), 1):
        numbered = re.sub(r"^numero:.*$", f"numero: 15{rank}", model_text, flags=re.MULTILINE)
        (tutorials / f"{name}.md").write_text(numbered, encoding="utf-8")
    assert nouveau(folder, *PATH) == 0
    file = folder / "parcours/je-lis-sans-peur.md"
    assert f"Parcours 0 : {file}" in capsys.readouterr().out
    assert main(["--contenu", str(folder), "verifier", str(file)]) == 1
    assert "« resume » est vide" in capsys.readouterr().out
    text = fill(file.read_text(encoding="utf-8"), FILLED_PATH)
    for name in ("un", "deux", "trois"):
        text = text.replace("cyber-hygiene/exemple", f"cyber-hygiene/{name}", 1)
    file.write_text(text, encoding="utf-8")
    assert main(["--contenu", str(folder), "verifier", str(file)]) == 0, capsys.readouterr().out
    assert nouveau(folder, *PATH) == 2
    assert "un parcours s’appelle déjà « je-lis-sans-peur »" in capsys.readouterr().err
    assert nouveau(folder, *PATH, "--nom", "autre") == 0
    assert "Parcours 1 : " in capsys.readouterr().out


def test_the_devices_of_a_gesture_are_asked(
    folder: Path, answer: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    questions = answer("J’allume", "androïde", "android", "")
    assert nouveau(folder, "--geste") == 0
    assert "« androïde » n’est pas connu." in capsys.readouterr().out
    assert questions[-1] == "Le nom du fichier (Entrée : j-allume) : "
    assert (folder / "gestes/j-allume.md").is_file()


def test_a_blank_shows_the_thread(folder: Path) -> None:
    assert nouveau(folder, *ANSWERS, "--nom", "photos") == 0
    text = (folder / "tutoriels/messagerie/photos.md").read_text(encoding="utf-8")
    opened = re.findall(r"^/// (\w+)", text, re.MULTILINE)
    assert opened[:6] == ["depart", "dire", "autrement", "preuve", "autrement", "demander"]
    assert opened[6] == "autrement"
    assert text.count("- **** : «  »") == 4, "a proof shows its repair"
