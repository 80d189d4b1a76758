"""Names: stable, told apart, always IRIs."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout import vocab as v

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)


@given(ANY_TEXT)
def test_every_minted_name_is_an_iri(text: str) -> None:
    names = (
        v.mint_organization(text),
        v.mint_report(text),
        v.mint_section(text, text),
        v.mint_dimension(text, text),
        v.mint_clause(f"gri:{text}"),
        v.mint_metric(text),
        v.mint_entity(text, "policy", text),
        v.mint_disclosure(text, f"gri:{text}", text),
        v.mint_observation(text, 1, text),
        v.mint_source(text, text),
        v.mint_extraction(text, text, text),
        v.mint_passage(text, 3, 1, 9),
    )
    for name in names:
        assert ox.NamedNode(name).value == name


@given(ANY_TEXT, ANY_TEXT)
def test_two_names_are_one_exactly_when_their_keys_are(one: str, other: str) -> None:
    assert (v.encode(one) == v.encode(other)) == (v.normalise(one) == v.normalise(other))


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert v.normalise(v.normalise(text)) == v.normalise(text)
    assert v.encode(v.normalise(text)) == v.encode(text)


def test_unicode_forms_and_spaces_of_a_name_are_one() -> None:
    assert v.mint_organization("Cafe\u0301  Harbour") == v.mint_organization("Café Harbour")


def test_long_names_that_begin_alike_stay_apart() -> None:
    one, other = "x" * 500 + "a", "x" * 500 + "b"
    assert v.encode(one) != v.encode(other)
    assert len(v.encode(one)) < 120


def test_what_follows_the_mark_cannot_be_written_as_content() -> None:
    assert v.nth(v.mint_entity("r", "law", "Act"), 2) != v.mint_entity("r", "law", "Act!2")
    assert v.encode("") != v.encode("!")


def test_parts_of_a_digest_keep_their_borders() -> None:
    assert v.digest("ab", "c") != v.digest("a", "bc")


@pytest.mark.parametrize("clause", ["gri:305-2", "gri:102-8@2016", "gri:GRI 305", "ifrs-s2:S2.29(a)", "hkex-c2:MDR-13"])
def test_clause_ids_are_read_back(clause: str) -> None:
    assert v.clause_of(v.mint_clause(clause)) == clause


def test_places_are_read_back() -> None:
    assert v.place_of(v.mint_passage("peers/a b", 12, 5, 99)) == (12, 5, 99)


@pytest.mark.parametrize(
    ("reference", "iri"),
    [
        ("topic:T-CLIMATE", v.mint_topic("T-CLIMATE")),
        ("goal:13.2", "http://metadata.un.org/sdg/13.2"),
        ("clause:gri:305-2", v.mint_clause("gri:305-2")),
        ("metric:ghg-scope2", v.mint_metric("ghg-scope2")),
        ("clause:305-2", ""),
        ("a label", ""),
        ("label: with colon", ""),
    ],
)
def test_references_become_iris(reference: str, iri: str) -> None:
    assert v.mint_concept(reference) == iri


def test_iris_are_shortened_for_people() -> None:
    assert v.shorten(v.PROV + "wasDerivedFrom") == "prov:wasDerivedFrom"
    assert v.shorten("urn:x") == "urn:x"


def test_a_section_listed_as_a_finding_is_not_the_section() -> None:
    assert v.mint_entity("r", "section", "s1") != v.mint_section("r", "s1")


def test_kinds_are_told_by_the_iri() -> None:
    assert v.kind_of("http://metadata.un.org/sdg/13") == "goal"
    assert v.kind_of("https://tieout.example/id/clause/gri/305-2") == "clause"
    assert v.kind_of("urn:else") == ""
