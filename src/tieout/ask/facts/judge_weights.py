"""The weights of the judge of sentences, fitted by ``benchmarks/fit_judge.py``."""

from __future__ import annotations

INTERCEPT = -7.2401
WEIGHTS: dict[str, float] = {
    "near": 1.8330,
    "words": 1.0710,
    "least_word": 0.2688,
    "beside_span": 2.3680,
    "head_beside_span": 0.9181,
    "words_ahead": 2.7043,
    "near_ahead": 0.6723,
    "words_behind": -5.3911,
    "near_behind": -3.1400,
    "span": 3.3942,
    "goes_on": -0.6620,
    "short": -2.0656,
    "question_words": 2.2565,
    "kind_person": -1.1973,
    "kind_any": 1.4324,
    "kind_figure": -0.6004,
    "kind_date": 0.1110,
    "kind_name": 0.8639,
    "kind_time": -0.0163,
    "kind_place": -0.3240,
    "kind_reason": -0.3492,
    "kind_yes_no": 2.1199,
}
"""Of one sentence; names as in ``judge.features_of``."""

SURE_INTERCEPT, SURE_LIKELY, SURE_AHEAD = -0.4498, 0.7990, 0.6206
"""Of the best sentence: of its log odds, and of how far in them the next lies behind."""
