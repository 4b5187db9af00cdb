"""What the shards answer is what the whole index answers in lunr.js: same order, same scores."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from boutdufil.search.documents import FIELDS
from boutdufil.search.index import Index
from tests.relevance.questions import read_questions
from tests.search.engine import LUNR, Corpus, Engine, multiplied, opened, whole_index

QUERIES = 2500

PREPARE = """whole => {
  const warn = console.warn;
  console.warn = () => {};
  window.oracle = lunr.Index.load(whole);
  console.warn = warn;
  // A clause of ours may have several terms: lunr's pipeline gives them.
  oracle.pipeline = { runString: terms => terms.split(' ') };
  window.whole = (clauses, names) => oracle.query(query => {
    for (const clause of clauses) {
      query.clause({
        term: clause.terms.join(' '),
        fields: (clause.fields || names.map((_, field) => field)).map(field => names[field]),
        boost: clause.boost,
        presence: clause.required ? lunr.Query.presence.REQUIRED : lunr.Query.presence.OPTIONAL,
      });
    }
  }).map(result => [Number(result.ref.slice(1)), result.score]);
}"""
COMPARE = """async ([queries, names]) => {
  const index = await filSearch.open({});
  const different = [];
  let answers = 0;
  for (const clauses of queries) {
    const terms = [];
    for (const clause of clauses) terms.push(...clause.terms);
    await index.loadTerms(terms);
    const ours = JSON.stringify(index.query(clauses));
    const theirs = JSON.stringify(whole(clauses, names));
    if (ours !== '[]') answers += 1;
    if (ours !== theirs) different.push({ clauses, ours, theirs });
  }
  return { answers, different: different.slice(0, 3) };
}"""
UNDERSTAND = """async ([queries, names]) => {
  const index = await filSearch.open({});
  const different = [];
  let answers = 0;
  for (const query of queries) {
    const understanding = new filSearch.Understanding(index, query, { prefix: true });
    await understanding.run();
    const questions = understanding.questions();
    const ours = JSON.stringify(filSearch.rank(clauses => index.query(clauses), questions));
    const theirs = JSON.stringify(filSearch.rank(clauses => whole(clauses, names), questions));
    if (ours !== '[]') answers += 1;
    if (ours !== theirs) different.push({ query, ours, theirs });
  }
  return { answers, different: different.slice(0, 3) };
}"""


@pytest.fixture(scope="module", params=["site", "larger"])
def searched(request: pytest.FixtureRequest, corpus: Corpus) -> Corpus:
    if request.param == "site":
        return corpus
    return multiplied(corpus, 150)


@pytest.fixture(scope="module")
def compared(searched: Corpus) -> Iterator[Engine]:
    with opened(searched) as engine:
        engine.add(LUNR)
        assert engine.evaluate("lunr.version") == "2.3.9"
        engine.evaluate(PREPARE, whole_index(searched.documents))
        yield engine


def test_random_clauses(compared: Engine, searched: Corpus) -> None:
    chance = random.Random(2026)
    terms = sorted(Index.of(searched.documents).inverted_index)
    queries = [
        [random_clause(chance, terms) for _ in range(chance.randint(1, 7))] for _ in range(QUERIES)
    ]
    found = compared.evaluate(COMPARE, [queries, list(FIELDS)])
    assert found["different"] == []
    assert found["answers"] > QUERIES / 2


def random_clause(chance: random.Random, terms: list[str]) -> dict[str, object]:
    chosen = chance.sample(terms, chance.choice((1, 1, 1, 2, 4, 20)))
    if chance.random() < 0.05:
        chosen.append("absent")
    clause: dict[str, object] = {
        "terms": chosen,
        "boost": chance.choice((0, 0.3, 0.45, 0.9, 1, 1, 2.5, chance.random())),
        "required": chance.random() < 0.25,
    }
    if chance.random() < 0.3:
        clause["fields"] = sorted(chance.sample(range(len(FIELDS)), chance.randint(1, len(FIELDS))))
    return clause


def test_questions_as_people_write_them(compared: Engine, searched: Corpus) -> None:
    chance = random.Random(2027)
    judged = [question.text for question in read_questions()]
    sentences = [text for each in searched.documents for text in each.fields.values() if text]
    queries = list(judged)
    while len(queries) < QUERIES:
        words = chance.choice(sentences).split() if chance.random() < 0.7 else judged
        start = chance.randrange(len(words))
        some = " ".join(words[start : start + chance.randint(1, 6)])
        queries.append(spoilt(chance, some))
    found = compared.evaluate(UNDERSTAND, [queries, list(FIELDS)])
    assert found["different"] == []
    assert found["answers"] > QUERIES / 2


def spoilt(chance: random.Random, text: str) -> str:
    """Return ``text`` with a slip of the finger, cut short, joined, or as it is."""
    way = chance.randrange(6)
    place = chance.randrange(len(text))
    if way == 0:
        return text[:place] + text[place + 1 :]
    if way == 1:
        return text[:place] + chance.choice("aeioustkq") + text[place:]
    if way == 2:
        return text[: max(place, 2)]
    if way == 3:
        return text.replace(" ", "", 1)
    if way == 4:
        return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]
    return text
