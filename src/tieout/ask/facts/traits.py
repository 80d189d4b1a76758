"""What is known of a named thing that the question itself names: a stakeholder's concerns and channels, a rule book's topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.draft import Draft
from tieout.ask.passages.stretches import stretch
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import terms
from tieout.model import AnswerStatus, Entity, Passage
from tieout.patterns import lazy
from tieout.text import fold

_CONCERNS = lazy(
    r"\b(?:which|what) (?:\w+ ){0,3}(?:topics?|issues?|expectations?|matters?|subjects?|demands?)\b|\b(?:which|what)(?: (?:are|main|key|biggest|greatest|the|its|their)){0,3} concerns?\b|\bwhat (?:do|does|are|is) .{2,80}\b(?:care|worr|concern|expect|interested|matter)"
)
_CHANNELS = lazy(
    r"\bchannels?\b|\bhow (?:does|do|is|are|did) .{2,120}\b(?:communicat|engag|dialogue|contact|in touch|talk|reach|exchange|kept informed)"
)
_TOPIC_OF = lazy(
    r"\b(?:which|what) (?:\w+ ){0,3}(?:topics?|subjects?|themes?|areas?|fields?)\b.{2,200}\b(?:belong|cover|concern|regulate|govern|address|about|relate|deal|treat|fall|serve)|"
    r"\bwhat (?:is|are) .{3,200} about$|\bwhat (?:does|do) .{3,200} (?:cover|regulate|govern|deal with|address)$"
)
_SURE = 0.7
_BEHIND = 800
"""Characters behind a stakeholder's row in which flattened text may print its last columns."""
_RULES = frozenset({"policy", "law", "standard"})


def traits(reading: Reading, view: View) -> Draft | None:
    """A draft about the concerns or channels of a stakeholder, or the topic of a rule book, or None."""
    text = reading.folded.rstrip("?. ")
    channels = _CHANNELS.search(text) is not None
    if reading.has("how (?:many|much)"):
        return None  # a number is asked for, whatever is counted
    if channels or _CONCERNS.search(text) is not None:
        stakeholder = _named(reading, [e for e in view.entities if e.kind == "stakeholder" and e.detail])
        if stakeholder is not None:
            listed = _listed(stakeholder, "channels" if channels else "concerns")
            if listed:
                return _draft(stakeholder, "; ".join(listed), _piece(stakeholder, listed, view), view)
    if _TOPIC_OF.search(text) is not None:
        rules = _named(reading, [e for e in view.entities if e.kind in _RULES])
        if rules is not None:
            labels = {t.id: t.label for t in view.catalogue.topics}
            topics = sorted(
                (r for r in rules.relations if r.kind == "topic" and r.score >= _SURE), key=lambda r: -r.score
            )
            told = [labels[key] for r in topics if (key := r.target.removeprefix("topic:")) in labels]
            if told:
                return _draft(rules, "; ".join(told[:2]), rules.passages[0], view)
    return None


def _named(reading: Reading, entities: Sequence[Entity]) -> Entity | None:
    """The entity whose name the question says, the longest name first; of a pair ("A and B") one is enough."""
    asked = terms(reading.folded)
    found: list[tuple[int, Entity]] = []
    for entity in entities:
        names = [entity.label]
        if entity.kind == "stakeholder":
            names += re.split(r"\s+and\s+|\s*[/,]\s*", entity.label)
        for name in names:
            own = content_terms(fold(name))
            if own and all(any(t.matches(q) for q in asked) for t in own):
                found.append((len(own), entity))
    if not found:
        return None
    return min(found, key=lambda f: (-f[0], f[1].passages[0].page, f[1].label))[1]


def _listed(entity: Entity, part: str) -> list[str]:
    """The items of "concerns: a; b | channels: c; d"."""
    for piece in entity.detail.split(" | "):
        head, _, items = piece.partition(": ")
        if head == part:
            return [item.strip() for item in items.split(";") if item.strip()]
    return []


def _piece(entity: Entity, items: Sequence[str], view: View) -> Passage:
    """The stretch of the entity's row from its name, or the first item, to the last item asked for; else the row."""
    row = entity.passages[0]
    text = view.page_text(row.report, row.page)[row.start : row.end + _BEHIND]
    spots = [stretch(item, text, most=200) for item in items]
    if any(s is None for s in spots) or not spots:
        return row
    starts, ends = [s[0] for s in spots if s], [s[1] for s in spots if s]
    name = stretch(entity.label, text, most=200)
    start = name[0] if name is not None and min(starts) - name[1] < 5 else min(starts)
    return Passage(row.report, row.page, row.start + start, row.start + max(ends), text[start : max(ends)])


def _draft(entity: Entity, told: str, passage: Passage, view: View) -> Draft:
    names = view.ports.names
    return Draft(
        status=AnswerStatus.ANSWERED,
        intent=Intent.LIST if ";" in told else Intent.THING,
        text=f"{entity.label}: {told} (page {passage.page}).",
        short=told,
        passages=(passage,),
        starts=(*((entity.iri,) if entity.iri else ()), *(names.organization(o) for o in view.organizations)),
        query=("entity", (("entity", entity.iri),)) if entity.iri else None,
        entities=(PlanEntity(entity.kind, entity.label, entity.iri),),
    )
