"""One entity a norm; marks only where a certificate is spoken of."""

from __future__ import annotations

from tests.extract.entities.entity_worlds import labels, things


def test_a_norm_takes_its_systems_name_along_in_capitals_or_not() -> None:
    held = "We were certified to ISO 9001:2015 quality management system certification and ISO 45001 for crews."
    assert labels(held, "certification") == ["ISO 9001:2015 quality management system certification", "ISO 45001"]


def test_a_norm_held_once_is_a_certification_throughout() -> None:
    far = "Nothing is said here about it. " * 12
    (norm,) = things(f"We were certified to ISO 9001. {far}ISO 9001 asks for order.", "certification")
    assert len(norm.passages) == 2
    assert labels(f"We were certified to ISO 9001. {far}ISO 9001 asks for order.", "standard") == []


def test_wordings_of_one_framework_are_one() -> None:
    assert labels("See the GRI Standards. The GRI Standards ask. GRI Standard 2.", "standard") == ["GRI Standards"]


def test_initials_need_a_certificate() -> None:
    assert labels("The MSC department grew.", "standard") == []
    assert labels("Our fish is MSC certified.", "certification") == ["MSC"]
