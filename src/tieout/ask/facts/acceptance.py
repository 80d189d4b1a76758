"""Which sentence of the running text may answer: near, of the kind asked for, with nothing that speaks against it.

Rules ask that it says the question's words (``enough``); where the judge is sure, only what speaks against it counts
(``trusted``). Both end in what any sentence must be (``fits``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.facts.asked_part import may_be_firm, only_repeats, says_role, says_the_most_telling, says_what_is_asked
from tieout.ask.facts.causes import asks_why_it_moved, tells_of_it
from tieout.ask.facts.demands import allows, meets, names_it, of_that_rank
from tieout.ask.facts.figure_places import is_change, is_of_it, only_goals, speaks_of_part, tells_course
from tieout.ask.facts.judge import LEAST_HEARD, Candidate, Judged
from tieout.ask.facts.outcomes import asks_outcome, tells_outcome
from tieout.ask.facts.persons import asks_for_person, is_office
from tieout.ask.facts.polarity import affirms
from tieout.ask.facts.rule_titles import asks_own_rule, gives_title
from tieout.ask.facts.sentence_ranking import BY_RULE, UNDER_RULE, Scored
from tieout.ask.passages.named_spans import undone_by_anybody
from tieout.ask.passages.sentences import is_prose
from tieout.ask.passages.span_choices import choices
from tieout.ask.passages.spans import ANYBODY, FIGURES, PEOPLE, find_span
from tieout.ask.passages.wanted import Wanted
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.goals import asks_distance, asks_for_goal, speaks_of_goal, wants_change
from tieout.ask.wording.intents import DISCLOSES, figure_intent
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy
from tieout.text import fold, words

FLOOR = 0.59
"""The least score at which a sentence may answer."""
SAID, SAID_YES, SAID_STRICT, SAID_ALONE, SAID_KEY = 0.62, 0.65, 0.80, 0.55, 0.42
"""The least share of the question's content that the sentence and its surroundings must say."""
SAID_ITSELF = 0.65
"""The least share that a sentence which gives a figure must say without its surroundings."""

_REPORTS = lazy(
    r"\b(?:report|disclos|publish|record|measur|calculat|collect|survey|captur|quantif|available)", re.IGNORECASE
)
_LEAST_ASKED = 2
_IN_PROSE = frozenset({*FIGURES, Wanted.ANY, Wanted.YES_NO})
_OF_COURSE = _IN_PROSE
"""Kinds that a heading, or the words along a chart, do not answer."""
OWN_FIGURES = frozenset({*FIGURES, Wanted.DATE, Wanted.DURATION, Wanted.FREQUENCY, Wanted.YES_NO})
"""Kinds whose answer is a figure, a time or a verdict, which a sentence gives or does not."""
_FIRM = lazy(r"\b(?:ag|se|gmbh|plc|ltd|limited|inc|corp|corporation|llc|llp|nv|asa|ab|oyj|reit|kg|s\.?a)\.?$")
_BODY_ASKED = lazy(
    r"(?:which|what) (?:[\w-]+ ){0,2}(?:department|unit|function|team|division|office|committee|board)s?\b"
)
_BODY = lazy(
    r"\b(?:department|unit|function|team|division|office|officer|committee|board|council|panel|body|group|management|manager|director|head|cent(?:er|re)|bureau|secretariat|audit|counsel|chief)s?\b",
    re.IGNORECASE,
)
_DENIES = lazy(r"\b(?:no|not|nor|never)\b|n['’]t\b", re.IGNORECASE)
_BY_WHICH = lazy(r"(?:from|by|under|in|with|to|through|via|on|at|for) (?:which|what)\b")
"""A means, a source or a partner is asked for: all the rest restricts it."""
_FIGURE = lazy(r"(?<![\w.])\d[\d.,]*")
_MOST_FIGURES = 9
"""Figures beyond which a sentence is made of rows."""
_OWN_KIND = lazy(
    r"\b(?:which|what|name the) (?:[\w-]+ ){0,3}?(?P<noun>codes?|manuals?|charters?|handbooks?|committees?|councils?|laws?|acts?|ordinances?|standards?|norms?)\b"
)
"""A kind of document or body that is not called by another name."""
_IN_SMALL = lazy(r"\b[a-z]{3,}\b")
_HAPPENED = lazy(
    r"\bsince when\b|\bwhen (?:did|was|were|has|have)\b|\bin (?:which|what) (?:year|month) (?:did|was|were)\b"
)
_DONE = lazy(r"(?:has|have|had|did|was|were)\b")
_PLANNED = lazy(
    r"\b(?:will|shall|(?:plan|intend|aim|seek)(?:s|ned|ed)? to|(?:is|are) (?:expected|scheduled|due|planned) to|going to)\b",
    re.IGNORECASE,
)
"""What is to come."""
_NOT_YET = lazy(
    r"\b(?:have|has|had|is|are|was|were) (?:\w+ )?not (?:yet )?(?:been )?(?:reflected|delivered|included|counted|considered|taken into account)\b|\b(?:ordered|on order)\b",
    re.IGNORECASE,
)
_YEARS = lazy(r"\b(?:19|20)\d\d\b")
_MEAN = lazy(r"\b(?:average|mean|median)\b")
_MEAN_SAID = lazy(r"\b(?:averag\w*|mean|median|per|each|every)\b|/")
_WE = lazy(r"\W*(?:\([A-Z]\w+\)\s*)?We (?:have |had )?(?!are\b|were\b|have been\b)\w+(?!.*\b(?:by|with|from|through) )")
"""Whoever writes did it: nobody that the sentence names."""
_SPANS = 3


