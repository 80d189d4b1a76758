"""The weights of the judge of sentences, fitted by ``benchmarks/fit_judge.py``."""

from __future__ import annotations

INTERCEPT = -7.2383
WEIGHTS: dict[str, float] = {
    "near": 2.2434,
    "words": 1.0487,
    "least_word": 0.1026,
    "least_of_head": 0.5149,
    "beside_span": 2.6381,
    "head_beside_span": 0.1787,
    "words_ahead": 2.7570,
    "near_ahead": 0.3493,
    "words_behind": -5.5961,
    "near_behind": -3.2823,
    "span": 3.3659,
    "goes_on": -0.7171,
    "short": -1.2106,
    "question_words": 2.2145,
    "kind_person": -1.1458,
    "kind_any": 1.4502,
    "kind_figure": -0.6704,
    "kind_date": 0.1299,
    "kind_name": 0.9946,
    "kind_time": 0.0133,
    "kind_place": -0.1880,
    "kind_reason": -0.2798,
    "kind_yes_no": 2.1980,
}
"""Of one sentence; names as in ``judge.features_of``."""

SURE_INTERCEPT, SURE_LIKELY, SURE_AHEAD = -0.5634, 0.7403, 0.6450
"""Of the best sentence: of its log odds, and of how far in them the next lies behind."""
