"""The files that a browser loads: small, named by their content, always the same."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from boutdufil.kinds.synonyms.values import Synonyms
from boutdufil.search.analysis import STOP_WORDS, WEAK_WORDS, stem, words
from boutdufil.search.documents import TERM, TERM_BOOST, TUTORIAL, SearchDocument
from boutdufil.search.index import Index
from boutdufil.search.shards import FORM, MANIFEST, MOST_HASHES, number_text, search_files
from tests.conftest import heavy
from tests.search.engine import ENGINE, Corpus, multiplied, read_corpus

LARGEST_MANIFEST = 6 * 1024
LARGEST_ENGINE = 9 * 1024


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


def manifest_of(corpus: Corpus) -> bytes:
    return search_files(corpus.documents, corpus.synonyms)["search/manifest.js"][1]


def test_the_same_content_gives_the_same_files(corpus: Corpus) -> None:
    again = read_corpus()
    assert search_files(corpus.documents, corpus.synonyms) == search_files(
        again.documents, again.synonyms
    )


def test_a_file_is_a_script_that_hands_its_value_over(corpus: Corpus) -> None:
    for name, (address, content) in search_files(corpus.documents, corpus.synonyms).items():
        short = name.removeprefix("search/").removesuffix(".js")
        hashed = re.fullmatch(rf"assets/search/{short}\.[0-9a-f]{{6}}\.js", address)
        assert hashed or (short, address) == ("manifest", MANIFEST)
        text = content.decode()
        assert text.startswith(f'filShard("{short}",')
        json.loads(text.removeprefix(f'filShard("{short}",').removesuffix(");\n"))


def test_a_changed_title_changes_few_files(corpus: Corpus) -> None:
    first, *others = corpus.documents
    fields = {**first.fields, "titre": f"{first.fields['titre']} zanzibar"}
    changed = (replace(first, title=f"{first.title} zanzibar", fields=fields), *others)
    before = {address for address, _ in search_files(corpus.documents, corpus.synonyms).values()}
    after = {address for address, _ in search_files(changed, corpus.synonyms).values()}
    # Terms shift from a shard to the next; other documents stay, but for those under the same hash.
    documents = {address for address in before if re.search(r"/d\d+\.", address)}
    assert 1 <= len(documents - after) <= -(-len(documents) // MOST_HASHES)


@pytest.mark.parametrize("number", [0, 1, 31, 32, 1023, 1024, 40_000])
def test_a_number_of_any_size_is_written(number: int) -> None:
    alphabet = number_text(0) + "".join(number_text(rank) for rank in range(1, 32))
    assert len(set(alphabet)) == 32
    assert len(number_text(number)) == max(1, -(-number.bit_length() // 5))


def test_the_engine_and_the_index_agree_on_a_form() -> None:
    """An engine of one form refuses the index of another: a tab is then as one left open."""
    assert f"const FORM={FORM};" in ENGINE.decode()


def test_no_document_at_all() -> None:
    files = search_files((), Synonyms())
    assert list(files) == ["search/s0.js", "search/manifest.js"]


def test_a_document_may_hold_any_sign() -> None:
    odd = SearchDocument(
        kind=TUTORIAL,
        reference="theme/nom",
        number="101",
        title="</script>\u2028\u2029\"'\\ 日本",
        summary="constructor __proto__",
        fields={"titre": "__proto__ constructor </script>", "numero": "101"},
        audiences=("seniors",),
        themes=("theme",),
    )
    files = search_files((odd,), Synonyms())
    for _address, content in files.values():
        assert "\u2028" not in content.decode()


def test_a_term_weighs_less_than_a_tutorial() -> None:
    texts = {"titre": "navigateur"}
    documents = [
        SearchDocument(kind=kind, reference=kind, title="", summary="", fields=texts)
        for kind in (TUTORIAL, TERM)
    ]
    index = Index.of(documents)
    index.build()
    weights = [index.field_vectors[f"titre/d{rank}"].elements[1] for rank in (0, 1)]
    assert weights[1] == pytest.approx(weights[0] * TERM_BOOST, abs=0.001)


def test_what_is_near_a_phrase_is_near_those_that_mean_the_same() -> None:
    synonyms = Synonyms(same=(("arnaque", "fraude"),), near=(("arnaque", "colis"),))
    files = search_files((), synonyms)
    lines = dict(line.split(" ", 1) for line in _terms_of(files))
    assert lines["fraud"].split(",")[-1] == "~>col"


def _terms_of(files: Mapping[str, tuple[str, bytes]]) -> list[str]:
    content = files["search/t0.js"][1].decode()
    text: str = json.loads(content.removeprefix('filShard("t0",').removesuffix(");\n"))
    return text.split("\n")


def test_every_word_apart_is_a_word() -> None:
    for word in STOP_WORDS | WEAK_WORDS:
        assert words(word) == [word]
        assert stem(word)


@pytest.mark.parametrize("count", [150, pytest.param(1000, marks=heavy)])
def test_sizes_at_hundreds_of_tutorials(corpus: Corpus, count: int) -> None:
    larger = multiplied(corpus, count)
    files = search_files(larger.documents, larger.synonyms)
    assert compressed(files["search/manifest.js"][1]) <= LARGEST_MANIFEST
    assert max(compressed(content) for _address, content in files.values()) <= LARGEST_MANIFEST


def test_the_engine_is_small(corpus: Corpus) -> None:
    assert compressed(ENGINE) <= LARGEST_ENGINE
    assert compressed(manifest_of(corpus)) <= LARGEST_MANIFEST
