"""When a figure is not there: the company's own words on why, if it has any; silence stays silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tieout.ask.draft import Draft
from tieout.ask.figures.denied import one_way_only
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.series import Series
from tieout.ask.passages.rows import made_of_rows, on_index
from tieout.ask.passages.sentences import Sentence, split
from tieout.ask.view import View
from tieout.ask.wording.words import Term, terms
from tieout.model import AnswerStatus, Disclosure, DisclosureStatus, Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

DENIAL = lazy(
    r"\bno (?:\w+ ){0,2}?(?:information|data|figures?|values?|disclosures?|statements?)(?: of [a-z ]{3,40}?)? (?:can|could|is|are|was|were|will)\b|\b(?:can(?:not|'t| not| no longer)|could (?:not|no longer)|couldn't) (?:currently |yet |presently )?be (?:\w+ly )?(?:provided|reported|disclosed|measured|calculated|collected|quantified|recorded|stated|given|analy[sz]ed|evaluated|surveyed|compiled|published|shown|presented)\b|"
    r"\b(?:is|are|was|were|has|have|been|be) (?:currently |so far |presently |yet )?(?:not|neither) (?:currently |yet |separately |presently |being |been )?"
    r"(?:available|applicable|relevant|material|collected|recorded|measured|reported|disclosed|calculated|surveyed|compiled|determined|published|tracked|involved|included|shown|presented|listed|comparable|assessed|estimated|quantified|captured|evaluated|analy[sz]ed)|"
    r"\b(?:does|do|did) not (?:currently |yet |directly )?(?:produce|generate|emit|have|involve|use|consume|operate|collect|record|measure|disclose|report|apply|publish|own)\b|"
    r"\b(?:is|are|was|were|been) (?:therefore )?omitted\b|\bnot (?:applicable|relevant|material)\b|\bcurrently not (?:collected|available|recorded|measured)|\bthere (?:is|are|was|were) no\b|\bfirst-time recording\b|\bn/a\b"
)
_ROW_BEFORE = lazy(r"(?:not (?:applicable|relevant|material|disclosed|reported)|n/a)\b")
"""At the beginning of a sentence, the end of the index row before it."""
_OF_SUBJECT = lazy(r"^(?:can|could|is |are |was |were |has |have |been |be )")
"""A denial that is the predicate of all that goes before it: "the time from order to payment could not be analysed"."""
_SAYS_NONE = lazy(r"n\.?\s?/?\s?a\.?|k\. ?a\.?|not (?:applicable|available|reported|disclosed)")
"""What a cell prints in words where there is no figure; a dash says nothing of why."""
_EARLIER = lazy(
    r"\b(?:previous|prior|earlier|preceding|past) (?:reporting |financial )?years?\b|\bfor the first time\b|\bfirst-time\b|\bcomparative\b"
)
_NARROWED = lazy(r" (?:any )?[\w]+-(?:eligible|aligned|related|based|specific|relevant|compliant|certified) ")
"""What is denied is one sort of the thing only: who has no taxonomy-eligible revenue has revenue."""
_SAID = 0.6
_SEVERAL, _MOSTLY, _TIED = 3, 0.55, 0.05
_OTHER_CLAUSE = lazy(
    r"[,;:] (?:but|and|while|whereas|although|though|because|since|as|so)\b|\b(?:because|whereas|although)\b"
)
_REACH = 14
"""Words to either side of a denial within which what it denies is named."""


def stated_reason(
    draft: Draft, best: Candidate, content: Sequence[Term], view: View, periods: Sequence[str]
) -> Draft | None:
    """The abstention turned into the company's own statement of absence, where one stands in the report.

    Args:
        draft: the ``not_found`` draft.
        best: what the question was linked to.
        content: the question's terms; the statement must speak of what they name.
        view: where to look.
        periods: the periods that are missing while others are there; empty where the whole metric is missing.
    """
    return (
        _footnote(draft, best, view, periods)
        or _from_index(draft, best, content, view, periods)
        or _from_text(draft, best, content, view, periods)
        or _printed(draft, best, view, periods)
        or _one_way(draft, best, view)
    )


def _one_way(draft: Draft, best: Candidate, view: View) -> Draft | None:
    """The company's word that it reckons in another way only."""
    said = one_way_only(best, view) if best.series is None else None
    return _stated(draft, said, said.quote, view, best) if said is not None else None


