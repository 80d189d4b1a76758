"""A committee, department or role that a report names by a heading above its duties: asked for by the duties.

The heading stands on lines of its own, or before a colon, and ends with the noun of a body; what stands below, up to the
next such heading, is what the body does. A body answers where its own duties say all that the question tells of them and
no other body's do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, telling, without_company
from tieout.ask.facts.quoting import quoted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term
from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

_NOUN = r"committees?|councils?|boards?|panels?|departments?|functions?|teams?|offices?|officers?|units?|divisions?|bod(?:y|ies)|groups?"
_ASKED = lazy(
    rf"^(?:which|what) (?P<which>(?:(?!of\b)[\w-]+ ){{0,3}}?(?P<noun>{_NOUN}))\b(?: (?:of|on|within|under|at|in) (?:the |its |their )?[\w’'-]+(?: of [\w’'-]+)?)?"
    r" (?:(?:is|are|was|has been|has|have) )?(?:the |full )?(?:looks? after|oversees?|overseeing|responsible for|responsibility for|in charge of|charged with|tasked with|entrusted with|deals? with|dealing with|handles?|reviews?|"
    r"monitors?|supervises?|takes? care of|attends? to|covers?|manages?|advises? on|concerned with|oversight (?:of|over)|accountable for|approves?) (?P<duties>.+)$"
)
_ANY_BODY = frozenset({"body", "bodies", "function", "functions", "unit", "units"})

_HEADING = lazy(
    r"(?:^|\n)[ \t]*(?P<capitals>(?:[A-Z&][A-Z&’',/-]*[ \t]*\n?[ \t]*){0,8}(?:COMMITTEE|COUNCIL|BOARD|PANEL|DEPARTMENT|TEAM|OFFICE|OFFICER|UNIT|DIVISION|GROUP))[ \t]*(?=\n)|"
    r"(?:^|\n)[ \t]*[•·▪●›◦–-]?[ \t]*(?P<title>(?:[A-Z][\w&’',/-]*[ \t]+(?:(?:and|of|for|&|the)[ \t]+)?){1,7}(?:Committee|Council|Board|Panel|Department|Team|Office|Officer|Unit|Division))[ \t]*(?:\n|:[ \t])"
)
_ENDS = lazy(r"\.[ \t]*\n|\.\s*$|\n\s*\n|\n(?=[A-Z][A-Z’'& -]{5,}\n)")
_SMALL = frozenset({"and", "of", "for", "the", "on"})
_LONGEST_DUTIES = 900
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Body:
    """A body with its name, where it is printed, and the half-open span of its duties on the page."""

    name: str
    report: str
    page: int
    start: int
    duties: tuple[int, int]


def headed_body(reading: Reading, view: View) -> Draft | None:
    """The body whose duties are asked for; None where no heading stands above them, or several do."""
    asked = _ASKED.match(without_company(reading.folded.rstrip("?. "), view))
    if asked is None:
        return None
    content = content_terms(asked["duties"])
    insisted = telling(asked["duties"], view)
    if len(content) < _FEWEST and not insisted:
        return None
    fitting: list[tuple[_Body, int]] = []
    for body in _bodies(view):
        if not _is_such(body.name, asked["noun"]):
            continue
        text = view.page_text(body.report, body.page)
        duties = text[body.duties[0] : body.duties[1]]
        if len(said(content, duties)) == len(content):
            fitting.append((body, _last(text, body, content)))
    if len({b.name for b, _ in fitting}) != 1:
        return None
    body, end = fitting[0]
    text = view.page_text(body.report, body.page)
    place = Passage(body.report, body.page, body.start, end, text[body.start : end])
    return quoted(view, (place,), intent=Intent.THING, text=f"{body.name} (page {body.page}).", short=body.name)


def _bodies(view: View) -> Iterator[_Body]:
    """All bodies that stand as headings, where their page has at least two of them or the heading is in capitals."""
    for report, page, text in view.pages():
        heads = list(_HEADING.finditer(text))
        for i, head in enumerate(heads):
            if head["capitals"] is None and len(heads) < _FEWEST:
                continue
            group = "capitals" if head["capitals"] is not None else "title"
            limit = heads[i + 1].start() if i + 1 < len(heads) else len(text)
            limit = min(limit, head.end() + _LONGEST_DUTIES)
            stop = _ENDS.search(text, head.end() + 1, limit)
            end = stop.start() + 1 if stop is not None else limit
            yield _Body(_named(head[group]), report, page, head.start(group), (head.end(), end))


def _named(heading: str) -> str:
    """The heading as a name: in capitals only where it is a name of one word."""
    parts = collapse(heading).split()
    if not heading.isupper():
        return " ".join(parts)
    low = [w.lower() if w.lower() in _SMALL else w[:1] + w[1:].lower() for w in parts]
    return " ".join(low)


def _is_such(name: str, noun: str) -> bool:
    """Whether a body is of the kind asked for: a committee is no department."""
    return noun in _ANY_BODY or fold(name).split()[-1].rstrip("s") == noun.rstrip("s")


def _last(text: str, body: _Body, content: tuple[Term, ...]) -> int:
    """The end of the last part of the duties that says something of what is asked."""
    end = body.duties[0]
    for part in re.finditer(r"[^;.•]+", text[body.duties[0] : body.duties[1]]):
        if said(content, part.group()):
            end = body.duties[0] + part.end()
    return end
