"""The index cut into small files, which a browser loads as a question needs them.

Each file calls ``filShard(name, value)``. Its address carries a hash of its content and of its
neighbours', but for the manifest, the only one that is always loaded: pages know it by a fixed
address, so that a word more in the search changes none of them. It holds the rules of the analysis,
where each shard begins and under which hash, and the facets of every document.

- ``t<n>`` terms: ``term postings synonyms`` a line, by range of terms
- ``f<n>`` forms: the words as they are written, front-coded, by range; for what is typed
- ``d<n>`` a document: what a result shows
- ``s0`` callers' phrases, for a question that finds nothing

A question needs a few lines here and there: what comes with them is most of what it loads, unless
shards are small. Where they begin is told in a letter or two each, and a hash stands for several.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TypeVar

from boutdufil.kinds.synonyms.values import Synonyms
from boutdufil.search.analysis import STOP_WORDS, Analysis, stem, words
from boutdufil.search.documents import FIELDS, TERM, TERM_BOOST, TUTORIAL, SearchDocument
from boutdufil.search.index import Counted, Counts, counted

Value = TypeVar("Value")

ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
TERMS_SIZE = 500
FORMS_SIZE = 1500
"""Characters, before compression: the least of a shard of terms."""
MOST_TERM_SHARDS = 1000
"""The manifest says where each begins: a larger site has larger shards, and few more of them."""
MOST_HASHES = 32
"""In the manifest, for the shards of a kind: a larger site has more shards under each of them."""
HASH = 6
FOLDER = "assets/search/"
MANIFEST_NAME, MANIFEST = "search/manifest.js", "recherche/sommaire.js"
"""Out of ``assets/``, which browsers keep without asking again."""
FORM = 2
"""What an engine must know to read a manifest: that of a tab left open may be an older one."""
HELPFUL = 12
"""Callers' phrases, for a question that finds nothing."""


