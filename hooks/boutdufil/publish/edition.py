"""A site file by file, each made when it is first asked for: what an author looks at while writing.

Of a save, one page is read, or two. What a build alone has is left out: the archive, and what a
browser keeps to read without a connection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from threading import RLock

from boutdufil.pages.page import Page
from boutdufil.publish.publication import Publication
from boutdufil.publish.state import STATE_FILES, state_files
from boutdufil.publish.whole import Seal, seal, version_of
from boutdufil.search.shards import FOLDER, MANIFEST


class Edition(Mapping[str, bytes]):
    """Every file of a site by its address, as one save of its author left it.

    ``render`` makes the text of a page.
    """

    def __init__(self, publication: Publication, render: Callable[[Page], str]) -> None:
        self._publication = publication
        self._render = render
        self._pages = {page.file: page for page in publication.pages}
        self._made = {asset.address: asset.content for asset in publication.assets.values()}
        with_pages = (text for page in publication.pages for text in page.with_it())
        self._texts = chain(publication.texts(), with_pages)
        # A browser asks for several at once.
        self._one_at_a_time = RLock()

    def __getitem__(self, address: str) -> bytes:
        """Return a file, made if it was not."""
        with self._one_at_a_time:
            if address not in self._made:
                self._make(address)
            return self._made[address]

    def __contains__(self, address: object) -> bool:
        """Tell whether there is such a file, without making a page."""
        if address in self._pages or address in self._made:
            return True
        return isinstance(address, str) and super().__contains__(address)

    def __iter__(self) -> Iterator[str]:
        """Yield every address, once what has no page is made."""
        return iter((*self._others(), *STATE_FILES))

    def __len__(self) -> int:
        """Return how many files there are."""
        return sum(1 for _address in self)

    def _make(self, address: str) -> None:
        """Make what is at ``address``, if anything is, and maybe what comes with it."""
        if page := self._pages.get(address):
            self._made[address] = self._render(page).encode()
        elif address == MANIFEST or address.startswith(FOLDER):
            self._made |= {asset.address: asset.content for asset in self._publication.search}
        elif address in STATE_FILES:
            self._made |= self._state()
        else:
            self._made |= self._texts_until(address)

    def _texts_until(self, wanted: str) -> Iterator[tuple[str, bytes]]:
        for address, text in self._texts:
            yield address, text.encode()
            if address == wanted:
                return

    def _others(self) -> Mapping[str, None]:
        """Return the address of every file but those of the state, which tell of all the others."""
        with self._one_at_a_time:
            self._make(MANIFEST)
            self._made |= self._texts_until("")
            known = (*self._pages, *self._made)
        return dict.fromkeys(each for each in known if each not in STATE_FILES)

    def _seals(self) -> Mapping[str, Seal]:
        return {each: seal(self[each]) for each in self._others()}

    def _state(self) -> Mapping[str, bytes]:
        of, version = self._publication, version_of(self._seals())
        found = state_files(of.published, of.pages, of.findings, version)
        return {address: text.encode() for address, text in found}
