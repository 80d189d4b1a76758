"""Reports without a content index that still name their standards: a table of key subjects with "GRI 302, GRI 305" beside.

Such a table says which standards are used, so a standard that it does not name is not listed, and it answers which codes
belong to a subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tieout.ask.clauses.linking import ClauseMention, clause_entity
from tieout.ask.draft import Draft
from tieout.ask.facts.asked import without_company
from tieout.ask.facts.quoting import quoted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus, Passage
from tieout.patterns import lazy
from tieout.text import collapse

_GRI = r"GRI\s+\d{1,3}(?:-\d{1,2})?(?:\s?/\s?(?:GRI\s+)?\d{3}(?:-\d{1,2})?)*"
_SASB = r"(?:SASB\s+)?[A-Z]{2}-[A-Z]{2}-\d{3}[a-z](?:\.\d{1,2})?"
_ESRS = r"ESRS\s+[ESG]\d(?:-\d{1,2})?"
_CODES = {"gri": lazy(rf"\b{_GRI}"), "sasb": lazy(rf"\b{_SASB}"), "esrs": lazy(rf"\b{_ESRS}")}
_RUN = rf"(?:(?:{_GRI}|{_SASB}|{_ESRS})(?:[,;]|\s+and)?\s*)+"
_WHICH = lazy(
    r"^(?:which|what)\b.{0,80}\b(?P<framework>gri|sasb|esrs)\b.{0,120}\b(?:assign|allocat|map|link|match|refer|correspond|relat|cover|belong|attribut|associat|connect|"
    r"attach|list|print|quot|cit|tag|label|mark|stand|put|giv|gave|nam)\w*"
)
_SUBJECT = lazy(
    r"[“\"‘](?P<quoted>[^”\"’]{4,120})[”\"’]|\b(?:subject|topic|issue|theme|aspect|area)s? (?:of |called )?"
    r"(?!(?:assign|allocat|map|link|match|attach|refer|correspond|list|give|put|nam|print|is\b|are\b|does\b|do\b|in\b|on\b))(?P<plain>[\w ,’'&-]{4,120}?)\??$",
    re.IGNORECASE,
)
_BESIDE = lazy(
    r"\b(?:to|for|with|beside|next to|against|under) (?:the |its |their )?(?P<bare>(?:(?!to\b|for\b|with\b|beside\b|against\b|under\b)[\w,’'&-]+ ){0,9}[\w’'&-]+)\??$",
    re.IGNORECASE,
)
"""A subject that is not called one: it must open its line then."""
_LEAST = 4
"""Fewest different codes that make a table of them."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A code as a page prints it, with the half-open span of its row."""

    code: str
    place: Passage


def assigned_status(mention: ClauseMention, reading: Reading, view: View) -> Draft | None:
    """Whether the report's table of standards names a clause; None where there is no such table."""
    pattern = _CODES.get(mention.clause.framework)
    named = _table(pattern, view) if pattern is not None else []
    if not named:
        return None
    wanted = _bare(mention.clause.code)
    rows = [n for n in named if n.code == wanted or n.code.startswith(f"{wanted}-")]
    if not rows and any(n.code == wanted.partition("-")[0] for n in named):
        return None  # the standard is named as a whole: that says nothing of one of its disclosures
    organizations = tuple(view.ports.names.organization(o) for o in view.organizations)
    verdict = "yes" if rows else "no"
    if rows:
        place = rows[0].place
        text = f"{mention.clause.code} is listed on page {place.page}: {collapse(place.quote)}"
    else:
        place = min(named, key=lambda n: (abs(_number(n.code) - _number(wanted)), n.place.start)).place
        listed = ", ".join(dict.fromkeys(n.code for n in sorted(named, key=lambda n: (_number(n.code), n.code))))
        text = f"{mention.clause.code} is not listed; page {place.page} names {listed}"
    said = f"{verdict.capitalize()}: " if reading.yes_no else ""
    state = "listed" if rows else "not listed"
    return Draft(
        status=AnswerStatus.ANSWERED,
        intent=Intent.CLAUSE_STATUS,
        text=f"{said}{text}.",
        short=f"{verdict}, {state}" if reading.yes_no else state,
        passages=(place,),
        starts=(view.ports.names.clause(mention.clause.id), *organizations),
        entities=(clause_entity(mention, view),),
        confidence=mention.score,
    )  # fmt: skip


def codes_of_subject(reading: Reading, view: View) -> Draft | None:
    """The codes of the framework asked for beside a subject that the question names; None where no page has both."""
    which = _WHICH.match(reading.folded)
    if which is None:
        return None
    question = without_company(reading.text, view)
    asked = _SUBJECT.search(question)
    bare = _BESIDE.search(question) if asked is None else None
    words = re.findall(r"\w+", _subject(asked, bare))
    if len(words) < 1:
        return None
    spelled = r"\W+".join(r"(?:-?\s*)".join(map(re.escape, w)) if len(w) > 3 else re.escape(w) for w in words)
    opens = r"(?<!\w)" if bare is None else r"(?:^|(?<=\n))[ \t]*"
    row = re.compile(rf"{opens}{spelled}\W{{1,4}}(?P<codes>{_RUN})", re.IGNORECASE)
    for report, page, text in view.pages():
        found = row.search(text)
        codes = [m.group() for m in _CODES[which["framework"]].finditer(found["codes"])] if found is not None else []
        if found is None or not codes:
            continue
        told = collapse(", ".join(codes))
        place = Passage(report, page, found.start(), found.end("codes"), found.group())
        return quoted(view, (place,), intent=Intent.CLAUSE_FOR, text=f"{told} (page {page}).", short=told)
    return None


def _subject(asked: re.Match[str] | None, bare: re.Match[str] | None) -> str:
    """The subject that a question names, in quotation marks, called one, or at its end."""
    if asked is not None:
        return str(asked["quoted"] or asked["plain"])
    return str(bare["bare"]) if bare is not None else ""


def _table(pattern: re.Pattern[str], view: View) -> list[_Named]:
    """The codes of the page that names the most, where they are enough to be a table of them."""
    best: list[_Named] = []
    for report, page, text in view.pages():
        found = [
            _Named(code, _row(report, page, text, m)) for m in pattern.finditer(text) for code in _split(m.group())
        ]
        if len({n.code for n in found}) > len({n.code for n in best}):
            best = found
    return best if len({n.code for n in best}) >= _LEAST else []


def _split(printed: str) -> list[str]:
    """The codes of one printing: "GRI 205/206" names two."""
    return [_bare(p) for p in printed.split("/")]


def _bare(code: str) -> str:
    return re.sub(r"^(?:GRI|SASB|ESRS)\s+", "", collapse(code))


def _number(code: str) -> int:
    digits = re.search(r"\d+", code)
    return int(digits.group()) if digits is not None else 0


def _row(report: str, page: int, text: str, code: re.Match[str]) -> Passage:
    """From the beginning of the code's line, or of the one before where the code opens its line, to the code's end."""
    start = text.rfind("\n", 0, code.start()) + 1
    if not text[start : code.start()].strip() and start > 0:
        start = text.rfind("\n", 0, start - 1) + 1
    while text[start].isspace():
        start += 1
    return Passage(report, page, start, code.end(), text[start : code.end()])
