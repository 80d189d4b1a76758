"""Fit the judge of sentences: ``python -m benchmarks.fit_judge --index DIR QUESTIONS.jsonl… [--write]``.

A line of QUESTIONS is {"report", "question", "evidence": [{"page", "start", "end"}], "also": pattern}: a sentence that
meets one of these places, or in which the pattern is found, answers; a question with neither has no answer in its
report. The questions are not part of the project: they are of reports that belong to others. Printed is how the judge
does on each report when it is fitted on all the others; written are the weights of all.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tieout.ask.facts.acceptance import Acceptance
from tieout.ask.facts.judge import features_of, margin
from tieout.ask.facts.sentence_ranking import bare_question, rank_sentences
from tieout.ask.passages.spans import wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.view import View
from tieout.ask.wording.question import Question, read_question
from tieout.config import Settings
from tieout.storage.generations import IndexFolder
from tieout.workflow.answering import SnapshotFacts
from tieout.workflow.snapshot import Snapshot

Array = NDArray[np.float64]
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "tieout" / "ask" / "facts" / "judge_weights.py"
_RIDGE, _RIDGE_SURE, _STEPS = 0.3, 1.0, 50
"""Strength of the prior of both regressions (the inverse of the penalty), and Newton steps at most."""
_CUTS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)


@dataclass(frozen=True, slots=True)
class Case:
    """One question: what the judge sees of each sentence, which of them answer, and which could by their kind."""

    report: str
    question: str
    features: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    able: tuple[bool, ...]
    answerable: bool


def cases_of(view_of: Callable[[str], View], lines: Sequence[dict[str, Any]]) -> list[Case]:
    """The cases of question lines; those of which nothing is retrieved are left out."""
    found = []
    for line in lines:
        view = view_of(line["report"])
        reading = read_question(Question(line["question"]))
        kind = wanted_kind(reading)
        ranked = rank_sentences(view, reading, ())
        if not ranked:
            continue
        candidates = Acceptance(view).candidates(ranked, reading, kind)
        weighed = features_of(bare_question(view, reading), kind, candidates, view)
        also = re.compile(line["also"]) if line.get("also") else None
        right = []
        for scored in ranked:
            place = scored.sentence.passage
            meets = any(
                e["page"] == place.page and e["start"] < place.end and place.start < e["end"]
                for e in line.get("evidence", ())
            )
            right.append(meets or (also is not None and also.search(scored.sentence.text) is not None))
        spanless = kind in {Wanted.ANY, Wanted.YES_NO}
        found.append(
            Case(
                line["report"],
                line["question"],
                tuple(f for _, f in weighed),
                tuple(right),
                tuple(spanless or span is not None for span, _ in weighed),
                bool(line.get("evidence") or also),
            )
        )
    return found


def fit(rows: Array, right: Array, ridge: float) -> tuple[Array, float]:
    """Weights and intercept of a logistic regression with standardised features, by Newton's method.

    Args:
        rows: shape (n, k).
        right: shape (n,), 0 or 1.
        ridge: the inverse of the penalty on squared weights.
    """
    middle, spread = rows.mean(0), rows.std(0)
    spread[spread == 0] = 1.0
    scaled = np.c_[(rows - middle) / spread, np.ones(len(rows))]
    penalty = np.eye(scaled.shape[1]) / ridge
    penalty[-1, -1] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(_STEPS):
        p = 1.0 / (1.0 + np.exp(-scaled @ weights))
        slope = scaled.T @ (p - right) + penalty @ weights
        step = np.linalg.solve(scaled.T @ (scaled * (p * (1 - p))[:, None]) + penalty, slope)
        weights -= step
        if np.abs(step).max() < 1e-10:
            break
    plain = weights[:-1] / spread
    return plain, float(weights[-1] - (middle * plain).sum())


def matrix(cases: Sequence[Case], names: Sequence[str]) -> tuple[Array, Array]:
    """All sentences of these cases as rows, and which of them answer."""
    rows = np.array([[f.get(n, 0.0) for n in names] for c in cases for f in c.features])
    return rows, np.array([float(r) for c in cases for r in c.right])


def decisions(
    cases: Sequence[Case], names: Sequence[str], weights: Array, intercept: float
) -> list[tuple[float, float, Case, bool]]:
    """Of each case the best sentence's log odds, its lead, the case, and whether the sentence answers."""
    found = []
    for case in cases:
        odds = matrix([case], names)[0] @ weights + intercept
        able = [i for i, a in enumerate(case.able) if a]
        if able:
            best = max(able, key=lambda i: odds[i])
            lead = margin(float(odds[best]), [float(x) for i, x in enumerate(odds) if i != best])
            found.append((float(odds[best]), lead, case, case.right[best]))
    return found


