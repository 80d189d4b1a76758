"""Who holds an office: the sentences of a report that name somebody beside a title, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import without_company
from tieout.ask.facts.persons import asks_for_person, is_person
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, terms
from tieout.model import AnswerStatus, Passage
from tieout.patterns import lazy
from tieout.text import fold

_AROUND, _PLACES = 60, 2
_NAME = r"(?P<name>[A-Z][\w’-]*(?: [A-Z]\.)?(?: (?:van|von|de|der|den|bin|al))*(?: [A-Z][\w’-]+){1,2})"
_BEFORE = lazy(rf"{_NAME}(?:, | \(|[ \t]*\n[ \t]*)$")
_BEHIND = lazy(rf"^:?\s(?:Mr|Ms|Mrs)\.? {_NAME}(?!\w)")
_STYLE = lazy(r"\b(?:Mr|Ms|Mrs|Dr|Prof)\b")
_OF = lazy(r"[\s,]{0,3}of\s+(?:the\s+)?(?P<name>[A-Z][\w&’-]*)")
_BODY = lazy(r"Board|Supervisory|Executive|Management|Audit|Company|Group")
_FORMS = {
    "ceo": r"CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?",
    "cfo": r"CFO|[Cc]hief [Ff]inancial [Oo]fficer",
    "cto": r"CTO|[Cc]hief [Tt]echnology [Oo]fficer",
    "chair": r"[Cc]hair(?:man|woman|person)?",
}
"""How the commonest offices are written."""


def officer(reading: Reading, view: View) -> Draft | None:
    """A draft that names the holder of the office asked for, or None where the report names nobody beside it.

    A name counts that stands at two places beside the title, or that is styled Mr or Ms there; a title without a name, and
    one held in another company ("chairman of …"), answer nothing.
    """
    title = asks_for_person(reading)
    if title is None:
        return None
    title = without_company(title, view)
    written, within = _written(title), _within(reading, title, view)
    found: dict[str, list[Passage]] = {}
    ours: set[str] = set()
    for report, page, text in view.pages():
        for match in written.finditer(text):
            around = terms(text[max(0, match.start() - _AROUND) : match.end() + _AROUND])
            if _elsewhere(text[match.end() : match.end() + _AROUND], view) or not all(
                any(q.matches(t) for t in around) for q in within
            ):
                continue
            beside = _beside(text, match.start(), match.end(), view.small_words)
            if len(beside) == 1:
                (name, at), *_ = beside
                first, last = min(at, match.start()), max(at + len(name), match.end())
                found.setdefault(name, []).append(Passage(report, page, first, last, text[first:last]))
                signed = "\n" in text[at + len(name) : match.start()]
                if signed or _OF.match(text[match.end() : match.end() + _AROUND]) is not None:
                    ours.add(name)  # "…, CEO of the company", or signed with the title: one place is enough
    ranked = sorted(found, key=lambda n: (-len(found[n]), n))
    if not ranked or (
        len(ranked) > 1 and len(found[ranked[0]]) < 2 * len(found[ranked[1]]) and not _styled(found[ranked[0]])
    ):
        return None
    name = ranked[0]
    if len(found[name]) < _PLACES and not _styled(found[name]) and name not in ours:
        return None
    names = view.ports.names
    return Draft(
        status=AnswerStatus.ANSWERED,
        intent=Intent.NARRATIVE,
        text=f"{name} ({title}, page {found[name][0].page}).",
        short=name,
        passages=tuple(found[name][:3]),
        starts=tuple(names.organization(o) for o in view.organizations),
        entities=tuple(PlanEntity("organization", o, names.organization(o)) for o in view.organizations),
        notes=tuple(f"Also named beside the title: {other}" for other in sorted(found) if other != name)[:3],
    )


def _beside(text: str, start: int, end: int, common: frozenset[str]) -> list[tuple[str, int]]:
    """The names right before and right behind a title, with where they stand; where there are two, one is another's."""
    found = []
    for pattern, piece, offset in (
        (_BEFORE, text[max(0, start - _AROUND) : start], max(0, start - _AROUND)),
        (_BEHIND, text[end : end + _AROUND], end),
    ):
        match = pattern.search(piece)
        if match is not None and is_person(match["name"], common):
            found.append((match["name"], offset + match.start("name")))
    return found


def _within(reading: Reading, title: str, view: View) -> tuple[Term, ...]:
    """What the question adds to the title, other than the company and its board: "of the supervisory board"."""
    rest = reading.folded.partition(title)[2]
    for name in sorted((n for o in view.organizations for n in short_names(o)), key=len, reverse=True):
        rest = re.sub(rf"\b{re.escape(name)}(?:['’]s)?(?!\w)", " ", rest)
    return tuple(t for t in content_terms(rest) if t.concepts.isdisjoint({"board", "director"}))


def _styled(places: Sequence[Passage]) -> bool:
    return any(_STYLE.search(p.quote) is not None for p in places)


def _elsewhere(behind: str, view: View) -> bool:
    """Whether the title goes on with "of" and a name that is not the company's."""
    found = _OF.match(behind)
    if found is None:
        return False
    own = {w for o in view.organizations for n in short_names(o) for w in n.split()}
    return fold(found["name"]) not in own and _BODY.match(found["name"]) is None


def _written(title: str) -> re.Pattern[str]:
    """The ways a title is written in a report."""
    concepts = {c for t in terms(title) for c in t.concepts}
    known = [form for key, form in _FORMS.items() if key in concepts and not (key == "chair" and "chair" not in title)]
    pattern = "|".join(known) if known else r"\s+".join(re.escape(w) for w in title.split())
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", 0 if known else re.IGNORECASE)
