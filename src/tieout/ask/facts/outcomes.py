"""Whether a goal was reached, from the sentence that says so: "… stands at 2, below the target of 35"."""

from __future__ import annotations

import re
from dataclasses import replace

from tieout.ask.draft import Draft
from tieout.ask.facts.quoting import quoted
from tieout.ask.facts.sentence_ranking import Scored, rank_sentences
from tieout.ask.passages.sentences import shortened
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.patterns import lazy
from tieout.text import collapse, fold

_REACHED = r"(?:reach|meet|met|achiev|hit|attain|fulfil|accomplish|surpass|exceed|outperform|deliver)\w*"
_GOAL = r"(?:targets?|goals?|objectives?|ambitions?)"
_ASKED = lazy(rf"^(?:did|has|have|was|were)\b.{{2,200}}\b(?P<verb>{_REACHED})\b.{{0,200}}")
_MISSED = lazy(
    rf"\b(?:miss(?:ed|es|ing)|fell short|falls short|short of|failed to|failing to|not (?:yet |been |fully |quite )*{_REACHED}|"
    rf"(?:did|could|was|were|has|have) not (?:be |been |yet |fully )*{_REACHED}|(?:below|under|behind|short of) (?:the |its |our |this )?(?:\w+ )?{_GOAL})\b"
)
_MET = lazy(
    rf"\b(?:{_REACHED} (?:the |its |our |this |all )?(?:\w+ ){{0,3}}{_GOAL}|{_GOAL}\b(?:[^.;]|\.\d){{0,120}}?\b(?:was|were|has been|have been|is|are) (?:\w+ ){{0,2}}?"
    rf"(?:reached|met|achieved|exceeded|surpassed|attained|fulfilled|accomplished|outperformed)|(?:above|within|beyond) (?:the |its |our )?(?:\w+ )?{_GOAL})\b"
)
_NAMES_GOAL = lazy(rf"\b{_GOAL}\b")
_SAID, _SAID_REFERRING, _LOOKED_AT = 0.55, 0.45, 8


def asks_outcome(reading: Reading) -> re.Match[str] | None:
    """The match of a question whether a goal was reached, or None."""
    return _ASKED.match(reading.folded) if reading.yes_no and _NAMES_GOAL.search(reading.folded) else None


def tells_outcome(text: str) -> bool:
    """Whether a sentence says that a goal was reached, or missed."""
    return _MISSED.search(fold(text)) is not None or _MET.search(fold(text)) is not None


def tells_met(text: str) -> bool:
    """Whether a sentence says that a goal was reached: "… was spent, thus meeting the target"."""
    return _MET.search(fold(text)) is not None and _MISSED.search(fold(text)) is None


def outcome(reading: Reading, view: View) -> Draft | None:
    """Yes or no with the sentence that tells; None where it is not asked whether a goal was reached, or nothing tells."""
    asked = asks_outcome(reading)
    if asked is None:
        return None
    bare = _NAMES_GOAL.sub(" ", f"{reading.folded[: asked.start('verb')]} {reading.folded[asked.end('verb') :]}")
    plain = replace(reading, folded=collapse(bare))
    for best in rank_sentences(view, plain, ())[:_LOOKED_AT]:
        verdict = _verdict(best, reading)
        if verdict:
            before = (best.before.passage,) if best.before is not None else ()
            return quoted(
                view, (best.sentence.passage, *before), intent=Intent.NARRATIVE, short=verdict,
                text=f"{verdict.capitalize()}: {shortened(best.sentence.text, 70)}", unresolved=best.unsaid, confidence=best.score,
            )  # fmt: skip
    return None


def _verdict(best: Scored, reading: Reading) -> str:
    """Return "no" for a goal missed, "yes" for one reached, "" where the sentence says neither, or of another year."""
    text = fold(best.sentence.text)
    years = re.findall(r"\b(?:19|20)\d\d\b", text)
    if best.said < (_SAID if best.before is None else _SAID_REFERRING) or (
        reading.years and years and not set(years) & set(reading.years)
    ):
        return ""
    if _MISSED.search(text) is not None:
        return "no"
    return "yes" if _MET.search(text) is not None else ""
