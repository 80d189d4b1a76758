"""The span of a sentence that gives what is asked for."""

from __future__ import annotations

from tieout.ask.passages.spans import Wanted, find_span
from tieout.ask.wording.words import terms


def test_the_number_of_a_standard_counts_nothing():
    text = "The mill passed the audits for ISO 9001 Quality Certification and ISO 20000 Service Certification."
    assert find_span(text, Wanted.COUNT, terms("certification")) is None


def test_a_currency_before_a_number_is_no_standard():
    assert find_span("The mill gave RMB 20000 to schools.", Wanted.MONEY, terms("gave")) == "20000"
