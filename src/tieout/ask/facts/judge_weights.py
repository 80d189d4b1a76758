"""The weights of the judge of sentences, fitted by ``benchmarks/fit_judge.py``."""

from __future__ import annotations

INTERCEPT = -7.3462
WEIGHTS: dict[str, float] = {
    "near": 2.1798,
    "words": 0.9299,
    "least_word": 0.0768,
    "least_of_head": 0.6700,
    "beside_span": 2.6903,
    "head_beside_span": 0.1491,
    "words_ahead": 2.6957,
    "near_ahead": 0.4091,
    "words_behind": -5.6034,
    "near_behind": -3.2276,
    "span": 3.3853,
    "goes_on": -0.7133,
    "short": -1.1794,
    "question_words": 2.3277,
    "kind_person": -1.1903,
    "kind_any": 1.4917,
    "kind_figure": -0.6235,
    "kind_date": 0.0503,
    "kind_name": 0.9392,
    "kind_time": -0.0708,
    "kind_place": -0.2522,
    "kind_reason": -0.3643,
    "kind_yes_no": 2.0894,
}
"""Of one sentence; names as in ``judge.features_of``."""

SURE_INTERCEPT, SURE_LIKELY, SURE_AHEAD = -0.5039, 0.7659, 0.6225
"""Of the best sentence: of its log odds, and of how far in them the next lies behind."""
