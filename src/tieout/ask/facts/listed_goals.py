"""Goals that a sentence announces and a list gives one by one: "… in 2025 with the following targets:" and "• index of 3.7"."""

from __future__ import annotations

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, telling, without_company
from tieout.ask.facts.bullets import Bullets, Item, lists_of
from tieout.ask.facts.quoting import quoted
from tieout.ask.passages.spans import wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.goals import asks_for_goal
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term
from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

_ASKED = lazy(r"^(?:what|which|how) .{0,80}\b(?:target|goal|aim|objective)s?\b")
_ANNOUNCED = lazy(r"\b(?:targets?|goals?|objectives?|aims?)\b")
_YEAR = lazy(r"\b(?:19|20)\d\d\b")
_FIGURE = lazy(r"(?<![\w.])(?P<figure>\d[\d.,]*\d|\d)(?P<unit>\s?%|\s?percent)?(?![\w.]*\d)")
_NO_YES = frozenset({Wanted.YES_NO, Wanted.PERSON, Wanted.DATE, Wanted.REASON})


def listed_goal(reading: Reading, view: View) -> Draft | None:
    """The one goal of a list of goals that is for all that the question names, of the year asked for, if one is."""
    if not asks_for_goal(reading, view.period) or wanted_kind(reading) in _NO_YES or not _ASKED.match(reading.folded):
        return None
    asked = telling(_ANNOUNCED.sub(" ", _YEAR.sub(" ", without_company(reading.folded.rstrip("?. "), view))), view)
    found: list[tuple[str, Passage, Passage, str]] = []
    for report, page, body in view.pages():
        if asked and _ANNOUNCED.search(fold(body)) is not None:
            for bullets in lists_of(body):
                found += _goals(bullets, asked, reading, (report, page, body))
    newest = max((year for year, *_ in found), default="")
    goals = {f for year, _, _, f in found if year == newest}
    if len(goals) != 1:
        return None
    _, item, lead, figure = next(f for f in found if f[0] == newest)
    text = f"{collapse(item.quote)} ({collapse(lead.quote)})"
    return quoted(view, (item, lead), intent=Intent.NARRATIVE, text=text, short=figure)


def _goals(
    bullets: Bullets, asked: tuple[Term, ...], reading: Reading, place: tuple[str, int, str]
) -> list[tuple[str, Passage, Passage, str]]:
    """Year, item, announcing sentence and figure of each item that is the goal asked for."""
    report, page, body = place
    lead = collapse(bullets.lead)
    years = _YEAR.findall(lead)
    if _ANNOUNCED.search(fold(lead)) is None or (reading.years and not set(reading.years) & set(years)):
        return []
    found = []
    for item in bullets.items:
        figures = {m.group() for m in _FIGURE.finditer(_YEAR.sub(" ", item.text))}
        if len(figures) == 1 and said(asked, item.text) == asked:
            passages = (
                _at(report, page, body, item),
                Passage(report, page, bullets.start, bullets.end, body[bullets.start : bullets.end]),
            )
            found.append((max(years, default=""), *passages, figures.pop().strip()))
    return found


def _at(report: str, page: int, body: str, item: Item) -> Passage:
    return Passage(report, page, item.start, item.end, body[item.start : item.end])
