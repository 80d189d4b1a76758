"""What the company itself says is not so, or cannot be told, where nothing else answers: its denial is its answer."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.facts.judge import Judged
from tieout.ask.facts.polarity import affirms
from tieout.ask.facts.unsaid import is_of_another_part, is_of_others
from tieout.ask.figures.absence import DENIAL
from tieout.ask.passages.sentences import LONGEST, is_prose
from tieout.ask.passages.spans import FIGURES
from tieout.ask.passages.wanted import Wanted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.intents import figure_intent
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term
from tieout.patterns import lazy
from tieout.text import fold

_LIKELY, _HEARD, _LEAD = 0.3, 0.55, 0.1
_LIKELY_UNTOLD = 0.2
"""That a figure cannot be told gives none, which alone makes it less likely."""
_LIKELIER, _FAIRLY_HEARD = 0.45, 0.45
"""A likelier sentence need come less near to the question's words."""
_OF_COURSE = frozenset({Intent.CHANGE, Intent.TREND, Intent.CONSISTENCY})
"""What is left out of something has not risen or fallen by that."""
_UNTOLD = lazy(r"(?:no|can|could|is|are|was|were|has|have|had|been|be)\b")
"""That a figure could not be told, not that something else is not owned or done."""
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
    if (kind is not Wanted.YES_NO and kind not in FIGURES) or figure_intent(reading) in _OF_COURSE:
        return None
    best = max(weighed, key=lambda j: j.likely, default=None)
    if best is None:
        return None
    for judged in sorted(weighed, key=lambda j: -j.likely):
        text = fold(judged.scored.sentence.text)
        if judged.likely < (_LIKELY_UNTOLD if kind in FIGURES else _LIKELY):
            return None
        heard = judged.heard >= (_FAIRLY_HEARD if judged.likely >= _LIKELIER else _HEARD)
        if not heard or not is_prose(judged.scored.sentence.text) or len(text.split()) > LONGEST:
            continue
        if any(y not in text and y != view.period for y in reading.years) or _NOT_ONLY.search(text) is not None:
            continue
        if is_of_others(judged.scored) or is_of_another_part(judged.scored):
            continue
        if kind in FIGURES:
            # What gives a figure is likelier by that alone; here the nearest to the question counts.
            untold = any(_UNTOLD.match(m.group()) for m in DENIAL.finditer(text))
            if untold and judged.heard >= max(j.heard for j in weighed):
                return judged
            continue
        if affirms(text, content) is False:
            return judged if judged.likely >= best.likely - _LEAD else None
    return None
