"""The weights of the judge of sentences, fitted by ``benchmarks/fit_judge.py``."""

from __future__ import annotations

INTERCEPT = -7.3957
WEIGHTS: dict[str, float] = {
    "near": 1.4972,
    "words": 1.6339,
    "least_word": 0.4082,
    "beside_span": 2.6013,
    "head_beside_span": 0.6876,
    "words_ahead": 2.4713,
    "near_ahead": 0.9038,
    "words_behind": -5.9425,
    "near_behind": -2.8130,
    "span": 3.3061,
    "goes_on": -0.7194,
    "short": -2.0289,
    "question_words": 2.1119,
    "kind_figure": -0.6281,
    "kind_person": -1.2479,
    "kind_date": 0.1230,
    "kind_place": -0.2918,
    "kind_time": 0.2063,
    "kind_reason": -0.3106,
    "kind_name": 1.0449,
    "kind_yes_no": 2.1237,
    "kind_any": 1.4198,
}
