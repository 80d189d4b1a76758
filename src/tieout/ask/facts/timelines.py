"""What a timeline tells: pages where years open lines and what happened in each stands below.

An entry answers what was introduced, adopted or reached in its year, and in which year something happened, where it alone
says all that the question tells.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import without_company
from tieout.ask.facts.quoting import quoted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term, stem, terms
from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

_TITLE = lazy(
    r"^[^\n.]{0,60}\b(?:timeline|milestones|history|our journey|chronology)\b[^\n.]{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)
_YEAR = lazy(r"^[ \t]*((?:19|20)\d\d)[ \t]*(?=\n|[A-Z&•–-])", re.MULTILINE)
_ITEM = lazy(
    r"\s*(?:[•·▪●›]\s*)?(?P<text>[^\n•·▪●›][^•·▪●›]*?)(?=\n\s*[•·▪●›]|\n[^\n]{0,40}:[ \t]*\n|(?<=[.!])\s*\n|\s*$)"
)
_SAYS = r"(?:introduc\w*|adopt\w*|launch\w*|approv\w*|start\w*|beg[iau]n|pass(?:ed)?|establish\w*|set up|creat\w*|form(?:ed)?|found(?:ed)?|achiev\w*|receiv\w*|obtain\w*|get|got|win|won|publish\w*|complet\w*|conduct\w*|happen\w*|implement\w*|put in place|bring in|brought in|come|came|go|do|did|was|were)"
_BY_TIMELINE = lazy(
    r"\b(?:according to|in|on|as per|shown in) (?:the |its |their )?(?:esg |sustainability |company )?(?:timeline|milestones|history|chronology)\b"
)
_WHAT = lazy(
    rf"^(?:what|which) (?P<what>.+?) (?:did|was|were|has|have|does|is)(?P<mid> .{{0,60}}?)? ?\b(?P<deed>{_SAYS})\b ?(?:in|during) (?P<year>(?:19|20)\d\d)$"
)
_WHEN = lazy(
    rf"^(?:when|(?:in|since) (?:which|what) year|(?:what|which) year) (?:did|was|were|has|have) (?P<what>.+?) ?\b(?P<deed>{_SAYS})$"
)
_OPENS = lazy(
    r"^(?:Adoption|Introduction|Launch|Approval|Publication|Establishment|Formation|Creation|Implementation|Start|Completion) of (?:the |an? |our )?"
)
_STOP = lazy(r"(?<=[a-z][.!?])\s+(?=[A-Z])")
_FEWEST, _PREFIX, _TELLING, _NEAR = 3, 5, 3, 300


@dataclass(frozen=True, slots=True)
class _Entry:
    """Something that a timeline tells of a year."""

    year: str
    text: str
    place: Passage


def timeline(reading: Reading, view: View) -> Draft | None:
    """What happened in the year asked for, or the year of what is asked for; None where no timeline tells it alone."""
    text = collapse(_BY_TIMELINE.sub(" ", without_company(reading.folded.rstrip("?. "), view)))
    what, when = _WHAT.match(text), _WHEN.match(text)
    asked = what or when
    content = content_terms(f"{asked['what']} {asked.groupdict().get('mid') or ''}") if asked is not None else ()
    if asked is None or not content:
        return None
    year = what["year"] if what is not None else ""
    fitting = [e for e in _entries(view) if (not year or e.year == year) and _says_all(content, e.text)]
    spelled = re.sub(r"^(?:the|its|an?) ", "", asked["what"].strip())
    fitting = [e for e in fitting if spelled in fold(e.text)] or fitting
    told = {(e.year, e.text) for e in fitting}
    if len(told) != 1 or (when is not None and len(asked["what"].split()) < _TELLING):
        return None
    entry = fitting[0]
    short = _OPENS.sub("", entry.text).rstrip(".") if what is not None else entry.year
    return quoted(
        view,
        (entry.place,),
        intent=Intent.NARRATIVE,
        text=f"{entry.year}: {entry.text} (page {entry.place.page}).",
        short=short,
    )


def _entries(view: View) -> Iterator[_Entry]:
    for report, page, text in view.pages():
        years = list(_YEAR.finditer(text)) if _TITLE.search(text) is not None else []
        if len({y[1] for y in years}) < _FEWEST or [y[1] for y in years] != sorted(y[1] for y in years):
            continue
        for i, year in enumerate(years):
            end = years[i + 1].start() if i + 1 < len(years) else len(text)
            for item in _ITEM.finditer(text, year.end(), end):
                if not item["text"].rstrip().endswith(":"):
                    yield from _sentences(report, page, year, text, *item.span("text"))


def _sentences(report: str, page: int, year: re.Match[str], text: str, start: int, stop: int) -> Iterator[_Entry]:
    """The sentences of an item, each an entry; the year is quoted with one that stands near it."""
    cuts = [start, *(m.end() for m in _STOP.finditer(text, start, stop)), stop]
    for first, last in itertools.pairwise(cuts):
        told = text[first:last].rstrip()
        if told:
            opening = year.start(1) if first - year.start(1) < _NEAR else first
            end = first + len(told)
            yield _Entry(year[1], collapse(told), Passage(report, page, opening, end, text[opening:end]))


def _says_all(content: tuple[Term, ...], text: str) -> bool:
    """Whether an entry says every word asked for, be it as another part of speech: "investing" and "investment"."""
    own = terms(text)
    roots = {stem(w)[:_PREFIX] for w in re.findall(r"[^\W\d_]+", fold(text)) if len(w) > _PREFIX}
    return all(
        any(q.matches(t) for t in own) or (len(q.text) > _PREFIX and stem(q.text)[:_PREFIX] in roots) for q in content
    )