def _views(settings: Settings) -> Callable[[str], View]:
    generation = IndexFolder(settings.index).current()
    if generation is None:
        raise SystemExit("the index is empty")
    snapshot = Snapshot(generation, settings)
    cards = {card.id: card for card in SnapshotFacts(snapshot).reports()}
    return lambda report: snapshot.asker.view((cards[report],))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores and, with ``--write``, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", nargs="+", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    lines = [json.loads(x) for path in options.questions for x in path.read_text(encoding="utf-8").splitlines() if x]
    cases = cases_of(_views(Settings(index=options.index)), lines)
    names = list(dict.fromkeys(n for c in cases for f in c.features for n in f))
    unseen: list[tuple[float, float, Case, bool]] = []
    for report in dict.fromkeys(c.report for c in cases):
        weights, intercept = fit(*matrix([c for c in cases if c.report != report], names), _RIDGE)
        unseen += decisions([c for c in cases if c.report == report], names, weights, intercept)
    sure = np.zeros(len(unseen))
    pairs = np.array([[odds, lead] for odds, lead, _, _ in unseen])
    right = np.array([float(r) for _, _, _, r in unseen])
    for report in dict.fromkeys(c.report for _, _, c, _ in unseen):
        held = np.array([c.report == report for _, _, c, _ in unseen])
        weights, intercept = fit(pairs[~held], right[~held], _RIDGE_SURE)
        sure[held] = 1.0 / (1.0 + np.exp(-pairs[held] @ weights - intercept))
    known = np.array([c.answerable for _, _, c, _ in unseen])
    total = sum(c.answerable for c in cases)
    for cut in _CUTS:
        told = sure >= cut
        print(
            f"from {cut:.2f}: right {int((right * told).sum())} of {total},"
            f" wrong {int(((1 - right) * known * told).sum())},"
            f" false {int((~known & told).sum())} of {len(cases) - total}"
        )
    if options.write:
        weights, intercept = fit(*matrix(cases, names), _RIDGE)
        lead, base = fit(pairs, right, _RIDGE_SURE)
        WEIGHTS.write_text(_module(names, weights, intercept, lead, base), encoding="utf-8")
        print(f"wrote {WEIGHTS}")
    return 0


def _module(names: Sequence[str], weights: Array, intercept: float, lead: Array, base: float) -> str:
    rows = "".join(f'    "{n}": {w:.4f},\n' for n, w in zip(names, weights, strict=True))
    return (
        '"""The weights of the judge of sentences, fitted by ``benchmarks/fit_judge.py``."""\n\n'
        f"from __future__ import annotations\n\nINTERCEPT = {intercept:.4f}\nWEIGHTS: dict[str, float] = {{\n{rows}}}\n"
        '"""Of one sentence; names as in ``judge.features_of``."""\n\n'
        f"SURE_INTERCEPT, SURE_LIKELY, SURE_AHEAD = {base:.4f}, {lead[0]:.4f}, {lead[1]:.4f}\n"
        '"""Of the best sentence: of its log odds, and of how far in them the next lies behind."""\n'
    )


if __name__ == "__main__":
    raise SystemExit(main())
