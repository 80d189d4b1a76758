"""Questions about named things: the policy of a topic, the law respected, the certificate held, who cares about what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.ask.draft import Draft
from tieout.ask.focus import content_terms, focus_text
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.question import Reading
from tieout.ask.scope import short_names
from tieout.ask.view import View
from tieout.ask.words import Term, stem, terms
from tieout.model import AnswerStatus, Entity

_KINDS: tuple[tuple[str, str], ...] = (
    ("law", r"laws?|statutes?|acts?|legislation|conventions?|legal acts?"),
    ("certification", r"certificates?|certifications?|accreditations?|iso (?:\w+ )?(?:schemes?|standards?|norms?|certificates?|certifications?)"),
    ("policy", r"polic(?:y|ies)|rules?|rulebooks?|procedures?|(?:internal )?documents?|manuals?|measures?|regulations?|guidelines?|codes?|handbooks?|charters?|"
     r"instructions?|(?:management )?systems?|frameworks?|plans?|by-?laws"),
    ("stakeholder", r"stakeholders?|interest groups?|interested part(?:y|ies)|who among"),
    ("committee", r"committees?|councils?|panels?|steering groups?|bod(?:y|ies)"),
    ("goal", r"sdgs?|sustainable development goals?|un goals?|global goals?"),
    ("target", r"targets?|goals?|ambitions?"),
    ("risk", r"risks?"),
    ("opportunity", r"opportunit(?:y|ies)"),
    ("topic", r"(?:material |focal |key )?(?:topics?|issues?)"),
    ("standard", r"standards?|frameworks?|guidelines?"),
)  # fmt: skip
_ASKS = r"(?:\bwhich|\bwhat|\bname|\blist|\bwho|\bare there|\bunder which|\bunder what)\b(?: \w+){0,3}? "
_PLURAL = re.compile(
    r"\b(?:list|all|which \w*s\b|name the \w+s\b|what \w+s\b|(?:which|what) (?:\w+ ){0,3}(?:policies|rules|documents|laws|statutes|certificates|certifications|measures|regulations|procedures|committees|stakeholders|risks|sdgs|goals|topics|schemes|systems|standards))"
)
_SURE = 0.45
_CALLED = 0.06
_WHOLE_SECTION = 6


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entity with its score."""

    entity: Entity
    score: float
    said: float


def asked_kinds(reading: Reading) -> tuple[str, ...]:
    """The kinds of thing a question asks for by their noun, first named first."""
    found: list[tuple[int, str]] = []
    for kind, nouns in _KINDS:
        match = re.search(rf"{_ASKS}(?P<noun>{nouns})\b", reading.folded)
        if match is not None:
            found.append((match.start("noun"), kind))
    return tuple(kind for _, kind in sorted(found, key=lambda f: f[0]))


class Things:
    """Answers questions about named things over one view."""

    def __init__(self, view: View) -> None:
        self._view = view

    def answer(self, reading: Reading, *, sections: Sequence[str] = (), starts: Sequence[str] = ()) -> Draft | None:
        """A draft, or None where no thing of the asked kind fits well.

        Args:
            reading: the question.
            sections: ids of sections the things must stand in, where the question leads to some.
            starts: IRIs the question names besides.
        """
        kinds = asked_kinds(reading)
        if not kinds:
            return None
        picked: list[Ranked] = []
        many = _PLURAL.search(reading.folded) is not None
        for kind in kinds[:2]:
            ranked = self.rank(reading, kind, sections)
            if not ranked:
                continue
            best = ranked[0]
            if sections and many and len(ranked) <= _WHOLE_SECTION:
                # All that stands in the place the question leads to is what it asks for.
                picked += ranked
                continue
            if best.score < (_SURE - 0.15 if sections else _SURE):
                continue
            picked += [r for r in ranked if r.score >= best.score - 0.08][:8] if many else [best]
            if not sections:
                break
        if not picked:
            return None
        return self._draft(reading, picked, starts)

    def rank(self, reading: Reading, kind: str, sections: Sequence[str] = ()) -> list[Ranked]:
        """Entities of a kind, best first."""
        view = self._view
        wanted = [e for e in view.entities if e.kind == kind and (not sections or e.section in sections)]
        if not wanted:
            return []
        names = [n for o in view.organizations for n in short_names(o)]
        focus = re.sub(rf"{_ASKS}(?:{dict(_KINDS)[kind]})\b", " ", focus_text(reading.folded, names))
        content = (*content_terms(focus), *(t for y in reading.years for t in terms(y)))
        weight = view.linker.weight
        total = sum(weight(q) for q in content) or 1.0
        match = re.search(rf"{_ASKS}(?P<noun>{dict(_KINDS)[kind]})\b", reading.folded)
        noun = tuple(Term(w, 0, 0, frozenset({stem(w)})) for w in match["noun"].split()) if match is not None else ()
        labels = [f"{e.label}: {e.detail}" if e.detail else e.label for e in wanted]
        near = view.ports.retrieval.similarity(focus, labels)
        found = []
        for entity, label, similarity in zip(wanted, labels, near, strict=True):
            context = self._context(entity)
            own, around = terms(label), terms(context)
            direct = sum(weight(q) for q in content if any(q.matches(t) for t in own))
            beside = sum(
                weight(q) for q in content if not any(q.matches(t) for t in own) and any(q.matches(t) for t in around)
            )
            said = (direct + 0.6 * beside) / total
            called = _CALLED * any(not n.concepts.isdisjoint(t.concepts) for n in noun for t in terms(entity.label))
            found.append(Ranked(entity, 0.45 * similarity + 0.55 * said + called, said))
        return sorted(
            found, key=lambda r: (-r.score, r.entity.passages[0].page if r.entity.passages else 0, r.entity.label)
        )

    def _context(self, entity: Entity) -> str:
        """The words around the entity's best passage."""
        if not entity.passages:
            return ""
        p = entity.passages[0]
        text = self._view.page_text(p.report, p.page)
        return re.sub(r"(?<=[a-z])- ?(?=[a-z])", "", text[max(0, p.start - 160) : p.end + 120])

    def _draft(self, reading: Reading, picked: Sequence[Ranked], starts: Sequence[str]) -> Draft:
        labels = list(dict.fromkeys(r.entity.label for r in picked))
        passages = [p for r in picked for p in r.entity.passages[:1]]
        names = self._view.ports.names
        own = [r.entity.iri for r in picked if r.entity.iri]
        where = f" (page {passages[0].page})" if passages else ""
        return Draft(
            status=AnswerStatus.ANSWERED,
            intent=Intent.LIST if len(labels) > 1 else Intent.THING,
            text=f"{'; '.join(labels)}{where}.",
            short="; ".join(labels),
            passages=tuple(passages),
            starts=(*starts, *own, *(names.organization(o) for o in self._view.organizations)),
            query=("entity", (("entity", " ".join(own)),)),
            entities=tuple(PlanEntity(r.entity.kind, r.entity.label, r.entity.iri, r.score) for r in picked),
            confidence=picked[0].score,
        )
