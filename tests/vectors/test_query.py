from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import ending

from tieout.vectors.query import prepare
from tieout.vectors.terms import STOPWORDS, stem, terms
from tieout.vectors.thesaurus import WORDINGS


@pytest.mark.parametrize(
    ("question", "core"),
    [
        ("Does the company report a strategy on noise protection?", "strategy on noise protection"),
        ("Has the organisation identified any links between pay and safety?", "links between pay and safety"),
        ("How does the company manage spills?", "manage spills"),
        ("What are the company's Scope 2 emissions?", "Scope 2 emissions"),
        ("What was the total paper use in 2021?", "total paper use in 2021"),
        ("Do the targets follow an outside standard?", "Do the targets follow an outside standard"),
        ("noise protection", "noise protection"),
        ("Does the company", "Does the company"),
        ("What is?", "What is"),
        ("", ""),
    ],
)
def test_the_frame_of_a_question_is_left_out(question: str, core: str) -> None:
    assert prepare(question).core == core


def test_own_terms_count_one_and_wordings_half() -> None:
    weights = prepare("Does the company report on whistleblowing and noise?").terms
    assert weights[stem("noise")] == 1.0
    assert weights[stem("conduct")] == 0.5
    assert weights[stem("whistleblowing")] == 1.5


def test_numbers_of_wordings_are_not_searched_for() -> None:
    assert not any(term.isdigit() for term in prepare("carbon emissions target").terms)
    assert "2031" in prepare("carbon emissions target 2031").terms


def test_plain_words_without_a_concept_are_not_widened() -> None:
    assert prepare("zeppelin hangar").terms == dict.fromkeys(terms("zeppelin hangar"), 1.0)


def test_every_wording_is_called_by_something_and_by_one_line_only_once() -> None:
    calls = [{stem(word) for word in wording.calls.split()} for wording in WORDINGS]
    assert all(calls)
    assert all(not STOPWORDS.intersection(wording.calls.split()) for wording in WORDINGS)
    assert len({wording.text for wording in WORDINGS}) == len(WORDINGS)


@pytest.mark.parametrize(
    "hostile", ["what is " * 500_000, "(" * 2_000_000, "\0" * 9, "\ud800", "😀" * 200_000, "a" * 10**7]
)
def test_hostile_questions_come_to_an_end(hostile: str) -> None:
    with ending():
        prepared = prepare(hostile)
    assert len(prepared.core) <= 1000


@given(st.text(max_size=300))
def test_any_text_is_prepared(text: str) -> None:
    prepared = prepare(text)
    assert prepare(text) == prepared
    assert all(weight > 0 for weight in prepared.terms.values())
    assert all(len(term) <= 40 for term in prepared.terms)


def test_terms_fold_stem_and_drop_function_words() -> None:
    assert terms("The Emissions of the company’s SUPPLIERS were 12.5 %") == ["emiss", "compani", "supplier", "12.5"]
