"""Who is listed where: properties of any catalog, then the choices of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from boutdufil.kinds.catalog import RELATED, Catalog
from boutdufil.kinds.tutorial.values import Tutorial
from boutdufil.model.taxonomy import Taxonomy

Make = Callable[..., Tutorial]


def some(words: Sequence[str], minimum: int = 1) -> st.SearchStrategy[tuple[str, ...]]:
    """Strategy for a few of ``words``, each once, in any order."""
    return st.lists(st.sampled_from(words), min_size=minimum, max_size=3, unique=True).map(tuple)


@st.composite
def catalogs(draw: st.DrawFn, taxonomy: Taxonomy, make_tutorial: Make) -> Catalog:
    count = draw(st.integers(0, 12))
    numbers = draw(st.lists(st.integers(1, 9999), min_size=count, max_size=count, unique=True))
    tags = [
        (
            draw(some([*taxonomy.audiences])),
            draw(some([*taxonomy.themes])),
            draw(some([*taxonomy.devices], minimum=0)),
        )
        for _ in range(count)
    ]
    references = [f"{themes[0]}/fiche-{rank}" for rank, (_, themes, _) in enumerate(tags)]
    tutorials = [
        make_tutorial(
            reference,
            number=f"{number:03}",
            audiences=audiences,
            themes=themes,
            devices=devices,
            after=draw(some([*references, "ecole/disparue"], minimum=0)),
            former_addresses=draw(st.sampled_from([(), (f"ancienne/{number}/",)])),
        )
        for reference, number, (audiences, themes, devices) in zip(
            references, numbers, tags, strict=True
        )
    ]
    return Catalog.of(taxonomy, draw(st.permutations(tutorials)))


def each_tutorial_is_in_exactly_the_listings_that_its_tags_say(
    catalog: Catalog, taxonomy: Taxonomy
) -> None:
    expected = {
        (address, tutorial.reference)
        for tutorial in catalog.tutorials
        for address in [
            *(f"publics/{audience}/" for audience in tutorial.audiences),
            *(f"themes/{theme}/" for theme in tutorial.themes),
            *(f"publics/{one}/{other}/" for one in tutorial.audiences for other in tutorial.themes),
            *(f"appareils/{device}/" for device in taxonomy.listed_under(tutorial.devices)),
        ]
    }
    listed = [
        (address, tutorial.reference)
        for address, listing in catalog.listings.items()
        for tutorial in listing.tutorials
    ]
    assert Counter(listed) == Counter(expected)


def no_listing_is_empty_and_each_counts_right(catalog: Catalog, _taxonomy: Taxonomy) -> None:
    for address, listing in catalog.listings.items():
        assert listing.address == address
        assert catalog.count(address) == len(listing.tutorials) > 0
    tagged = sum("seniors" in tutorial.audiences for tutorial in catalog.tutorials)
    assert catalog.count("publics/seniors/") == tagged
    assert catalog.count("publics/personne/") == 0


def listings_follow_the_taxonomy_and_tutorials_their_numbers(
    catalog: Catalog, taxonomy: Taxonomy
) -> None:
    themes = [address for address in catalog.listings if address.startswith("themes/")]
    order = [f"themes/{theme}/" for theme in taxonomy.themes]
    assert themes == [address for address in order if address in themes]
    for listing in catalog.listings.values():
        numbers = [int(tutorial.number) for tutorial in listing.tutorials]
        assert numbers == sorted(numbers)


def related_tutorials_are_others_each_once_and_few(catalog: Catalog, _taxonomy: Taxonomy) -> None:
    for tutorial in catalog.tutorials:
        related = [other.reference for other in catalog.related(tutorial)]
        assert tutorial.reference not in related
        assert len(related) == len(set(related)) <= RELATED == 4
        assert set(related) <= set(catalog.by_reference)


def a_short_address_leads_to_one_tutorial(catalog: Catalog, _taxonomy: Taxonomy) -> None:
    redirects = [*catalog.redirects()]
    assert len(dict(redirects)) == len(redirects)
    assert {address for _, address in redirects} == {each.address for each in catalog.tutorials}
    for tutorial in catalog.tutorials:
        assert (f"{tutorial.number}/", tutorial.address) in redirects


PROPERTIES = (
    each_tutorial_is_in_exactly_the_listings_that_its_tags_say,
    no_listing_is_empty_and_each_counts_right,
    listings_follow_the_taxonomy_and_tutorials_their_numbers,
    related_tutorials_are_others_each_once_and_few,
    a_short_address_leads_to_one_tutorial,
)


@given(data=st.data())
def test_properties_of_any_catalog(
    data: st.DataObject, taxonomy: Taxonomy, make_tutorial: Make
) -> None:
    """All are looked at in the same catalogs: to draw one takes longer than to look at it."""
    catalog = data.draw(catalogs(taxonomy, make_tutorial))
    for holds in PROPERTIES:
        holds(catalog, taxonomy)


def test_the_author_chooses_first_what_comes_after(taxonomy: Taxonomy, make_tutorial: Make) -> None:
    near = make_tutorial("ecole/proche", number="102")
    chosen = make_tutorial("vie-pro/choisie", number="900")
    tutorial = make_tutorial("ecole/exemple", after=("vie-pro/choisie", "ecole/disparue"))
    catalog = Catalog.of(taxonomy, [near, chosen, tutorial])
    assert catalog.related(tutorial) == (chosen.card, near.card)


def test_neighbours_share_audiences_before_numbers(taxonomy: Taxonomy, make_tutorial: Make) -> None:
    tutorial = make_tutorial("ecole/exemple", number="101", audiences=("jeunes", "tpe"))
    both = make_tutorial("ecole/deux", number="109", audiences=("tpe", "jeunes"))
    one = make_tutorial("ecole/un", number="105", audiences=("jeunes",))
    nearer = make_tutorial("ecole/un-proche", number="103", audiences=("jeunes",))
    elsewhere = make_tutorial("vie-pro/ailleurs", number="100", audiences=("jeunes", "tpe"))
    catalog = Catalog.of(taxonomy, [elsewhere, one, both, nearer, tutorial])
    assert catalog.related(tutorial) == (both.card, nearer.card, one.card)


def test_a_tutorial_in_many_themes_is_related_within_its_first(
    taxonomy: Taxonomy, make_tutorial: Make
) -> None:
    tutorial = make_tutorial("ecole/exemple", themes=("ecole", "vie-pro"))
    guest = make_tutorial("vie-pro/invitee", number="050", themes=("vie-pro", "ecole"))
    stranger = make_tutorial("vie-pro/autre", number="102")
    catalog = Catalog.of(taxonomy, [tutorial, guest, stranger])
    assert catalog.related(tutorial) == (guest.card,)


def test_numbers_are_ordered_as_numbers(taxonomy: Taxonomy, make_tutorial: Make) -> None:
    late, early = make_tutorial("ecole/a", number="1001"), make_tutorial("ecole/b", number="200")
    assert Catalog.of(taxonomy, [late, early]).tutorials == (early, late)


def strangers(make_tutorial: Make) -> list[Tutorial]:
    """Tutorials of another theme that say other things, so that a word can be rare."""
    return [
        make_tutorial(f"vie-pro/autre-{rank}", number=f"{800 + rank}", calls=("Autre", "Rien"))
        for rank in range(9)
    ]


def test_words_in_common_bring_nearer_within_a_theme(
    taxonomy: Taxonomy, make_tutorial: Make
) -> None:
    photo = ("Je range mes photographies de vacances", "Mon album déborde")
    tutorial = make_tutorial("ecole/exemple", number="101", calls=photo)
    nearer = make_tutorial("ecole/proche", number="102", calls=("Autre", "Rien"))
    alike = make_tutorial("ecole/album", number="150", calls=("L’album des vacances", "Rien"))
    catalog = Catalog.of(taxonomy, [tutorial, nearer, alike, *strangers(make_tutorial)])
    assert catalog.related(tutorial) == (alike.card, nearer.card)


def test_another_theme_is_proposed_when_it_speaks_of_the_same_things(
    taxonomy: Taxonomy, make_tutorial: Make
) -> None:
    tutorial = make_tutorial("ecole/exemple", number="101", calls=("Album, photos, vacances", "A"))
    alike = make_tutorial("information/album", number="150", calls=("L’album photo des vacances",))
    one_word = make_tutorial("information/mot", number="151", calls=("Les vacances", "Rien"))
    catalog = Catalog.of(taxonomy, [tutorial, alike, one_word, *strangers(make_tutorial)])
    assert catalog.related(tutorial) == (alike.card,)


def test_a_word_that_everyone_says_brings_nobody_nearer(
    taxonomy: Taxonomy, make_tutorial: Make
) -> None:
    tutorial = make_tutorial("ecole/exemple", number="101")
    catalog = Catalog.of(
        taxonomy,
        [tutorial, *(make_tutorial(f"vie-pro/f-{n}", number=f"{n}") for n in range(200, 220))],
    )
    assert catalog.related(tutorial) == ()
