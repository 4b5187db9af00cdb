"""``fil liens``: which sources of the tutorials no longer answer."""

from __future__ import annotations

from argparse import Namespace

from boutdufil.edge.clock import latest_day
from boutdufil.edge.commands.folders import content_reader
from boutdufil.tools.source_links import TO_BE_LOOKED_AT, addresses, check, told


def run(options: Namespace) -> int:
    """Ask every source; return 1 when one no longer answers, or leads elsewhere."""
    content = content_reader(options).read(latest_day())
    answers = check(addresses(content.tutorials), content.references.hosts)
    print(told(answers))
    return int(any(answer.state in TO_BE_LOOKED_AT for answer in answers))
