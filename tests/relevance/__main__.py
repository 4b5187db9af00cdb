"""How well questions are answered: ``python -m tests.relevance`` prints one JSON object a line.

By kind and as a whole: our engine, stock French lunr, and Pagefind when it is installed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import sync_playwright

from boutdufil.tools.browser import launched
from tests.relevance.engines import Search, ours, pagefind, stock
from tests.relevance.questions import FILE, Question, quality, rank_of, read_questions
from tests.search.engine import read_corpus

WHOLE = "ensemble"


def judge(name: str, search: Search, questions: Sequence[Question], details: bool) -> None:
    """Print the quality of an engine, by kind then as a whole."""
    ranks: dict[str, list[int]] = {}
    for question in questions:
        found = list(search(question.text))
        rank = rank_of(question, found)
        ranks.setdefault(question.kind, []).append(rank)
        if details and rank != 1:
            report(engine=name, question=question.text, rank=rank, found=found[:3])
    for kind, some in ranks.items():
        report(engine=name, kind=kind, **asdict(quality(some)))
    every = [rank for some in ranks.values() for rank in some]
    report(engine=name, kind=WHOLE, **asdict(quality(every)))


def report(**values: object) -> None:
    """Print one measure."""
    print(json.dumps(values, ensure_ascii=False), flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run every engine over the questions."""
    parser = argparse.ArgumentParser(prog="python -m tests.relevance", description=__doc__)
    parser.add_argument("--questions", type=Path, default=FILE, help="another set of questions")
    parser.add_argument("--details", action="store_true", help="what is not answered first")
    parser.add_argument("--seul", action="store_true", help="our engine alone")
    options = parser.parse_args(arguments)
    questions = read_questions(options.questions)
    corpus = read_corpus()
    with ours(corpus) as search:
        judge("fil", search, questions, options.details)
    if options.seul:
        return
    with sync_playwright() as playwright:
        browser = launched(playwright)
        with stock(browser, corpus) as search:
            judge("lunr-fr", search, questions, False)
        with pagefind(browser, corpus) as found:
            if found is not None:
                judge("pagefind", found, questions, False)
        browser.close()


if __name__ == "__main__":
    main()
