"""Every kind of page in the oldest browser, on the smallest phone."""

from __future__ import annotations

from boutdufil.tools.page_kinds import longest_of_each_kind
from tests.engines.engine import Engine
from tests.engines.host import Host
from tests.site.builds import Built

SMALL = (360, 640)


def test_every_kind_of_page_fits_and_nothing_fails(
    oldest: Engine, host: Host, real_site: Built
) -> None:
    oldest.resize(*SMALL)
    kinds = longest_of_each_kind(real_site.site)
    assert len(kinds) > 20
    wide = []
    for kind, address in kinds.items():
        oldest.open(host.home + address)
        if oldest.tell("document.documentElement.scrollWidth > innerWidth"):
            wide.append(kind)
    assert wide == []
    assert host.complaints == []
