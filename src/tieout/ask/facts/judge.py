"""How likely a sentence is to answer a question: a judge beside the rules, learnt and small enough to read.

Rules know words; what they do not know they take for unsaid. The judge looks at nearness instead: of the question to the
sentence as wholes, of each of its words to any word of the sentence (``tieout.vectors.alignment``) and to those beside
the span that would answer, and at how far the next best sentence lies behind. A logistic regression weighs these; its
weights stand in ``judge_weights`` and were fitted by ``benchmarks/fit_judge.py``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tieout.ask.facts.judge_weights import INTERCEPT, SURE_AHEAD, SURE_INTERCEPT, SURE_LIKELY, WEIGHTS
from tieout.ask.facts.sentence_ranking import Scored
from tieout.ask.passages.span_choices import Choice
from tieout.ask.passages.spans import FIGURES
from tieout.ask.passages.wanted import Wanted
from tieout.ask.ports import Alignment
from tieout.ask.view import View
from tieout.ask.wording.lexicon import LIGHT, STOPWORDS
from tieout.patterns import lazy

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)?")
_HEAD = lazy(
    r"\b(?:how many|which|what (?:is|was|are|were)(?: the| its| their| an?)?|"
    r"what (?:share|part|portion|percentage|proportion|number) of(?: the| its| their)?|what|whose|how much) "
    r"(?P<head>(?:[\w'’-]+ ){0,4}?[\w'’-]+?)(?= (?:is|are|was|were|do|does|did|has|have|had|can|will|shall|must|may|should|would|"
    r"could|to|in|of|by|at|on|for|from|with|went|had|got|took|gave|made|[a-z]+ed|[a-z]+s)\b|\?|$)",
    re.IGNORECASE,
)
"""The noun phrase asked for."""
_ASKED_FOR = lazy(
    r"\b(?:how many|how much|which|what|whose) (?P<asked>(?:[\w'’-]+ ){0,8}?[\w'’-]+)"
    r"(?= (?:is|are|was|were|do|does|did|has|have|had|can|will|shall|must|may|should|would|could)\b)",
    re.IGNORECASE,
)
"""The whole of it, with what it is on or of."""
_MEASURES = frozenset(
    "share shares percentage percent proportion portion fraction part number total amount sum euro euros eur rmb yuan dollar dollars usd hkd pound pounds tonne "
    "tonnes ton tons kg mwh kwh hours".split()
)
"""Words for the kind of figure, which its span must answer to anyhow; the year is looked after likewise."""
_WHOEVER = frozenset(
    "unit units body bodies department departments team teams person people party parties authority authorities officer "
    "agency agencies institution organisation organization office".split()
)
"""Words for whoever did something: a sentence names them, and need not say what they are."""
_WHICH_BODY = lazy(rf"(?:which|what)(?: [\w-]+){{0,2}}? (?P<who>{'|'.join(sorted(_WHOEVER))})\b", re.IGNORECASE)
_LITTLE = 0.35
"""The weight of a word that says little by itself."""
_NEAR, _CLOSE = (10, 10), (4, 5)
"""Tokens before and behind the span that count as near to it, and as close."""
_LONG, _SHORT = 8, 8
_LEAST, _UNSEEN, _FAR_AHEAD = 1e-6, -6.0, 3.0
HEARD, LEAST_HEARD = 0.52, 0.33
"""How near a sentence must come to the question's words together, and to each of what is asked for."""
_FAVOUR = 0.08
"""What the span that the rules would take has ahead of others."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with the span that would answer, the one the rules would take, and how likely it answers, 0..1.

    Both spans are None where the kind asks for none; ``heard`` is how near the sentence comes to the question's words,
    ``least`` and ``head`` how near to the farthest of them, and to the farthest of those that name what is asked for.
    """

    scored: Scored
    span: Choice | None
    ruled: str | None
    likely: float
    heard: float
    least: float
    head: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with the spans that could answer, and the one that the rules would take."""

    scored: Scored
    choices: Sequence[Choice]
    ruled: str | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the judge sees of one sentence before it compares it with the others."""

    span: Choice | None
    near: float
    words: float
    least: float
    head_least: float
    beside: float
    head: float


def judged(question: str, kind: Wanted, candidates: Sequence[Candidate], view: View) -> list[Judged]:
    """Each sentence with how likely it answers, in the order given.

    Args:
        question: the question without the company's name.
        kind: what is asked for.
        candidates: the sentences.
        view: the reports in reach.
    """
    weighed = features_of(question, kind, candidates, view)
    return [
        Judged(c.scored, span, c.ruled, likelihood(f), f["words"], f["least_word"], f["least_of_head"])
        for c, (span, f) in zip(candidates, weighed, strict=True)
    ]


def surest(weighed: Sequence[Judged], sure: float, *, spanless: bool, heard: float = HEARD) -> Judged | None:
    """The likeliest sentence, where it is sure enough that it answers: the further the next lies behind, the surer.

    One that comes near to few of the question's words answers nothing, however far it lies ahead.

    Args:
        weighed: all sentences.
        sure: how sure it must be, 0..1.
        spanless: whether one without a span may answer.
        heard: how near it must come to the question's words together, -1..1.
    """
    able = [j for j in weighed if (spanless or j.span is not None) and j.heard >= heard and j.head >= LEAST_HEARD]
    if not able:
        return None
    best = max(able, key=lambda j: j.likely)
    own = _logit(best.likely)
    ahead = margin(own, [_logit(j.likely) for j in weighed if j is not best])
    return best if _logistic(SURE_INTERCEPT + SURE_LIKELY * own + SURE_AHEAD * ahead) >= sure else None


