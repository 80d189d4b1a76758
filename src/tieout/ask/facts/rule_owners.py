"""Who is responsible for a rule book, where a report prints its rule books and their owners as a table.

The page's text keeps neither columns nor rows, only the order of cells. What is certain in it: a dash stands for an empty
column between names and owners, so as many owners follow it as names stand before; and an owner known from such a row
is known again where it ends another one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import without_company
from tieout.ask.facts.quoting import quoted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.lexicon import STOPWORDS
from tieout.ask.wording.question import Reading
from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import collapse, words

_RULES = r"(?:polic(?:y|ies)|codes?|guidelines?|manuals?|regulations?|charters?|handbooks?|directives?|procedures?|programmes?|programs?)"
_ASKED = lazy(
    r"^(?:who|(?:which|what) (?:[\w-]+ ){0,3}?(?:functions?|departments?|units?|teams?|areas?|divisions?|offices?|roles?|bod(?:y|ies)|owners?))\b"
    r".{0,60}?\b(?:responsible|accountable|answerable|in charge|owns?|owners?|responsibility|manages?|maintains?)\b"
    rf"(?: (?:for|of))?(?: the| its| their)? (?P<rule>(?:[\w&,’'/-]+ ){{0,9}}{_RULES}\b(?: (?:for|on|of|and) [\w&’' -]{{2,60}})?)\??$"
)
_TITLED = lazy(
    r"(?<!^)\b[A-Z][\w&’'-]+(?:,? (?:and |& |of |for |on )?[A-Z][\w&’'-]+){0,6} (?:Policy|Code|Guidelines?|Manual|Regulation|Charter|Handbook|Procedure)\b"
)
_HEAD = lazy(
    r"^(?:Polic(?:y|ies)|Guidelines?|Documents?|Rules?|Regulations?)\b[^.\n]{0,80}\b(?:Responsib\w+|Owners?|In charge)[ \t]*$",
    re.MULTILINE,
)
_NAME = lazy(rf"\b{_RULES}\b", re.IGNORECASE)
_TITLE = lazy(rf"\b(?:[Cc]odes? (?:of|on|for) [A-Z]\w+(?: (?:and |& )?[A-Z]\w+)*|(?i:{_RULES}))\b")
_DASH = lazy(r"(?:^|\s)[—–-](?:\s|$)")
_STOP = lazy(r"^\s*(?:Actions?|Metrics?|Targets?|Measures|Description)\b|^\s*$|[.:]\s*$")
_MOST_LINES, _MOST_WORDS = 30, 8


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a table with its half-open span on the page."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Owned:
    """A rule book with its owner and the stretch of the page that prints both."""

    name: str
    owner: str
    place: Passage


def rule_owner(reading: Reading, view: View) -> Draft | None:
    """The owners printed for the rule book that the question names; None where it asks for none or no table is certain."""
    asked = _ASKED.match(without_company(reading.folded, view))
    if asked is None:
        return None
    wanted = _telling(asked["rule"])
    tables = list(_tables(view))
    certain = [owned for table in tables for owned in _by_dashes(*table, view)]
    known = sorted({o.owner for o in certain}, key=len, reverse=True)
    every = certain + [owned for table in tables for owned in _by_known(*table, known)]
    fitting = [o for o in every if wanted <= set(words(o.name))]
    if len({o.name for o in fitting}) > 1:
        fitting = [o for o in fitting if wanted == _telling(o.name)]
    if not fitting:
        return None
    told = "; ".join(dict.fromkeys(o.owner for o in fitting))
    places = tuple(dict.fromkeys(o.place for o in fitting))
    return quoted(view, places, intent=Intent.THING, text=f"{told} (page {places[0].page}).", short=told)


def leaves_rule_unsaid(told: str, reading: Reading, view: View) -> bool:
    """Whether an answer does not say the title of the rule book whose owner is asked for: it tells of something else."""
    asked = _ASKED.match(without_company(reading.folded, view))
    title = _TITLED.search(without_company(reading.text, view)) if asked is not None else None
    return title is not None and " ".join(words(title.group())) not in " ".join(words(told))


def _telling(name: str) -> frozenset[str]:
    return frozenset(w for w in words(name) if w not in STOPWORDS)


def _tables(view: View) -> Iterator[tuple[str, int, str, list[_Line]]]:
    """Report, page, its text and the lines below each head "Policy … Responsibility"."""
    for report, page, text in view.pages():
        for head in _HEAD.finditer(text):
            lines: list[_Line] = []
            at = text.find("\n", head.start()) + 1
            while 0 < at < len(text) and len(lines) < _MOST_LINES:
                end = text.find("\n", at)
                end = len(text) if end < 0 else end
                if _STOP.search(text[at:end]) or _HEAD.match(text, at):
                    break
                lines.append(_Line(text[at:end], at, end))
                at = end + 1
            if lines:
                yield report, page, text, lines


def _by_dashes(report: str, page: int, text: str, lines: Sequence[_Line], view: View) -> Iterator[_Owned]:
    """The rows with a dash between names and owners."""
    cells = _cells(lines)
    dashes = [i for i, c in enumerate(cells) if c.text == "—"]
    begin = 0
    for at, following in itertools.pairwise([*dashes, len(cells)]):
        names = _names(cells[begin:at])
        behind = cells[at + 1 : following]
        until = next((i for i, c in enumerate(behind) if _NAME.search(c.text)), len(behind))
        owners, begin = behind[:until], at + 1 + until
        if (
            len(owners) == len(names) + 1
            and until < len(behind)
            and all(_elsewhere(o, names, view) for o in owners[:-1])
        ):
            owners, begin = owners[:-1], begin - 1  # the next name begins on a line of its own
        if len(names) == 1 and owners and len(" ".join(o.text for o in owners).split()) <= _MOST_WORDS:
            owners = [_Line(collapse(" ".join(o.text for o in owners)), owners[0].start, owners[-1].end)]
        if names and len(owners) == len(names):
            for name, owner in zip(names, owners, strict=True):
                place = Passage(report, page, name.start, owner.end, text[name.start : owner.end])
                yield _Owned(name.text, owner.text, place)


def _by_known(report: str, page: int, text: str, lines: Sequence[_Line], known: Sequence[str]) -> Iterator[_Owned]:
    """The rows without a dash that end with an owner known from another row."""
    if any(_DASH.search(line.text) for line in lines):
        return
    names: list[_Line] = []
    for i, line in enumerate(lines):
        owner = next((o for o in known if collapse(line.text).endswith(o)), None)
        head = _TITLE.search(line.text)
        if head is not None and (i == 0 or not names or _NAME.search(lines[i - 1].text)):
            names.append(_Line(collapse(line.text[: head.end()]), line.start, line.start + head.end()))
        if owner is not None:
            for name in names:
                yield _Owned(name.text, owner, Passage(report, page, name.start, line.end, text[name.start : line.end]))
            names = []


def _cells(lines: Sequence[_Line]) -> list[_Line]:
    """The lines cut at their dashes, each dash a cell of its own."""
    cells: list[_Line] = []
    for line in lines:
        at = 0
        for dash in _DASH.finditer(line.text):
            cells += _cell(line, at, dash.start())
            cells.append(_Line("—", line.start + dash.start(), line.start + dash.end()))
            at = dash.end()
        cells += _cell(line, at, len(line.text))
    return cells


def _cell(line: _Line, start: int, end: int) -> list[_Line]:
    piece = line.text[start:end]
    kept = collapse(piece)
    first = start + len(piece) - len(piece.lstrip())
    return [_Line(kept, line.start + first, line.start + start + len(piece.rstrip()))] if kept else []


def _names(cells: Sequence[_Line]) -> list[_Line]:
    """The names of rule books; a line without the word for one begins the name on the next."""
    names: list[_Line] = []
    begun: _Line | None = None
    for cell in cells:
        whole = _Line(f"{begun.text} {cell.text}", begun.start, cell.end) if begun is not None else cell
        begun = None if _NAME.search(cell.text) else whole
        if begun is None:
            names.append(whole)
    return names if begun is None else []


def _elsewhere(cell: _Line, names: Sequence[_Line], view: View) -> bool:
    """Whether a cell's words are printed together at another place too: then they are no half of a wrapped cell."""
    spelled = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, cell.text.split())) + r"(?!\w)")
    count = sum(len(spelled.findall(text)) for _, _, text in view.pages())
    return count > 1 and all(cell.text not in n.text for n in names)
