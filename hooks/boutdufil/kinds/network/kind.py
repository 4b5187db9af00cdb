"""The structures that an organisation works with: ``reseau.yml``."""

from __future__ import annotations

from boutdufil.kinds.kind import Form, Kind
from boutdufil.kinds.network.declaration import NETWORK, NETWORK_FILE
from boutdufil.kinds.network.pages import network_pages, network_tools
from boutdufil.kinds.network.rules import structures_that_help

KIND = Kind(
    name="network",
    forms=(
        Form(
            claim=NETWORK_FILE,
            declaration=NETWORK,
            schema="reseau",
            title="Les structures avec qui l’on travaille",
        ),
    ),
    rules=(structures_that_help,),
    reserved=frozenset(("mediateurs/reseau",)),
    pages=network_pages,
    tools=network_tools,
)