def _footnote(draft: Draft, best: Candidate, view: View, periods: Sequence[str]) -> Draft | None:
    """A footnote at the missing cell or its row that gives the reason."""
    if best.series is None:
        return None
    for o in best.series.observations:
        if periods and (o.value is not None or o.period not in periods):
            continue
        for note in o.notes:
            if DENIAL.search(fold(note.quote)):
                return _stated(draft, note, note.quote, view, best)
    return None


def printed_absent(best: Candidate, ranked: Sequence[Candidate], periods: Sequence[str]) -> bool:
    """Whether a row all of whose words the question says prints "n/a" for the one period asked for, and no row as near a figure."""
    series = best.series
    if series is None or len(periods) != 1 or best.said < 1.0 or not series.dimensions:
        return False
    asked = [t.text for t in terms(series.indicator) if t.text in best.unexplained]
    cell = series.cell(periods[0])
    if asked or cell is None or cell.value is not None or not _SAYS_NONE.fullmatch(fold(cell.raw_value).strip()):
        return False
    alike = (c.series for c in ranked if c.series is not None and c.score > best.score - _TIED)
    return all(s.at(periods[0]) is None for s in alike if s.metric == series.metric and s.unit == series.unit)


def _printed(draft: Draft, best: Candidate, view: View, periods: Sequence[str]) -> Draft | None:
    """The cell's own "n/a", where nothing else says why there is no figure."""
    if best.series is None:
        return None
    cells = [o for p in periods if (o := best.series.cell(p)) is not None and o.value is None]
    said = next((o for o in cells if _SAYS_NONE.fullmatch(fold(o.raw_value).strip())), None)
    return _stated(draft, said.passage, f"“{collapse(said.raw_value)}” for {said.period}", view, best) if said else None


def _from_index(
    draft: Draft, best: Candidate, content: Sequence[Term], view: View, periods: Sequence[str]
) -> Draft | None:
    """The index row of a clause that asks for this metric, left out or qualified with a reason."""
    if best.metric is None or (periods and (best.series is None or best.series.valued)):
        return None
    clauses = set(best.metric.clauses)
    for d in view.disclosures:
        if f"{d.framework}:{d.code}" not in clauses or not d.explanation or d.passage is None:
            continue
        told = collapse(d.explanation)
        left_out = d.status is DisclosureStatus.STATED_ABSENT and _speaks(d, view, content)
        qualified = DENIAL.search(fold(told)) is not None and _covers(terms(told), content, view) >= _SAID
        if left_out or qualified:
            return _stated(draft, _find(d.passage, told, view), told, view, best)
    return None


def _speaks(disclosure: Disclosure, view: View, content: Sequence[Term]) -> bool:
    """Whether the clause is about what the question names, by its title and label."""
    label = next(
        (c.label for c in view.catalogue.clauses if (c.framework, c.code) == (disclosure.framework, disclosure.code)),
        "",
    )
    return _covers(terms(f"{disclosure.title} {label} {disclosure.explanation}"), content, view) >= _SAID


def _from_text(
    draft: Draft, best: Candidate, content: Sequence[Term], view: View, periods: Sequence[str]
) -> Draft | None:
    """A sentence that says that there is no such figure."""
    key = _key_terms(best, content)
    # "For previous years" speaks of years that the row has a cell for, not of every year before the report.
    printed = best.series is not None and any(best.series.cell(p) is not None for p in periods)
    for sentence in _sentences(best, view):
        folded = fold(sentence.text)
        if not DENIAL.search(folded) or len(folded.split()) > 60 or _in_rows(sentence, view):
            continue
        if periods and not any(p in folded for p in periods) and not (printed and _EARLIER.search(folded)):
            continue
        beside = best.series is not None and any(p in folded for p in periods) and _on_page(sentence, best.series)
        if beside and any(k.matches(t) for k in key for t in terms(folded)):
            return _stated(draft, sentence.passage, sentence.text, view, best)
        if key and (_denied(folded, key) or _of_all_this(folded, content, view)):
            return _stated(draft, sentence.passage, sentence.text, view, best)
    return None


