"""Questions in plainer words than they are put in."""

from __future__ import annotations

import pytest

from tieout.ask.wording.restated import restated, without_brackets


@pytest.mark.parametrize(
    ("put", "plain"),
    [
        ("What share of weavers had not yet turned 30?", "What share of weavers under 30?"),
        ("How many weavers have already passed their 50?", "How many weavers over 50?"),
        ("How large a stake does the biggest owner have?", "How large a stake does the biggest shareholder have?"),
        ("Are sacks counted in the figures of Mill’s Yarn Performance section?", "Are sacks counted in the figures?"),
        ("Below what rate is turnover to stay?", "What is the target for turnover?"),
        ("What turnover did the mill book in 2031?", "What revenue did the mill book in 2031?"),
        ("What turnover did the weavers have?", "What turnover did the weavers have?"),
        ("Was loss worse on the island or outside it?", "Was loss worse in the island or outside the island?"),
        ("Did it meet more often in 2031 than two years before?", "Did it meet more often in 2031 than in 2029?"),
        ("Two years before the fire of 2031 it met.", "Two years before the fire of 2031 it met."),
        ("Did staff leave faster in the mill or at sea?", "was staff turnover higher in the mill or at sea?"),
        (
            "Were people in the mill or those at sea quicker to leave in 2031?",
            "Was staff turnover higher in the mill or at sea in 2031?",
        ),
        (
            "Did staff on the island or those elsewhere quit more readily in 2031?",
            "Was staff turnover higher in the island or outside the island in 2031?",
        ),
        ("Which age group left least often in 2031?", "Which age group had the lowest turnover rate in 2031?"),
        ("Did churn of the under-thirties fall?", "Did churn of the under 30 fall?"),
        ("How much did the mill take in as turnover?", "How much did the mill have in revenue?"),
        ("Which rules stand in section 2.1?", "Which rules stand in section 2.1?"),
        ("What does the B5 section say of yarn?", "What does the B5 section say of yarn?"),
    ],
)
def test_a_question_is_put_in_the_words_of_the_field(put: str, plain: str) -> None:
    assert restated(put) == plain


@pytest.mark.parametrize(
    ("put", "plain"),
    [
        ("How much yarn (own and bought) was used?", "How much yarn was used?"),
        ("What share of managers (all management) is female?", "What share of managers is female?"),
        ("How much yarn (excluding wool) was used?", "How much yarn (excluding wool) was used?"),
    ],
)
def test_only_brackets_that_leave_nothing_out_are_set_aside(put: str, plain: str) -> None:
    assert without_brackets(put) == plain