def search_files(
    documents: Sequence[SearchDocument], synonyms: Synonyms
) -> Mapping[str, tuple[str, bytes]]:
    """Return the address and the content of each file, by its logical name."""
    files: dict[str, tuple[str, bytes]] = {}

    def publish(kind: str, values: Sequence[object]) -> tuple[int, str]:
        """Return how many shards are under a hash, and the hashes."""
        scripts = [(f"{kind}{rank}", value) for rank, value in enumerate(values)]
        contents = [(name, _script(name, value)) for name, value in scripts]
        together = -(-len(contents) // MOST_HASHES) or 1
        digests = ""
        for group in _chunks(contents, together):
            digest = hashlib.sha256(b"".join(content for _, content in group)).hexdigest()[:HASH]
            for name, content in group:
                files[f"search/{name}.js"] = (f"{FOLDER}{name}.{digest}.js", content)
            digests += digest
        return together, digests

    found = counted(documents)
    terms = _terms(found, synonyms)
    forms = _forms(found, synonyms)
    length = sum(len(term) + len(line) + 2 for term, line in terms.items())
    term_shards = list(_cut(sorted(terms.items()), max(TERMS_SIZE, length // MOST_TERM_SHARDS)))
    form_shards = list(_cut(((form, "") for form in sorted(forms)), FORMS_SIZE))
    manifest = {
        "forme": FORM,
        "dossier": f"../{FOLDER}",
        "textes": found.texts,
        "champs": list(FIELDS.items()),
        "poidsTerme": TERM_BOOST,
        "regles": _rules(),
        "termes": _front_coded(_starts(term_shards)),
        "formes": _front_coded(_starts(form_shards)),
        "noms": {
            "t": publish("t", ["\n".join(map(" ".join, shard)) for shard in term_shards]),
            "f": publish("f", [_form_shard(shard, forms) for shard in form_shards]),
            "d": publish("d", [_shown(document) for document in documents]),
            "s": publish("s", [_helpful(documents)]),
        },
        **_facets(documents),
    }
    files[MANIFEST_NAME] = (MANIFEST, _script("manifest", manifest))
    return files


def _script(name: str, value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Two characters that older browsers refuse inside a string of a script.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'filShard("{name}",{text});\n'.encode()


def _rules() -> dict[str, object]:
    analysis = Analysis()
    return {
        "signes": analysis.signs,
        "jointures": analysis.joints,
        "racines": analysis.stems,
        "sons": analysis.sounds,
        "vides": " ".join(analysis.stop_words),
        "faibles": " ".join(sorted({stem(word) for word in analysis.weak_words})),
    }


def number_text(number: int) -> str:
    """Return a number of any size: five bits a character, the sixth when others follow."""
    text = ""
    while number >= 32:
        text += ALPHABET[32 + number % 32]
        number //= 32
    return text + ALPHABET[number]


# Terms -------------------------------------------------------------------------------------------


def _terms(found: Counted, synonyms: Synonyms) -> dict[str, str]:
    """Return the line of each term, those that are only synonyms included."""
    links = _links(synonyms)
    lines = {}
    for term in sorted(found.postings.keys() | links.keys()):
        line = _postings(found.postings.get(term, {}))
        if term in links:
            line += " " + ",".join(links[term])
        lines[term] = line
    return lines


def _postings(groups: Mapping[Counts, Sequence[int]]) -> str:
    """Write the documents that hold a term, those that hold it as often in one go."""
    text = ""
    for counts, ranks in groups.items():
        mask = sum(1 << place for place, count in enumerate(counts) if count)
        gaps = [after - before - 1 for before, after in zip([-1, *ranks], ranks, strict=False)]
        numbers = [mask, *(count for count in counts if count), len(ranks), *gaps]
        text += "".join(map(number_text, numbers))
    return text


def _links(synonyms: Synonyms) -> dict[str, list[str]]:
    """Return, by the first stem of a phrase, ``rest>meaning``; ``~`` marks a near word."""
    links: dict[str, dict[str, None]] = defaultdict(dict)

    def link(phrase: str, meaning: str, mark: str) -> None:
        source, target = _content(phrase), _content(meaning)
        if source and target and source != target:
            links[source[0]][f"{mark}{'+'.join(source[1:])}>{'+'.join(target)}"] = None

    for group in synonyms.same:
        for phrase in group:
            for meaning in group:
                link(phrase, meaning, "")
    for first, *others in synonyms.near:
        for phrase in _alike(first, synonyms):
            for meaning in others:
                link(phrase, meaning, "~")
    return {term: list(found) for term, found in links.items()}


def _alike(phrase: str, synonyms: Synonyms) -> Iterator[str]:
    """Yield ``phrase``, then those that mean the same: what is near it is near them."""
    yield phrase
    for group in synonyms.same:
        if phrase in group:
            yield from (other for other in group if other != phrase)


def _content(phrase: str) -> list[str]:
    return [stem(word) for word in words(phrase) if word not in STOP_WORDS]


def _cut(lines: Iterable[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    """Cut sorted lines into runs of about ``size`` characters; a longer line stands alone."""
    run: list[tuple[str, str]] = []
    length = 0
    for name, line in lines:
        added = len(name) + len(line) + 2
        if run and length + added > size:
            yield run
            run, length = [], 0
        run.append((name, line))
        length += added
    if run:
        yield run


def _starts(shards: Iterable[Sequence[tuple[str, str]]]) -> Iterator[str]:
    """Yield, for each shard, the least that comes after the one before, and not after its own."""
    before = ""
    for shard in shards:
        first = shard[0][0]
        yield first[: _shared(before, first) + 1]
        before = shard[-1][0]


def _chunks(values: Sequence[Value], size: int) -> Iterator[Sequence[Value]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]


def _front_coded(sorted_words: Iterable[str]) -> str:
    """Write each word as what it has of its own, after a capital: how much it has of the last."""
    coded = []
    before = ""
    for word in sorted_words:
        shared = min(_shared(before, word), 25)
        coded.append(chr(ord("A") + shared) + word[shared:])
        before = word
    return "".join(coded)


def _shared(one: str, other: str) -> int:
    """Return how many letters begin both words."""
    both = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))


# Forms -------------------------------------------------------------------------------------------


def _forms(found: Counted, synonyms: Synonyms) -> Counter[str]:
    """Count the documents that hold each form; a synonym may be in none."""
    phrases = (phrase for group in (*synonyms.same, *synonyms.near) for phrase in group)
    forms = Counter({word: 0 for phrase in phrases for word in words(phrase)})
    forms.update(found.forms)
    for word in [form for form in forms if len(form) < 2 and not form.isdigit()]:
        del forms[word]
    return forms


def _form_shard(shard: Iterable[tuple[str, str]], counts: Mapping[str, int]) -> list[str]:
    forms = [form for form, _ in shard]
    frequencies = "".join(ALPHABET[min(counts[form].bit_length() * 3, 35)] for form in forms)
    return [_front_coded(forms), frequencies]


# Documents ---------------------------------------------------------------------------------------


def _shown(document: SearchDocument) -> list[object]:
    """Return what a result shows; the lines by step: ``[[step, text, …], …]``."""
    steps: dict[int, list[str]] = {}
    for line in document.lines:
        steps.setdefault(line.step, []).append(line.text)
    return [
        document.reference,
        document.number,
        document.title,
        document.summary,
        document.minutes,
        [[step, *lines] for step, lines in steps.items()],
    ]


def _facets(documents: Sequence[SearchDocument]) -> dict[str, object]:
    """Return each combination of facets once, and the combination of each document."""
    combinations: dict[tuple[object, ...], int] = {}
    text = ""
    for document in documents:
        combination = (
            _kind(document),
            " ".join(document.audiences),
            " ".join(document.themes),
            " ".join(document.devices),
            document.level,
        )
        text += number_text(combinations.setdefault(combination, len(combinations)))
    return {"facettes": list(combinations), "facettesDe": text}


def _kind(document: SearchDocument) -> int | tuple[str, str]:
    """Return 0 for a tutorial, 1 for a term; for others, where their pages are, and their label."""
    if document.folder:
        return document.folder, document.label
    return 1 if document.kind == TERM else 0


def _helpful(documents: Sequence[SearchDocument]) -> list[list[str]]:
    """Return a caller's phrase a tutorial, spread over the themes."""
    by_theme: dict[str, list[SearchDocument]] = defaultdict(list)
    for document in documents:
        if document.kind == TUTORIAL and document.lines:
            by_theme[document.themes[0]].append(document)
    chosen: list[list[str]] = []
    for turn in range(HELPFUL):
        for found in by_theme.values():
            if turn < len(found) and len(chosen) < HELPFUL:
                chosen.append([found[turn].lines[0].text, f"tutoriels/{found[turn].reference}/"])
    return chosen
