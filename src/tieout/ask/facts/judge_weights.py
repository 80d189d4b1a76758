"""The weights of the judge of sentences, fitted by ``benchmarks/fit_judge.py``."""

from __future__ import annotations

INTERCEPT = -7.4287
WEIGHTS: dict[str, float] = {
    "near": 2.2063,
    "words": 0.9463,
    "least_word": 0.0950,
    "least_of_head": 0.6642,
    "beside_span": 2.6196,
    "head_beside_span": 0.2042,
    "words_ahead": 2.6980,
    "near_ahead": 0.4300,
    "words_behind": -5.6244,
    "near_behind": -3.1848,
    "span": 3.4587,
    "goes_on": -0.7125,
    "short": -1.1541,
    "question_words": 2.3542,
    "kind_person": -1.2075,
    "kind_any": 1.5406,
    "kind_figure": -0.6413,
    "kind_date": 0.0253,
    "kind_name": 0.9271,
    "kind_time": -0.0797,
    "kind_place": -0.2505,
    "kind_reason": -0.3676,
    "kind_yes_no": 2.1414,
}
"""Of one sentence; names as in ``judge.features_of``."""

SURE_INTERCEPT, SURE_LIKELY, SURE_AHEAD = -0.5146, 0.7614, 0.6275
"""Of the best sentence: of its log odds, and of how far in them the next lies behind."""
