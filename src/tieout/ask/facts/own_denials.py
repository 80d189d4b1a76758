"""What the company itself says is not so, or cannot be told, where nothing else answers: its denial is its answer."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.facts.judge import Judged
from tieout.ask.facts.polarity import affirms
from tieout.ask.figures.absence import DENIAL
from tieout.ask.passages.sentences import LONGEST, is_prose
from tieout.ask.passages.spans import FIGURES
from tieout.ask.passages.wanted import Wanted
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term
from tieout.patterns import lazy
from tieout.text import fold

_LIKELY, _HEARD, _LEAD = 0.3, 0.55, 0.1
_LIKELIER, _FAIRLY_HEARD = 0.45, 0.45
"""A likelier sentence need come less near to the question's words."""
_DENIES = lazy(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would)(?: not\b|n['’]t\b)|\bcannot\b|\bneither\b|\bno longer\b|"
    r"\bnot (?:yet |currently |at present )?(?:an?|part|integral)\b"
)
"""A predicate denied, not a word of it: "no later than", "not only"."""
_NOT_ONLY = lazy(r"\bnot (?:only|just|merely|solely)\b|\bnot limited to\b")


def own_denial(
    weighed: Sequence[Judged], content: Sequence[Term], reading: Reading, kind: Wanted, view: View
) -> Judged | None:
    """The sentence that denies what is asked, where it is likely meant and no other is likelier; else None.

    Args:
        weighed: the sentences nearest to the question.
        content: the question's terms without the company.
        reading: the question.
        kind: what is asked for; of a figure the sentence must say that it cannot be told.
        view: the reports in reach.
    """
    if kind is not Wanted.YES_NO and kind not in FIGURES:
        return None
    best = max(weighed, key=lambda j: j.likely, default=None)
    if best is None:
        return None
    for judged in sorted(weighed, key=lambda j: -j.likely):
        text = fold(judged.scored.sentence.text)
        if judged.likely < _LIKELY:
            return None
        heard = judged.heard >= (_FAIRLY_HEARD if judged.likely >= _LIKELIER else _HEARD)
        if not heard or not is_prose(judged.scored.sentence.text) or len(text.split()) > LONGEST:
            continue
        if any(y not in text and y != view.period for y in reading.years) or _NOT_ONLY.search(text) is not None:
            continue
        if kind in FIGURES:
            # What gives a figure is likelier by that alone; here the nearest to the question counts.
            if DENIAL.search(text) is not None and judged.heard >= max(j.heard for j in weighed):
                return judged
            continue
        affirmed = affirms(text, content)
        if affirmed is False or (affirmed is None and _DENIES.search(text) is not None):
            return judged if judged.likely >= best.likely - _LEAD else None
    return None
