"""The codec gives back exactly what it was given."""

from decimal import Decimal

import pytest

from tieout.codec import decode, dumps, encode
from tieout.model import Dimension, Observation, Origin, Page, Passage
from tieout.text import MappedText

PASSAGE = Passage("r", 3, 4, 9, "water")


def test_observation_survives_the_round_trip_with_its_decimal_digits() -> None:
    seen = Observation(
        report="r", organization="o", period="2024", indicator="Water", passage=PASSAGE, raw_value="1,270.50",
        value=Decimal("1270.50"), dimensions=(Dimension("gender", "female"),), origin=Origin.TEXT, notes=(PASSAGE,),
    )  # fmt: skip
    back = decode(Observation, encode(seen))
    assert back == seen
    assert str(back.value) == "1270.50"
    assert back.origin is Origin.TEXT


def test_missing_value_stays_none() -> None:
    seen = Observation(report="r", organization="o", period="2024", indicator="x", passage=PASSAGE, raw_value="/")
    assert decode(Observation, encode(seen)).value is None


def test_page_with_mapped_body_survives() -> None:
    page = Page(1, "ab-cd", ((0, 1),), MappedText.without("ab-cd", [(2, 3)]))
    assert decode(Page, encode(page)) == page


def test_text_is_canonical() -> None:
    assert dumps(Dimension("b", "é")) == '{"type":"b","value":"é"}'


def test_unknown_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        decode(Dimension, {"type": "a", "value": "b", "extra": 1})


def test_wrong_type_is_an_error() -> None:
    with pytest.raises(TypeError):
        decode(Dimension, {"type": "a", "value": 1})


def test_object_without_json_form_is_refused() -> None:
    with pytest.raises(TypeError):
        encode({1, 2})