def margin(best: float, others: Sequence[float]) -> float:
    """How far the best log odds lie ahead of the next, up to a point from which more means nothing."""
    return min(best - max(others, default=_UNSEEN), _FAR_AHEAD)


def _logistic(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x))


def _logit(p: float) -> float:
    bounded = min(max(p, _LEAST), 1.0 - _LEAST)
    return math.log(bounded / (1.0 - bounded))


def likelihood(features: Mapping[str, float]) -> float:
    """The logistic function of the weighted features."""
    return _logistic(INTERCEPT + sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items()))


def features_of(
    question: str, kind: Wanted, candidates: Sequence[Candidate], view: View
) -> list[tuple[Choice | None, dict[str, float]]]:
    """Of each sentence the best span and what the judge weighs; arguments as of ``judged``."""
    told = view.ports.retrieval.alignments(question, [c.scored.in_context for c in candidates])
    words = _words(question)
    seen = [_see(near, a, words, question, c) for (near, a), c in zip(told, candidates, strict=True)]
    most = max((s.words for s in seen), default=0.0)
    nearest = max((s.near for s in seen), default=0.0)
    found = []
    for own, scored in zip(seen, (c.scored for c in candidates), strict=True):
        page = scored.sentence.passage.page
        others = [o for o, c in zip(seen, candidates, strict=True) if c.scored.sentence.passage.page != page]
        found.append(
            (
                own.span,
                {
                    "near": own.near,
                    "words": own.words,
                    "least_word": own.least,
                    "least_of_head": own.head_least,
                    "beside_span": own.beside,
                    "head_beside_span": own.head,
                    "words_ahead": own.words - max((o.words for o in others), default=0.0),
                    "near_ahead": own.near - max((o.near for o in others), default=0.0),
                    "words_behind": most - own.words,
                    "near_behind": nearest - own.near,
                    "span": float(own.span is not None),
                    "goes_on": float(scored.before is not None),
                    "short": float(len(scored.in_context.split()) < _SHORT),
                    "question_words": sum(weight == 1.0 for _, weight in words) / _LONG,
                    f"kind_{_kind(kind)}": 1.0,
                },
            )
        )
    return found


def _kind(kind: Wanted) -> str:
    if kind in FIGURES:
        return "figure"
    if kind in {Wanted.FREQUENCY, Wanted.DURATION}:
        return "time"
    return kind.name.lower()


def _words(question: str) -> list[tuple[tuple[int, int], float]]:
    """The spans of the words that mean something, each with its weight."""
    who = _WHICH_BODY.match(question)
    asked = {who["who"].lower()} if who is not None else set()
    found = []
    for m in _WORD.finditer(question):
        word = m.group().lower()
        if word not in STOPWORDS and word not in _MEASURES and not word.isdigit():
            found.append((m.span(), _LITTLE if word in LIGHT or word in asked else 1.0))
    return found


def _see(
    near: float,
    alignment: Alignment,
    words: Sequence[tuple[tuple[int, int], float]],
    question: str,
    candidate: Candidate,
) -> _Seen:
    if not words:
        return _Seen(None, near, 0.0, 0.0, 0.0, 0.0, 0.0)
    everywhere = [alignment.nearness(place) for place, _ in words]
    mean = _mean(everywhere, words)
    least = min([x for x, (_, weight) in zip(everywhere, words, strict=True) if weight == 1.0] or everywhere)
    head = _HEAD.search(question)
    spans = [m.span(name) for m, name in ((head, "head"), (_ASKED_FOR.search(question), "asked")) if m is not None]
    named = [
        x
        for x, (place, weight) in zip(everywhere, words, strict=True)
        if weight == 1.0 and any(start <= place[0] < end for start, end in spans)
    ]
    head_least = min(named, default=mean)
    lead = len(candidate.scored.in_context) - len(candidate.scored.sentence.text)

    def beside(choice: Choice) -> tuple[float, float]:
        """How near the question's words, and those that name what is asked for, come to what stands beside a span."""
        at = (lead + choice.start, lead + choice.end)
        near_by = _mean([alignment.nearness(place, at, _NEAR) for place, _ in words], words)
        inside = [
            alignment.nearness(place, at, _CLOSE)
            for place, _ in words
            if head is not None and head.start("head") <= place[0] < head.end("head")
        ]
        return near_by, sum(inside) / len(inside) if inside else near_by

    tried = [(choice, *beside(choice)) for choice in candidate.choices]
    if not tried:
        return _Seen(None, near, mean, least, head_least, mean, mean)
    span, around, noun = max(tried, key=lambda t: t[1] + t[2] + _FAVOUR * (t[0].told == candidate.ruled))
    return _Seen(span, near, mean, least, head_least, around, noun)


def _mean(values: Sequence[float], words: Sequence[tuple[tuple[int, int], float]]) -> float:
    return sum(weight * x for x, (_, weight) in zip(values, words, strict=True)) / sum(w for _, w in words)