def _in_rows(sentence: Sentence, view: View) -> bool:
    return made_of_rows(sentence, view) or on_index(sentence.passage, view)


def _on_page(sentence: Sentence, series: Series) -> bool:
    """Whether a sentence stands on the page of a row, as the notes below its table do."""
    place, row = sentence.passage, series.observations[0].passage
    return (place.report, place.page) == (row.report, row.page)


def _denied(folded: str, key: Sequence[Term]) -> bool:
    """Whether one denial of a sentence stands within a few words of all that it must deny."""
    for denial in DENIAL.finditer(folded):
        before = " ".join(folded[: denial.start()].split()[-_REACH:])
        after = " ".join(folded[denial.end() :].split()[:_REACH])
        near = terms(f"{before} {denial.group()} {after}")
        if _NARROWED.match(f" {after}") is not None:
            continue
        if all(any(k.matches(t) for t in near) for k in key):
            return True
    return False


def _of_all_this(folded: str, content: Sequence[Term], view: View) -> bool:
    """Whether the whole subject of a denial, however long, says most of what is asked, in several words."""
    for denial in DENIAL.finditer(folded):
        subject = terms(folded[: denial.start()])
        if _OF_SUBJECT.match(denial.group()) is None or _OTHER_CLAUSE.search(folded[: denial.start()]) is not None:
            continue
        said = {q.text for q in content if view.linker.tells(q) and any(q.matches(t) for t in subject)}
        if len(said) >= _SEVERAL and _covers(subject, content, view) >= _MOSTLY:
            return True
    return False


def _key_terms(best: Candidate, content: Sequence[Term]) -> list[Term]:
    """The question's terms that the thing's names have too: what a statement of absence must speak of."""
    names = best.metric.label if best.metric is not None else ""
    own = terms(f"{names} {best.name} {best.series.indicator if best.series else ''}")
    key = [q for q in content if any(q.matches(t) for t in own)]
    return [q for q in key if not q.concepts <= {"total", "number", "share", "rate", "emission", "ghg", "consumption"}]


def _sentences(best: Candidate, view: View) -> Iterable[Sentence]:
    """Sentences of the passages nearest to the thing, and of the page its row stands on."""
    label = best.series.indicator if best.series is not None else (best.metric.label if best.metric else best.name)
    for found in view.ports.retrieval.search(f"{label} not applicable, not available, not reported", 10, view.reports):
        yield from split(found.passage, found.text)
    if best.series is not None:
        place = best.series.observations[0].passage
        text = view.page_text(place.report, place.page)
        yield from split(Passage(place.report, place.page, 0, len(text), text), text)


def _covers(own: Sequence[Term], content: Sequence[Term], view: View) -> float:
    weight = view.linker.weight
    total = sum(weight(q) for q in content) or 1.0
    return sum(weight(q) for q in content if any(q.matches(t) for t in own)) / total


def _find(passage: Passage, told: str, view: View) -> Passage:
    """The reason's own place in or near the row, else the row."""
    text = view.page_text(passage.report, passage.page)
    words = re.findall(r"\w+|[^\w\s]", told)[:60]
    match = re.compile(r"[-\s]*".join(re.escape(w) for w in words)).search(text) if words else None
    return Passage(passage.report, passage.page, match.start(), match.end(), match.group()) if match else passage


def _stated(draft: Draft, passage: Passage, told: str, view: View, best: Candidate) -> Draft:
    told = collapse(told)
    names = view.ports.names
    starts = [names.metric(best.metric.id)] if best.metric is not None else []
    return replace(
        draft,
        status=AnswerStatus.STATED_ABSENT,
        text=f"Not reported; the company says: {told}",
        short="not reported",
        passages=(passage,),
        starts=tuple([*starts, *(names.organization(o) for o in view.organizations)]),
    )
