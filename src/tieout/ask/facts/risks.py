"""What a table of risks and opportunities tells: which are of a horizon or a family, what one does, what is done about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.draft import Draft
from tieout.ask.passages.stretches import stretch
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, terms
from tieout.model import AnswerStatus, Entity, Passage
from tieout.patterns import lazy
from tieout.text import fold

_KINDS = frozenset({"risk", "opportunity"})
_LISTED = lazy(r"\b(?:which|what|list|name)\b.{0,80}\b(risks|opportunities)\b")
_TERM = lazy(r"\b(short|medium|mid|long)(?:er)?[- ](?:term|run)\b")
_FAMILY = lazy(r"\b(physical|transition(?:al)?|emerging|known)\b")
_RESPONSE = lazy(
    r"\b(?:respon[ds]\w*|address\w*|mitigat\w*|counter\w*|tackl\w*|cope|adapt\w*|prepar\w*|measures?|answer\w*|handl\w*|"
    r"manag\w+|deal\w*)\b|\bwhat (?:does|do|did|will|is|are) .{2,80}\b(?:do|done|doing) (?:about|against)\b"
)
_EFFECT = lazy(r"\b(?:effects?|impacts?|consequences?|affect\w*|influenc\w*|hurt|harm|hit)\b")
_HORIZON = lazy(
    r"\b(?:horizons?|time ?frames?|how soon|over what (?:time|period)|when (?:is|are|will|would|might|could))\b"
)
_SAME = {"mid": "medium"}
_ASKED = frozenset(
    "risk opportunity climate change relate horizon term short medium mid long run physical transition".split()
)
_MOST_NAMED = 0.75
"""The least share of a question's telling words that a row must say to be the one meant."""


def risks(reading: Reading, view: View) -> Draft | None:
    """A draft from the rows of tables of risks and opportunities, or None where the question asks none of this."""
    rows = [e for e in view.entities if e.kind in _KINDS and " | " in e.detail]
    text = reading.folded
    listed, term, families = _LISTED.search(text), _TERM.search(text), _FAMILY.findall(text)
    if listed is not None and (term is not None or families):
        kind = "risk" if listed[1] == "risks" else "opportunity"
        chosen = [e for e in rows if e.kind == kind and _of(e, term, families)]
        known = [e for e in rows if e.kind == kind and (_terms_of(e) if term is not None else _part(e, "type"))]
        # Where no row tells a horizon or a family, nothing can be said by it.
        return _list(chosen, view) if chosen and known else None
    part = next(
        (p for p, asked in (("response", _RESPONSE), ("effect", _EFFECT), ("horizon", _HORIZON)) if asked.search(text)),
        "",
    )
    row = _meant(reading, rows, view) if part else None
    if row is None:
        return None
    told = {"response": _part(row, "response"), "effect": _effects(row), "horizon": ", ".join(_terms_of(row))}[part]
    return _one(row, told, view) if told else None


def _part(entity: Entity, name: str) -> str:
    """A named part of "effects; horizons | type: … | description: … | response: …"."""
    pieces = (piece.partition(": ") for piece in entity.detail.split(" | "))
    return next((rest for head, _, rest in pieces if head == name), "")


def _first(entity: Entity) -> str:
    first = entity.detail.split(" | ")[0]
    return "" if ": " in first else first


def _terms_of(entity: Entity) -> list[str]:
    return [m[0] for m in _TERM.finditer(fold(_first(entity)))]


def _effects(entity: Entity) -> str:
    return _first(entity).partition(";")[0].strip() if "↑" in entity.detail or "↓" in entity.detail else ""


def _of(entity: Entity, term: re.Match[str] | None, families: Sequence[str]) -> bool:
    """Whether a row is of the horizon and of one of the families asked for."""
    wanted = _SAME.get(term[1], term[1]) if term is not None else ""
    horizons = {_SAME.get(m[1], m[1]) for m in _TERM.finditer(fold(_first(entity)))}
    kind = fold(f"{entity.label} {_part(entity, 'type')}")
    return (not wanted or wanted in horizons) and (not families or any(f[:10] in kind for f in families))


def _meant(reading: Reading, rows: Sequence[Entity], view: View) -> Entity | None:
    """The one row whose name and description say what the question names, or None where none or several do."""
    names = [n for o in view.organizations for n in short_names(o)]
    asking = [t for p in (_RESPONSE, _EFFECT, _HORIZON) for m in p.finditer(reading.folded) for t in terms(m[0])]
    content = _telling(content_terms(focus_text(reading.folded, names)))
    content = [t for t in content if t.text not in LIGHT and not any(t.matches(a) for a in asking)]
    named = [
        e for e in rows if (own := _telling(terms(e.label))) and all(any(t.matches(q) for q in content) for t in own)
    ]
    if len(named) == 1:
        return named[0]
    scored = sorted(((_said(content, row), row) for row in rows), key=lambda s: (-s[0], s[1].label))
    if not content or not scored or scored[0][0] < _MOST_NAMED:
        return None
    return scored[0][1] if len(scored) == 1 or scored[1][0] < scored[0][0] else None


def _telling(own: Sequence[Term]) -> list[Term]:
    """The terms that tell one risk from another."""
    return [t for t in own if not t.concepts & _ASKED]


def _said(content: Sequence[Term], row: Entity) -> float:
    own = terms(f"{row.label} {_part(row, 'description')}")
    return sum(any(t.matches(o) for o in own) for t in content) / max(1, len(content))


def _list(rows: Sequence[Entity], view: View) -> Draft:
    told = "; ".join(dict.fromkeys(e.label for e in rows))
    pages = ", ".join(dict.fromkeys(str(e.passages[0].page) for e in rows))
    places = [place for e in rows for place in (_place(e, e.label, view), _place(e, (_terms_of(e) or [""])[-1], view))]
    return _draft(rows, Intent.LIST, f"{told} (page {pages}).", told, places, view)


def _one(row: Entity, told: str, view: View) -> Draft:
    places = [_place(row, told, view), row.passages[0]]
    return _draft([row], Intent.THING, f"{row.label}: {told} (page {row.passages[0].page}).", told, places, view)


def _place(row: Entity, told: str, view: View) -> Passage:
    """Where something of a row stands, behind its name; the name's own place where it cannot be found."""
    name = row.passages[0]
    text = view.page_text(name.report, name.page)
    found = stretch(told, text, name.start) if told else None
    return name if found is None else Passage(name.report, name.page, *found, text[found[0] : found[1]])


def _draft(
    rows: Sequence[Entity], intent: Intent, text: str, short: str, places: Sequence[Passage], view: View
) -> Draft:
    names = view.ports.names
    iris = [e.iri for e in rows if e.iri]
    return Draft(
        status=AnswerStatus.ANSWERED, intent=intent, text=text, short=short, passages=tuple(dict.fromkeys(places)),
        starts=(*iris, *(names.organization(o) for o in view.organizations)),
        query=("entity", (("entity", " ".join(iris)),)) if iris else None,
        entities=tuple(PlanEntity(e.kind, e.label, e.iri) for e in rows),
    )  # fmt: skip