class Acceptance:
    """Which sentences may answer, over one view."""

    def __init__(self, view: View) -> None:
        self._view = view

    def candidates(self, ranked: Sequence[Scored], reading: Reading, kind: Wanted) -> list[Candidate]:
        """The sentences with the spans that could answer; who is asked for is not the company that the question names."""
        focus = terms(focus_text(reading.folded, ()))
        return [
            Candidate(
                s,
                [
                    c
                    for c in choices(s.sentence.text, kind, reading, focus)
                    if self._may_be(c.told, kind)
                    and not (kind is Wanted.PERSON and self._is_seat(s.sentence.text, c.told))
                ],
                self.span(s.sentence.text, kind, focus, reading.years),
            )
            for s in ranked
        ]

    def titles(self, scored: Scored, reading: Reading) -> bool:
        """Whether a sentence gives a title that neither the question nor the company's name says."""
        own = " ".join(n for o in self._view.organizations for n in short_names(o))
        asked = {c for t in terms(f"{reading.text} {own}") for c in t.concepts}
        return gives_title(scored.sentence.text, asked, own_rule=asks_own_rule(reading))

    def trusted(self, told: Judged, reading: Reading, kind: Wanted) -> bool:
        """Whether a sentence that the judge is sure of may answer without saying the question's words."""
        best, span = told.scored, told.span
        text = best.sentence.text
        if not names_it(best, reading, kind, self._view):
            return False
        if kind is Wanted.YES_NO and (
            _DENIES.search(text) is None or affirms(text, self.content(reading)) is not False
        ):
            return False  # that it is so hangs on words: "certain figures" are not all; that it is not is said outright
        if told.least < LEAST_HEARD and (kind is Wanted.DATE or _BY_WHICH.match(reading.folded) is not None):
            return False  # a guild is chartered on another day than it is founded, from the notice for oil comes no factor for coal
        if kind in FIGURES and speaks_of_part(best, reading, text[span.end :] if span is not None else ""):
            return False
        if kind in FIGURES and len(_FIGURE.findall(text)) > _MOST_FIGURES:
            return False  # rows of a table, run together
        deed = content_terms(focus_text(reading.folded, ()))[:1]
        if kind is Wanted.PERSON and (_WE.match(text) or (deed and undone_by_anybody(text, deed[0]))):
            return False
        noun = _OWN_KIND.search(reading.folded)
        if noun is not None and noun["noun"].rstrip("s") not in fold(text):
            return False
        return self.fits(best, reading, kind, span.told if span is not None else None)

    def enough(self, best: Scored, reading: Reading, kind: Wanted, *, strict: bool, named: bool) -> bool:
        """Whether a sentence may answer: near, telling, of the kind asked for, of the year, with every name said."""
        floor = SAID_STRICT if strict or named else (SAID_YES if kind in {Wanted.YES_NO, Wanted.DATE} else SAID)
        if best.score < FLOOR or best.said < floor or (strict and kind not in OWN_FIGURES):
            return False
        itself = best.said if named and best.before is not None else best.own
        if (strict or named) and itself < SAID_ITSELF:
            return False
        if kind in FIGURES and not is_of_it(best, kind, reading, self._view):
            return False
        if kind is Wanted.PERSON and best.before is None and best.own < (SAID_KEY if best.keyed else SAID_ALONE):
            return False
        span = self.span(best.sentence.text, kind, terms(focus_text(reading.folded, ())), reading.years)
        return meets(best, reading, kind, self._view) and self.fits(best, reading, kind, span)

    @staticmethod
    def is_undone(best: Scored, reading: Reading, kind: Wanted) -> bool:
        """Whether a sentence gives figures of what is not yet so: cars that were ordered are not in the fleet."""
        return (
            kind in FIGURES
            and _NOT_YET.search(best.sentence.text) is not None
            and _NOT_YET.search(reading.text) is None
        )

    def fits(self, best: Scored, reading: Reading, kind: Wanted, span: str | None) -> bool:
        """Whether a sentence is of the kind asked for, and nothing in it speaks against it, however much of it is said."""
        if kind in FIGURES and not _has_unit(best.sentence.text, reading):
            return False
        if kind in FIGURES and not asks_for_goal(reading, self._view.period) and only_goals(best.sentence, self._view):
            return False
        if self.is_undone(best, reading, kind):
            return False
        if kind in FIGURES and span is not None and only_repeats(span, reading):
            return False  # those over 50 years old are not 50 percent
        if kind is Wanted.ANY and not says_what_is_asked(best, reading, self._view):
            return False
        named = says_role(best, reading) and may_be_firm(span, reading, self._view.small_words)
        if kind is Wanted.PERSON and not named:
            return False
        if kind is Wanted.SHARE and span is not None and is_change(best.sentence.text, span, reading):
            return False  # a fall by 6 percent is no share
        if kind in FIGURES and _MEAN.search(reading.folded) and not _MEAN_SAID.search(fold(best.sentence.text)):
            return False  # what it usually takes is not what it took on average
        if kind in FIGURES and asks_distance(reading):
            return False  # a distance is reckoned from the two figures, or not told
        if kind in FIGURES and wants_change(reading) and not speaks_of_goal(best.sentence.text):
            return False  # by how much it fell is not by how much it is to fall
        if kind in _OF_COURSE and not tells_course(
            best.sentence.text, figure_intent(reading), moved=reading.yes_no or reading.has("by how (?:much|many)")
        ):
            return False
        if kind is Wanted.REASON and asks_why_it_moved(reading):
            before = best.before.text if best.before is not None else ""
            if not tells_of_it(f"{before} {best.sentence.text}", reading):
                return False
        if UNDER_RULE.search(reading.folded) is not None and BY_RULE.search(best.sentence.text) is None:
            return False
        if kind in _IN_PROSE and not is_prose(best.sentence.text):
            return False
        if asks_for_person(reading) is not None or not allows(best, reading, kind, self._view):
            return False
        if kind is Wanted.YES_NO:
            if _IN_SMALL.search(best.sentence.text) is None:
                return False  # a heading says nothing
            if _DONE.match(reading.folded) and _PLANNED.search(best.sentence.text):
                return False  # what is to come has not been done
            if asks_outcome(reading) is not None and not tells_outcome(best.sentence.text):
                return False
            if sum(len(t.text.split()) for t in self.asked(reading)) < _LEAST_ASKED:
                return False  # "Is it a good company?" asks for a judgement, which no sentence gives
            if DISCLOSES.search(reading.folded) and not _REPORTS.search(best.sentence.text):
                return False  # what a thing is does not tell whether it is reported
            verdict = affirms(best.sentence.text, self.content(reading))
            if verdict and not says_the_most_telling(best, self.asked(reading), reading, self._view):
                return False
            return verdict is not None
        if kind is Wanted.ANY:
            if ANYBODY.match(reading.folded) is not None and PEOPLE.search(fold(best.sentence.text)) is None:
                return False
            return any(self._view.linker.tells(t) for t in self.asked(reading))
        if kind in FIGURES and _IN_SMALL.search(best.sentence.text) is None:
            return False  # "GRI 404-1" is a heading
        if kind is Wanted.PERSON and _IN_SMALL.search(best.sentence.text) is None and not is_office(best.sentence.text):
            return False  # a heading names a thing, not who did it
        if span is None or not of_that_rank(best.sentence.text, span, reading):
            return False
        if (
            kind is Wanted.DATE
            and _HAPPENED.search(reading.folded)
            and not reading.has("reports?")
            and any(year > (self._view.period or year) for year in _YEARS.findall(span))
        ):
            return False  # what has been so since then did not begin after the period
        if kind is Wanted.PERSON and _BODY_ASKED.match(reading.folded) and _BODY.search(span) is None:
            return False  # "LEED Leadership" is no department
        return kind is not Wanted.PERSON or is_office(span) or not set(words(span)) <= self._view.small_words

    def span(self, text: str, kind: Wanted, focus: Sequence[Term], years: Sequence[str] = ()) -> str | None:
        """The span of a sentence that answers; who is asked for is not the company that the question names."""
        span = find_span(text, kind, focus, years)
        for _ in range(_SPANS):
            if span is None or not (self._is_none(span, kind) or (kind is Wanted.PERSON and self._is_seat(text, span))):
                return span
            text = text.replace(span, " " * len(span))
            span = find_span(text, kind, focus, years)
        return None

    def _is_none(self, span: str, kind: Wanted) -> bool:
        """Whether a span cannot be what is asked for: the company itself, a place that elsewhere is a plain word."""
        if kind is Wanted.PLACE:
            company = self._is_company(re.sub(r"['’]s$", "", span))
            return company or (span[:1].isupper() and set(words(span)) <= self._view.small_words)
        return kind in {Wanted.PERSON, Wanted.NAME} and self._is_company(re.sub(r"['’]s$", "", span))

    def _is_seat(self, text: str, span: str) -> bool:
        """Whether a word stands right behind a company's name, as its seat does: "Mill AG, Harbourton"."""
        before = text[: text.find(span)].rstrip()
        return before.endswith(",") and _FIRM.search(fold(before[:-1])) is not None and " " not in span

    def _is_company(self, span: str) -> bool:
        own = [fold(n) for o in self._view.organizations for n in (o, *short_names(o))]
        told = fold(span).strip(" .,")
        firm = _FIRM.search(told) is not None and any(told.startswith(f"{n} ") for n in own)
        return told in own or firm

    def _may_be(self, span: str, kind: Wanted) -> bool:
        """Whether a span can be what is asked for: a name is not made of plain words only."""
        plain = (
            kind in {Wanted.PERSON, Wanted.NAME} and not is_office(span) and set(words(span)) <= self._view.small_words
        )
        return not plain and not self._is_none(span, kind)

    def content(self, reading: Reading) -> tuple[Term, ...]:
        """The terms of a question without the company's name."""
        return terms(focus_text(reading.folded, [n for o in self._view.organizations for n in short_names(o)]))

    def asked(self, reading: Reading) -> tuple[Term, ...]:
        """What a question asks about, without the company."""
        names = [n for o in self._view.organizations for n in short_names(o)]
        return tuple(t for t in content_terms(focus_text(reading.folded, names)) if t.text not in LIGHT)


def _has_unit(text: str, reading: Reading) -> bool:
    """Whether a sentence gives a figure in the unit that the question names, if it names one."""
    return not reading.unit or reading.measure is Measure.MONEY or reading.unit.split()[-1] in fold(text)
