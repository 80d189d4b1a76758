"""Whether something holds of all there is: "Was all data assured?" is denied by "certain data were assured"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.draft import Draft
from tieout.ask.facts.polarity import NEGATIVE
from tieout.ask.facts.quoting import quoted
from tieout.ask.facts.sentence_ranking import Scored, rank_sentences
from tieout.ask.passages.sentences import is_prose, shortened
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.question import COUNT_WORDS, Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy
from tieout.text import collapse, fold

_ALL = lazy(
    r"^(?:was|were|is|are|did|do|does|has|have)\b(?P<subject>.{0,80}?)\b(?P<all>all(?: of)?|every|each|the entire|the whole|everything|everyone)\b"
)
_PARTLY = lazy(
    r"\b(?:certain|some|selected|partly|partially|in part|part of|parts of|a portion of|a number of|several|most|majority of|not all|except(?:ing)?|excluding|"
    r"limited to|only|other than|apart from)\b"
)
_SO_MANY_OF = lazy(
    rf"\b(?P<some>{'|'.join(COUNT_WORDS)}|one|\d+) of (?:the |its |our |all )?(?P<all>{'|'.join(COUNT_WORDS)}|\d+)\b"
)
_WHOLLY = lazy(
    r"\b(?:all|every|each|entire|whole|entirely|wholly|fully|complete(?:ly)?|throughout|without exception|100\s?(?:%|percent|per cent))\b"
)
_SAID, _LOOKED_AT, _NEAR = 0.62, 8, 60


def universal(reading: Reading, view: View) -> Draft | None:
    """Yes or no where a sentence says of how much it holds; None where the question is no such one, or none does."""
    asked = _ALL.match(reading.folded) if reading.yes_no else None
    if asked is None:
        return None
    at, end = asked.span("all")
    without = re.compile(rf"\b{re.escape(asked['all'])}\b", re.IGNORECASE)
    plain = replace(
        reading,
        folded=collapse(f"{reading.folded[:at]} {reading.folded[end:]}"),
        text=without.sub("", reading.text, count=1),
    )
    subject = content_terms(focus_text(plain.folded, [n for o in view.organizations for n in short_names(o)]))[:1]
    for best in rank_sentences(view, plain, ())[:_LOOKED_AT]:
        verdict = _verdict(best, subject)
        if verdict:
            return quoted(
                view, (best.sentence.passage,), intent=Intent.NARRATIVE, short=verdict,
                text=f"{verdict.capitalize()}: {shortened(best.sentence.text, 70)}", unresolved=best.unsaid, confidence=best.score,
            )  # fmt: skip
    return None


def _verdict(best: Scored, subject: Sequence[Term]) -> str:
    """Return "no" where a sentence restricts what it says, "yes" where it says it of all, else ""."""
    text = fold(best.sentence.text)
    if best.said < _SAID or best.own < _SAID or not is_prose(best.sentence.text):
        return ""
    counted = _SO_MANY_OF.search(text)
    if counted is not None and counted["some"] != counted["all"]:
        return "no"
    if _PARTLY.search(text) is not None or NEGATIVE.search(text) is not None:
        return "no"
    # "Each" speaks of what stands right behind it: "each other" is not all trustees.
    spans = (text[m.end() : m.end() + _NEAR] for m in _WHOLLY.finditer(text))
    return "yes" if any(q.matches(t) for span in spans for q in subject for t in terms(span)[:3]) else ""
