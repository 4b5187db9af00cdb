"""A question is understood as its author meant it, and nothing that is typed breaks anything."""

from __future__ import annotations

import pytest

from boutdufil.search.documents import TERM
from tests.search.engine import Corpus, Engine

KEYS = {
    *("requete", "total", "resultats", "ecartes", "gardes", "corriges", "proches", "facettes"),
    "eloignes",
}
RESULT_KEYS = {
    *(
        "type",
        "genre",
        "ref",
        "numero",
        "titre",
        "adresse",
        "extrait",
        "etape",
        "publics",
        "minutes",
    ),
    *("niveau", "telephone", "mots", "score"),
}
STRANGE = (
    *("", " ", "?", "...", "''", "\u2019", "\u0000\u0001\u0007", "\u202egnirts\u202c", "\ud83d"),
    *("__proto__", "constructor", "hasOwnProperty toString", "prototype __defineGetter__"),
    *("(a+)+$", ".*", "[", "\\", "$&", "^mot", "mot*", "+mot -passe", "mot~2", "titre:mot"),
    *("<script>alert(1)</script>", "日本語", "ОШИБКА", "\u0627\u0644\u0639", "😀😀", "0", "00000"),
    *("a" * 10_000, "mot " * 2500, "é\u0301" * 3000, "x y z " * 1700, "aeiouy" * 1600),
)


def test_an_answer_has_all_its_parts(engine: Engine) -> None:
    answer = engine.search("mot de passe")
    assert answer.keys() == KEYS
    assert answer["requete"] == "mot de passe"
    assert answer["total"] >= len(answer["resultats"]) > 0
    for result in answer["resultats"]:
        assert result.keys() == RESULT_KEYS
        assert result["adresse"].endswith("/")
        assert result["type"] in ("tutoriel", "terme", "autre")
        assert bool(result["telephone"]) == (result["type"] == "tutoriel")


@pytest.mark.parametrize("query", STRANGE, ids=range(len(STRANGE)))
def test_nothing_that_is_typed_breaks_or_freezes(engine: Engine, query: str) -> None:
    milliseconds = engine.evaluate(
        """async query => {
          const start = performance.now();
          const answer = await filSearch.search(query, { prefix: true, limit: 10 });
          if (answer.requete !== query) throw new Error('another query');
          if (!answer.total && !answer.proches.length) throw new Error('a dead end');
          return performance.now() - start;
        }""",
        query,
    )
    assert milliseconds < 2000


def test_a_number_is_the_first_result(engine: Engine) -> None:
    for query in ("101", "n\u00b0 101", "fiche 101", "numéro 101", "1 0 1", "la 101"):
        assert engine.found(query)[0] == "101", query


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("motdepasse", "mot de passe"),
        ("ordi nateur figé", "ordinateur figé"),
        ("capturedécran", "capture d\u2019écran"),
        ("lordinateur", "l\u2019ordinateur"),
        ("FACEBOOK", "facebook"),
    ],
)
def test_joined_split_and_glued_words(engine: Engine, typed: str, meant: str) -> None:
    assert engine.found(typed)[0] == engine.found(meant)[0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fiche101", "101"),
        ("la fiche101", "101"),
        ("iphone13", "iphone 13"),
        ("windows11", "windows"),
        ("cv2024", "cv"),
        ("cv2", "cv"),
        ("17 cyber", "17Cyber"),
        ("l\u2019e\u2011mail", "l\u2019e-mail"),
        ("mot\u00adde\u00adpasse", "motdepasse"),
        ("mot\u2011de\u2011passe", "mot de passe"),
    ],
)
def test_glued_numbers_and_odd_hyphens(engine: Engine, typed: str, meant: str) -> None:
    found = engine.found(typed)
    assert found[:3] == engine.found(meant)[:3]
    assert found


def test_a_version_or_a_year_tells_little_beside_a_word(engine: Engine) -> None:
    for typed, word in (("iphone13", "iphone"), ("windows11", "windows"), ("cv2024", "cv")):
        first = set(engine.found(word)[:3])
        assert first & set(engine.found(typed)[:2]), typed
    # Alone, it is what is asked.
    assert engine.found("17")


def test_what_was_corrected_is_said(engine: Engine) -> None:
    answer = engine.search("fasebouk")
    assert answer["corriges"] == [{"de": "fasebouk", "en": "facebook"}]
    assert answer["total"]


def test_what_was_dropped_is_said_and_the_rest_answered(engine: Engine) -> None:
    answer = engine.search("Minitel messagerie")
    assert answer["ecartes"] == ["Minitel"]
    assert answer["gardes"] == ["messagerie"]
    assert answer["total"]


def test_nothing_found_is_not_a_dead_end(engine: Engine) -> None:
    answer = engine.search("xyzzyx qwrtzp")
    assert answer["total"] == 0
    assert len(answer["proches"]) > 3
    assert all(near["adresse"].startswith("tutoriels/") for near in answer["proches"])


def test_stop_words_alone_still_find(engine: Engine) -> None:
    assert engine.search("comment faire")["total"]


def test_a_word_as_it_is_typed(engine: Engine) -> None:
    for typed in ("téléph", "téléphon", "téléphone"):
        assert engine.search(typed)["total"], typed
    assert engine.search("agrandiss", prefix=True)["total"]


def test_the_step_that_holds_the_words_is_shown(engine: Engine) -> None:
    first = engine.search("dans les réglages je vois affichage et taille du texte")["resultats"][0]
    assert (first["numero"], first["etape"]) == ("602", 3)
    assert "taille" in first["mots"]


