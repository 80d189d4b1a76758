"""The weights of the judge of sentences, fitted by ``benchmarks/fit_judge.py``."""

from __future__ import annotations

INTERCEPT = -7.3020
WEIGHTS: dict[str, float] = {
    "near": 2.2039,
    "words": 1.3280,
    "least_word": 0.2205,
    "least_of_head": 0.0402,
    "beside_span": 2.5152,
    "head_beside_span": 0.3878,
    "words_ahead": 2.7698,
    "near_ahead": 0.3704,
    "words_behind": -5.5173,
    "near_behind": -3.2836,
    "span": 3.3845,
    "goes_on": -0.7040,
    "short": -1.2127,
    "question_words": 2.2504,
    "kind_person": -1.1768,
    "kind_any": 1.4546,
    "kind_figure": -0.6212,
    "kind_date": 0.0729,
    "kind_name": 0.9550,
    "kind_time": -0.0347,
    "kind_place": -0.2312,
    "kind_reason": -0.3847,
    "kind_yes_no": 2.1343,
}
"""Of one sentence; names as in ``judge.features_of``."""

SURE_INTERCEPT, SURE_LIKELY, SURE_AHEAD = -0.4886, 0.7617, 0.6161
"""Of the best sentence: of its log odds, and of how far in them the next lies behind."""
