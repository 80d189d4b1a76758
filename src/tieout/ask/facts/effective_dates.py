"""From when a rule book applies: "there will also be a Tipping Regulation from 2031".

The day or year stands behind the title in the same clause, led by "from", "as of", "since" or what else begins a time.
"""

from __future__ import annotations

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, without_company
from tieout.ask.facts.nearby import sentences_near
from tieout.ask.facts.quoting import quoted
from tieout.ask.facts.titles import NOUNS, is_called, titles
from tieout.ask.passages.named_spans import MONTH
from tieout.ask.passages.sentences import part
from tieout.ask.passages.stretches import stretch
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import fold

_DATE = rf"(?:(?:\d{{1,2}}\.? )?{MONTH}(?: \d{{1,2}},?)? )?(?:19|20)\d\d"
_ASKED = lazy(
    rf"^(?:from when|since when|as of when|from (?:which|what) (?:year|date|day)|when)\b .{{2,80}}?\b(?P<noun>{NOUNS}) (?:for|on|about|of|regarding|concerning) (?P<subject>[\w’' -]{{3,60}}?)"
    r"(?: (?:in addition to|besides|alongside|on top of|next to) (?P<beside>.+?))?(?: (?:apply|come into force|take effect|be in place|exist|be valid|be in force))?$"
)
_FROM = lazy(
    rf"^[^,;.]{{0,40}}?\b(?P<lead>from|as of|since|starting|beginning|effective|by)\s+(?:in |from )?(?P<date>{_DATE})"
)
_TIME = lazy(r" (?:from|in|by|for) (?:19|20)\d\d$")
"""The year behind a title, which capitals and small words could hold as well."""
_AS_NAMED = lazy(r"^(?:the |its |their |an? |existing )+")


def effective_date(reading: Reading, view: View) -> Draft | None:
    """The time from which the rule book of a subject applies; None where no clause gives title and time together."""
    asked = _ASKED.match(without_company(reading.folded.rstrip("?. "), view))
    if asked is None:
        return None
    subject = content_terms(asked["subject"])
    beside = _AS_NAMED.sub("", asked["beside"] or "")
    told: dict[str, tuple[str, Passage]] = {}
    for sentence, _ in sentences_near(reading.text, view):
        if beside and beside not in fold(sentence.text):
            continue
        for title in titles(sentence.text):
            name = _TIME.sub("", title["title"])
            since = _FROM.match(sentence.text[title.start() + len(name) :])
            if since is None or not is_called(name, asked["noun"]) or not subject or said(subject, name) != subject:
                continue
            end = title.start() + len(name) + since.end("date")
            span = stretch(sentence.text[:end], sentence.passage.quote)
            place = part(sentence, *span) if span is not None else sentence.passage
            told.setdefault(since["date"], (f"{name} {since['lead']} {since['date']}", place))
    if len(told) != 1:
        return None
    (date, (text, place)), *_ = told.items()
    return quoted(view, (place,), intent=Intent.NARRATIVE, text=f"{text} (page {place.page}).", short=date)