@pytest.mark.parametrize(
    ("query", "kept", "left"),
    [
        ("message suspect", {"message", "suspect"}, {"mes", "un", "avant"}),
        ("fasebouk", {"facebook"}, set()),
    ],
)
def test_only_the_words_that_were_asked_are_marked(
    engine: Engine, query: str, kept: set[str], left: set[str]
) -> None:
    marked = {word for result in engine.search(query)["resultats"] for word in result["mots"]}
    assert not marked & left
    assert kept <= marked


def test_two_letters_are_not_completed(engine: Engine) -> None:
    lists = "filSearch.open({}).then(index => index.forms.size)"
    engine.forget()
    engine.search("facebook ph")
    assert engine.evaluate(lists) == 0
    engine.search("facebook pho")
    assert engine.evaluate(lists) > 0


def test_a_term_comes_first_when_it_is_the_very_question(engine: Engine) -> None:
    for query in ("télécharger", "un menu à l\u2019écran", "les gestionnaires de mots de passe"):
        assert engine.search(query)["resultats"][0]["type"] == "terme", query
    assert engine.search("mot de passe trop court")["resultats"][0]["type"] == "tutoriel"


def test_a_word_that_sounds_right_is_not_an_elision(engine: Engine) -> None:
    assert engine.search("letre")["corriges"] == [{"de": "letre", "en": "lettre"}]


def test_common_words_count_less(engine: Engine) -> None:
    bare = engine.found("sirène")
    assert engine.found("mon ordinateur, l\u2019écran, une sirène")[0] == bare[0]


def test_facets_count_and_filter(engine: Engine) -> None:
    whole = engine.search("page", limit=50)
    assert whole["facettes"]["publics"]["tpe"] > 0
    kept = engine.search("page", limit=50, facets={"publics": ["tpe"], "niveaux": ["2"]})
    assert 0 < kept["total"] < whole["total"]
    for result in kept["resultats"]:
        assert "tpe" in result["publics"]
        assert result["niveau"] == 2
    # A choice narrows the other facets, never its own.
    assert kept["facettes"]["niveaux"].keys() >= {"1", "2"}
    assert sum(kept["facettes"]["themes"].values()) <= sum(whole["facettes"]["themes"].values())


def test_what_is_far_from_the_question_is_left_out_and_counted(engine: Engine) -> None:
    answer = engine.search("mon conte piraté", limit=50)
    every = engine.search("mon conte piraté", limit=50, tout=True)
    found = [result["ref"] for result in answer["resultats"]]
    assert found == [result["ref"] for result in every["resultats"]][: len(found)]
    assert 3 <= answer["total"] == len(found) < 10
    assert answer["total"] + answer["eloignes"] == every["total"] == len(every["resultats"])
    assert every["eloignes"] == 0
    # What is counted to narrow the answers is what is answered.
    assert sum(answer["facettes"]["niveaux"].values()) <= answer["total"]


def test_a_choice_counts_what_is_far_among_what_it_keeps(engine: Engine) -> None:
    young = {"publics": ["tpe"]}
    kept = engine.search("mon conte piraté", limit=50, facets=young)
    every = engine.search("mon conte piraté", limit=50, facets=young, tout=True)
    assert kept["total"] + kept["eloignes"] == every["total"] > kept["total"]


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([], []),
        ([(4, 9, 1), (7, 0.1, 0.1), (2, 0.1, 0.1), (1, 0.1, 0.1)], [4, 7, 2]),
        ([(0, 9, 1), (1, 9, 1), (2, 9, 1), (3, 3, 0.5), (4, 2.9, 1), (5, 2, 1)], [0, 1, 2, 3]),
        ([(0, 9, 0.8), (1, 9, 1), (2, 9, 1), (3, 8, 0.39), (4, 8, 0.4)], [0, 1, 2, 4]),
        ([(0, 9, 1), (1, 1, 1), (2, 1, 1), (8, 1, 0.1), (9, 1, 0.1)], [0, 1, 2, 9]),
    ],
)
def test_close_is_a_third_of_the_first_and_half_of_what_it_holds(
    engine: Engine, found: list[tuple[int, float, float]], kept: list[int]
) -> None:
    ranks = "found => filSearch.close(found, 9).map(each => each[0])"
    assert engine.evaluate(ranks, found) == kept


def test_a_word_explained_is_never_far_from_its_own_name(engine: Engine, corpus: Corpus) -> None:
    names = [each for each in corpus.documents if each.kind == TERM]
    assert len(names) > 100
    for each in names:
        close, every = (engine.found(each.title, limit=10, tout=all_) for all_ in (False, True))
        assert (each.reference in close) == (each.reference in every), each.title


def test_the_same_question_twice_has_the_same_answer(engine: Engine) -> None:
    first = engine.search("arnaque au colis")
    engine.search("facebook photo")
    assert engine.search("arnaque au colis") == first


def test_a_missing_shard_is_said_and_can_be_asked_again(engine: Engine) -> None:
    engine.forget()
    engine.search("mot")
    hidden = {file: file.with_suffix(".cache") for file in engine.folder.rglob("t*.js")}
    for file, aside in hidden.items():
        file.rename(aside)
    told = engine.evaluate(
        "filSearch.search('facebook zoom virus', {}).then(() => '', error => error.manquant)"
    )
    for file, aside in hidden.items():
        aside.rename(file)
    assert told.startswith("t")
    assert engine.found("facebook")
