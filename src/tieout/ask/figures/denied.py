"""What the company says it does not have, or reports in one way only: words that a figure asked for cannot be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tieout.ask.draft import Draft
from tieout.ask.figures.linking import Candidate
from tieout.ask.passages.sentences import Sentence, split
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.words import Term, concepts, terms
from tieout.model import AnswerStatus, Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

_HAS_NONE = lazy(
    r"\b(?:does|do|did) not (?:currently |yet |itself |themselves )?(?:have|own|operate|run|maintain|hold|employ|use|lease|possess|produce|generate|emit|cause|discharge)(?: any)?\s|"
    r"\b(?:has|have|had|owns?|operates?|runs?|uses?) no\s|\bthere (?:is|are|was|were) no\s"
)
_RESTRICTED = lazy(r"\W*(?:with|who|whom|whose|that|which|where|for|under|involving|related|subject|exposed|at)\b")
_ONE_WAY = lazy(r"\b(?:exclusively|solely|only)\b")
_EMITTED = lazy(r"^what (?:is|are|was|were)\b.{0,80}\bemissions\b")
_ALTERNATIVES = (frozenset({"location_based", "market_based"}),)
"""Ways of reckoning of which a report may use one only."""
_OBJECT, _SENTENCES, _REACH, _SAID = 6, 12, 12, 0.70


def not_had(reading: Reading, content: Sequence[Term], view: View) -> Draft | None:
    """The abstention in the company's words: it does not have that of which a quantity is asked.

    The sentence must deny the thing measured, the most telling behind what is measured of it, right behind its "does not have", and say nearly all
    that the question says, so that a thing that is missing elsewhere, or of another sort, abstains from nothing.
    """
    telling = [q for q in content if view.linker.tells(q)]
    if (
        reading.yes_no
        or not telling
        or not (
            reading.measure is not Measure.ANY
            or reading.has("how (?:much|many|high|large)")
            or _EMITTED.search(reading.folded)
        )
    ):
        return None
    # What is measured is named first, that of which it is measured behind it.
    of_what = max(telling[1:] or telling, key=lambda q: view.linker.weight(q))
    total = sum(view.linker.weight(q) for q in content)
    for sentence in _near(" ".join(q.text for q in content), view):
        folded = fold(sentence.text)
        if any(y not in folded and y != view.period for y in reading.years):
            continue
        said = terms(folded)
        share = sum(view.linker.weight(q) for q in content if any(q.matches(t) for t in said)) / total
        if share < _SAID:
            continue
        for denial in _HAS_NONE.finditer(folded):
            denied = " ".join(folded[denial.end() :].split(",")[0].split()[:_OBJECT])
            named = next((t for t in terms(denied) if of_what.matches(t)), None)
            # "No workers with health risks" says nothing of all workers.
            if named is not None and _RESTRICTED.match(denied[named.end :]) is None:
                return _in_own_words(sentence, view)
    return None


def one_way_only(absent: Candidate, view: View) -> Passage | None:
    """The sentence in which a company says that it reckons exclusively in another way than the one asked for, or None."""
    label = absent.metric.label if absent.metric is not None else absent.name
    for pair in _ALTERNATIVES:
        asked = pair & concepts(label)
        other = pair - asked
        if len(asked) != 1:
            continue
        words = " ".join(c.replace("_", " ") for c in other)
        for sentence in _near(f"exclusively {words} emissions approach", view):
            folded = fold(sentence.text)
            near = (folded[m.end() :].split()[:_REACH] for m in _ONE_WAY.finditer(folded))
            said = concepts(folded)
            if (
                said.isdisjoint(asked)
                and said & {"emission", "ghg"}
                and any(concepts(" ".join(n)) & other for n in near)
            ):
                return sentence.passage
    return None


def _near(words: str, view: View) -> Iterator[Sentence]:
    """The sentences of the passages nearest to some words."""
    for found in view.ports.retrieval.search(words, _SENTENCES, view.reports):
        yield from split(found.passage, found.text)


def _in_own_words(sentence: Sentence, view: View) -> Draft:
    told = collapse(sentence.text)
    return Draft(
        status=AnswerStatus.STATED_ABSENT, intent=Intent.LOOKUP, text=f"Not reported; the company says: {told}", short="not reported",
        passages=(sentence.passage,), starts=tuple(view.ports.names.organization(o) for o in view.organizations),
    )  # fmt: skip
